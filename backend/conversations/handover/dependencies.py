"""What the endpoints of the handover ask for."""

from typing import Annotated

from fastapi import Depends, Header, Path, Request

from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.wiring import handovers_of
from backend.kit.sessions import Reading, Writing

ConversationId = Annotated[str, Path(min_length=1, max_length=200)]
IdempotencyKey = Annotated[str | None, Header(max_length=200)]


def _writing(request: Request, session: Writing) -> Desk:
    return handovers_of(request).desk(session)


def _reading(request: Request, session: Reading) -> Desk:
    return handovers_of(request).desk(session)


WritingDesk = Annotated[Desk, Depends(_writing, scope="function")]
ReadingDesk = Annotated[Desk, Depends(_reading, scope="function")]
