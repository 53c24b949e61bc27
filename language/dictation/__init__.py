"""Codes, addresses and numbers said piece by piece: "K wie Kaufmann, sieben, …"."""

from language.dictation.corrections import put_right
from language.dictation.emails import find_spoken_emails
from language.dictation.pieces import read_pieces
from language.dictation.runs import Said, find_runs, find_said

__all__ = ["Said", "find_runs", "find_said", "find_spoken_emails", "put_right", "read_pieces"]
