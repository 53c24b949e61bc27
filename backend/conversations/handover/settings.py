"""Settings of the handover, and the departments of the city."""

from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Self

import yaml
from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from backend.conversations.handover.domain.departments import Department, Departments, Week
from backend.conversations.handover.domain.timing import Rules
from backend.kit.holidays import holiday
from backend.kit.settings import REPOSITORY

TEXT_FILE = Path(__file__).with_name("texts.yml")
_FILE = "handover.yml"
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class HandoverSettings(BaseSettings):
    """Patience of the handover, `HANDOVER_…` in the environment, in minutes unless named otherwise.

    `HANDOVER_STAFF_WARN_MINUTES`: staff who owe an answer are warned; `HANDOVER_STAFF_SILENT_…`:
    then the conversation goes back to the queue. `HANDOVER_STAFF_GONE_…`: the same once a console
    gives no sign of life. `HANDOVER_PERSON_WARN_…`: a person who does not answer is told that the
    conversation will end, `HANDOVER_PERSON_GONE_…` later it does. `HANDOVER_NOBODY_…`: nobody is
    there any more while people wait. `HANDOVER_PRESENT_SECONDS`: how long a sign of life counts.
    `HANDOVER_TICK_SECONDS`: how often all this is looked at. `HANDOVER_KEPT_DAYS`: how long
    conversations are kept after the last message, and callbacks after they were done.
    """

    model_config = SettingsConfigDict(env_prefix="HANDOVER_", extra="ignore")

    staff_warn_minutes: float = Field(default=3, gt=0)
    staff_silent_minutes: float = Field(default=6, gt=0)
    staff_gone_minutes: float = Field(default=2, gt=0)
    person_warn_minutes: float = Field(default=10, gt=0)
    person_gone_minutes: float = Field(default=5, gt=0)
    nobody_minutes: float = Field(default=5, gt=0)
    present_seconds: float = Field(default=60, gt=0)
    tick_seconds: float = Field(default=2, gt=0)
    kept_days: int = Field(default=90, ge=1)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.staff_warn_minutes >= self.staff_silent_minutes:
            raise ValueError("staff_warn_minutes must be less than staff_silent_minutes")
        return self

    @property
    def kept(self) -> timedelta:
        """How long what is over is kept."""
        return timedelta(days=self.kept_days)

    def rules(self) -> Rules:
        """The rules as the domain wants them."""
        return Rules(
            staff_warned=timedelta(minutes=self.staff_warn_minutes),
            staff_silent=timedelta(minutes=self.staff_silent_minutes),
            staff_gone=timedelta(minutes=self.staff_gone_minutes),
            person_warned=timedelta(minutes=self.person_warn_minutes),
            person_gone=timedelta(minutes=self.person_gone_minutes),
            nobody=timedelta(minutes=self.nobody_minutes),
        )


def read_departments(folder: Path) -> Departments:
    """The departments of `handover.yml` in the city's folder, else of the sample data.

    Raises ValueError.
    """
    path = folder / _FILE
    path = path if path.exists() else REPOSITORY / "data" / "city" / _FILE
    written = yaml.safe_load(path.read_text(encoding="utf-8"))
    found = [
        Department(
            key=each["key"],
            name=(each["name"]["de"], each["name"]["en"]),
            hours=_week(each["hours"]),
            topics=frozenset(each.get("topics", ())),
            sample=bool(written.get("sample")),
        )
        for each in written["departments"]
    ]
    if not found:
        raise ValueError(f"{_FILE} names no department")
    return Departments(found, lambda day: holiday(day) is not None)


def _week(written: dict[str, list[str]]) -> Week:
    return tuple(tuple(_range(each) for each in written.get(day, ())) for day in _DAYS)


def _range(written: str) -> tuple[time, time]:
    start, end = (datetime.strptime(each.strip(), "%H:%M").time() for each in written.split("-"))
    if start >= end:
        raise ValueError(f"{written!r} ends before it begins")
    return start, end
