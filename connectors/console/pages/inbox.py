"""The inbox: waiting, mine, all, closed."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Query, Request, Response

from connectors.console.guard import Api, guarded_router, language_of
from connectors.console.render import pages_of

router = guarded_router()
VIEWS = ("waiting", "mine", "all", "closed")


@dataclass(frozen=True)
class Wanted:
    """What is listed."""

    view: str
    search: str
    department: str
    channel: str
    language: str
    tag: str
    unread: str
    before: str

    def query(self) -> dict[str, Any]:
        """As the backend takes it; empty values ask for everything."""
        return {
            "view": self.view,
            "search": self.search,
            "department": self.department,
            "channel": self.channel,
            "language": self.language,
            "tag": self.tag,
            "unread": self.unread,
            "before": self.before,
        }


def wanted(
    view: Annotated[str, Query(pattern="^(waiting|mine|all|closed)$")] = "waiting",
    search: Annotated[str, Query(max_length=200)] = "",
    department: Annotated[str, Query(max_length=64)] = "",
    channel: Annotated[str, Query(max_length=32)] = "",
    language: Annotated[str, Query(pattern="^(de|en)?$")] = "",
    tag: Annotated[str, Query(max_length=32)] = "",
    unread: Annotated[str, Query(pattern="^(true)?$")] = "",
    before: Annotated[str, Query(max_length=40)] = "",
) -> Wanted:
    """FastAPI dependency: the filter in the address."""
    return Wanted(view, search, department, channel, language, tag, unread, before)


Filter = Annotated[Wanted, Depends(wanted)]


@router.get("/inbox")
async def inbox(request: Request, api: Api, filter: Filter) -> Response:  # noqa: A002
    """The whole page."""
    found, departments, callbacks = await asyncio.gather(
        api.get("/staff/conversations", **filter.query()),
        api.get("/staff/departments"),
        api.get("/staff/callbacks", state="open"),
    )
    return pages_of(request).page(
        request,
        "inbox.html",
        found=found,
        wanted=filter,
        views=VIEWS,
        departments=departments["departments"],
        rooms=rooms(departments, request),
        callbacks=len(callbacks["callbacks"]),
        chosen="",
    )


@router.get("/inbox/list")
async def listed(
    request: Request,
    api: Api,
    filter: Filter,  # noqa: A002
    chosen: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """The list alone, for pages that are open."""
    found, departments = await asyncio.gather(
        api.get("/staff/conversations", **filter.query()), api.get("/staff/departments")
    )
    return pages_of(request).page(
        request,
        "inbox_list.html",
        found=found,
        wanted=filter,
        views=VIEWS,
        chosen=chosen,
        rooms=rooms(departments, request),
    )


def rooms(departments: Mapping[str, Any], request: Request) -> dict[str, str]:
    """The names of departments by key, in the language of the pages."""
    language = language_of(request)
    return {each["key"]: each["name"][language] for each in departments["departments"]}
