"""Whether e-mail can leave, for ``frontdoor doctor``."""

import socket

from pydantic import ValidationError

from backend.notifications.settings import MailSettings

Finding = tuple[bool | None, str, str]
_SECONDS = 5.0


def mail_finding() -> Finding:
    """(True it can, None it is switched off, False it cannot), what, advice."""
    try:
        settings = MailSettings()
    except ValidationError as error:
        wrong = "; ".join(str(each["msg"]) for each in error.errors())
        return False, "e-mail settings", wrong
    if not settings.enabled:
        return (
            None,
            "e-mail: confirmations and reminders are kept as “off”",
            "set SMTP_HOST and SMTP_FROM",
        )
    server = f"{settings.host}:{settings.port}"
    try:
        socket.create_connection((settings.host, settings.port), _SECONDS).close()
    except OSError as error:
        return False, f"mail server {server}", f"not reachable ({type(error).__name__})"
    return True, f"mail server {server} answers", ""
