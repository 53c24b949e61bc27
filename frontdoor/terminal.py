"""``frontdoor talk`` and ``frontdoor story``: the terminal's side."""

import sys
from collections.abc import Iterable, Iterator
from functools import partial

from frontdoor.chat import Unreachable, chat
from frontdoor.lookback import Lookback, NoAnswer, lookback
from frontdoor.secrets import load_secrets
from frontdoor.settings import FrontDoorSettings
from frontdoor.talk import HELP, Talk
from frontdoor.training import suggest


def converse(language: str | None, why: bool) -> None:
    """Talk until the end of stdin. Raises SystemExit when no front door answers."""
    settings = FrontDoorSettings()
    show = partial(print, flush=True)
    talk = Talk(chat(settings.address, language), _lookback(settings), show, why)
    interactive = sys.stdin.isatty()
    if interactive:
        print(f"{settings.address}   {HELP}")
    try:
        for line in _lines(sys.stdin, interactive):
            if not talk.take(line):
                return
    except Unreachable as problem:
        raise SystemExit(str(problem)) from None


def tell(conversation: str) -> None:
    """``frontdoor story``. Raises SystemExit when there is nothing to tell."""
    settings = FrontDoorSettings()
    try:
        told = _lookback(settings).story(conversation)
    except NoAnswer as problem:
        raise SystemExit(str(problem)) from None
    if not told:
        raise SystemExit("The engine knows no such conversation.")
    print(told, end="")


def gaps(most: int) -> int:
    """``frontdoor gaps``. Raises SystemExit when no front door answers."""
    try:
        found = _lookback(FrontDoorSettings()).gaps(most)
    except NoAnswer as problem:
        raise SystemExit(str(problem)) from None
    if not found:
        print("Nothing is left that was not understood.", file=sys.stderr)
        return 0
    return suggest(found)


def _lines(given: Iterable[str], interactive: bool) -> Iterator[str]:
    """What is typed until Ctrl-D, or the lines of a pipe, which are shown as they come."""
    if not interactive:
        for line in given:
            print(f"> {line.rstrip()}", flush=True)
            yield line
        return
    import readline  # noqa: F401  # gives input() its history

    while True:
        try:
            yield input("> ")
        except (EOFError, KeyboardInterrupt):
            print()
            return


def _lookback(settings: FrontDoorSettings) -> Lookback:
    return lookback(settings, load_secrets(settings.data_dir))
