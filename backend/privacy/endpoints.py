"""REST of privacy; only our own processes may call it."""

from collections.abc import Callable, Sequence

from fastapi import APIRouter, Depends, Request, status
from sqlalchemy.orm import Session

from backend.kit.auth import internal
from backend.kit.container import container_of
from backend.kit.sessions import Writing
from backend.privacy.ports import Store
from backend.privacy.schemas import ErasureRequest
from backend.privacy.service import Privacy

router = APIRouter(prefix="/privacy", tags=["privacy"], dependencies=[Depends(internal)])

Stores = Callable[[Session], Sequence[Store]]


@router.post("/erasures", status_code=status.HTTP_204_NO_CONTENT)
def erase(body: ErasureRequest, request: Request, session: Writing) -> None:
    """Erase everything that is kept because of a conversation; a repeat changes nothing.

    Nothing is stored under its id again: what still arrives is answered with 410.
    """
    stores: Stores = request.app.state.privacy_stores
    Privacy(stores(session), container_of(request).clock).erase_conversation(body.conversation_id)
