"""A yes, a no, or neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from language.assent import assent

YES = """
ja|Ja!|JA|jaaa|jaa|jo|joa|jau|jep|jup|jawohl|jawoll|ja bitte|ja gerne|ja, sehr gerne|ja klar
na klar|klar|na klar doch|ja doch|genau|ja genau|ganz genau|stimmt|das stimmt|stimmt so
stimmt alles|ja das stimmt|passt|passt so|ja, das passt|passt mir|alles richtig|richtig
das ist richtig|ja richtig|korrekt|das ist korrekt|ja bitte buchen|so buchen|bitte so buchen
ja so buchen|mach das|ja mach das|machen wir so|so machen|einverstanden|auf jeden Fall|natürlich
selbstverständlich|gerne|sehr gerne|ok|okay|ok so|alles klar|in Ordnung|ist in Ordnung
das ist in Ordnung|geht in Ordnung|bestätigen|ich bestätige|bestätigt|von mir aus|meinetwegen
warum nicht|ja warum nicht|kein Problem|hört sich gut an|klingt gut|perfekt|super|ja, prima, danke
ja danke|sicher|aber sicher doch|absolut|unbedingt|bin dabei|geht klar|abgemacht|ja ja is recht
dat stimmt|jau mach ma|hömma ja|ja ok absenden|hm ja|mhm|👍|👍🏽|👌|ja 👍|ja bite|genua|stimt
ja hallo bitte|ja, bitte den Termin buchen|ja trag ein so|yes|Yes!|yesss|yep|yup|yeah|yea|y|sure
sure thing|go ahead|yep, go ahead|do it|okay, do it|that's right|that is right|correct
that's correct|yes, that's correct|sounds good|please do|absolutely|of course|definitely|certainly
alright|all right|agreed|confirmed|yes please|yes, book it please|perfect, book it|fine
that's fine|fine by me|looks good|everything is correct|that works|exactly|why not|go for it
I confirm|yes I agree|yes yes|that would be great|I'm happy with that|by all means|true|right
no problem|uh-huh|indeed|na endlich, ja|sieht gut aus|das sieht gut aus|ja, nehme ich|den nehm ich
yes, I'll take it|okay, I take it
"""
NO = """
nein|Nein!|NEIN|neeein|nee|neeee|ne|nö|nää|nein danke|nö danke|nein, bitte nicht|lieber nicht
bloß nicht|auf keinen Fall|auf gar keinen Fall|keinesfalls|niemals|stimmt nicht|das stimmt nicht
das stimmt so nicht|nein das stimmt nicht|falsch|das ist falsch|nein, das ist falsch|leider falsch
passt nicht|das passt nicht|passt mir nicht|ne passt nich|nicht richtig|das ist nicht richtig
das ist so nicht richtig|nicht korrekt|nicht in Ordnung|das ist nicht in Ordnung
nicht einverstanden|nicht ok|nein nicht buchen|nicht buchen|bitte nicht buchen|noch nicht
bitte noch nicht absenden|auf keinen Fall buchen|nicht so|ich möchte das nicht
das möchte ich nicht|will ich nicht|lass mal|nee lass mal|lieber doch nicht|doch nicht
natürlich nicht|auf jeden Fall nicht|ganz bestimmt nicht|sicher nicht|nicht nötig|gar nicht
quatsch|quatsch, nein|ungern|nix da|ach nee|👎|❌|nein 👎|mach das nicht|mach dat bloß nich
nicht absenden|den nehme ich nicht|nicht gut|eher nicht|nicht wirklich|danke nein|leider nein
no|No!|noooo|nope|nah
no thanks|no thank you|no, thank you|don't|please don't|not really|wrong|that's wrong
no, that's wrong|that's not right|that is not right|not correct|that's not correct|incorrect
not ok|not okay|that's not ok|don't book it|please don't book it|do not book it|don't do it
don't do that|not yet|not now|definitely not|absolutely not|of course not|certainly not|no way
never|rather not|I'd rather not|not for me|I don't want that|doesn't work|that won't work for me
not good|no no|not at all
"""
NEITHER = """
Super, danke|prima, danke|great, thanks|Termin buchen|book an appointment|send me my data
nichts eintragen|einen Termin machen|ja, aber am Mittwoch|ja aber nur vormittags
ja wenn es nichts kostet|ja, falls es geht|jein|vielleicht|eventuell|nein doch|ja nein|ja nee
ja ne|nein ja|weiß nicht|ich weiß nicht|keine Ahnung|mal sehen|ja?|ok?|stimmt?|nein?|passt das
passt das?|stimmt das|ist das richtig|ist das ok|geht das|soll ich|ja oder nein|ja und wann
ja, Montag|ja am Dienstag um 9|Montag|um neun|ja in Walsum|nein, Walsum
nein, doch lieber in Walsum|nein, am Mittwoch|nein sondern zwei|ja zwei|2|ja 2|ja Anna Schmidt
Anna|bitte|danke|doch|hm|äh|so|das|Reisepass|hallo|Guten Tag|Was kostet das?|warum|warum denn
nicht falsch|das ist nicht falsch|falsch nicht|ja stimmt nicht|nein, stimmt|nein das ist richtig
ja falsch|richtig falsch|ja, bis auf die Uhrzeit|ja mit Änderungen|stimmt fast|fast
ja, nur der Name nicht|das erste|das zweite bitte|ja das zweite|Hilfe|abbrechen|zurück|weiter
später|gerne später|morgen|ja morgen|klar ist das teuer|yes but on Wednesday|yes if it's free
maybe|perhaps|yes and no|yes no|no yes|not wrong|not sure|I'm not sure|I don't know|yes?|ok?
is that right|is that correct|can I do it|yes on Monday|no, Monday|no, in Walsum|yes two|two|what
why|how much|okay what does it cost|right away|it's fine, but no|sure?|are you sure|help|thanks
thank you|please|one|the first one|yes except the time|ok Google|?|!|...|😀|да
"""


def lines(text: str) -> list[str]:
    return [part for line in text.strip().splitlines() for part in line.split("|")]


@pytest.mark.parametrize("text", lines(YES))
def test_a_yes(text: str) -> None:
    assert assent(text) is True


@pytest.mark.parametrize("text", lines(NO))
def test_a_no(text: str) -> None:
    assert assent(text) is False


@pytest.mark.parametrize("text", ["", *lines(NEITHER)])
def test_neither(text: str) -> None:
    assert assent(text) is None


@pytest.mark.parametrize(
    "negation", ["nicht", "nich", "not", "don't", "nein", "no", "auf keinen Fall"]
)
@pytest.mark.parametrize("text", lines(YES))
def test_a_negation_beside_a_yes_leaves_none(text: str, negation: str) -> None:
    assert assent(f"{text} {negation}") is not True
    assert assent(f"{negation} {text}") is not True


@given(st.text())
def test_any_text_can_be_judged(text: str) -> None:
    assert assent(text) in (True, False, None)
