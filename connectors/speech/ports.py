"""What channels need of speech."""

from typing import Protocol


class Transcriber(Protocol):
    """Writes down what is said in a recording."""

    async def transcribe(self, audio: bytes, language: str) -> str:
        """The words of ``audio`` (a file in the form the channel has it, OGG/Opus from Telegram).

        ``language`` is the one expected. Empty when nothing was understood.
        """
