"""From a letter to an e-mail message."""

from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, parseaddr
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from backend.kit.texts import Texts
from backend.notifications.domain import Notice
from backend.notifications.letter import CalendarEntry, Letter
from backend.notifications.service.ports import Permanent
from backend.notifications.unsubscribing import UnsubscribeLinks

_TEMPLATES = Path(__file__).parent


@dataclass(frozen=True)
class Writing:
    """What every message has in common. Without `links` nobody can unsubscribe."""

    texts: Texts
    sender: str
    domain: str
    links: UnsubscribeLinks | None

    def message(self, notice: Notice, letter: Letter, now: datetime) -> EmailMessage:
        """The message; the same notice always gets the same Message-ID. Raises Permanent."""
        link = self.links.link(notice.recipient) if self.links else None
        message = EmailMessage()
        message["From"] = _address(*parseaddr(self.sender))
        message["To"] = _address("", notice.recipient)
        message["Subject"] = letter.subject
        message["Date"] = format_datetime(now)
        message["Message-ID"] = f"<{notice.uid}@{self.domain}>"
        # Mail clients show all about one thing as one thread.
        message["References"] = f"<{notice.about.replace(':', '.')}@{self.domain}>"
        message["Auto-Submitted"] = "auto-generated"
        if link:
            message["List-Unsubscribe"] = f"<{link}>"
            if link.startswith("https:"):  # RFC 8058 allows one-click there only
                message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        parts = {
            "letter": letter,
            "language": notice.language,
            "link": link,
            "say": lambda key: self.texts.say(f"notifications.{key}", notice.language, {}),
        }
        message.set_content(_PLAIN.render(parts))
        message.add_alternative(_HTML.render(parts), subtype="html")
        if letter.calendar:
            _attach(message, letter.calendar)
        message["Content-Language"] = notice.language  # the content methods drop such headers
        return message


def _attach(message: EmailMessage, entry: CalendarEntry) -> None:
    message.add_attachment(
        entry.content,
        maintype="text",
        subtype="calendar",
        filename=entry.name,
        cte="base64",
        params={"method": entry.method, "charset": "utf-8"},
    )


def _address(name: str, spec: str) -> Address:
    local, at, domain = spec.rpartition("@")
    try:
        # Names of domains in other alphabets travel in their ASCII form.
        return Address(name, addr_spec=f"{local}{at}{domain.encode('idna').decode()}")
    except (ValueError, IndexError, MessageError) as error:
        raise Permanent("address_unreadable") from error


def _environment(*, html: bool) -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=html,  # noqa: S701  the other one writes plain text
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


_PLAIN = _environment(html=False).get_template("letter.txt")
_HTML = _environment(html=True).get_template("letter.html")
