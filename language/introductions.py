"""How people introduce a name, surely ("ich heiße") or perhaps ("hier ist", "for my son")."""

import re
from functools import cache

from language.vocabulary import load

_ASIDE = r"(?:(?:übrigens|nämlich|also|eigentlich|halt|ja|jetzt) +)?"
_SURE = (
    r"ich hei(?:ß|s|ss)e|ich hei(?:ß|ss)|hei(?:ß|ss)e|mein name(?: ist| w(?:ä|ae)re| lautet|:)"
    r"|auf (?:den )?namen?"
    r"|unter (?:dem|den) namen?|im namen von"
    r"|name auf dem ausweis(?: ist|:)"
    r"|der name (?:ist|lautet|w(?:ä|ae)re)|(?:voller |full )?name(?: ist| is)|man nennt mich"
    r"|mein(?:e)? (?:nach|familien)name ist"
    r"|my (?:full )?name(?: is|'s|’s)|name['’]s|i(?: a|['’])m called|they call me"
    r"|(?:under|in|on) (?:the )?name(?: of)?|the name is|(?:put|book) it under(?! the| my)"
    r"|my (?:surname|last name|family name) is"
)
_LABEL = r"(?:^|[,;.])\W*(?:name|vor- und nachname|full name)\s*[:,-]?|\bname\s*:"
_PERHAPS = (
    r"ich bin(?: die| der)?|hier (?:ist|is|spricht)(?: die| der)?|am apparat ist|i am|i['’]m"
    r"|this is|it['’]s"
    r"|hier bin|reserved? for|call me"
    r"|(?:termin|buchung|reservierung|appointment|booking|reservation)(?: ist| is| wäre)?"
    r" (?:für|for)"
    r"|(?:book|make|put|reserve) (?:it|this|that) for"
    r"|bitte auf|(?:termin|reserviert|buchung|buchen|gebucht) auf|trage?n?(?: sie)?(?: bitte)?"
    r"(?: mich)?(?: als)?"
)
_SIGNED = (
    r"(?:mit )?(?:(?:freundliche|viele|liebe|beste|herzliche)[nr]? )"
    r"(?:grüße|gruesse|grüßen|gruß|gruss),?(?: ihre?| deine?| eure?)?"
    r"|lg,?|vg,?|mfg,?|(?:kind|best|warm|all the) (?:regards|wishes|best),?"
    r"|regards,?|cheers,?|yours(?: sincerely)?,?"
)
_UNDER = (
    r"(?:book\w*|reserv\w*|appointment|it|this|termin|buchung|reservierung)(?: it)?"
    r"(?: is|['’]s| ist)? (?:under|unter)"
)
SURE = re.compile(rf"(?:\b(?:{_SURE})|{_LABEL})[ :,]+{_ASIDE}", re.IGNORECASE)
# The end of a letter, and what a booking runs under: a single name is enough behind them.
ALONE = re.compile(
    rf"\b(?:{_SIGNED}|{_UNDER}|this is|hier spricht(?: die| der)?|ich bin(?: die| der))[ :,]+",
    re.IGNORECASE,
)
PERHAPS = re.compile(rf"\b(?:{_PERHAPS})[ :,]+", re.IGNORECASE)
TITLE = re.compile(
    r"\b(?:herrn?|frau|mr|mrs|miss|(?-i:Ms\b(?=\.)))\b\.? +(?=[^\W\d_])", re.IGNORECASE
)
GIVEN = re.compile(
    r"\b(?:vornamen?|vorne|first name|given name)\s*(?:ist|is|lautet)?\s*[:,]? *", re.IGNORECASE
)
FAMILY = re.compile(
    r"\b(?:nachnamen?|familiennamen?|hinten|surname|last name|family name)\s*(?:ist|is"
    r"|lautet)?\s*[:,]? *",
    re.IGNORECASE,
)
LABEL = re.compile(r"\bname\s*(?:ist|is)?\s*[:,]? *", re.IGNORECASE)
BEHIND = re.compile(
    r"\s*,?\s*(?:(?:ist |is )?(?:mein name|my name)\b(?!\s+(?:is|ist)\b|['’])"
    r"|hei(?:ß|ss)e? ich\b|(?P<caller>hier|here|speaking|am apparat)(?=\s*(?:[,.!]|$)))",
    re.IGNORECASE,
)
# "Buchen Sie das auf Schröder": a single name at the end.
BOOKED = re.compile(
    r"\bauf +(?=(?-i:[^\W\d_a-zß-ÿ])[\w'’-]+ (?:buchen|reservieren|eintragen)\b)|"
    r"\b(?:(?:ge)?buch\w*|reservier\w*|(?:ein(?:ge)?)?trag\w*|läuft|termin)"
    r"(?: (?:sie|bitte|das|es|ihn|den termin|mir)){0,3}"
    r" auf +(?=(?-i:[^\W\d_a-zß-ÿ])[\w'’-]+\W*(?:bitte|danke)?\W*$)",
    re.IGNORECASE,
)
# How a name is written, said behind it: "Groß, mit scharfem S".
WITH_LETTERS = re.compile(
    r"[ ,]+(?:mit|with|ohne|without)\s+(?:(?:scharfem|weichem|hartem|doppel\w*|double|zwei"
    r"|zweimal|drei|two|three|one"
    r"|einem|nem|an?|doppeltem)[ -]+)*(?:[^\W\d_]{1,2}\b|doppel-?\w\b).*$",
    re.IGNORECASE,
)
_COURTESY = (
    r"(?:ja klar|klar|natürlich|gerne?|sure|of course|certainly|gestatten|(?:moin|hallo"
    r"|hello|hi)(?=\s*[,.!])"
    r"|my name\?|name\?|mein name\?|ja|yes|yeah|äh+m*|öh+m*|hm+|uh+m*|um|er+m+|also|ok|okay|gut|na"
    r"|well|so|right|oh|ach so|ach)[ ,.!…-]+"
)
# "Put it down under …", "tragen Sie mich bitte als … ein": what is done with the name.
_ASKED = (
    r"(?:(?:könn(?:t(?:en)?|en) sie|könn(?:t|tet) ihr|kannst du|(?:can|could|would|will) you"
    r"|you (?:can|could|may)|(?:sie|du) (?:können|kannst)|please|bitte|just|einfach)[ ,]+)*"
)
_WRITES = (
    r"(?:schreib(?:en|t|e)?|notier(?:en|t|e)?|nehm(?:en|t)|nimm|trag(?:en|t|e)?|setz(?:en|t|e)?"
    r"|buch(?:en|t|e)?|reservier(?:en|t|e)?|vermerk(?:en|t|e)?"
    r"|put|write|note|take|use|book|enter|make it|register|reserve)"
)
_FILLING = (
    r"(?:[ ,]+(?:sie|ihr|es|das|ihn|den termin|den|mich|mir|uns|bitte|mal|dann|doch|einfach|ruhig"
    r"|down|it|that|this|me|us|please|the appointment|the booking|in|as|als|for|für|under|unter|auf"
    r"|on|to))*"
)
_RUNS = (
    r"(?:(?:der termin|die buchung|das ganze|das|er|es|the appointment|the booking|it|that|this)"
    r" (?:läuft|geht|lautet|kommt|soll|sollte|muss|wäre|ist|is|goes|should be|should go|will be"
    r"|would be|runs|can be|can go)(?: (?:bitte|dann|also|halt|booked))*"
    r" (?:auf|unter|für|under|for|on|to))"
)
_THAT_IS = (
    r"(?:(?:das|dies|hier|es|that|it|this)(?: (?:ist|wär|wäre?|waere|would be|is|will be)|['’]s"
    r"|['’]d be|['’]?s (?:gonna|going to) be|['’]ll be)(?: (?:dann|also|dann wohl|mal|die|der))*)"
)
LEAD = re.compile(
    rf"^\s*(?:{_COURTESY}){{0,6}}"
    rf"(?:(?:{_RUNS}|{_ASKED}{_WRITES}{_FILLING}|{_SURE}"
    rf"|ich bin(?:['’]?s)?(?: der| die)?(?: frau| herr)?|{_THAT_IS}|wir sind(?: die)?(?= familie)"
    rf"|auf|under|unter"
    rf"|(?:der termin|das|er|it)(?: ist| is|['’]s)? (?:für|for)(?: meine[nmrs]?| my)?"
    rf"|(?:der |the )?name(?: ist| is|['’]s)?:?|mein name|vom namen her"
    rf"|i am|i['’]m|i go by|i['’]?d be|everyone calls me|people call me|alle nennen mich"
    rf"|(?:you can )?call me|nennen sie mich|nennt mich)[ :,]+{_ASIDE})?",
    re.IGNORECASE,
)
# The name said is no day and no season but a name.
LIKE_A_WORD = re.compile(
    r"\b(?:wie|like|as in|same as)\s+(?:bei\s+)?(?:der|die|das|dem|the|a|ein|eine)\s+"
    r"(?:wochentag|monat|jahreszeit|tag|farbe|beruf|tier|vogel|stadt|fluss|baum|blume|frucht|zahl"
    r"|month|day|season|colou?r|job|bird|animal|weekday|city|river|tree|flower|number|fruit)\b",
    re.IGNORECASE,
)
# Apostrophes left out, words of other uses: what is behind them must look like a name itself.
WEAK_LEAD = re.compile(
    r"^\s*(?:im|its|ists|is|just|only|simply|nur|einfach(?: nur)?|bloß|für|for|den|die|der|name?"
    r"|names)[ ,:]+",
    re.IGNORECASE,
)
TRAIL = re.compile(
    r"[ ,.!]+(?:bitte|please|pls|plz|danke|thanks|thx|cheers|ty)(?:\s+(?:schön|sehr|you))?[ .!]*$",
    re.IGNORECASE,
)
# "… is the name", "… auf, bitte", "… heiße ich": what closes the frame around a name.
TAIL = re.compile(
    r"[ ,]+(?:(?:ist|is|wäre|war|would be|lautet) (?:der|mein|the|my) (?:volle[r]? |full )?name"
    r"|(?:so )?hei(?:ß|ss)e? ich|(?:so )?nennt man mich|am apparat|bin ich"
    r"|is what (?:people|they) call me|speaking)[ .!?]*$",
    re.IGNORECASE,
)
# "Könnten Sie … notieren": the verb comes last.
ASKED_LEAD = re.compile(
    rf"^\s*(?:{_COURTESY}){{0,6}}(?:könn(?:en|ten) sie|würden sie|könnt ihr|kannst du|bitte)"
    rf"{_FILLING}[ ,]+",
    re.IGNORECASE,
)
# What is done with the name, behind it: only where the beginning asks for it.
TAIL_OF_LEAD = re.compile(
    r"[ ,]+(?:auf|ein|rein|drauf|hin|an|auf(?:schreiben|nehmen)|ein(?:tragen|schreiben)"
    r"|notieren|vermerken"
    r"|nehmen|hinschreiben|buchen|reservieren|anlegen|for me|for that|there|down|then|dann"
    r"|if (?:you can|possible|that['’]?s ok(?:ay)?)|wenn(?:['’]?s| es) geht)[ .!?]*$",
    re.IGNORECASE,
)
TAIL_OF_ENOUGH = re.compile(
    r"[ ,]+(?:reicht|genügt|is fine|will do|is enough|einfach)(?: (?:schon|mir|völlig))?[ .!?]*$",
    re.IGNORECASE,
)
# What somebody adds behind a comma about a name: "…, wie der Wochentag", "…, that's Greek".
ASIDE = re.compile(
    r"\s*[,;(]\s*(?:(?:nur|bloß|und|aber|only|just|also|but)\s+)*"
    r"(?:ein(?:em|e|s)?|zwei|doppel|one|an?|two|double)[ -]+[^\W\d_]{1,2}\b"
    r"|\s*[,;(.]\s*(?:(?:also|und|and|so|genauso|halt|ganz|genau|einfach|spelled|spelt|geschrieben"
    r"|schreibt sich|nur|just|beide|both|vorne|hinten|am|at)\s+)*"
    r"(?:(?:wie|like|as in)\s+(?=(?:der|die|das|dem|den|ein|eine|im|in|man\w*|man['’]s|bei|beim|the"
    r"|a|an|it|you)\b)|(?:mit|with|ohne|without)\s+(?!dem namen|mein|my\b))\S"
    r"|\s*[,;(.]\s*(?:das|dies|der name|it|that|this|der|er|es)(?: name)?"
    r"(?:\s+(?:ist|is|kommt|comes|klingt|sounds|schreibt|war|was|spricht|wird|gets)|['’]s|['’]?s)\s+"
    r"(?:(?:ein|eine|a|an|was|aus|from|so|ganz|halt|eben|auch|tatsächlich|sich|actually|man)\s+)*"
    r"(?:name|[^\W\d_]+(?:isch|ish|ese|ic|ench|an|eek|utch|er name|e name)\b|dem|der|the|from|aus"
    r"|mein (?:mädchen|nach|vor|geburts|künstler)\w*|my (?:maiden|married|last|first|full|sur)\w*"
    r"|genau|richtig|wie|mit|with)",
    re.IGNORECASE,
)
# "Brockhoff ist der Nachname, Günter der Vorname".
PART_BEHIND = re.compile(
    r"(?P<name>[^\W\d_][^,;.]*?)[ ,]+(?:(?:ist|is|wäre|being|['’]s)\s+)?(?:der|mein|the|my|als|as)"
    r"(?: the| my)?\s+"
    r"(?:(?P<family>nachname|familienname|zuname|surname|last name|family name|last|second name)"
    r"|(?P<given>vorname|rufname|first name|given name|first|christian name))\b",
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
