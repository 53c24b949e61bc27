"""Pages out of templates; everything that is put in is escaped."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from connectors.console import cookies, csrf
from connectors.console.access import RULES
from connectors.console.guard import language_of
from connectors.console.presence import chosen
from connectors.console.texts import text, text_or

_FOLDER = Path(__file__).with_name("templates")
_BERLIN = ZoneInfo("Europe/Berlin")
_FORMATS = {
    "de": {"moment": "%d.%m.%Y, %H:%M", "day": "%d.%m.%Y", "time": "%H:%M"},
    "en": {"moment": "%d/%m/%Y, %H:%M", "day": "%d/%m/%Y", "time": "%H:%M"},
}


class Pages:
    """The templates, read once."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(_FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def page(
        self, request: Request, template: str, status: int = 200, **values: Any
    ) -> HTMLResponse:
        """A whole page, or a part of one; never kept in a cache."""
        html = self.part(template, {**context(request), **values})
        return HTMLResponse(html, status, {"Cache-Control": "no-store"})

    def part(self, template: str, values: Mapping[str, Any]) -> str:
        """HTML of a template with the ``values`` it names."""
        return self._environment.get_template(template).render(values)


def context(request: Request) -> dict[str, Any]:
    """What every template knows: texts, dates, who is signed in, what they may open."""
    language = language_of(request)
    backend = getattr(request.state, "backend", None)
    member = backend.user if backend else None
    secret = request.cookies.get(cookies.SESSION) or request.cookies.get(cookies.VISITOR, "")
    return {
        "member": member,
        "csrf": csrf.token_for(secret),
        "presence": chosen(request, member.role) if member else None,
        "path": request.url.path,
        "may": lambda path, method="GET": bool(member and member.role in RULES[method, path].roles),
        **words(language),
    }


def words(language: str) -> dict[str, Any]:
    """Texts and dates in one language."""

    def say(key: str, **values: Any) -> str:
        return text(key, language, **values)

    def say_or(prefix: str, word: str) -> str:
        return text_or(f"{prefix}.{word}", language, word.replace("_", " "))

    return {
        "language": language,
        "t": say,
        "word": say_or,
        "named": lambda things: [(each["key"], each["name"][language]) for each in things],
        "moment": lambda value: shown(value, language, "moment"),
        "day": lambda value: shown(value, language, "day"),
        "clock": lambda value: shown(value, language, "time"),
    }


def shown(value: str | datetime | None, language: str, form: str) -> str:
    """An instant as wall clock in Duisburg; one without offset is wall clock already."""
    if value is None:
        return ""
    moment = value if isinstance(value, datetime) else datetime.fromisoformat(value)
    local = moment.astimezone(_BERLIN) if moment.tzinfo else moment
    return local.strftime(_FORMATS[language][form])


def pages_of(request: Request) -> Pages:
    """The templates of the app that answers this request."""
    pages: Pages = request.app.state.pages
    return pages
