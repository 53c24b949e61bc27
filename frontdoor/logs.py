"""Structured logs: one JSON object a line, without people's words, names or codes."""

import logging
import sys

import structlog
from structlog.typing import Processor

_QUIET = (
    "uvicorn.error",
    "alembic",
    "httpx",
    "httpcore",
    "apscheduler",
    "uvicorn.access",
    "rasa_sdk",
    "multipart",
)


def configure(level: int = logging.INFO) -> None:
    """Send the standard library's and structlog's records to stderr as JSON.

    Access logs stay off: paths carry booking codes and conversation ids.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
