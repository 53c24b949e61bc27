"""How people introduce a name, surely ("ich heiße") or perhaps ("hier ist", "for my son")."""

import re
from functools import cache

from language.vocabulary import load

ASIDE_WORD = r"(?:(?:übrigens|nämlich|also|eigentlich|halt|ja|jetzt) +)?"
SURELY = (
    r"ich hei(?:ß|s|ss)e|hei(?:ß|ss)e ich|ich hei(?:ß|ss)|hei(?:ß|ss)e"
    r"|mein name(?: ist| w(?:ä|ae)re| lautet|:)"
    r"|auf (?:den |meinen )?(?:nach|familien|vor)?namen?"
    r"|unter (?:dem|den|meinem) namen?|im namen von"
    r"|name auf dem ausweis(?: ist|:)"
    r"|der name (?:ist|lautet|w(?:ä|ae)re)|(?:voller |full )?name(?: ist| is)|man nennt mich"
    r"|mein(?:e)? (?:nach|familien)name ist"
    r"|my (?:full )?name(?: is|'s|’s)|name['’]s|i(?: a|['’])m called|they call me"
    r"|(?:under|in|on) (?:the )?name(?: of)?|the name is|(?:put|book) it under(?! the| my)"
    r"|my (?:surname|last name|family name) is"
)
_LABEL = (
    r"(?:^|[,;.])\W*(?:(?:nach|familien|sur|last |family )?name|vor- und nachname|full name)"
    r"\s*[:,-]?|\bname\s*:"
)
_PERHAPS = (
    r"ich(?=,)|i(?=,)|ich bin(?: die| der)?|hier (?:ist|is|spricht)(?: die| der)?|am apparat ist"
    r"|i am|i['’]m|this is|it['’]s"
    r"|hier bin|reserved? for|call me"
    r"|(?:termin|buchung|reservierung|appointment|booking|reservation)(?: ist| is| wäre)?"
    r" (?:für|for)"
    r"|(?:book|make|put|reserve) (?:it|this|that) for"
    r"|bitte auf|(?:termin|reserviert|buchung|buchen|gebucht) auf|trage?n?(?: sie)?(?: bitte)?"
    r"(?: mich)?(?: als)?"
)
_SIGNED = (
    r"(?:mit )?(?:(?:freundliche|viele|liebe|beste|herzliche|schöne)[nr]? )?"
    r"(?:grüße|gruesse|grüßen|gruß|gruss),?(?: ihre?| deine?| eure?)?"
    r"|lg,?|vg,?|mfg,?|(?:kind|best|warm|all the) (?:regards|wishes|best),?"
    r"|regards,?|cheers,?|yours(?: sincerely)?,?"
)
_UNDER = (
    r"(?:book\w*|reserv\w*|appointment|it|this|termin|buchung|reservierung)(?: it)?"
    r"(?: is|['’]s| ist)? (?:under|unter)"
)
SURE = re.compile(rf"(?:\b(?:{SURELY})|{_LABEL})[ :,]+{ASIDE_WORD}", re.IGNORECASE)
# The end of a letter, and what a booking runs under: a single name is enough behind them.
ALONE = re.compile(
    rf"\b(?:{_SIGNED}|{_UNDER}|this is|hier spricht(?: die| der)?|ich bin(?: die| der))[ :,]+",
    re.IGNORECASE,
)
PERHAPS = re.compile(rf"\b(?:{_PERHAPS})[ :,]+", re.IGNORECASE)
HOUSEHOLD = re.compile(
    r"\b(?:wir sind|we are|hier (?:ist|spricht)|this is|für|auf|for)(?: die| the)? +"
    r"(?=(?-i:[Ff]amilie|[Ff]amily) (?-i:[^\W\d_a-zß-ÿ]))",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"\b(?:herrn?|frau|mr|mrs|miss|(?-i:Ms\b(?=\.)))\b\.? +(?=[^\W\d_])", re.IGNORECASE
)
GIVEN = re.compile(
    r"\b(?:vornamen?|rufname|vorne|first name|given name)\s*(?:ist|is|lautet)?\s*[:,]? *",
    re.IGNORECASE,
)
FAMILY = re.compile(
    r"\b(?:nachnamen?|familiennamen?|hinten|surname|last name|family name)\s*(?:ist|is"
    r"|lautet)?\s*[:,]? *",
    re.IGNORECASE,
)
LABEL = re.compile(r"\bname\s*(?:ist|is)?\s*[:,]? *", re.IGNORECASE)
BEHIND = re.compile(
    r"\s*,?\s*\b(?:(?:ist |is )?(?:mein name|my name)\b(?!\s+(?:is|ist)\b|['’])"
    r"|hei(?:ß|ss)e? ich\b|(?P<caller>hier|here|speaking|am apparat)(?=\s*(?:[,.!]|$)))",
    re.IGNORECASE,
)
FOR = re.compile(r"\b(?:für|fuer|for|auf|unter|under) +(?=\S)", re.IGNORECASE)
# "Buchen Sie das auf Schröder": a single name at the end.
BOOKED = re.compile(
    r"\bauf +(?=(?-i:[^\W\d_a-zß-ÿ])[\w'’-]+ (?:buchen|reservieren|eintragen)\b)|"
    r"\b(?:(?:ge)?buch\w*|reservier\w*|(?:ein(?:ge)?)?trag\w*|läuft|termin)"
    r"(?: (?:sie|bitte|das|es|ihn|den termin|mir)){0,3}"
    r" auf +(?=(?-i:[^\W\d_a-zß-ÿ])[\w'’-]+(?:,|\W*(?:bitte|danke)?\W*$))",
    re.IGNORECASE,
)
# "Brockhoff ist der Nachname, Günter der Vorname".
_CALLED = r"(?:der|mein|the|my|als|as|mit|by)(?: the| my)?\s+"
PART_BEHIND = re.compile(
    r"(?P<name>[^\W\d_][^,;.]*?)[ ,]+(?:(?:ist|is|wäre|being|['’]s)\s+)?"
    rf"(?:(?P<family>{_CALLED}(?:nachnamen?|familiennamen?|zuname|surname|last name|family name"
    r"|last|second name)\b|hinten\b)"
    rf"|(?P<given>{_CALLED}(?:vornamen?|rufname|first name|given name|first|christian name)\b"
    r"|vorne\b))",
    re.IGNORECASE,
)


@cache
def relation() -> re.Pattern[str]:
    """As in "für meine Tochter", "for my son": whoever is named next is somebody else."""
    kin = "|".join(load("names")["relations"])
    ours = r"(?:meine?[nmrs]?|unsere?[nmrs]?|my|our)"
    return re.compile(
        rf"\b(?:(?P<led>für|fuer|for|von|of|mit|with|auf|under|unter|um|about|wegen) {ours} "
        rf"(?:(?:kleine[nr]?|little) )?(?:{kin})(?:['’]s name)?"
        rf"|{ours} (?:(?:kleine[nr]?|little) )?(?:{kin}) "
        rf"(?P<called>heißt|heisst|is called|is named)"
        rf"|{ours} (?:(?:kleine[nr]?|little) )?(?:{kin}))\b[ ,:]+",
        re.IGNORECASE,
    )
