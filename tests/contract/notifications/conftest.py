"""The mailer twice: the fake, and ours before a real mail server on loopback."""

import ssl
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest

from backend.notifications.mail.smtp import SmtpMailer
from backend.notifications.service.ports import Mailer, Permanent, Temporary
from backend.notifications.settings import MailSettings
from tests.fakes.notices import FakeMailer
from tests.servers.smtp import mail_server


@dataclass(frozen=True)
class Post:
    """A mailer, what arrived, and how to have a recipient answered by an SMTP reply once."""

    mailer: Mailer
    arrived: Callable[[], list[tuple[str, EmailMessage]]]
    answer: Callable[[str, str], None]


@pytest.fixture(params=["fake", "real"])
def post(request: pytest.FixtureRequest) -> Iterator[Post]:
    if request.param == "fake":
        yield _fake()
        return
    with mail_server() as box:
        settings = MailSettings(host="127.0.0.1", port=box.port, starttls="off")
        yield Post(
            SmtpMailer(settings),
            lambda: [(str(each["X-Recipient"]), each) for each in box.messages],
            lambda recipient, reply: box.answers[recipient].append(reply),
        )


def _fake() -> Post:
    mailer = FakeMailer()

    def answer(recipient: str, reply: str) -> None:
        code = reply.removeprefix("DATA ").split()[0]
        kind = Permanent if code.startswith("5") else Temporary
        mailer.failures[recipient].append(kind(f"smtp_{code}"))

    return Post(mailer, lambda: mailer.sent, answer)


@dataclass(frozen=True)
class Certificate:
    """A certificate for 127.0.0.1 that nobody else trusts."""

    file: Path
    server: ssl.SSLContext


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    folder = tmp_path_factory.mktemp("tls")
    file, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", str(key), "-out", str(file)),
        ],
        check=True,
        capture_output=True,
    )
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(file, key)
    return Certificate(file, server)
