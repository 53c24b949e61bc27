"""Writes the messages with codes."""

from dataclasses import dataclass
from datetime import datetime

from backend.kit.clock import wall_clock
from backend.kit.texts import Texts
from backend.notifications.domain import Notice
from backend.notifications.identity.codes import CODE
from backend.notifications.letter import Letter
from backend.notifications.service.ports import Permanent
from language.writing import write_time


@dataclass(frozen=True)
class CodeComposer:
    """Implements `Composer`."""

    texts: Texts

    def letter(self, notice: Notice) -> Letter:
        """See Composer. The subject holds no code: it is shown on locked screens."""
        if notice.kind != CODE:
            raise Permanent("unknown_kind")
        until = wall_clock(datetime.fromisoformat(notice.facts["until"]))
        time = write_time(until, notice.language)
        return Letter(
            subject=self._say(notice, "subject"),
            lead=self._say(notice, "lead", code=notice.facts["code"]),
            closing=(self._say(notice, "until", time=time), self._say(notice, "stranger")),
        )

    def _say(self, notice: Notice, key: str, **values: str) -> str:
        return self.texts.say(f"notifications.{notice.kind}.{key}", notice.language, values)
