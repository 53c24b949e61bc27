"""How often codes may be asked for from one network address, through the real backend."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from actions.backend import Backend
from actions.identity.api import IdentityApi
from actions.identity.ports import NotSent
from backend.identity.domain.rules import Rules
from backend.kit.clock import FixedClock
from tests.contract.actions.conftest import MONDAY
from tests.fakes.backend import backend_on
from tests.fakes.notices import FakeMailer

(PER_ADDRESS,) = Rules().per_address


@pytest.fixture
async def identity(tmp_path: Path, prepared_database: Path) -> AsyncIterator[IdentityApi]:
    clock = FixedClock(MONDAY)
    async with backend_on(prepared_database, tmp_path, clock, mailer=FakeMailer()) as client:
        yield IdentityApi(Backend(client))


async def test_one_address_cannot_ask_for_everybody(identity: IdentityApi) -> None:
    async def ask(number: int, origin: str | None) -> str:
        contact, conversation = f"p{number}@example.org", f"c-{number}"
        return await identity.ask(contact, conversation, "de", f"m-{number}", origin)

    for number in range(PER_ADDRESS.most):
        await ask(number, "one")
    with pytest.raises(NotSent) as refused:
        await ask(PER_ADDRESS.most, "one")
    assert refused.value.reason == "too_many"
    assert 0 < refused.value.minutes <= 60
    assert await ask(PER_ADDRESS.most + 1, "another")
    assert await ask(PER_ADDRESS.most + 2, None)
