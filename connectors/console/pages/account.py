"""One's own account."""

from typing import Annotated

from fastapi import Form, Request, Response

from connectors.console.errors import Refused
from connectors.console.guard import Api, guarded_router, language_of
from connectors.console.render import pages_of
from connectors.console.texts import text

router = guarded_router()


@router.get("/account")
async def account(request: Request) -> Response:
    """Who one is, and the form for a new password."""
    return pages_of(request).page(request, "account.html", words="", good=False)


@router.post("/account/password")
async def change_password(
    request: Request,
    api: Api,
    old: Annotated[str, Form(max_length=200)] = "",
    new: Annotated[str, Form(max_length=200)] = "",
    again: Annotated[str, Form(max_length=200)] = "",
) -> Response:
    """A new password; other sessions end."""
    pages, language = pages_of(request), language_of(request)
    if new != again:
        words = text("account.different", language)
        return pages.page(request, "account.html", 422, words=words, good=False)
    try:
        await api.put("/staff/sessions/current/password", {"old": old, "new": new})
    except Refused as refusal:
        words = text("account.wrong", language) if refusal.status == 401 else refusal.words
        return pages.page(request, "account.html", 422, words=words, good=False)
    return pages.page(request, "account.html", words=text("account.changed", language), good=True)
