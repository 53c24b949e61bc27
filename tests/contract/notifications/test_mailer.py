"""What every mailer keeps to."""

from email.message import EmailMessage

import pytest

from backend.notifications.service.ports import Permanent, Temporary
from tests.contract.notifications.conftest import Post

ERIKA = "erika@example.org"


def message() -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Stadt Duisburg <termine@example.org>"
    made["To"] = ERIKA
    made["Subject"] = "Ihr Termin am Dienstag, 3. März um 9:00 Uhr"
    made["Message-ID"] = "<1@example.org>"
    made.set_content("Grüße aus Duisburg\n.\nEine Zeile nach einem Punkt\n")
    return made


def test_a_message_arrives_as_it_was_written(post: Post) -> None:
    post.mailer.send(message(), ERIKA)
    [(recipient, arrived)] = post.arrived()
    assert recipient == ERIKA
    for header in ("Subject", "Message-ID", "From", "To"):
        assert arrived[header] == message()[header]
    assert arrived.get_content().splitlines() == message().get_content().splitlines()


@pytest.mark.parametrize("reply", ["450 mailbox busy", "DATA 451 try later"])
def test_a_4xx_may_pass(post: Post, reply: str) -> None:
    post.answer(ERIKA, reply)
    with pytest.raises(Temporary) as caught:
        post.mailer.send(message(), ERIKA)
    assert caught.value.reason == f"smtp_{reply.removeprefix('DATA ')[:3]}"
    assert not caught.value.down
    assert post.arrived() == []
    post.mailer.send(message(), ERIKA)
    assert len(post.arrived()) == 1


@pytest.mark.parametrize("reply", ["550 no such user", "DATA 554 not wanted"])
def test_a_5xx_is_for_good(post: Post, reply: str) -> None:
    post.answer(ERIKA, reply)
    with pytest.raises(Permanent) as caught:
        post.mailer.send(message(), ERIKA)
    assert caught.value.reason == f"smtp_{reply.removeprefix('DATA ')[:3]}"
    assert post.arrived() == []
