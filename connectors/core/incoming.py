"""What a channel takes in: bounds that hold before anything is stored or understood."""

from language.text import clean

LONGEST_TEXT = 4000
_READABLE_SHARE = 0.5


class BadMessage(Exception):
    """A message nothing can be done with; ``key`` is the text that says so."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


def readable(text: str) -> str:
    """``text`` without control and direction characters.

    Raises BadMessage when it is empty, longer than LONGEST_TEXT characters, or mostly
    made of characters nobody can read.
    """
    if not text.strip():
        raise BadMessage("message_empty")
    if len(text) > LONGEST_TEXT:
        raise BadMessage("message_too_long", most=LONGEST_TEXT)
    cleaned = clean(text.replace("�", ""))
    if len(cleaned) < _READABLE_SHARE * len(" ".join(text.split())):
        raise BadMessage("message_unreadable")
    return cleaned
