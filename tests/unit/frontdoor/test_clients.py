"""Calls that stay in this process."""

from pathlib import Path

import pytest
from fastapi import FastAPI

from frontdoor.app import _to_connectors
from frontdoor.clients import clients_of
from frontdoor.secrets import Secrets
from frontdoor.settings import FrontDoorSettings

SECRETS = Secrets("internal-s", "engine-s", "conversations-s")


@pytest.mark.parametrize("to", ["backend", "connectors"])
async def test_a_fault_there_is_an_answer_here(tmp_path: Path, to: str) -> None:
    faulty = FastAPI()

    @faulty.get("/")
    def fail() -> None:
        raise ZeroDivisionError

    settings = FrontDoorSettings(data_dir=tmp_path)
    if to == "backend":
        client = clients_of(settings, SECRETS, faulty).backend
    else:
        made = _to_connectors(settings, SECRETS, faulty)
        assert made is not None
        client = made
    async with client:
        assert (await client.get("/")).status_code == 500
