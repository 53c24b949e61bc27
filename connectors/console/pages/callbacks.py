"""People who want to be called or written to."""

from typing import Annotated

from fastapi import Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from connectors.console.backend import segment
from connectors.console.guard import Api, guarded_router
from connectors.console.pages.inbox import rooms
from connectors.console.render import pages_of

router = guarded_router()


@router.get("/callbacks")
async def callbacks(
    request: Request, api: Api, state: Annotated[str, Query(pattern="^(open|done)$")] = "open"
) -> Response:
    """Open ones, the oldest first; or those that are done."""
    found = await api.get("/staff/callbacks", state=state)
    return pages_of(request).page(
        request,
        "callbacks.html",
        callbacks=found["callbacks"],
        state=state,
        rooms=rooms(await api.get("/staff/departments"), request),
    )


@router.post("/callbacks/{callback_id}/done")
async def done(
    callback_id: str,
    api: Api,
    outcome: Annotated[str, Form(pattern="^(reached|not_reached|obsolete)$")],
) -> Response:
    """Somebody was called, or need not be."""
    await api.post(f"/staff/callbacks/{segment(callback_id)}/done", {"outcome": outcome})
    return RedirectResponse("/console/callbacks", 303)
