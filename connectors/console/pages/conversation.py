"""One conversation: messages, who has it, and what is known."""

import asyncio

from fastapi import Request, Response

from connectors.console import conversation as reading
from connectors.console.guard import Api, Member, guarded_router
from connectors.console.pages.inbox import VIEWS, rooms, wanted
from connectors.console.render import pages_of

router = guarded_router()


@router.get("/conversations/{conversation_id}")
async def conversation(
    conversation_id: str, request: Request, api: Api, member: Member, view: str = "mine"
) -> Response:
    """The whole page."""
    listing = wanted(view if view in VIEWS else "mine")
    head, messages, found = await asyncio.gather(
        reading.head_of(api, conversation_id),
        reading.messages_of(api, conversation_id),
        api.get("/staff/conversations", **listing.query()),
    )
    bookings = await reading.bookings_of(api, head["detail"], messages)
    return pages_of(request).page(
        request,
        "conversation.html",
        **head,
        messages=messages,
        bookings=bookings,
        rooms=rooms(head, request),
        canned=reading.canned_for(request.app.state.canned, member, head["detail"]),
        titles=request.app.state.titles,
        new_id=reading.new_id,
        found=found,
        wanted=listing,
        views=VIEWS,
        chosen=conversation_id,
    )


@router.get("/conversations/{conversation_id}/head")
async def head(conversation_id: str, request: Request, api: Api) -> Response:
    """Who has it and what may be done, for pages that are open."""
    known = await reading.head_of(api, conversation_id)
    return pages_of(request).page(request, "head.html", **known, new_id=reading.new_id)


@router.get("/conversations/{conversation_id}/context")
async def beside(conversation_id: str, request: Request, api: Api) -> Response:
    """What is known, for pages that are open."""
    detail, messages, departments = await asyncio.gather(
        reading.detail_of(api, conversation_id),
        reading.messages_of(api, conversation_id),
        api.get("/staff/departments"),
    )
    return pages_of(request).page(
        request,
        "context.html",
        detail=detail,
        item=detail["item"],
        rooms=rooms(departments, request),
        bookings=await reading.bookings_of(api, detail, messages),
        titles=request.app.state.titles,
        new_id=reading.new_id,
    )
