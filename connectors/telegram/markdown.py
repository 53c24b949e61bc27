"""Plain text as MarkdownV2. Pure.

Replies are plain; nothing in them is a mark, so everything Telegram could take for one is
escaped. Addresses become links by themselves.
"""

from telegram.helpers import escape_markdown


def escaped(text: str) -> str:
    """``text`` so that MarkdownV2 shows exactly it."""
    return escape_markdown(text, version=2)


def bold(text: str) -> str:
    """``text`` in bold."""
    return f"*{escaped(text)}*"
