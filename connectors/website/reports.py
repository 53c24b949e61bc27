"""What browsers report of pages that break their Content-Security-Policy: counted, not kept."""

import logging
import re
from collections import Counter
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from connectors.core.clients import client_of
from connectors.core.incoming import BadMessage
from connectors.core.limits import Limits
from connectors.website.bodies import read_json
from connectors.website.problems import problem

logger = logging.getLogger(__name__)

PATH = "/chat/reports"
_LARGEST_BODY = 50_000
_MOST_IN_ONE = 100
_DIRECTIVE = re.compile(r"[a-z-]{1,40}")


class Reports:
    """How often each directive was broken since this process began."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    @property
    def counts(self) -> dict[str, int]:
        """By directive."""
        return dict(self._counts)

    def count(self, body: Any) -> None:
        """Count the reports in a body, in the old form or that of the Reporting API.

        Addresses and samples of code in them may hold people's words and are not looked at.
        """
        for report in _each(body):
            directive = report.get("effectiveDirective") or report.get("effective-directive")
            directive = directive or report.get("violated-directive") or ""
            found = _DIRECTIVE.match(directive) if isinstance(directive, str) else None
            name = found.group() if found else "unknown"
            self._counts[name if name.endswith(("-src", "-elem", "-attr")) else "other"] += 1
            logger.warning("csp_violated: %s", name)


def reports_router(reports: Reports, limits: Limits) -> APIRouter:
    """``POST /chat/reports``, for browsers."""
    router = APIRouter()

    @router.post(PATH)
    async def report(request: Request) -> Response:
        """204, whatever it says."""
        try:
            limits.count(client_of(request.scope))
            reports.count(await read_json(request, _LARGEST_BODY))
        except BadMessage as bad:
            return problem(bad, "de")
        return Response(status_code=204)

    return router


def counts_router(reports: Reports) -> APIRouter:
    """``GET /reports``, for our own processes."""
    router = APIRouter()

    @router.get("/reports")
    async def counts() -> JSONResponse:
        return JSONResponse({"counts": reports.counts})

    return router


def _each(body: Any) -> list[dict[str, Any]]:
    entries = body if isinstance(body, list) else [body]
    found = []
    for entry in entries[:_MOST_IN_ONE]:
        if isinstance(entry, dict):
            report = entry.get("csp-report") or entry.get("body")
            if isinstance(report, dict):
                found.append(report)
    return found
