"""Unix seconds of ZMS and our wall clock."""

from datetime import UTC, datetime

from backend.kit.clock import as_instant, wall_clock


def timestamp_of(moment: datetime) -> int:
    """Unix seconds of a Europe/Berlin wall clock."""
    return int(as_instant(moment).timestamp())


def moment_of(timestamp: int) -> datetime:
    """Europe/Berlin wall clock of Unix seconds."""
    return wall_clock(datetime.fromtimestamp(timestamp, UTC))
