"""What every identity service keeps to: in memory, and the real backend over its REST API."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from actions.backend import Backend
from actions.identity.api import IdentityApi
from actions.identity.ports import Identity, NotProved, NotSent
from backend.kit.clock import FixedClock
from tests.contract.actions.conftest import MONDAY
from tests.fakes.backend import backend_on
from tests.fakes.proving import FakeIdentity


@pytest.fixture(params=["fake", "real"])
async def identity(
    request: pytest.FixtureRequest, tmp_path: Path, prepared_database: Path
) -> AsyncIterator[Identity]:
    """Without a mail server, so that no code can leave."""
    if request.param == "fake":
        yield FakeIdentity(off=True)
        return
    async with backend_on(prepared_database, tmp_path, FixedClock(MONDAY)) as client:
        yield IdentityApi(Backend(client))


async def test_without_a_mail_server_no_code_is_promised(identity: Identity) -> None:
    with pytest.raises(NotSent) as refused:
        await identity.ask("erika@example.org", "c-1", "de", "m-1")
    assert refused.value.reason == "off"


async def test_a_code_nobody_was_sent_proves_nothing(identity: Identity) -> None:
    with pytest.raises(NotProved) as refused:
        await identity.prove("00000000-0000-4000-8000-000000000000", "123456", "c-1", "m-1")
    assert refused.value.reason == "over"


async def test_a_proof_that_is_none_opens_nothing(identity: Identity) -> None:
    with pytest.raises(NotProved):
        await identity.appointments("nonsense", "c-1")
