"""REST of the knowledge gaps; only our own processes may call it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from backend.conversations.gap_repository import GapRepository
from backend.conversations.schemas import Gaps, GapShape
from backend.kit.auth import internal
from backend.kit.sessions import Reading

router = APIRouter(
    prefix="/knowledge-gaps", tags=["conversations"], dependencies=[Depends(internal)]
)


@router.get("")
def latest(session: Reading, limit: Annotated[int, Query(ge=1, le=10_000)] = 1000) -> Gaps:
    """The newest messages that were not understood, personal data masked."""
    found = GapRepository(session).latest(limit)
    return Gaps(gaps=[GapShape.model_validate(gap) for gap in found])
