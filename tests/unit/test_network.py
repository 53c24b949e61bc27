"""The network is closed to unit tests."""

import socket

import pytest


def test_the_world_is_out_of_reach() -> None:
    with (
        socket.socket() as client,
        pytest.raises(AssertionError, match=r"192\.0\.2\.1"),
    ):
        client.connect(("192.0.2.1", 80))


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as client:
        client.connect(server.getsockname())
