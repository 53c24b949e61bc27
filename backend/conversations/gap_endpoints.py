"""REST of the knowledge gaps; only our own processes may call it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, status

from backend.conversations.errors import GapNotFound
from backend.conversations.gap_repository import GapRepository
from backend.conversations.gaps import Example
from backend.conversations.schemas import (
    ExampleRequest,
    Examples,
    ExampleShape,
    Gaps,
    GapShape,
)
from backend.kit.actor import Acting
from backend.kit.auth import internal
from backend.kit.container import container_of
from backend.kit.sessions import Reading, Writing

router = APIRouter(
    prefix="/knowledge-gaps", tags=["conversations"], dependencies=[Depends(internal)]
)


@router.get("")
def latest(session: Reading, limit: Annotated[int, Query(ge=1, le=10_000)] = 1000) -> Gaps:
    """The newest messages that were not understood, personal data masked."""
    found = GapRepository(session).latest(limit)
    return Gaps(gaps=[GapShape.model_validate(gap) for gap in found])


@router.get("/examples")
def examples(session: Reading) -> Examples:
    """What staff made of gaps: training data that waits to be taken over."""
    found = GapRepository(session).examples()
    return Examples(examples=[ExampleShape.model_validate(each) for each in found])


@router.post("/{gap_id}/example", status_code=status.HTTP_201_CREATED)
def make_example(
    gap_id: int, body: ExampleRequest, request: Request, actor: Acting, session: Writing
) -> ExampleShape:
    """Turn a gap into a training example of an intent."""
    repository = GapRepository(session)
    gap = repository.take(gap_id)
    if gap is None:
        raise GapNotFound
    now = container_of(request).clock.now()
    example = Example(gap.text, gap.language, body.intent, actor.id, now)
    repository.add_example(example)
    return ExampleShape.model_validate(example)


@router.delete("/{gap_id}", status_code=status.HTTP_204_NO_CONTENT)
def dismiss(gap_id: int, session: Writing) -> None:
    """Forget a gap that teaches nothing; a repeat changes nothing."""
    GapRepository(session).take(gap_id)
