"""``/live``: what changes, as server-sent events; ``/presence``: signs of life."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Form, Query, Request, Response
from fastapi.responses import StreamingResponse

from connectors.console import presence
from connectors.console.guard import Api, Member, guarded_router
from connectors.console.render import context, pages_of
from connectors.console.stream import Stream

router = guarded_router()


@router.get("/live")
async def live(
    request: Request,
    api: Api,
    conversation: Annotated[str, Query(max_length=200)] = "",
    after: Annotated[int, Query(ge=0)] = 0,
) -> StreamingResponse:
    """Events for an open page: see `stream`."""
    pages, known = pages_of(request), context(request)

    def show(message: Mapping[str, Any]) -> str:
        return pages.part("message.html", {**known, "message": message})

    stream = Stream(request.app.state.listening, api, show, conversation or None, after)
    return StreamingResponse(
        stream.events(),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


@router.post("/presence", status_code=204)
async def be_present(
    request: Request,
    api: Api,
    member: Member,
    status: Annotated[str, Form(pattern="^(available|busy|away)?$")] = "",
    limit: Annotated[int | None, Form(ge=1, le=50)] = None,
) -> Response:
    """A sign of life, with the status chosen before unless a new one is given."""
    chosen = presence.chosen(request, member.role)
    now = presence.Presence(status or chosen.status, limit or chosen.limit)
    await api.put(
        "/staff/presence",
        {"status": now.status, "limit": now.limit, "languages": member.languages or ["de"]},
    )
    response = Response(status_code=204)
    presence.remember(request, response, now)
    return response
