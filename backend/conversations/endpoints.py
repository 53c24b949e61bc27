"""REST of the conversations service; only our own processes may call it."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response, status
from sqlalchemy.orm import Session

from backend.conversations.domain import Answer, Incoming, Message, Reply
from backend.conversations.gap_repository import GapRepository
from backend.conversations.handover.dependencies import ReadingDesk, WritingDesk
from backend.conversations.handover.service.erasing import Erasing
from backend.conversations.handover.service.requesting import Requesting
from backend.conversations.repository import ConversationRepository
from backend.conversations.schemas import (
    AnswerRequest,
    ConversationShape,
    IncomingMessage,
    MessageShape,
    NoticeRequest,
    ReceivedAnswer,
    Replies,
    Transcript,
)
from backend.conversations.service import Conversations
from backend.kit.auth import internal
from backend.kit.container import container_of
from backend.kit.sessions import Reading, Writing

router = APIRouter(
    prefix="/conversations", tags=["conversations"], dependencies=[Depends(internal)]
)

ConversationId = Annotated[str, Path(min_length=1, max_length=200)]


def _of(request: Request, session: Session) -> Conversations:
    clock = container_of(request).clock
    return Conversations(ConversationRepository(session), clock, GapRepository(session))


def _writing(request: Request, session: Writing) -> Conversations:
    return _of(request, session)


def _reading(request: Request, session: Reading) -> Conversations:
    return _of(request, session)


WritingConversations = Annotated[Conversations, Depends(_writing, scope="function")]
ReadingConversations = Annotated[Conversations, Depends(_reading, scope="function")]


@router.post("/{conversation_id}/messages", status_code=status.HTTP_201_CREATED)
def receive(
    conversation_id: ConversationId,
    body: IncomingMessage,
    conversations: WritingConversations,
    desk: WritingDesk,
    response: Response,
) -> ReceivedAnswer:
    """Store a message before it is processed; 200 with its replies when it is known.

    The state tells who answers it: nobody but staff while the person waits or talks with them.
    """
    incoming = Incoming(body.id, body.channel, body.text, body.language, body.payload)
    received = conversations.receive(conversation_id, incoming)
    state = Requesting(desk).heard(conversation_id, received)
    if not received.new:
        response.status_code = status.HTTP_200_OK
    replies = None if received.replies is None else _shapes(received.replies)
    told = _shapes(received.told)
    return ReceivedAnswer(seq=received.seq, state=state, replies=replies, told=told)


@router.put("/{conversation_id}/messages/{message_id}/replies")
def answer(
    conversation_id: ConversationId,
    message_id: str,
    body: AnswerRequest,
    conversations: WritingConversations,
) -> Replies:
    """Store the replies to a message; once there are some, those are returned instead."""
    replies = [
        Reply(each.text, [button.model_dump() for button in each.buttons], each.card)
        for each in body.replies
    ]
    given = Answer(body.language, body.intent, body.confidence, replies)
    return Replies(replies=_shapes(conversations.answer(conversation_id, message_id, given)))


@router.post("/{conversation_id}/notices")
def add_notice(
    conversation_id: ConversationId, body: NoticeRequest, conversations: WritingConversations
) -> MessageShape:
    """Store what the bot says by itself; a repeat of its id gets the stored message."""
    reply = Reply(body.text, [button.model_dump() for button in body.buttons], body.card)
    stored = conversations.add_notice(conversation_id, body.id, body.language, reply)
    return MessageShape.model_validate(stored)


@router.get("/{conversation_id}/messages")
def transcript(
    conversation_id: ConversationId,
    conversations: ReadingConversations,
    after: Annotated[int | None, Query(ge=0)] = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 200,
) -> Transcript:
    """Messages in order: those after a seq, or the latest ones."""
    return Transcript(messages=_shapes(conversations.transcript(conversation_id, after, limit)))


@router.get("/{conversation_id}/replies/latest")
def latest_replies(conversation_id: ConversationId, conversations: ReadingConversations) -> Replies:
    """What was said last, for "say that again"."""
    return Replies(replies=_shapes(conversations.latest_replies(conversation_id)))


@router.get("/{conversation_id}")
def get(
    conversation_id: ConversationId, conversations: ReadingConversations, desk: ReadingDesk
) -> ConversationShape:
    """Language, channel and beginning of a conversation, and who has it now."""
    conversation = conversations.get(conversation_id)
    standing = Requesting(desk).standing(conversation)
    return ConversationShape(
        language=conversation.language,
        channel=conversation.channel,
        created_at=conversation.created_at,
        state=conversation.state,
        position=standing.position,
        wait_minutes=standing.wait_minutes,
        staff=standing.staff,
    )


@router.delete("/{conversation_id}", status_code=status.HTTP_204_NO_CONTENT)
def erase(conversation_id: ConversationId, desk: WritingDesk) -> None:
    """Erase everything of a conversation, callbacks included; a repeat changes nothing."""
    desk.callbacks.erase_of(conversation_id)
    Erasing(desk).erase(conversation_id)


def _shapes(messages: Sequence[Message]) -> list[MessageShape]:
    return [MessageShape.model_validate(message) for message in messages]
