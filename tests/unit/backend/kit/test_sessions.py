"""Many requests at once share one database."""

import asyncio
import time
from pathlib import Path
from types import SimpleNamespace

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from backend.kit.database import Database
from backend.kit.sessions import Reading, Writing

# More than the server has worker threads.
MANY = 200


@pytest.fixture
def app(tmp_path: Path) -> FastAPI:
    database = Database(f"sqlite:///{tmp_path}/many.db")
    with database.writing() as session:
        session.execute(text("CREATE TABLE said (number INTEGER)"))
    app = FastAPI()
    app.state.container = SimpleNamespace(database=database)

    @app.post("/said/{number}")
    def say(number: int, session: Writing) -> int:
        session.execute(text("INSERT INTO said VALUES (:number)"), {"number": number})
        return number

    @app.get("/said")
    def count(session: Reading) -> int:
        return int(session.execute(text("SELECT count(*) FROM said")).scalar_one())

    return app


async def test_writers_and_readers_get_their_turn_in_time(app: FastAPI) -> None:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://kit", timeout=60) as client:
        began = time.monotonic()
        writing = [client.post(f"/said/{number}") for number in range(MANY)]
        reading = [client.get("/said") for _ in range(MANY)]
        answers = await asyncio.gather(*writing, *reading)
        assert {answer.status_code for answer in answers} == {200}
        assert (await client.get("/said")).json() == MANY
    assert time.monotonic() - began < 12, "somebody waited for a thread that was never free"


async def test_who_fails_gives_the_turn_back(app: FastAPI) -> None:
    @app.post("/failing")
    def fail(session: Writing) -> None:
        session.execute(text("INSERT INTO said VALUES (0)"))
        raise ValueError

    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://kit") as client:
        answers = await asyncio.gather(*(client.post("/failing") for _ in range(50)))
        assert {answer.status_code for answer in answers} == {500}
        assert (await client.get("/said")).json() == 0
        assert (await client.post("/said/1")).status_code == 200
