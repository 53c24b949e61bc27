"""Ticks the jobs of one process; what is due stands in the database, never here."""

from collections.abc import Callable

import structlog
from apscheduler.schedulers.background import BackgroundScheduler

log = structlog.get_logger(__name__)


class Scheduler:
    """Runs jobs at intervals in worker threads."""

    def __init__(self) -> None:
        self._scheduler = BackgroundScheduler(timezone="UTC")

    def every(self, seconds: float, name: str, job: Callable[[], object]) -> None:
        """Register a job; a run that fails is logged and the next one still comes."""

        def run() -> None:
            try:
                job()
            # Any failure is caught: the ticking must go on.
            except Exception as error:
                log.error("job_failed", job=name, kind=type(error).__name__)

        self._scheduler.add_job(
            run, "interval", seconds=seconds, id=name, coalesce=True, max_instances=1
        )

    @property
    def running(self) -> bool:
        """Whether jobs are being ticked."""
        return bool(self._scheduler.running)

    def start(self) -> None:
        """Begin ticking."""
        self._scheduler.start()

    def stop(self) -> None:
        """Stop ticking and wait for running jobs."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=True)
