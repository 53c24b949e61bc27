"""An answer to "your name?" without the sentence around the name."""

import re
from dataclasses import dataclass

from language.answer_frames import (
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
from language.evidence import is_everyday, is_listed, is_usual
from language.name_likeness import is_surely, is_unheard, is_whole
from language.name_words import (
    WORD,
    form_of,
    is_particle,
    name_words,
    never_in_a_name,
    without_titles,
    words_of,
    written,
)
from language.text import clean, fold, words

_MOST_PARTS = 5
_BEFORE_ONE = frozenset("auf unter under namen name heisse".split())
_AROUND = " ,!:;\"'„“”"
_AGAIN = re.compile(r"[ ,.]+(?:einfach nur|einfach|nur|just|only|simply)\s+(?=\S)", re.IGNORECASE)
# "Die Ewa": no word of its own may follow, unlike "für Kowalski".
# What is booked runs under it: whatever else is said, what looks like a whole name is one.
_LED = re.compile(
    r"\b(?:(?P<surely>unter|under|name[ns]?)|auf|as|als|für|for)[ :]+(?=\S)", re.IGNORECASE
)
_OF_NAMES = re.compile(
    r"\b(?:name|buchstabier|spell|spelt|gesagt|said|told|hatten?|gave|given|gegeben|before|vorher|immer|always|call|hei(?:ß|ss)"
    r"|schreib|written)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"[,;:.!?…]+\s+|\s+[–—-]\s+")
_ASKS = re.compile(
    r"\W*(?:w(?:er|o|as|ann|ie|arum|oher|ohin|ozu|elche\w*)|wh\w+|how)\b", re.IGNORECASE
)
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
    named = _without_small_words(_named_again(said).strip(_AROUND))
    return Unframed(named, explained, doubtful, alone, other)


def _without_small_words(said: str) -> str:
    """The name of "Marek Nowicki natürlich": what is written small behind capitals is none."""
    parts = said.split()
    while len(parts) > 2 and parts[0][0].isupper() and _is_said_small(parts[-1]):
        parts.pop()
    name = " ".join(parts)
    if any(map(_is_said_small, parts)):
        return said
    return name if len(parts) < len(said.split()) and is_surely(name, alone=False) else said


def _is_said_small(word: str) -> bool:
    form = form_of(word)
    said = is_usual(form) or form in words_of("frame")
    return said and word[0].islower() and not is_particle(word)


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
    name = _without_small_words(said[found[first].start() : found[last].end()])
    gaps = set(WORD.sub("", name)) - set(" -")
    forms = {form_of(word[0]) for word in found[first : last + 1]}
    if gaps or len(between) >= _MOST_PARTS or forms & (never_in_a_name() - words_of("also_family")):
        return None
    before = form_of(found[first - 1][0]) if first else ""
    alone = before in _BEFORE_ONE or _OF_NAMES.search(said) is not None
    if any(char.isdigit() for char in text) or not is_surely(name, alone=alone):
        return None
    return written(name)


def led_name(text: str) -> str | None:
    """The whole name behind "auf" or "under", whatever else is said: "geht das auf Nadine Ott?"."""
    text = clean(text)
    for lead in _LED.finditer(text):
        taken = without_titles(name_words(text, lead.end()))
        name = _without_small_words(text[taken[0].start() : taken[-1].end()]) if taken else ""
        if is_whole(name) or (lead["surely"] and is_unheard(name)):
            return written(name)
    return None


def parts_of(text: str) -> list[str]:
    """The parts of an answer in one of which a name may stand: "Hab ich doch gesagt, Mertens".
    A question has none."""
    if _ASKS.match(text):
        return []
    parts = [part.strip(_AROUND) for part in _PARTS.split(clean(text))]
    return [part for part in parts if part] if len(parts) > 1 else []


def stands_alone(name: str, text: str) -> bool:
    """Whether ``name``, a part of the answer ``text``, is hardly anything else: a known first name
    and more, or where names are spoken of ("hab ich schon gesagt") one that is no word."""
    if len(name.split()) > 1:
        return is_whole(name) or (_OF_NAMES.search(text) is not None and is_unheard(name))
    form = form_of(name)
    unknown = name[0].isupper() and not is_listed(form, "de") and not is_everyday(form)
    return unknown and _OF_NAMES.search(text) is not None
