"""The session dependencies of endpoints.

Their scope is the endpoint function: the commit happens before the response is sent, so no one
is told of a booking that is not stored.
"""

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from backend.kit.container import container_of


def session(request: Request) -> Iterator[Session]:
    """A writing session, committed when the endpoint returns."""
    with container_of(request).database.writing() as opened:
        yield opened


def reading_session(request: Request) -> Iterator[Session]:
    """A session for queries; takes no write lock."""
    with container_of(request).database.reading() as opened:
        yield opened


Writing = Annotated[Session, Depends(session, scope="function")]
Reading = Annotated[Session, Depends(reading_session, scope="function")]
