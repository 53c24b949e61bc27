"""Figures: how long people wait, and what became of their conversations."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import Query, Request, Response

from connectors.console.charts import Chart, stacked
from connectors.console.csv_file import csv_response
from connectors.console.guard import Api, guarded_router
from connectors.console.render import pages_of

router = guarded_router()

PARTS = ("contained", "helped", "abandoned")
COLUMNS = (
    "day",
    "conversations",
    "contained",
    "handed_over",
    "abandoned",
    "callbacks",
    "waiting_median",
    "waiting_p95",
    "handling_median",
    "ratings",
    "stars",
)
Day = Annotated[date | None, Query()]
Department = Annotated[str, Query(max_length=64)]


@router.get("/figures")
async def figures(
    request: Request,
    api: Api,
    since: Day = None,
    until: Day = None,
    department: Department = "",
) -> Response:
    """Charts with their tables, and the queue as it is now."""
    query = _period(since, until, department)
    found = await api.get("/staff/figures", **query)
    departments = await api.get("/staff/departments")
    names = pages_of(request)
    return names.page(
        request,
        "figures.html",
        found=found,
        columns=COLUMNS,
        parts=PARTS,
        outcome_chart=_outcomes(found["days"]),
        waiting_chart=_waiting(found["days"]),
        departments=departments["departments"],
        query=query,
    )


@router.get("/figures.csv")
async def export(
    api: Api, since: Day = None, until: Day = None, department: Department = ""
) -> Response:
    """The days as a file; times in seconds."""
    found = await api.get("/staff/figures", **_period(since, until, department))
    rows = [[each[column] for column in COLUMNS] for each in [*found["days"], found["total"]]]
    return csv_response("figures.csv", COLUMNS, rows)


def _period(since: date | None, until: date | None, department: str) -> dict[str, str]:
    # What is not given the backend fills in by its own clock.
    period = {"department": department}
    if since is not None:
        period["from"] = since.isoformat()
    if until is not None:
        period["until"] = until.isoformat()
    return period


def _outcomes(days: Sequence[Mapping[str, Any]]) -> Chart:
    # Who was handed over and gave up is counted in both figures, and drawn once.
    series = [
        [each["contained"] for each in days],
        [each["handed_over"] - each["abandoned"] for each in days],
        [each["abandoned"] for each in days],
    ]
    return stacked([_short(each["day"]) for each in days], series, PARTS)


def _waiting(days: Sequence[Mapping[str, Any]]) -> Chart:
    minutes = [
        None if each["waiting_median"] is None else round(each["waiting_median"] / 60, 1)
        for each in days
    ]
    return stacked([_short(each["day"]) for each in days], [minutes], ("min",))


def _short(day: str) -> str:
    return f"{day[8:10]}.{day[5:7]}."
