"""The demo page and the widget's files, under a strict Content-Security-Policy."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from starlette.staticfiles import StaticFiles

STATIC = Path(__file__).with_name("static")
KERN = Path(__file__).parents[1] / "static" / "kern"
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "connect-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}


def static_files() -> StaticFiles:
    """The files below ``/static/website``."""
    return StaticFiles(directory=STATIC)


def kern_files() -> StaticFiles:
    """KERN-UX, the look that widget and pages share, below ``/static/kern``."""
    return StaticFiles(directory=KERN)


def page_router() -> APIRouter:
    """The demo page at ``/``."""
    router = APIRouter()

    @router.get("/", include_in_schema=False)
    async def demo() -> FileResponse:
        return FileResponse(STATIC / "demo" / "index.html")

    return router
