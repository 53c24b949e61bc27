"""A name put right after it was given: "nein, Hans Meyer", "Meyer mit y"."""

import re
from collections.abc import Iterator

from language.name_likeness import are_alike
from language.name_words import never_in_a_name
from language.text import fold

# "Doris, nein, Dörte", "Kathleen, no wait, Katherine": what goes before counts no more.
_AFTER_ALL = (
    r"(?:ach |äh+m? |oh |uh |no,? |nein,? |nee,? )*(?:nein|nee?|quatsch|moment|halt|stimmt nicht"
    r"|falsch|ich mein(?:e|te)|(?:oder )?besser(?: gesagt)?|vielmehr|beziehungsweise|entschuldigung"
    r"|verzeihung|pardon|sorry|no|nope|wait|hang on|i mean(?:t)?|i meant to say|actually|or rather"
    r"|rather|scratch that|correction)"
)
PUT_RIGHT = re.compile(
    rf"\s*[,.;:!?…–-]+\s*{_AFTER_ALL}(?:[ ,.;:!?…–-]+{_AFTER_ALL})*[ ,.;:!?…–-]+(?=\S)"
    rf"|\s+(?:nein|nee|quatsch|sorry|no wait|i mean|or rather)[ ,.;:…–-]+(?=\S)",
    re.IGNORECASE,
)
_RATHER = re.compile(
    r"\W*(?:(?:nein|no)\W+)?(?:nicht|not)\s(?P<wrong>[^,;.]{2,40}?),?\s(?:sondern|but)\s(?=\S)",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(r"\b[^\W\d_a-zß-ÿ][\w'’-]+(?:\s+[^\W\d_a-zß-ÿ][\w'’-]+)*")


def corrected_name(text: str, known: str) -> str | None:
    """``known`` as ``text`` puts it right: "nein, Hans Meyer", "Meyer mit y".

    A name that is said must be like the known one, or hold a part of it; a family name
    alone takes the place of the one it is like.
    """
    for said in _capitalised(text):
        if fold(said) in fold(known):
            continue
        parts, said_parts = known.split(), said.split()
        if len(said_parts) > 1 and (set(parts) & set(said_parts) or are_alike(said, known)):
            return said
        like = [part for part in parts if len(said_parts) == 1 and are_alike(said, part)]
        if len(like) == 1:
            return " ".join(said if part == like[0] else part for part in parts)
    return None


def put_right(text: str) -> tuple[str, str] | None:
    """What was said first and what takes its place: "Doris, nein, Dörte", "not Kim but Tim"."""
    rather = _RATHER.match(text)
    if rather:
        return rather["wrong"], text[rather.end() :]
    last = max(PUT_RIGHT.finditer(text), key=lambda found: found.end(), default=None)
    return (text[: last.start()], text[last.end() :]) if last and last.start() else None


def _capitalised(text: str) -> Iterator[str]:
    for match in _CAPITALISED.finditer(text):
        words_of_name = [w for w in match.group().split() if fold(w) not in never_in_a_name()]
        if words_of_name:
            yield " ".join(words_of_name)
