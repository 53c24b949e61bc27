"""The handover's adapter on the real backend over its REST API."""

from pathlib import Path

from actions.backend import Backend
from actions.handover.api import HandoversApi
from actions.handover.ports import CallbackWish
from backend.kit.clock import FixedClock
from tests.contract.actions.conftest import MONDAY
from tests.fakes.backend import backend_on

WISH = {"wishes": [{"intent": "submit_idea", "confidence": 0.9}]}


async def test_a_callback_goes_where_the_refused_handover_was_to_go(
    tmp_path: Path, prepared_database: Path
) -> None:
    async with backend_on(prepared_database, tmp_path, FixedClock(MONDAY)) as client:
        message = {"id": "m-1", "channel": "website", "text": "Mensch", "language": "de"}
        await client.post("/api/conversations/c-1/messages", json=message)
        handovers = HandoversApi(Backend(client))
        outcome = await handovers.request("c-1", "request", "de", WISH, "k-1")
        assert (outcome.available, outcome.department) == (False, "smart_city")
        contact = {"phone": "0203556677", "name": "Anna"}
        wish = CallbackWish(contact, "Idee einreichen", outcome.department)
        await handovers.call_back("c-1", wish, "de", "k-2")
        staff = {"Staff-Id": "s-1", "Staff-Name": "Koch"}
        stored = (await client.get("/api/staff/callbacks", headers=staff)).json()
    [callback] = stored["callbacks"]
    assert (callback["topic"], callback["department"]) == ("Idee einreichen", "smart_city")
    assert (callback["contact"], callback["name"]) == ("0203556677", "Anna")
