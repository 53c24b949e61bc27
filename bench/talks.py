"""What people say in the benchmark: seeded, so that each run says the same, and varied, so
that hardly a message is sent twice and no cache of the assistant's decides.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bench.phrases import CITIZENS, FIRST_NAMES, LAST_NAMES, PLACES, STOCK

NOW = "2026-03-02T07:30:00"
CYCLE = 10
_LAST_DAY_FROM_NOW = 75
_TRIES = 40
_ENDINGS = ["", "", ".", "!", " .", " !", "!!", ".!", " ..", ",", " !!", ";"]


@dataclass(frozen=True)
class Line:
    """One message. ``books`` says that its answer must be an appointment."""

    kind: str
    text: str
    books: bool = False


class SmallTalker:
    """Speaks to the stock bot, in the words of its own stories."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def plain(self) -> list[Line]:
        """Three turns, one utterance each."""
        return self._lines("greet", "mood_great", "goodbye")

    def cycle(self) -> list[Line]:
        """CYCLE turns along its stories, to be repeated in one conversation."""
        return self._lines("greet", "mood_unhappy", "affirm", "mood_great", "goodbye") * 2

    def _lines(self, *kinds: str) -> list[Line]:
        return [Line(kind, self._random.choice(STOCK[kind])) for kind in kinds]


class Citizen:
    """Speaks to the front door. ``said`` is shared by all and holds what was ever said."""

    def __init__(self, seed: int, said: set[str]) -> None:
        self._random = Random(seed)
        self._said = said

    def plain(self) -> list[Line]:
        """Three turns that need no action: a greeting, a question about the bot, a goodbye."""
        language = self._language()
        return [self._line(kind, language) for kind in ("greet", "bot", "goodbye")]

    def booking(self) -> list[Line]:
        """A whole booking: step by step, at the only office, or all in one sentence."""
        forms = (self._step_by_step, self._step_by_step, self._at_one_office, self._in_a_sentence)
        return self._random.choice(forms)(self._language())

    def cycle(self) -> list[Line]:
        """CYCLE turns to be repeated: a booking, a question in its middle and one after it."""
        language = self._language()
        steps = self._step_by_step(language)
        amid = self._line("question", language, kind="question amid")
        return [*steps[:2], amid, *steps[2:], self._line("question", language)]

    def _step_by_step(self, language: str) -> list[Line]:
        return [
            self._line("start", language, service=self._pick(CITIZENS[language]["service"])),
            self._line("people", language),
            self._line("office", language, place=self._pick(PLACES)),
            self._line("day", language, kind="when", when=self._when(language)),
            *self._from_choice(language),
        ]

    def _at_one_office(self, language: str) -> list[Line]:
        return [
            self._line("start", language, service=self._pick(CITIZENS[language]["vehicle"])),
            self._line("people", language, kind="people, office known"),
            self._line("day", language, kind="when", when=self._when(language)),
            *self._from_choice(language),
        ]

    def _in_a_sentence(self, language: str) -> list[Line]:
        values = {
            "service": self._pick(CITIZENS[language]["service"]),
            "place": self._pick(PLACES),
            "when": self._when(language),
        }
        return [
            self._line("all at once", language, **values),
            self._line("people", language, kind="people, slots offered"),
            *self._from_choice(language),
        ]

    def _from_choice(self, language: str) -> Iterator[Line]:
        first, last = self._pick(FIRST_NAMES), self._pick(LAST_NAMES)
        yield self._line("choice", language)
        yield Line("name", self._pick(CITIZENS[language]["name"]).format(name=f"{first} {last}"))
        yield Line("contact", self._contact(first, last))
        yes = self._line("yes", language)
        yield Line(yes.kind, yes.text, books=True)

    def _line(self, words: str, language: str, kind: str = "", **values: str) -> Line:
        for _ in range(_TRIES):
            text = self._written(self._pick(CITIZENS[language][words]).format(**values))
            if text not in self._said:
                break
        self._said.add(text)
        return Line(kind or words, text)

    def _written(self, text: str) -> str:
        """As different hands write it: capitals and full stops come and go."""
        form = self._pick([text, text[0].upper() + text[1:], text.lower()])
        return form + ("" if text.endswith("?") else self._pick(_ENDINGS))

    def _when(self, language: str) -> str:
        """A working day within the horizon, with or without a part of the day."""
        day = date.fromisoformat(NOW[:10])
        day += timedelta(days=self._random.randint(2, _LAST_DAY_FROM_NOW))
        while day.weekday() > 4:
            day += timedelta(days=1)
        words = CITIZENS[language]
        return self._pick(words["when"]).format(day=day.day, month=words["months"][day.month - 3])

    def _contact(self, first: str, last: str) -> str:
        if self._random.random() < 0.3:
            return f"0203 {self._random.randint(100000, 9999999)}"
        return f"{first}.{last}{self._random.randint(1, 9999)}@example.org".lower()

    def _language(self) -> str:
        return self._pick(["de", "de", "en"])

    def _pick(self, words: list[str]) -> str:
        return self._random.choice(words)
