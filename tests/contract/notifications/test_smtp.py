"""What only a real mail server can show: TLS, login, and servers that do not answer."""

import socket
import threading
import time
from typing import Any

import pytest

from backend.notifications.mail.smtp import SmtpMailer
from backend.notifications.service.ports import Temporary
from backend.notifications.settings import MailSettings
from tests.contract.notifications.conftest import Certificate
from tests.contract.notifications.test_mailer import ERIKA, message
from tests.servers.smtp import mail_server


def mailer(port: int, **settings: Any) -> SmtpMailer:
    return SmtpMailer(MailSettings(host="127.0.0.1", port=port, **settings))


@pytest.mark.parametrize("starttls", ["required", "auto"])
def test_the_line_is_encrypted_where_the_server_can(
    certificate: Certificate, starttls: str
) -> None:
    with mail_server(tls=certificate.server) as box:
        mailer(box.port, starttls=starttls, ca_file=certificate.file).send(message(), ERIKA)
        assert box.tls == [True]


def test_nothing_is_sent_in_the_open_when_tls_is_required() -> None:
    with mail_server() as box:
        with pytest.raises(Temporary) as caught:
            mailer(box.port).send(message(), ERIKA)
        assert caught.value.down
        assert box.messages == []
        mailer(box.port, starttls="auto").send(message(), ERIKA)
        assert box.tls == [False]


def test_a_certificate_nobody_vouches_for_is_refused(certificate: Certificate) -> None:
    with mail_server(tls=certificate.server) as box:
        with pytest.raises(Temporary) as caught:
            mailer(box.port).send(message(), ERIKA)
        assert caught.value.down
        assert box.messages == []


def test_logging_in(certificate: Certificate) -> None:
    with mail_server(tls=certificate.server, login=("city", "secret")) as box:
        known = {"ca_file": certificate.file, "user": "city"}
        mailer(box.port, password="secret", **known).send(message(), ERIKA)
        with pytest.raises(Temporary) as caught:
            mailer(box.port, password="wrong", **known).send(message(), ERIKA)
        assert (caught.value.reason, caught.value.down) == ("smtp_login_535", True)
        assert len(box.messages) == 1


def test_no_server_at_all() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        with pytest.raises(Temporary) as caught:
            mailer(closed.getsockname()[1]).send(message(), ERIKA)
    assert caught.value.down


def test_a_server_that_answers_drop_by_drop_is_left_in_time() -> None:
    """Each byte comes before a socket's own time-out; only the whole has a limit."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        over = threading.Event()

        def drip() -> None:
            line, _ = server.accept()
            with line:
                while not over.wait(0.1):
                    try:
                        line.sendall(b"2")
                    except OSError:
                        return

        thread = threading.Thread(target=drip, daemon=True)
        thread.start()
        began = time.monotonic()
        with pytest.raises(Temporary) as caught:
            mailer(server.getsockname()[1], timeout_seconds=1).send(message(), ERIKA)
        assert caught.value.down
        assert time.monotonic() - began < 5
        over.set()
        thread.join(5)
