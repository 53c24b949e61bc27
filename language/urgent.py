"""What cannot wait for a model: danger to somebody, and the wish to speak with a person."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from language.text import fold
from language.vocabulary import load

_LONGEST_READ = 4000
# Asked several times on the way of one message.
_REMEMBERED = 64
_SHORTEST_CORRECTED = 6
_SENTENCE_END = re.compile(r"[.!?;\n]+\s+")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")
_REPEATED = re.compile(r"\b(\w+)(?: \1)+\b")
_WORD = re.compile(r"[^\W_]+(?:'[^\W\d_]+)?")
_LENIENT = str.maketrans({"ä": "ae?", "ö": "oe?", "ü": "ue?", "ß": "ss?"})
_GROUP = re.compile(r"\{([a-z]+)\}")
_PLAIN_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_GAP = r" (?:\S+ ){0,4}"


@lru_cache(maxsize=_REMEMBERED)
def is_emergency(text: str) -> bool:
    """Whether somebody tells of danger that is there now: fire, injury, crime, wish to die.

    In doubt it is one. Talk about the subject (figures, jobs, the fire brigade's open
    day) and what is long past are none.
    """
    sentences = _sentences(text)
    return any(map(_is_alarm, sentences)) or _is_danger(sentences)


def sounds_harmless(text: str) -> bool:
    """Whether ``text`` tells of no danger and has what speaks against it, too: a question for
    an office, papers, a drill, a time that is over, a figure of speech.
    """
    return not is_emergency(text) and _is_calm(_sentences(text))


def _is_alarm(sentence: str) -> bool:
    if not (_says("sure", sentence) or _says("likely", sentence)):
        return False
    sentence = _without_idioms(sentence)
    sure = _says("sure", sentence)
    if not (sure or _says("likely", sentence)) or _says("drill", sentence):
        return False
    if _says("past", sentence) and not (sure and _says("now", sentence)):
        return False
    return not _says("asked", sentence) and (sure or not _says("calm", sentence))


def _is_danger(sentences: Sequence[str]) -> bool:
    """Whether a word of danger is said and nothing in the whole text speaks against it."""
    told = any(_says("danger", _without_idioms(sentence)) for sentence in sentences)
    return told and not _is_calm(sentences)


def _is_calm(sentences: Sequence[str]) -> bool:
    present = any(_says("now", sentence) for sentence in sentences)
    signs = ("calm", "asked", "drill", "harmless", *(() if present else ("past",)))
    return any(_says(sign, sentence) for sign in signs for sentence in sentences)


def _without_idioms(sentence: str) -> str:
    return _pattern("emergency", "harmless").sub("-", sentence)


def _says(what: str, sentence: str, subject: str = "emergency") -> bool:
    return _pattern(subject, what).search(sentence) is not None


def wants_human(text: str) -> bool:
    """Whether somebody asks to speak with a person of the city instead of the machine."""
    return any(
        _says("wish", sentence, "human") and not _says("other", sentence, "human")
        for sentence in map(_said_once, _sentences(text))
    )


def _said_once(sentence: str) -> str:
    """Without a word's repetitions: "agent agent agent"."""
    return _REPEATED.sub(r"\1", sentence)


def _sentences(text: str) -> list[str]:
    """The words of each sentence, folded, misspelt ones put right, one blank between."""
    folded = _DRAWN_OUT.sub(r"\1", fold(text[:_LONGEST_READ]))
    return [" ".join(map(_spelt, _WORD.findall(part))) for part in _SENTENCE_END.split(folded)]


def _spelt(form: str) -> str:
    """The listed word that ``form`` is but for one letter, else ``form``."""
    near = _one_letter_less()
    if len(form) < _SHORTEST_CORRECTED or form in near:
        return near.get(form, form)
    shorter = (form[:at] + form[at + 1 :] for at in range(len(form)))
    return next((near[less] for less in shorter if less in near), form)


@cache
def _one_letter_less() -> dict[str, str]:
    listed = [fold(word) for word in load("urgent")["spelling"]]
    less = {word[:at] + word[at + 1 :]: word for word in listed for at in range(len(word))}
    return {**less, **{word: word for word in listed}}


@cache
def _pattern(subject: str, what: str) -> re.Pattern[str]:
    """All entries of a list of the vocabulary as one pattern."""
    vocabulary = load("urgent")
    pattern = "|".join(vocabulary[subject][what])
    while group := _GROUP.search(pattern):
        pattern = pattern.replace(group[0], f"({vocabulary['groups'][group[1]]})")
    pattern = _PLAIN_GROUP.sub("(?:", pattern).replace("\n", "").replace(" … ", _GAP)
    pattern = pattern.translate(_LENIENT)
    return re.compile(rf"(?<!\S)(?:{pattern})\b")
