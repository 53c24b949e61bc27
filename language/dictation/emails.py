"""E-mail addresses as spoken: "anna punkt schmidt ät web punkt de"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from language.dictation.pieces import Piece
from language.text import fold
from language.vocabulary import load

_MOST_LABEL = 12
_MOST_WORDS = 3
_BRACKETS = frozenset("()[]{}<>")
_JOINTS = frozenset(".-_+")


@dataclass(frozen=True)
class SpokenEmail:
    """An address as it would be typed; offsets of everything said."""

    address: str
    start: int
    end: int


@cache
def _never() -> frozenset[str]:
    """Frequent words: they stand beside an address, not in it."""
    markers = load("words")["markers"]
    frequent = {fold(word) for language in markers for word in markers[language]}
    spelling = load("spelling")
    never = frequent | set(spelling["no_address"]) | set(spelling["fillers"])
    return frozenset(never - set(spelling["addresses"]) - {"klein", "gross", "small"})


@cache
def _domains() -> frozenset[str]:
    return frozenset(load("spelling")["domains"])


@cache
def _repeats() -> frozenset[str]:
    return frozenset(load("spelling")["repeats"])


@cache
def _providers() -> frozenset[str]:
    return frozenset(load("spelling")["providers"])


def find_spoken_emails(pieces: Sequence[Piece]) -> Iterator[SpokenEmail]:
    """Every address around an "at" that has a domain with an ending behind it."""
    kept = [piece for piece in pieces if piece.form not in _BRACKETS]
    done = 0
    for index, piece in enumerate(kept):
        if piece.sign != "@" or index < max(done, 1):
            continue
        domain = _domain(kept, index + 1)
        local = _local(kept, index - 1, done)
        if domain and local:
            written, end = domain
            said, begin = local
            yield SpokenEmail(f"{said}@{written}", kept[begin].start, kept[end - 1].end)
            done = end


def _written(piece: Piece, text: str = "") -> str:
    if set(piece.chars) == {"O"} and len(piece.chars) > 1:
        return "0" * len(piece.chars)  # "double oh"
    if piece.chars and (piece.spelled or piece.chars.isdigit() or len(piece.form) == 1):
        return piece.chars.lower()
    return piece.form if piece.form and piece.form[0].isalnum() else ""


def _is_letter(piece: Piece) -> bool:
    """A letter by itself or by its name: "s", "ce", "ha"."""
    return len(piece.chars) == 1 and piece.chars.isalpha() and not piece.spelled


def _named_letter(pieces: Sequence[Piece], at: int) -> str:
    """The letter that a word names where letters are said one by one: "s ce ha u l z"."""
    beside = [pieces[i] for i in (at - 1, at + 1) if 0 <= i < len(pieces)]
    is_initial = _is_joint(pieces, at + 1) and len(pieces[at].form) <= 3
    # "Be" is a word before a dot, hardly before "unterstrich".
    usual = pieces[at].form in _never() and _is_dot(pieces, at + 1)
    said = _is_letter(pieces[at]) and ((is_initial and not usual) or any(map(_is_letter, beside)))
    return pieces[at].chars.lower() if said else ""


def _is_joint(pieces: Sequence[Piece], at: int) -> bool:
    """A dot, or a dash or underscore that was said."""
    said = at < len(pieces) and pieces[at].sign in _JOINTS and pieces[at].form[0].isalpha()
    return said or _is_dot(pieces, at)


def _is_dot(pieces: Sequence[Piece], at: int) -> bool:
    """A dot that was said, or typed with no blank behind it."""
    if at >= len(pieces) or pieces[at].sign != ".":
        return False
    typed = pieces[at].form == "."
    return not typed or (at + 1 < len(pieces) and pieces[at + 1].glued)


def _domain(pieces: Sequence[Piece], at: int) -> tuple[str, int] | None:
    labels = [""]
    words = 0
    while at < len(pieces) and words <= _MOST_LABEL:
        piece = pieces[at]
        if _is_dot(pieces, at) and labels[-1]:
            labels.append("")
            typed = piece.form == "."
            ending = pieces[at + 1].form if at + 1 < len(pieces) else ""
            is_ending = ending in _domains() or (typed and len(ending) > 1 and ending.isalpha())
            if is_ending and not _is_dot(pieces, at + 2):
                labels[-1] = ending
                return ".".join(labels), at + 2
        elif piece.sign == "-" and labels[-1]:
            labels[-1] += "-"
        elif piece.form in _domains() and len(labels) == 1 and labels[0] in _providers():
            return f"{labels[0]}.{piece.form}", at + 1
        elif piece.gap or piece.sign or not _written(piece):
            return None
        elif piece.form in _never() and not (labels[-1].endswith("-") or len(piece.form) == 1):
            # "… at my company dot com" is one; "at the office" has no dot behind it.
            labels[-1] += piece.form
            if words == 0 and piece.form in ("the", "der", "die", "das", "dem", "den"):
                return None
        else:
            labels[-1] += _written(piece)
        words += 1
        at += 1
    return None


def _before_aside(pieces: Sequence[Piece], at: int) -> int:
    """Before a remark on how it is written: "mueller mit ue", "schmidt mit d t"."""
    back = at
    while back > max(0, at - 3) and _is_spelt(pieces[back]):
        back -= 1
    is_aside = back < at and back >= 1 and pieces[back].form in ("mit", "with")
    return back - 1 if is_aside else at


def _is_spelt(piece: Piece) -> bool:
    one_or_two = piece.form.isalpha() and len(piece.form) <= 2
    return one_or_two or piece.form in _repeats()


def _local(pieces: Sequence[Piece], at: int, least: int) -> tuple[str, int] | None:
    """What stands before the "at", read backwards up to a word that is no part of it."""
    parts: list[str] = []
    words = 0
    begin = at + 1
    at = _before_aside(pieces, at)
    joined = True  # whether the piece at hand belongs to the address for sure
    while at >= least:
        piece = pieces[at]
        if piece.sign in _JOINTS:
            if joined or (piece.sign == "." and not _is_dot(pieces, at)):
                break
            parts.append(piece.sign)
            joined = True
        else:
            written = _named_letter(pieces, at) or _written(piece)
            single = len(written) == 1 or written.isdigit()
            words += not single
            frequent = piece.form in _never() and not single
            apart = not joined and (frequent or piece.gap or words > _MOST_WORDS)
            if not written or piece.sign or apart or (frequent and not parts):
                break
            parts.append(written)
            begin, joined = at, False
        at -= 1
    while parts and parts[-1] in _JOINTS:
        parts.pop()
    return ("".join(reversed(parts)), begin) if parts else None
