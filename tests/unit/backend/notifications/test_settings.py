from datetime import timedelta

import pytest
from pydantic import ValidationError

from backend.notifications.settings import MailSettings, NotificationSettings


def test_there_is_no_mail_without_a_server() -> None:
    assert not MailSettings().enabled
    assert MailSettings(host="mail.example.org").starttls == "required"


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SMTP_HOST", "mail.example.org")
    monkeypatch.setenv("SMTP_FROM", "Stadt Duisburg <termine@duisburg.example>")
    monkeypatch.setenv("NOTICES_REMINDERS_HOURS", "2,48")
    assert MailSettings().domain == "duisburg.example"
    hours = [each / timedelta(hours=1) for each in NotificationSettings().reminders]
    assert hours == [48, 2]


def test_reminders_can_be_off() -> None:
    assert NotificationSettings(reminders_hours="").reminders == ()


@pytest.mark.parametrize("starttls", ["off", "auto"])
def test_a_password_does_not_travel_in_the_open(starttls: str) -> None:
    given = {"user": "u", "password": "p", "starttls": starttls}
    with pytest.raises(ValidationError, match="SMTP_STARTTLS"):
        MailSettings.model_validate({"host": "mail.example.org", **given})
    assert MailSettings.model_validate({"host": "localhost", **given}).enabled


@pytest.mark.parametrize("sender", ["", "nobody", "Stadt Duisburg"])
def test_the_sender_must_be_an_address(monkeypatch: pytest.MonkeyPatch, sender: str) -> None:
    monkeypatch.setenv("SMTP_FROM", sender)
    with pytest.raises(ValidationError, match="SMTP_FROM"):
        MailSettings()
