"""Files of the conversations service."""

from pathlib import Path

TEXT_FILE = Path(__file__).with_name("texts.yml")
