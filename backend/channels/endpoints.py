"""REST of the channels service; only our own processes may call it."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, status
from sqlalchemy.orm import Session

from backend.channels.domain import Taken, Told
from backend.channels.repository import ChannelRepository
from backend.channels.schemas import (
    ChannelName,
    ChatChange,
    ChatShape,
    Progress,
    UpdatesTaken,
    UpdatesTold,
    UpdateTaken,
)
from backend.channels.service import Channel
from backend.kit.auth import internal
from backend.kit.container import container_of
from backend.kit.sessions import Reading, Writing

router = APIRouter(
    prefix="/channels/{channel}", tags=["channels"], dependencies=[Depends(internal)]
)

AChannel = Annotated[ChannelName, Path()]
AChat = Annotated[str, Path(min_length=1, max_length=64)]
AnUpdate = Annotated[int, Path(ge=0, lt=2**63)]


def _of(request: Request, name: str, session: Session) -> Channel:
    box = container_of(request)
    return Channel(name, ChannelRepository(session), box.clock, box.ids)


def _writing(request: Request, channel: AChannel, session: Writing) -> Channel:
    return _of(request, channel, session)


def _reading(request: Request, channel: AChannel, session: Reading) -> Channel:
    return _of(request, channel, session)


WritingChannel = Annotated[Channel, Depends(_writing, scope="function")]
ReadingChannel = Annotated[Channel, Depends(_reading, scope="function")]


@router.post("/updates", status_code=status.HTTP_201_CREATED)
def take(body: UpdatesTold, channel: WritingChannel) -> UpdatesTaken:
    """Store updates before they are worked on, each once."""
    told = [Told(each.update_id, each.chat_id, each.body) for each in body.updates]
    return _shapes(channel.take(told))


@router.get("/updates/unfinished")
def unfinished(
    channel: WritingChannel,
    after: Annotated[int | None, Query(ge=0)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 500,
) -> UpdatesTaken:
    """What a process left behind that ended before it had answered."""
    return _shapes(channel.unfinished(after, limit))


@router.put("/updates/{update_id}", status_code=status.HTTP_204_NO_CONTENT)
def progress(update_id: AnUpdate, body: Progress, channel: WritingChannel) -> None:
    """How far an update is; a repeat changes nothing."""
    if body.sent is not None:
        channel.progress(update_id, body.sent)
    if body.finished:
        channel.finish(update_id, body.language)


@router.get("/conversations/{conversation_id}")
def chat_of(
    conversation_id: Annotated[str, Path(min_length=1, max_length=200)], channel: ReadingChannel
) -> ChatShape:
    """The chat of a conversation; 404 when it does not take place in this channel."""
    return ChatShape.model_validate(channel.chat_of(conversation_id))


@router.post("/chats/{chat_id}")
def open_chat(chat_id: AChat, channel: WritingChannel) -> ChatShape:
    """The chat; its conversation is a new one when the last was erased."""
    return ChatShape.model_validate(channel.open(chat_id))


@router.put("/chats/{chat_id}", status_code=status.HTTP_204_NO_CONTENT)
def change(chat_id: AChat, body: ChatChange, channel: WritingChannel) -> None:
    """Note that a person has blocked us, or takes messages again."""
    channel.block(chat_id, blocked=body.blocked)


def _shapes(found: Sequence[Taken]) -> UpdatesTaken:
    return UpdatesTaken(
        updates=[
            UpdateTaken(
                update_id=each.update.update_id,
                new=each.new,
                sent=each.update.sent,
                body=None if each.update.body is None else dict(each.update.body),
                chat=ChatShape.model_validate(each.chat) if each.chat else None,
            )
            for each in found
        ]
    )
