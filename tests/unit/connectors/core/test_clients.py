"""Where a request comes from."""

import pytest

from connectors.core.clients import Client, client_of


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("127.0.0.1", None),
        ("127.8.8.8", None),
        ("::1", None),
        ("::ffff:127.0.0.1", None),
        ("testclient", None),
        ("", None),
        (None, None),
    ],
)
def test_what_is_counted_as_one(address: str | None, network: str | None) -> None:
    assert Client(address).network == network


@pytest.mark.parametrize("header", [b"x-forwarded-for", b"forwarded"])
def test_a_request_that_was_passed_on_is_known(header: bytes) -> None:
    passed_on = client_of({"client": ("127.0.0.1", 1), "headers": [(header, b"203.0.113.7")]})
    assert not passed_on.is_exempt
    assert client_of({"client": ("127.0.0.1", 1), "headers": []}).is_exempt


def test_a_connection_without_a_peer() -> None:
    unknown = client_of({"client": None, "headers": []})
    assert unknown.network is None
    assert not unknown.is_exempt
    assert not Client("a name").is_exempt
