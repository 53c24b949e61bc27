"""The connectors over HTTP, as the handover uses them."""

from collections.abc import Sequence
from dataclasses import asdict

import httpx
import structlog

from backend.conversations.domain import Message
from backend.conversations.handover.ports import Change, NotReached, Place, Unreachable
from backend.kit.outgoing import LoopClient, NotStarted

log = structlog.get_logger(__name__)

_GONE = "conversation_not_found"
_DELIVER = "/internal/deliver"
_CHANGES = "/internal/changes"


class ConnectorsTelling:
    """`POST /internal/deliver` and `/internal/changes` of the connectors. See ports.Telling."""

    def __init__(self, client: LoopClient) -> None:
        self._client = client

    def deliver(self, conversation_id: str, message: Message) -> bool:
        """See ports.Telling."""
        body = {
            "id": message.message_id,
            "conversation_id": conversation_id,
            "language": message.language or "de",
            "text": message.text,
            "buttons": list(message.buttons),
            "kind": message.kind,
            "role": message.role,
            "sender": message.sender,
            "standing": message.standing,
            "seq": message.seq,
            "channel": message.channel,
        }
        try:
            response = self._client.post(_DELIVER, body)
        except (httpx.HTTPError, TimeoutError, NotStarted) as error:
            raise NotReached(type(error).__name__) from error
        if response.status_code == httpx.codes.UNPROCESSABLE_ENTITY:
            raise Unreachable
        if response.status_code == httpx.codes.NOT_FOUND and _GONE in response.text:
            raise Unreachable
        if response.status_code >= httpx.codes.BAD_REQUEST:
            raise NotReached(f"connectors_{response.status_code}")
        return bool(response.json().get("reached"))

    def tell(self, changes: Sequence[Change], places: Sequence[Place]) -> None:
        """See ports.Telling."""
        body = {"changes": list(map(asdict, changes)), "places": list(map(asdict, places))}
        try:
            self._client.post_later(_CHANGES, body)
        except NotStarted:
            log.debug("changes_not_told")
