"""What every answer of the chat must be, however bad the question was."""

import re
from typing import Any

from language.detection import detect

_INSIDE = re.compile(
    r"Traceback|File \"|\.py\b|Exception|sqlalchemy|sqlite|rasa|utter_|action_|/inform", re.I
)


def assert_fit_for_people(body: dict[str, Any], language: str | None) -> None:
    """In words, in the person's language, and without anything from inside.

    ``language`` is None where the message does not tell which it is.
    """
    language = language or body["language"]
    assert body["language"] == language
    texts = [reply["text"] for reply in body["replies"]]
    assert all(texts)
    for text in texts:
        assert not _INSIDE.search(text), text
        assert detect(text, None) == language, text
