"""A text as lexemes: words looked up, digits read, codes and greetings set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator

from language.dates.joining import approximate, clipped_part, particle, spoken_hundreds
from language.dates.lexemes import Kind, Lexeme, Lexemes
from language.dates.masking import mask
from language.dates.numeric import read_numeric
from language.dates.vocabulary import Entry, Phrase, Vocabulary, vocabulary
from language.text import fold

_TOKEN = re.compile(r"\d+|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*|[^\w\s]|_")
_MARKS = {",": Kind.COMMA, ".": Kind.STOP, "?": Kind.STOP, "!": Kind.STOP, ";": Kind.STOP,
          "-": Kind.DASH, "–": Kind.DASH, "—": Kind.DASH, "−": Kind.DASH, "‐": Kind.DASH,
          "€": Kind.COUNTED, "$": Kind.COUNTED, "£": Kind.COUNTED, "%": Kind.COUNTED,
          "°": Kind.COUNTED, "'": Kind.FOLLOWER}  # fmt: skip
_LOOK_AHEAD = 8
_COUNTED_PARTS = frozenset(
    "nights mornings afternoons evenings nachmittage vormittage abende naechte".split()
)
_WHOLE_WORDS = {Kind.WEEKDAY, Kind.MONTH, Kind.COMMON_MONTH, Kind.PART, Kind.UNIT, Kind.MORGEN,
                Kind.QUARTER_YEAR}  # fmt: skip

Token = tuple[str, int, int]


def lex(text: str, language: str) -> Lexemes:
    """The lexemes of `text`, followed by END lexemes."""
    words = vocabulary(language)
    tokens = list(_tokens(text, words))
    lexemes: Lexemes = []
    position, read_to = 0, 0
    while position < len(tokens):
        form, begin, finish = tokens[position]
        position += 1
        if begin < read_to:
            continue
        phrase = _phrase(tokens, position - 1, words)
        if phrase:
            position += len(phrase.words) - 1
            read_to = tokens[position - 1][2]
            said = " ".join(phrase.words)
            lexemes += _entries(phrase.entries, begin, read_to, said)
        elif text[begin].isdecimal():
            lexemes.append(read_numeric(text, begin))
            read_to = lexemes[-1].finish
        elif not form[0].isalpha():
            kind = Kind.NOTHING if form == "\0" else _MARKS.get(form, Kind.PUNCTUATION)
            lexemes.append(Lexeme(kind, begin, finish, form=form))
        else:
            capital = int(text[begin].isupper())
            entries = words.guess(form) or ((Kind.WORD, capital, ""),)
            lexemes += _entries(entries, begin, finish, form)
    return _joined(lexemes) + [Lexeme(Kind.END, len(text), len(text))] * _LOOK_AHEAD


def _tokens(text: str, words: Vocabulary) -> Iterator[Token]:
    """Folded words, single marks and digit runs; what is masked becomes the form NUL."""

    def known(word: str) -> bool:
        phrases = words.phrases.get(fold(word), ())
        return any(p.entries[0][0] in _WHOLE_WORDS for p in phrases if len(p.words) == 1)

    position = 0
    for begin, finish in [*mask(text, known), (len(text), len(text))]:
        for found in _TOKEN.finditer(text, position, max(begin, position)):
            yield (fold(found[0]) or "\0", found.start(), found.end())
        if finish > max(begin, position):
            yield ("\0", begin, finish)
        position = max(position, finish)


def _phrase(tokens: list[Token], position: int, words: Vocabulary) -> Phrase | None:
    behind = tokens[position + 1][0] if position + 1 < len(tokens) else ""
    for phrase in words.phrases.get(tokens[position][0], ()):
        length = len(phrase.words)
        if length == 1:
            return phrase
        if phrase.words[1] != behind:
            continue
        if tuple(token[0] for token in tokens[position : position + length]) == phrase.words:
            return phrase
    return None


def _entries(entries: tuple[Entry, ...], begin: int, finish: int, form: str) -> Iterator[Lexeme]:
    for kind, value, name in entries:
        yield Lexeme(kind, begin, finish, value, name, form=form)


def _joined(lexemes: Lexemes) -> Lexemes:
    """Numbers spoken in several words made one: "twenty first", "drei und zwanzig".

    Parts of day that are counted ("three nights") say no time.
    """
    joined: Lexemes = []
    for i, lexeme in enumerate(lexemes):
        behind = lexemes[i + 1] if i + 1 < len(lexemes) else None
        lexeme = particle(clipped_part(lexeme, joined), joined, behind)
        if approximate(lexeme, joined) or spoken_hundreds(lexeme, joined):
            continue
        counted = lexeme.form in _COUNTED_PARTS and joined and joined[-1].kind is Kind.NUMBER
        joined.append(lexeme._replace(kind=Kind.COUNTED) if counted else lexeme)
        if lexeme.kind not in (Kind.NUMBER, Kind.ORDINAL) or lexeme.name != "word":
            continue
        gap = 2 if len(joined) > 2 and joined[-2].kind in (Kind.DASH, Kind.AND) else 1
        front = joined[-1 - gap] if len(joined) > gap else None
        if front is None or front.kind is not Kind.NUMBER or front.name not in ("word", "article"):
            continue
        tens_first = front.value in range(20, 100, 10) and 0 < lexeme.value < 10
        ones_first = 0 < front.value < 10 and lexeme.value in range(20, 100, 10)
        spoken = ones_first and gap == 2 and joined[-2].kind is Kind.AND
        asked = len(joined) > 3 and joined[-4].kind is Kind.BETWEEN
        if (tens_first and (gap == 1 or joined[-2].kind is Kind.DASH)) or (spoken and not asked):
            value = front.value + lexeme.value
            joined[-1 - gap :] = [Lexeme(lexeme.kind, front.begin, lexeme.finish, value, "word")]
    return joined
