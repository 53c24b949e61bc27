"""The small page of the unsubscribe link, in both languages at once."""

import base64
import hashlib
from pathlib import Path

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from backend.kit.texts import LANGUAGES, Texts

_STYLE = (
    "body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.5 sans-serif;"
    "color:#1a1a1a;background:#fff}button{font:inherit;padding:.5rem 1rem}"
)
_STYLE_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
_TEMPLATE = Environment(
    loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
).get_template("page.html")


def page(texts: Texts, what: str, status: int = 200, *, button: bool = False) -> HTMLResponse:
    """The page that says `notifications.page.<what>`."""
    said = [
        (language, lambda key, to=language: texts.say(f"notifications.page.{key}", to, {}))
        for language in LANGUAGES
    ]
    content = _TEMPLATE.render(said=said, what=what, button=button, style=_STYLE)
    return HTMLResponse(content, status, HEADERS)
