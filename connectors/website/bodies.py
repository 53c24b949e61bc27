"""Reads what browsers post: JSON within bounds, and nothing else."""

import json
from typing import Any

from fastapi import Request

from connectors.core.incoming import BadMessage

LARGEST_BODY = 1_000_000
# Clients that name no type, or the one that browsers use by themselves, may still send JSON.
_JSON_TYPES = ("application/json", "text/plain", "application/x-www-form-urlencoded", "")

_JSON_ENDINGS = ("+json", "/csp-report")


class UploadRefused(BadMessage):
    """A file or form, where words are expected."""

    def __init__(self) -> None:
        super().__init__("upload_refused")


class BodyTooLarge(BadMessage):
    """More than a message can be."""

    def __init__(self) -> None:
        super().__init__("body_too_large")


async def read_json(request: Request, most: int = LARGEST_BODY) -> Any:
    """The body's JSON, or None when it holds none.

    Raises UploadRefused and BodyTooLarge, without reading on.
    """
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media_type not in _JSON_TYPES and not media_type.endswith(_JSON_ENDINGS):
        raise UploadRefused
    length = request.headers.get("content-length", "")
    if length.isdecimal() and int(length) > most:
        raise BodyTooLarge
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise BodyTooLarge
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None
