"""The identity port over the backend's REST API."""

from typing import Any

from actions.backend import Backend, BackendError
from actions.identity.ports import NotProved, NotSent

_NOT_SENT = {
    "contact_invalid": "invalid",
    "contact_not_reachable": "unreachable",
    "code_sending_off": "off",
    "too_many_codes": "too_many",
}
_NOT_PROVED = {
    "code_malformed": "malformed",
    "code_wrong": "wrong",
    "no_attempts_left": "over",
    "challenge_expired": "over",
    "challenge_used": "over",
    "challenge_not_found": "over",
    "proof_invalid": "over",
}


class IdentityApi:
    """Identity, see there."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    async def ask(
        self,
        contact: str,
        conversation_id: str,
        language: str,
        key: str,
        origin: str | None = None,
    ) -> str:
        """See Identity."""
        body = {"contact": contact, "conversation_id": conversation_id, "language": language}
        body |= {"address": origin} if origin else {}
        try:
            answer = await self._backend.post("/identity/challenges", body, key)
        except BackendError as error:
            if error.code not in _NOT_SENT:
                raise
            raise NotSent(_NOT_SENT[error.code], error.details.get("minutes", 0)) from error
        return str(answer["challenge_id"])

    async def prove(self, challenge: str, code: str, conversation_id: str, key: str) -> str:
        """See Identity."""
        body = {"code": code, "conversation_id": conversation_id}
        try:
            answer = await self._backend.post(f"/identity/challenges/{challenge}/proof", body, key)
        except BackendError as error:
            raise _not_proved(error) from error
        return str(answer["proof"])

    async def appointments(self, proof: str, conversation_id: str) -> list[dict[str, Any]]:
        """See Identity."""
        headers = {"Identity-Proof": proof, "Conversation-Id": conversation_id}
        try:
            answer = await self._backend.get("/identity/appointments", headers=headers)
        except BackendError as error:
            raise _not_proved(error) from error
        found: list[dict[str, Any]] = answer["appointments"]
        return found


def _not_proved(error: BackendError) -> Exception:
    if error.code not in _NOT_PROVED:
        return error
    return NotProved(_NOT_PROVED[error.code], error.details.get("left", 0))
