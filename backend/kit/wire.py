"""Types shared by the shapes on the wire."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, PlainSerializer

from backend.kit.clock import wall_clock


def storable(value: Any) -> Any:
    """JSON with U+FFFD in place of what no database keeps: NUL and lone surrogates."""
    if isinstance(value, str):
        return (
            value.encode("utf-16", "surrogatepass")
            .decode("utf-16", "replace")
            .replace("\x00", "\ufffd")
        )
    if isinstance(value, dict):
        return {storable(key): storable(each) for key, each in value.items()}
    if isinstance(value, list):
        return [storable(each) for each in value]
    return value


def _naive(moment: datetime) -> datetime:
    return moment if moment.tzinfo is None else wall_clock(moment)


WallClock = Annotated[
    datetime,
    AfterValidator(_naive),
    PlainSerializer(lambda moment: moment.isoformat(timespec="minutes"), return_type=str),
]
"""Naive Europe/Berlin wall clock, `YYYY-MM-DDTHH:MM`; an offset sent by a client is converted."""

Storable = BeforeValidator(storable)
"""Lets any text that people can send through to the database; see `storable`."""
