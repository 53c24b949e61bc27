"""Whether somebody takes new chats, and how many at a time: kept by their browser."""

import re
from dataclasses import dataclass

from fastapi import Request, Response

from connectors.console.cookies import is_secure

_COOKIE = "console_presence"
_FORM = re.compile(r"(available|busy|away)\.([1-9]\d?)")
_LIMIT = 4
STATUSES = ("available", "busy", "away")


@dataclass(frozen=True)
class Presence:
    """``limit``: chats at a time."""

    status: str
    limit: int = _LIMIT


def chosen(request: Request, role: str) -> Presence:
    """As chosen last; at first agents are available, and who leads is not."""
    match = _FORM.fullmatch(request.cookies.get(_COOKIE, ""))
    if match:
        return Presence(match.group(1), min(int(match.group(2)), 50))
    return Presence("available" if role == "agent" else "away")


def remember(request: Request, response: Response, presence: Presence) -> None:
    """Keep the choice while the browser is open."""
    response.set_cookie(
        _COOKIE,
        f"{presence.status}.{presence.limit}",
        path="/console",
        httponly=True,
        samesite="strict",
        secure=is_secure(request),
    )
