"""Refusals as browsers get them: a stable code, and words in the person's language."""

from typing import Any

from fastapi.responses import JSONResponse

from connectors.core.incoming import BadMessage
from connectors.core.limits import TooMany
from connectors.core.texts import text
from connectors.website import parse

STATUS = {
    "request_malformed": 400,
    "conversation_unknown": 403,
    "body_too_large": 413,
    "upload_refused": 415,
    "too_many_messages": 429,
    "not_stored": 503,
    "erasure_failed": 503,
}


def error_fields(bad: BadMessage, language: str) -> dict[str, Any]:
    """``code`` and ``message``; ``retry_after`` in seconds where waiting helps."""
    fields = {"code": bad.key, "message": text(bad.key, language, **bad.values)}
    return {**fields, "retry_after": bad.seconds} if isinstance(bad, TooMany) else fields


def error_frame(bad: BadMessage, fields: dict[str, Any], preferred: str | None) -> dict[str, Any]:
    """The same over the WebSocket; ``fields`` are those of the frame that is refused."""
    language = parse.language_to_answer_in(fields, parse.language_of(fields) or preferred)
    frame = {"type": "error", **error_fields(bad, language)}
    return {**frame, "id": fields["id"]} if isinstance(fields.get("id"), str) else frame


def problem(bad: BadMessage, language: str, body: dict[str, Any] | None = None) -> JSONResponse:
    """The answer to a request that is refused; ``body`` is what else it says."""
    headers = {"Retry-After": str(bad.seconds)} if isinstance(bad, TooMany) else None
    content = {**(body or {}), "error": error_fields(bad, language)}
    return JSONResponse(content, STATUS.get(bad.key, 200), headers)
