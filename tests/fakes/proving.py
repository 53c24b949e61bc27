"""The identity service in memory: every code is 123456, four tries each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actions.identity.ports import NotProved, NotSent

RIGHT_CODE = "123456"
_TRIES = 4


@dataclass
class FakeIdentity:
    """``booked`` are the appointments by contact; ``off`` refuses to send anything."""

    booked: Mapping[str, Sequence[dict[str, Any]]] = field(default_factory=dict)
    off: bool = False
    asked: list[str] = field(default_factory=list)
    origins: list[str | None] = field(default_factory=list)
    tries: dict[str, int] = field(default_factory=dict)

    async def ask(
        self,
        contact: str,
        conversation_id: str,
        language: str,
        key: str,
        origin: str | None = None,
    ) -> str:
        self.origins.append(origin)
        if self.off:
            raise NotSent("off")
        if "@" not in contact:
            raise NotSent("unreachable")
        self.asked.append(contact)
        challenge = f"challenge-{len(self.asked)}"
        self.tries[challenge] = _TRIES
        return challenge

    async def prove(self, challenge: str, code: str, conversation_id: str, key: str) -> str:
        if not self.tries.get(challenge):
            raise NotProved("over")
        if code != RIGHT_CODE or self._contact(challenge) not in self.booked:
            self.tries[challenge] -= 1
            raise NotProved("wrong", self.tries[challenge])
        return f"proof-of-{challenge}"

    async def appointments(self, proof: str, conversation_id: str) -> list[dict[str, Any]]:
        if not proof.startswith("proof-of-"):
            raise NotProved("over")
        return list(self.booked[self._contact(proof.removeprefix("proof-of-"))])

    def _contact(self, challenge: str) -> str:
        return self.asked[int(challenge.removeprefix("challenge-")) - 1]
