"""The content of a notice, before it takes the form of its way; standard library only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Points:
    """A list under a heading."""

    heading: str
    entries: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """A button; `payload` in the notation of `connectors.core.choices`."""

    title: str
    payload: str


@dataclass(frozen=True)
class CalendarEntry:
    """A calendar file; `method` is the one inside it (PUBLISH, CANCEL)."""

    name: str
    method: str
    content: bytes


@dataclass(frozen=True)
class Letter:
    """What a person is told.

    `lead` comes first, then `rows` of label and value, `points`, and `closing` sentences. Chat
    shows `lead`, `rows` and `choices`; e-mail everything but the choices. Nothing in it was
    written by the public: a stranger's address must not receive a stranger's words from us.
    """

    subject: str
    lead: str
    rows: tuple[tuple[str, str], ...] = ()
    points: tuple[Points, ...] = ()
    closing: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    calendar: CalendarEntry | None = None

    @property
    def short(self) -> str:
        """The text for chat."""
        return "\n".join([self.lead, *(f"{label}: {value}" for label, value in self.rows)])
