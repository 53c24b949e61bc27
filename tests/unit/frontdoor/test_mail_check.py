"""What ``frontdoor doctor`` says about e-mail."""

import socket

import pytest

from frontdoor.mail_check import mail_finding


def test_without_a_server_it_is_off_and_says_how() -> None:
    state, what, advice = mail_finding()
    assert state is None
    assert "e-mail" in what
    assert "SMTP_HOST" in advice


def test_a_server_that_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setenv("SMTP_HOST", "127.0.0.1")
        monkeypatch.setenv("SMTP_PORT", str(server.getsockname()[1]))
        assert mail_finding()[0] is True


def test_a_server_that_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        monkeypatch.setenv("SMTP_HOST", "127.0.0.1")
        monkeypatch.setenv("SMTP_PORT", str(closed.getsockname()[1]))
        assert mail_finding()[0] is False


def test_settings_that_make_no_sense(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMTP_HOST", "mail.example.org")
    monkeypatch.setenv("SMTP_FROM", "nobody")
    state, _, advice = mail_finding()
    assert state is False
    assert "SMTP_FROM" in advice
