"""The engine's log: warnings only, because Rasa writes people's words at lower levels."""

import logging
import warnings

import structlog


def configure() -> None:
    """Set levels for logging, structlog and warnings."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    warnings.showwarning = _ignore


def _ignore(*_: object, **__: object) -> None:
    """Rasa's old libraries warn at length of what nobody here can change."""
