"""The same message as somebody in a hurry types it, or as recognised speech."""

import re
from random import Random

_PLAIN = {"ä": ("ae", "a"), "ö": ("oe", "o"), "ü": ("ue", "u"), "ß": ("ss", "s")}
_KEYS = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm")
_FILLERS = {
    "de": ("äh", "ähm", "also", "ja", "hm", "so", "halt"),
    "en": ("um", "uh", "so", "well", "like", "yeah"),
}
_PUNCTUATION = re.compile(r"[.,!?;:–\-\"„“]+(?=\s|$)")
_UNTOUCHED = 0.35
_SHORTEST = 4


def noisy(text: str, language: str, chance: Random) -> str:
    """``text`` as it is, or without capitals, punctuation, umlauts, with typos and fillers."""
    if chance.random() < _UNTOUCHED:
        return text
    if chance.random() < 0.5:
        text = text.lower()
    if chance.random() < 0.5:
        text = _PUNCTUATION.sub("", text)
    if chance.random() < 0.35:
        text = _without_umlauts(text, chance.randrange(2))
    words = text.split(" ")
    if chance.random() < 0.7:
        share = chance.choice((0.15, 0.3, 0.6))
        words = [_mistyped(word, chance) if chance.random() < share else word for word in words]
    if chance.random() < 0.15:
        words.insert(chance.randrange(len(words) + 1), chance.choice(_FILLERS[language]))
    if chance.random() < 0.07 and len(words) > _SHORTEST:
        del words[chance.randrange(len(words))]
    return " ".join(words)


def _without_umlauts(text: str, way: int) -> str:
    for letter, plain in _PLAIN.items():
        text = text.replace(letter, plain[way])
        text = text.replace(letter.upper(), plain[way].capitalize())
    return text


def _mistyped(word: str, chance: Random) -> str:
    """A letter dropped, swapped with the next, doubled, or taken for its neighbour."""
    if len(word) < _SHORTEST:
        return word
    at = chance.randrange(1, len(word))
    before, letter, after = word[:at], word[at], word[at + 1 :]
    ways = (
        before + after,
        before + after[:1] + letter + after[1:],
        before + letter + letter + after,
        before + chance.choice(_neighbours(letter)) + after,
    )
    return chance.choices(ways, (0.3, 0.3, 0.15, 0.25))[0]


def _neighbours(letter: str) -> str:
    row = next((row for row in _KEYS if letter.lower() in row), letter)
    at = row.find(letter.lower())
    return row[max(at - 1, 0) : at] + row[at + 1 : at + 2] or letter
