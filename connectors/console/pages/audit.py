"""Who saw and did what."""

from typing import Annotated

from fastapi import Query, Request, Response

from connectors.console.csv_file import csv_response
from connectors.console.guard import Api, guarded_router
from connectors.console.render import pages_of

router = guarded_router()
_PAGE = 100
_EXPORTED = 10_000

Short = Annotated[str, Query(max_length=64)]
Subject = Annotated[str, Query(max_length=240)]


@router.get("/audit")
async def audit(
    request: Request,
    api: Api,
    by: Short = "",
    action: Short = "",
    subject: Subject = "",
    offset: Annotated[int, Query(ge=0)] = 0,
) -> Response:
    """The trail, newest first."""
    query = {"by": by, "action": action, "subject": subject}
    found = await api.get("/staff/audit", **query, limit=_PAGE + 1, offset=offset)
    return pages_of(request).page(
        request,
        "audit.html",
        entries=found["entries"][:_PAGE],
        more=len(found["entries"]) > _PAGE,
        offset=offset,
        page=_PAGE,
        by=by,
        action=action,
        subject=subject,
    )


@router.get("/audit.csv")
async def export(api: Api, by: Short = "", action: Short = "", subject: Subject = "") -> Response:
    """The trail as a file."""
    found = await api.get("/staff/audit", by=by, action=action, subject=subject, limit=_EXPORTED)
    rows = [
        (each["at"], each["actor"], each["action"], each["subject"], str(each["detail"] or ""))
        for each in found["entries"]
    ]
    return csv_response("audit.csv", ("at", "actor", "action", "subject", "detail"), rows)
