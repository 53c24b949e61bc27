"""The one way into the engine: the front door's turns, and nothing else."""

import hashlib
import hmac
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from rasa.core.channels.channel import CollectingOutputChannel, InputChannel, UserMessage
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, json

from assistant.policies.tasks import TaskPolicy
from assistant.tracker_store import CityTrackerStore
from assistant.turn import Choice, TurnMetadata, berlin_now, harmless
from assistant.turns import turns
from assistant.wishes import in_turn, wishes
from language.wishes import clauses

logger = logging.getLogger(__name__)

OnNewMessage = Callable[[UserMessage], Awaitable[Any]]


class TurnOutput(CollectingOutputChannel):  # type: ignore[misc]
    """Collects the replies of one turn under the name of the turn's own channel, so that
    response variations for ``website``, ``telegram`` or ``phone`` match.
    """

    def __init__(self, channel: str) -> None:
        super().__init__()
        self._channel = channel

    def name(self) -> str:
        """The channel's name."""
        return self._channel


class FrontDoorInput(InputChannel):  # type: ignore[misc]
    """``POST /webhooks/frontdoor/webhook``: one turn in, its replies out.

    A turn sent again after a crash gets the replies it got before, or is run again.
    Every request carries the engine's token: Rasa's own ``--auth-token`` leaves
    channel webhooks open. A turn that fails or stays without an answer is 5xx.
    """

    def __init__(self, token: str) -> None:
        if not token:
            raise ValueError("the engine's token is missing: set FRONTDOOR_ENGINE_TOKEN")
        self._token = token

    @classmethod
    def name(cls) -> str:
        """Part of the URL."""
        return "frontdoor"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> "FrontDoorInput":
        """``token`` out of ``assistant/credentials.yml``."""
        return cls((credentials or {}).get("token", ""))

    def blueprint(self, on_new_message: OnNewMessage) -> Blueprint:
        """The routes."""
        routes = Blueprint("frontdoor_webhook")

        @routes.route("/", methods=["GET"])
        async def health(_: Request) -> HTTPResponse:
            return json({"status": "ok"})

        @routes.route("/webhook", methods=["POST"])
        async def turn(request: Request) -> HTTPResponse:
            if not self._is_allowed(request):
                return json({"error": "unauthorized"}, status=401)
            return await _answer(request, on_new_message)

        @routes.route("/conversations/<sender>", methods=["DELETE"], unquote=True)
        async def erase(request: Request, sender: str) -> HTTPResponse:
            if not self._is_allowed(request):
                return json({"error": "unauthorized"}, status=401)
            await _tracker_store(request).delete(sender)
            return json({"erased": True})

        @routes.route("/conversations/<sender>/turns", methods=["GET"], unquote=True)
        async def look_back(request: Request, sender: str) -> HTTPResponse:
            if not self._is_allowed(request):
                return json({"error": "unauthorized"}, status=401)
            return json(_turns(request, sender))

        return routes

    def _is_allowed(self, request: Request) -> bool:
        return hmac.compare_digest((request.token or "").encode(), self._token.encode())


async def _answer(request: Request, on_new_message: OnNewMessage) -> HTTPResponse:
    turn = request.json
    store = _tracker_store(request)
    last = store.last_turn(turn["sender"])
    if last is None or last.message_id != turn["id"] or not last.complete:
        done = last.parts if last and last.message_id == turn["id"] else 0
        try:
            for message in (await _messages(request, turn))[done:]:
                await on_new_message(message)
        except Exception:
            logger.exception("A turn failed")
            return json({"error": "turn_failed"}, status=500)
        last = store.last_turn(turn["sender"])
    if last is None or last.message_id != turn["id"] or not last.replies:
        return json({"error": "turn_unanswered"}, status=502)
    return json(last.as_json())


async def _messages(request: Request, turn: dict[str, Any]) -> list[UserMessage]:
    """The message, once for each of its wishes."""
    choice = Choice(**turn["choice"]) if turn.get("choice") else None
    at = datetime.fromisoformat(turn["at"]) if turn.get("at") else berlin_now()
    metadata = TurnMetadata(
        at,
        turn["channel"],
        turn.get("language"),
        choice,
        told=turn.get("told") or (),
        origin=mark(turn.get("address"), request.token or ""),
    )
    text = harmless(turn["text"])
    agent = request.app.ctx.agent

    async def understand(clause: str) -> dict[str, Any]:
        read = UserMessage(clause, metadata=metadata.as_metadata())
        parsed: dict[str, Any] = await agent.processor.parse_message(read)
        return parsed

    found = [] if choice else await wishes(text, understand, await _is_awaited(request, turn))
    ordered = in_turn(found, _starts(agent)) if found else [None]
    return [
        UserMessage(
            text,
            TurnOutput(turn["channel"]),
            turn["sender"],
            input_channel=turn["channel"],
            message_id=turn["id"],
            metadata=replace(metadata, wish=wish).as_metadata(),
        )
        for wish in ordered
    ]


def mark(address: str | None, secret: str) -> str | None:
    """What stands for a network address from here on: the address itself is never kept."""
    if not address:
        return None
    return hmac.new(secret.encode(), address.encode(), hashlib.sha256).hexdigest()[:32]


async def _is_awaited(request: Request, turn: dict[str, Any]) -> bool:
    """Whether a question of a task is open, asked only where a message has several clauses."""
    if len(clauses(turn["text"])) < 2:
        return False
    tracker = await _tracker_store(request).retrieve(turn["sender"])
    return bool(tracker and tracker.get_slot("tasks"))


def _starts(agent: Any) -> frozenset[str]:
    """The intents that start a task, as config.yml has them."""
    nodes = agent.processor.model_metadata.predict_schema.nodes.values()
    return frozenset(next(node.config["starts"] for node in nodes if node.uses is TaskPolicy))


def _turns(request: Request, sender: str) -> list[dict[str, Any]]:
    """What was said and decided; with ``?last=N`` in the newest N turns."""
    slots = request.app.ctx.agent.domain.slots
    initial = {slot.name: slot.initial_value for slot in slots}
    found = turns(_tracker_store(request).events(sender), initial)
    last = request.args.get("last", "")
    return found[max(0, len(found) - int(last)) :] if last.isdecimal() else found


def _tracker_store(request: Request) -> CityTrackerStore:
    """Our store inside Rasa's wrappers."""
    store = request.app.ctx.agent.tracker_store
    while not isinstance(store, CityTrackerStore):
        store = store._tracker_store
    return store
