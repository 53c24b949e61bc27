"""What staff do with a conversation."""

from typing import Annotated

from fastapi import Form, Request, Response
from fastapi.responses import RedirectResponse

from connectors.console import conversation as reading
from connectors.console.backend import Backend, segment
from connectors.console.guard import Api, guarded_router
from connectors.console.render import pages_of

router = guarded_router()

Note = Annotated[str, Form(max_length=2000)]
Words = Annotated[str, Form(min_length=1, max_length=4000)]
Id = Annotated[str, Form(alias="id", min_length=1, max_length=200)]
Key = Annotated[str, Form(min_length=1, max_length=200)]


async def _step(
    request: Request, api: Backend, conversation_id: str, step: str, body: object = None
) -> Response:
    """Take a step; the page gets the new head, or is shown again by browsers without htmx."""
    await api.post(f"/staff/conversations/{segment(conversation_id)}/{step}", body)
    return await _shown(request, api, conversation_id)


async def _shown(request: Request, api: Backend, conversation_id: str) -> Response:
    if not request.headers.get("hx-request"):
        return RedirectResponse(f"/console/conversations/{segment(conversation_id)}", 303)
    known = await reading.head_of(api, conversation_id)
    return pages_of(request).page(request, "head.html", **known, new_id=reading.new_id)


@router.post("/conversations/{conversation_id}/take")
async def take(conversation_id: str, request: Request, api: Api) -> Response:
    """Take it oneself."""
    return await _step(request, api, conversation_id, "take")


@router.post("/conversations/{conversation_id}/assign")
async def assign(conversation_id: str, request: Request, api: Api, to: Key) -> Response:
    """Give it to a colleague; ``to`` is id and name, as the form lists them."""
    staff_id, _, name = to.partition(" ")
    body = {"staff_id": staff_id, "staff_name": name or staff_id}
    return await _step(request, api, conversation_id, "assign", body)


@router.post("/conversations/{conversation_id}/transfer")
async def transfer(
    conversation_id: str, request: Request, api: Api, to: Key, note: Note = ""
) -> Response:
    """Ask a colleague (``staff:ID NAME``), or hand it to a department (``department:KEY``)."""
    kind, _, target = to.partition(":")
    body: dict[str, str | None] = {"note": note or None}
    if kind == "department":
        body["department"] = target
    else:
        staff_id, _, name = target.partition(" ")
        body |= {"staff_id": staff_id, "staff_name": name or staff_id}
    return await _step(request, api, conversation_id, "transfer", body)


@router.post("/conversations/{conversation_id}/transfer/accept")
async def accept(conversation_id: str, request: Request, api: Api) -> Response:
    """Take what a colleague offers."""
    return await _step(request, api, conversation_id, "transfer/accept")


@router.post("/conversations/{conversation_id}/transfer/decline")
async def decline(conversation_id: str, request: Request, api: Api, note: Note = "") -> Response:
    """Leave it with the colleague."""
    return await _step(request, api, conversation_id, "transfer/decline", {"note": note or None})


@router.post("/conversations/{conversation_id}/transfer/withdraw")
async def withdraw(conversation_id: str, request: Request, api: Api) -> Response:
    """Offer it no longer."""
    return await _step(request, api, conversation_id, "transfer/withdraw")


@router.post("/conversations/{conversation_id}/release")
async def release(conversation_id: str, request: Request, api: Api, note: Note = "") -> Response:
    """Back to the queue."""
    return await _step(request, api, conversation_id, "release", {"note": note or None})


@router.post("/conversations/{conversation_id}/return")
async def give_back(conversation_id: str, request: Request, api: Api, note: Note = "") -> Response:
    """Back to the assistant; the person reads the note."""
    return await _step(request, api, conversation_id, "return", {"note": note or None})


@router.post("/conversations/{conversation_id}/close")
async def close(
    conversation_id: str,
    request: Request,
    api: Api,
    reason: Annotated[str, Form(pattern="^(solved|not_ours|no_answer|spam|other)$")],
    note: Note = "",
) -> Response:
    """The end, with its reason."""
    body = {"reason": reason, "note": note or None}
    return await _step(request, api, conversation_id, "close", body)


@router.post("/conversations/{conversation_id}/messages")
async def write(
    conversation_id: str,
    request: Request,
    api: Api,
    message_id: Id,
    text: Words,
) -> Response:
    """Write to the person; the answer is a fresh form, the message comes by the stream."""
    path = f"/staff/conversations/{segment(conversation_id)}"
    await api.post(f"{path}/messages", {"id": message_id, "text": text})
    if not request.headers.get("hx-request"):
        return RedirectResponse(f"/console/conversations/{segment(conversation_id)}", 303)
    item = {"id": conversation_id}
    return pages_of(request).page(request, "compose.html", item=item, new_id=reading.new_id)


@router.post("/conversations/{conversation_id}/notes")
async def note(
    conversation_id: str,
    request: Request,
    api: Api,
    message_id: Id,
    text: Words,
) -> Response:
    """A private note."""
    path = f"/staff/conversations/{segment(conversation_id)}"
    await api.post(f"{path}/notes", {"id": message_id, "text": text})
    return await _shown(request, api, conversation_id)


@router.post("/conversations/{conversation_id}/tags")
async def tag(
    conversation_id: str,
    request: Request,
    api: Api,
    tags: Annotated[str, Form(max_length=700)] = "",
) -> Response:
    """All tags, separated by commas."""
    path = f"/staff/conversations/{segment(conversation_id)}"
    kept = [each.strip()[:32] for each in tags.split(",") if each.strip()]
    await api.put(f"{path}/tags", {"tags": list(dict.fromkeys(kept))[:20]})
    return await _shown(request, api, conversation_id)


@router.post("/conversations/{conversation_id}/read", status_code=204)
async def read(conversation_id: str, api: Api, seq: Annotated[int, Form(ge=0)]) -> Response:
    """Everything up to a message has been seen."""
    await api.put(f"/staff/conversations/{segment(conversation_id)}/read", {"seq": seq})
    return Response(status_code=204)


@router.post("/conversations/{conversation_id}/typing", status_code=204)
async def typing(conversation_id: str, api: Api) -> Response:
    """Somebody writes."""
    await api.post(f"/staff/conversations/{segment(conversation_id)}/typing")
    return Response(status_code=204)
