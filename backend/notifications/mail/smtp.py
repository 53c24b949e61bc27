"""The mail server, spoken to in SMTP."""

import asyncio
import contextlib
import ssl
from collections.abc import Iterator
from email.message import EmailMessage

import structlog
from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPDataError,
    SMTPException,
    SMTPRecipientRefused,
    SMTPRecipientsRefused,
    SMTPResponseException,
)

from backend.notifications.service.ports import Permanent, Temporary
from backend.notifications.settings import MailSettings

log = structlog.get_logger(__name__)

_PERMANENT = 500
_START_TLS = {"required": True, "auto": None, "off": False, "implicit": False}


class SmtpMailer:
    """One connection a message; see `MailSettings`."""

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings
        self._tls = ssl.create_default_context(
            cafile=str(settings.ca_file) if settings.ca_file else None
        )

    def send(self, message: EmailMessage, recipient: str) -> None:
        """See Mailer. Only a refused recipient or message is permanent.

        A refusal of our host, sender or password says nothing about the message.
        """
        with _failures():
            asyncio.run(self._send(message, recipient))

    async def _send(self, message: EmailMessage, recipient: str) -> None:
        settings = self._settings
        client = SMTP(
            hostname=settings.host,
            port=settings.port,
            username=settings.user or None,
            password=settings.password.get_secret_value() or None,
            use_tls=settings.starttls == "implicit",
            start_tls=_START_TLS[settings.starttls],
            tls_context=self._tls,
            timeout=settings.timeout_seconds,
        )
        async with asyncio.timeout(settings.timeout_seconds):
            try:
                await client.connect()
                await client.send_message(message, recipients=[recipient])
            finally:
                client.close()


@contextlib.contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except SMTPRecipientsRefused as error:
        raise _refused(error.recipients[0]) from error
    except (SMTPRecipientRefused, SMTPDataError) as error:
        raise _refused(error) from error
    except SMTPAuthenticationError as error:
        raise Temporary(f"smtp_login_{error.code}", down=True) from error
    except SMTPResponseException as error:
        raise Temporary(f"smtp_{error.code}", down=True) from error
    except (SMTPException, OSError, TimeoutError) as error:
        raise Temporary(type(error).__name__, down=True) from error
    except UnicodeError as error:
        raise Permanent("address_unreadable") from error


def _refused(error: SMTPResponseException) -> Temporary | Permanent:
    if error.code >= _PERMANENT:
        return Permanent(f"smtp_{error.code}")
    return Temporary(f"smtp_{error.code}")
