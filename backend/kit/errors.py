"""Errors with a stable code, and their form on the wire.

Every refusal is `{"error": {"code", "message", "details"}}`; the message is in the language
of Accept-Language, German by default.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

import structlog
from fastapi import FastAPI, Request
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, OperationalError
from starlette.exceptions import HTTPException

from backend.kit.texts import Texts, preferred_language

log = structlog.get_logger(__name__)


class ServiceError(Exception):
    """Base of all refusals; a subclass names its code, HTTP status and text key.

    `details` is JSON for the caller; its top-level values fill the text's placeholders.
    """

    code: ClassVar[str]
    status: ClassVar[int]
    text_key: ClassVar[str]

    def __init__(self, details: Mapping[str, Any] | None = None) -> None:
        super().__init__(self.code)
        self.details: Mapping[str, Any] = details or {}


class Unauthorised(ServiceError):
    """The internal bearer token is missing or wrong."""

    code, status, text_key = "unauthorised", 401, "error.unauthorised"


class Forbidden(ServiceError):
    """The role of who asks does not allow this."""

    code, status, text_key = "forbidden", 403, "error.forbidden"


class TooManyRequests(ServiceError):
    """A client asks more often than allowed."""

    code, status, text_key = "too_many_requests", 429, "error.too_many_requests"


class Busy(ServiceError):
    """The database could not take the request in time."""

    code, status, text_key = "busy", 503, "error.busy"


class Internal(ServiceError):
    """A fault of ours."""

    code, status, text_key = "internal", 500, "error.internal"


class InvalidRequest(ServiceError):
    """The request does not have the documented form."""

    code, status, text_key = "invalid_request", 422, "error.invalid_request"


_HTTP_TEXTS = {
    404: ("not_found", "error.not_found"),
    405: ("method_not_allowed", "error.method_not_allowed"),
}


def install_error_handlers(app: FastAPI, texts: Texts) -> None:
    """Make every error of the app leave in the documented form."""

    def answer(
        request: Request, status: int, code: str, text_key: str, details: Mapping[str, Any]
    ) -> JSONResponse:
        language = preferred_language(request.headers.get("accept-language"))
        message = texts.say(text_key, language, details)
        body = {"error": {"code": code, "message": message, "details": jsonable_encoder(details)}}
        headers = {"Content-Language": language}
        if status == Unauthorised.status:
            headers["WWW-Authenticate"] = "Bearer"
        return JSONResponse(body, status, headers)

    def refused(request: Request, error: ServiceError) -> JSONResponse:
        return answer(request, error.status, error.code, error.text_key, error.details)

    def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        # The input itself is left out: it may hold personal data.
        fields = [{"where": list(e["loc"]), "what": e["msg"]} for e in error.errors()]
        return refused(request, InvalidRequest({"fields": fields}))

    def http(request: Request, error: HTTPException) -> JSONResponse:
        code, key = _HTTP_TEXTS.get(error.status_code, ("http_error", "error.http"))
        return answer(request, error.status_code, code, key, {})

    def busy(request: Request, error: Exception) -> JSONResponse:
        log.warning("database_unavailable", kind=type(error).__name__)
        return refused(request, Busy())

    def unstorable(request: Request, error: Exception) -> JSONResponse:
        return refused(request, InvalidRequest())

    def internal(request: Request, error: Exception) -> JSONResponse:
        log.error("request_failed", kind=type(error).__name__, method=request.method)
        return refused(request, Internal())

    app.exception_handler(ServiceError)(refused)
    app.exception_handler(RequestValidationError)(invalid)
    app.exception_handler(HTTPException)(http)
    app.exception_handler(OperationalError)(busy)
    app.exception_handler(DataError)(unstorable)
    app.exception_handler(Exception)(internal)
