"""An answer to "your name?" without the sentence around the name."""

import re
from dataclasses import dataclass

from language.introductions import (
    ASIDE,
    ASKED_LEAD,
    LEAD,
    LIKE_A_WORD,
    TAIL,
    TAIL_OF_ENOUGH,
    TAIL_OF_LEAD,
    TRAIL,
    WEAK_LEAD,
    WITH_LETTERS,
)
from language.name_likeness import is_surely
from language.name_words import WORD, form_of, is_particle, never_in_a_name, words_of, written
from language.text import clean, fold, words

_MOST_PARTS = 5
_BEFORE_ONE = frozenset("auf unter under namen name heisse".split())
_AROUND = " ,!:;\"'„“”"
_AGAIN = re.compile(r"[ ,.]+(?:einfach nur|einfach|nur|just|only|simply)\s+(?=\S)", re.IGNORECASE)
# "Die Ewa": no word of its own may follow, unlike "für Kowalski".
_MAY_LEAD_ONE = re.compile(r"\s*(?:just|only|simply|nur|einfach|bloß|für|for)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Unframed:
    """What is left of an answer.

    ``explained``: it was said that a word is a name here ("Freitag, wie der Wochentag");
    ``doubtful``: the frame is one of other sentences, too, so what is left must look like a name;
    ``alone``: in doubt a single word will do; ``led``: a frame went before that is one of
    other sentences, too ("that is …", "schreib …"), unlike "auf …".
    """

    said: str
    explained: bool = False
    doubtful: bool = False
    alone: bool = True
    led: bool = False


def unframed(text: str) -> Unframed | None:
    """``text`` without what leads to the name and what follows it; None where it is a question."""
    text = clean(text)
    said, explained, doubtful, alone = text, False, False, True
    aside = ASIDE.search(said)
    letters = WITH_LETTERS.search(said)
    if aside and aside.start() and not (letters and letters.start() <= aside.start()):
        explained = LIKE_A_WORD.search(said, aside.start()) is not None
        doubtful = not explained
        said = said[: aside.start()]
    said = _without_end(said)
    led = LEAD.match(said)
    begin = led.end() if led else 0
    done = TAIL_OF_LEAD.search(said)
    asked = ASKED_LEAD.match(said) if done and not begin else None
    begin = asked.end() if asked else begin
    if begin:
        said = (said[: done.start()] if done else said).rstrip(" ?")
    last = words(said[:begin])
    other = bool(last) and last[-1].form not in _BEFORE_ONE
    tail = TAIL.search(said)
    said = said[: tail.start()] if tail else said
    doubtful = doubtful or (tail is not None and not begin)
    said = _without_end(said[begin:])
    weak = WEAK_LEAD.match(said)
    if weak:
        doubtful, alone = True, bool(_MAY_LEAD_ONE.match(said))
        said = said[weak.end() :]
    enough = TAIL_OF_ENOUGH.search(said)
    if enough:
        doubtful, said = True, said[: enough.start()]
    return Unframed(_named_again(said).strip(_AROUND), explained, doubtful, alone, other)


def _without_end(said: str) -> str:
    shorter = TRAIL.sub("", said)
    while shorter != said:
        said, shorter = shorter, TRAIL.sub("", shorter)
    return said.strip(_AROUND)


def _named_again(said: str) -> str:
    """The name of "Wagner, einfach nur Wagner"."""
    again = _AGAIN.search(said)
    if again is None:
        return said
    before, behind = said[: again.start()], said[again.end() :]
    parts, again_parts = fold(before).split(), fold(behind).split()
    is_short = max(len(parts), len(again_parts)) <= _MOST_PARTS - 2
    return behind if is_short and set(parts) & set(again_parts) else said


def framed_name(text: str) -> str | None:
    """The one name in a sentence that is else made of what stands around names alone:
    "ich würde sagen auf Claudia Ebert"."""
    said = _without_end(clean(text).split("?")[0])
    found = list(WORD.finditer(said))
    frame = words_of("frame") | words_of("relations") | words_of("titles")
    inside = [i for i, word in enumerate(found) if form_of(word[0]) not in frame]
    if not inside or not 0 < len(inside) < len(found):
        return None
    first, last = inside[0], inside[-1]
    while first and is_particle(found[first - 1][0]) and form_of(found[first - 1][0]) not in frame:
        first -= 1
    between = [form_of(word[0]) for word in found[first:last]]
    name = said[found[first].start() : found[last].end()]
    gaps = set(WORD.sub("", name)) - set(" -")
    forms = {form_of(word[0]) for word in found[first : last + 1]}
    if gaps or len(between) >= _MOST_PARTS or forms & (never_in_a_name() - words_of("also_family")):
        return None
    before = form_of(found[first - 1][0]) if first else ""
    if any(char.isdigit() for char in text) or not is_surely(name, alone=before in _BEFORE_ONE):
        return None
    return written(name)
