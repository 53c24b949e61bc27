"""REST of the notifications service: what failed, and unsubscribing."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from backend.kit.auth import internal
from backend.kit.container import container_of
from backend.kit.sessions import Reading, Writing
from backend.notifications.domain import State
from backend.notifications.page import page
from backend.notifications.repository import NoticeRepository
from backend.notifications.schemas import Notices, NoticeShape
from backend.notifications.unsubscribing import UnsubscribeLinks

router = APIRouter(prefix="/notifications", tags=["notifications"])


@router.get("", dependencies=[Depends(internal)])
def latest(
    session: Reading,
    state: State = State.FAILED,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Notices:
    """What could not be sent, or is in any other state; neither content nor recipient."""
    found = NoticeRepository(session)
    shown = [NoticeShape.model_validate(each) for each in found.latest(state, limit)]
    return Notices(counts={State(k): v for k, v in found.counts().items()}, notices=shown)


@router.get("/unsubscribe/{token}", response_class=HTMLResponse)
def ask(token: str, request: Request) -> HTMLResponse:
    """A page with a button; reading it changes nothing, since mail scanners do."""
    texts = container_of(request).texts
    if _address(request, token) is None:
        return page(texts, "unknown", 404)
    return page(texts, "ask", button=True)


@router.post("/unsubscribe/{token}", response_class=HTMLResponse)
def unsubscribe(token: str, request: Request, session: Writing) -> HTMLResponse:
    """No more reminders to the link's address (RFC 8058 one-click, or the page's button)."""
    container = container_of(request)
    address = _address(request, token)
    if address is None:
        return page(container.texts, "unknown", 404)
    NoticeRepository(session).unsubscribe(address, container.clock.now())
    return page(container.texts, "done")


def _address(request: Request, token: str) -> str | None:
    links: UnsubscribeLinks | None = request.app.state.unsubscribe_links
    return links.address_in(token) if links else None
