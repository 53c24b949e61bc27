"""Files of the channels service."""

from pathlib import Path

TEXT_FILE = Path(__file__).with_name("texts.yml")
