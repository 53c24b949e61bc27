"""Every file in de/, en/ and mixed/ is a conversation; see script.py for how to write one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conversations.play import play
from tests.conversations.script import Script, load
from tests.servers.frontdoor import FrontDoor


def scripts() -> Iterator[object]:
    for path in sorted(Path(__file__).parent.glob("*/*.yml")):
        script = load(path)
        bug = [pytest.mark.xfail(strict=True, reason=script.known_bug)] if script.known_bug else []
        yield pytest.param(script, marks=bug, id=f"{path.parent.name}-{path.stem}")


@pytest.mark.parametrize("script", scripts())
def test_conversation(script: Script, front_door: FrontDoor) -> None:
    play(script, front_door)
