"""The sentence around a name in an answer to "your name?": "Das läuft auf …, danke"."""

import re

from language.introductions import ASIDE_WORD, SURELY

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
    r"|my name\?|name\?|mein name\?|ja+|joa?|yes|yeah|yep|[äöe]h+m*|hm+|mh+m*|tja"
    r"|nun|naja|uh+m*|um|er+m+|also|ok|okay|gut|na"
    r"|well|so|right|oh|ach so|ach|(?:nein|nee|no)(?=[,.!])"
    r"|(?:but|aber|und|and)(?= (?:das|es|ich|mein|it|that|i|my)\b))[ ,.:!…-]+"
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
    r"|down|out|it|that|this|me|us|please|the appointment|the booking|in|as|als|for|für|under|unter"
    r"|auf|on|to))*"
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
    rf"(?:(?:{_RUNS}|{_ASKED}{_WRITES}{_FILLING}|{SURELY}"
    rf"|(?:ich )?bin(?:['’]?s)?(?: der| die)?(?: frau| herr)?|{_THAT_IS}"
    rf"|wir sind(?: die)?(?= familie)"
    rf"|auf|under|unter|as|als"
    rf"|(?:der termin|das|er|it)(?: ist| is|['’]s)? (?:für|for)(?: meine[nmrs]?| my)?"
    rf"|(?:(?:der|the|mein|my) )?(?:nach|familien|sur|last |family |full )?name"
    rf"(?: ist| is| lautet|['’]s)?:?|vom namen her"
    rf"|i am|i['’]m|i go by|i['’]?d be|everyone calls me|people call me|alle nennen mich"
    rf"|(?:you can )?call me|nennen sie mich|nennt mich)[ :,]+{ASIDE_WORD})?",
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
    r"[ ,.!]+(?:bitte|please|pls|plz|danke|thanks|thx|cheers|ty|natürlich|of course"
    r"|gerne?)(?:\s+(?:schön|sehr|you))?[ .!]*$",
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
    r"|nehmen|laufen|gehen|lauten|hinschreiben|buchen|reservieren|anlegen"
    r"|for me|for that|there|down|then|dann"
    r"|if (?:you can|possible|that['’]?s ok(?:ay)?)|wenn(?:['’]?s| es) geht)[ .!?]*$",
    re.IGNORECASE,
)
TAIL_OF_ENOUGH = re.compile(
    r"[ ,]+(?:reicht|genügt|is fine|will do|is enough|einfach)(?: (?:schon|mir|völlig))?[ .!?]*$",
    re.IGNORECASE,
)
# What somebody adds behind a comma about a name: "…, wie der Wochentag", "…, that's Greek".
ASIDE = re.compile(
    r"\s*[,;(.]?\s*\b(?:geborene?r?|geb\.|née|born|verwitwete|ehemals|formerly|früher)\b"
    r"|\s*[,;(]\s*(?:(?:nur|bloß|und|aber|only|just|also|but)\s+)*"
    r"(?:ein(?:em|e|s)?|zwei|doppel|one|an?|two|double|capital|small|lower ?case|gro(?:ß|ss)\w*"
    r"|klein\w*)[ -]+[^\W\d_]{1,2}\b"
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
