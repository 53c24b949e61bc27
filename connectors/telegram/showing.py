"""The sign that an answer is being written, while it takes its time."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from connectors.telegram.ports import Signs

# Most answers are faster, and need no sign.
_AFTER = 0.4
# Telegram shows it for five seconds.
_AGAIN = 4.5


@asynccontextmanager
async def typing(signs: Signs, chat: int) -> AsyncIterator[None]:
    """Show it in ``chat`` from soon on until the block ends."""
    task = asyncio.create_task(_show(signs, chat))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _show(signs: Signs, chat: int) -> None:
    await asyncio.sleep(_AFTER)
    while True:
        await signs.typing(chat)
        await asyncio.sleep(_AGAIN)
