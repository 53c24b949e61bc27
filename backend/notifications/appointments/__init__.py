"""What people are told about appointments; the only part that knows that service."""

from pathlib import Path

TEXT_FILE = Path(__file__).with_name("texts.yml")
