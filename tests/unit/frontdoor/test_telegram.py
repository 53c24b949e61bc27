"""Whether there is a bot, and what ``frontdoor doctor`` says about it."""

import pytest

from connectors.telegram.settings import TelegramSettings
from frontdoor.telegram import webhook_secret
from frontdoor.telegram_check import telegram_finding

TOKEN = "123456:SECRET"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TELEGRAM_TOKEN", "TELEGRAM_MODE", "TELEGRAM_API", "PUBLIC_URL"):
        monkeypatch.delenv(f"FRONTDOOR_{name}", raising=False)


def test_without_a_token_it_is_off_and_says_how() -> None:
    state, what, advice = telegram_finding()
    assert state is None
    assert "telegram" in what
    assert "FRONTDOOR_TELEGRAM_TOKEN" in advice


@pytest.mark.parametrize(
    ("mode", "address", "state"),
    [
        ("polling", "", True),
        ("webhook", "https://assistent.example", True),
        ("webhook", "", False),
        ("webhook", "http://assistent.example", False),
        ("pigeon", "", False),
    ],
)
def test_with_a_token(
    monkeypatch: pytest.MonkeyPatch, mode: str, address: str, state: bool
) -> None:
    monkeypatch.setenv("FRONTDOOR_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("FRONTDOOR_TELEGRAM_MODE", mode)
    monkeypatch.setenv("FRONTDOOR_PUBLIC_URL", address)
    found = telegram_finding()
    assert found[0] is state
    assert "SECRET" not in str(found)


def test_the_token_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTDOOR_TELEGRAM_TOKEN", TOKEN)
    assert "SECRET" not in repr(TelegramSettings())


def test_the_webhook_s_secret_is_what_telegram_allows_and_tells_nothing() -> None:
    secret = webhook_secret("installation")
    assert secret == webhook_secret("installation")
    assert secret != webhook_secret("another")
    assert len(secret) <= 256
    assert secret.isalnum()
    assert "installation" not in secret
