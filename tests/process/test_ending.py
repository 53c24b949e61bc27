"""How everything ends, and begins again."""

import os
import signal
import socket

from tests.process.booking import keys, until_confirmation
from tests.servers.frontdoor import FrontDoor
from tests.servers.processes import is_running
from tests.servers.waiting import wait_until

SECONDS_TO_END = 15.0


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def parts_of(door: FrontDoor) -> list[int]:
    return [door.part("engine"), door.part("frontdoor")]


def test_ctrl_c_ends_everything_and_a_restart_remembers(sturdy: FrontDoor) -> None:
    conversation = until_confirmation(sturdy, "8. Dezember")
    booked = sturdy.book("walsum", "2026-12-09T10:00", {"passport": 1})
    parts = parts_of(sturdy)
    assert sturdy.stop(signal.SIGINT) < SECONDS_TO_END
    assert not [pid for pid in parts if is_running(pid)]
    assert is_free(sturdy.port)
    assert is_free(sturdy.engine_port)

    sturdy.start()
    assert sturdy.http.get(f"/api/appointments/{booked}").json()["status"] == "confirmed"
    conversation.say("Ja, buchen")
    assert keys(conversation) == ["utter_booked"]
    assert len(sturdy.records.bookings(conversation.id)) == 1


def test_a_killed_supervisor_leaves_no_orphan(sturdy: FrontDoor) -> None:
    parts = parts_of(sturdy)
    os.kill(sturdy.pid, signal.SIGKILL)
    wait_until(
        "all parts ended", lambda: not [pid for pid in parts if is_running(pid)], SECONDS_TO_END
    )
    assert is_free(sturdy.port)
    assert is_free(sturdy.engine_port)
