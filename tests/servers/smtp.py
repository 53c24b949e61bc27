"""A real mail server of the tests' own on a loopback port: it keeps what it takes."""

import re
import socket
import ssl
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

_CODE = re.compile(r"(?m)^\D*(\d{3} ?\d{3})\D*$")


class Postbox:
    """What arrived, in order; ``answers`` holds, by recipient, replies to give instead of taking
    a message, one after the other.
    """

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.answers: defaultdict[str, list[str]] = defaultdict(list)
        self.tls: list[bool] = []
        self.port = 0
        # Called once a message is taken, before the client hears so.
        self.on_taken: Callable[[EmailMessage], object] = lambda _: None

    def to(self, recipient: str) -> list[EmailMessage]:
        """The messages to one recipient."""
        return [each for each in self.messages if each["X-Recipient"] == recipient]

    def codes(self, recipient: str) -> list[str]:
        """The one-time codes mailed to one recipient, in order."""
        bodies = [each.get_body(("plain",)) for each in self.to(recipient)]
        found = [_CODE.search(each.get_content()) for each in bodies if each]
        return [match.group(1).replace(" ", "") for match in found if match]

    @property
    def settings(self) -> dict[str, str]:
        """The environment of a front door that sends its mail here."""
        return {
            "SMTP_HOST": "127.0.0.1",
            "SMTP_PORT": str(self.port),
            "SMTP_STARTTLS": "off",
            "SMTP_FROM": "termine@example.org",
        }

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        waiting = self.answers[address]
        if waiting and not waiting[0].startswith("DATA "):
            return waiting.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        waiting = self.answers[envelope.rcpt_tos[0]]
        if waiting:
            return waiting.pop(0).removeprefix("DATA ")
        content = envelope.original_content
        assert content is not None
        message = message_from_bytes(content, policy=policy.default)
        message["X-Recipient"] = envelope.rcpt_tos[0]
        self.messages.append(message)
        self.on_taken(message)
        self.tls.append(session.ssl is not None)
        return "250 OK"


@contextmanager
def mail_server(
    postbox: Postbox | None = None,
    tls: ssl.SSLContext | None = None,
    login: tuple[str, str] | None = None,
    **options: Any,
) -> Iterator[Postbox]:
    """Run a server until the block ends; with ``tls`` it offers STARTTLS."""
    box = postbox or Postbox()

    def check(
        server: SMTP, session: Session, envelope: Envelope, how: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        good = login is not None and (data.login, data.password) == tuple(
            part.encode() for part in login
        )
        return AuthResult(success=good, handled=False)

    controller = Controller(
        box,
        hostname="127.0.0.1",
        port=box.port or _free_port(),
        tls_context=tls,
        authenticator=check if login else None,
        auth_required=login is not None,
        **options,
    )
    controller.start()
    box.port = controller.port
    try:
        yield box
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
