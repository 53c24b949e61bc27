"""A trained model, ready to understand; as the server and the tools beside it read it."""

from pathlib import Path
from typing import TYPE_CHECKING

from assistant import absent, logs

if TYPE_CHECKING:
    from rasa.core.agent import Agent


def prepare() -> None:
    """Set up logging and what makes Rasa cheaper; to be called before Rasa is imported."""
    logs.configure()
    absent.install()
    from assistant import rasa_costs

    rasa_costs.install()


def load(model: Path) -> "Agent":
    """The agent of the model in the file ``model``."""
    prepare()
    from rasa.core.agent import Agent

    return Agent.load(str(model))
