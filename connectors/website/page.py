"""The demo page and the widget's files, under a strict Content-Security-Policy."""

from collections.abc import Mapping
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from starlette.staticfiles import StaticFiles

from connectors.website.reports import PATH as REPORTS

STATIC = Path(__file__).with_name("static")
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        f"report-uri {REPORTS}",
        "report-to reports",
    )
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Reporting-Endpoints": f'reports="{REPORTS}"',
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Markup can be made from text in no way at all on the page that shows the widget.
_DEMO_POLICY = (
    f"{CONTENT_SECURITY_POLICY}; require-trusted-types-for 'script'; trusted-types 'none'"
)
_TWO_YEARS = 63_072_000


def security_headers(public_url: str) -> Mapping[str, str]:
    """Headers of every answer; where people come by TLS, they are to come no other way."""
    if not public_url.startswith("https://"):
        return SECURITY_HEADERS
    return {**SECURITY_HEADERS, "Strict-Transport-Security": f"max-age={_TWO_YEARS}"}


def static_files() -> StaticFiles:
    """The files below ``/static/website``."""
    return StaticFiles(directory=STATIC)


def page_router() -> APIRouter:
    """The demo page at ``/``."""
    router = APIRouter()

    @router.get("/", include_in_schema=False)
    async def demo() -> FileResponse:
        headers = {"Content-Security-Policy": _DEMO_POLICY}
        return FileResponse(STATIC / "index.html", headers=headers)

    return router
