"""The session dependencies of endpoints.

Their scope is the endpoint function: the commit happens before the response is sent, so no one
is told of a booking that is not stored.

A request that has to wait for its session waits in the event loop and not in a worker thread: the
session ahead of it needs a thread for each of its steps, and would get none any more.
"""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request
from fastapi.concurrency import contextmanager_in_threadpool
from sqlalchemy.orm import Session

from backend.kit.container import container_of


async def session(request: Request) -> AsyncIterator[Session]:
    """A writing session, committed when the endpoint returns."""
    database = container_of(request).database
    async with (
        database.turns.writing(),
        database.turns.any(),
        contextmanager_in_threadpool(database.writing()) as opened,
    ):
        yield opened


async def reading_session(request: Request) -> AsyncIterator[Session]:
    """A session for queries; takes no write lock."""
    database = container_of(request).database
    async with database.turns.any(), contextmanager_in_threadpool(database.reading()) as opened:
        yield opened


Writing = Annotated[Session, Depends(session, scope="function")]
Reading = Annotated[Session, Depends(reading_session, scope="function")]
