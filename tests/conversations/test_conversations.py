"""Every file in de/, en/ and mixed/ is a conversation; see script.py for how to write one."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conversations.play import play
from tests.conversations.script import Script, load
from tests.servers.frontdoor import FrontDoor, front_door_in
from tests.servers.smtp import mail_server


def scripts() -> Iterator[Any]:
    for path in sorted(Path(__file__).parent.glob("*/*.yml")):
        script = load(path)
        bug = [pytest.mark.xfail(strict=True, reason=script.known_bug)] if script.known_bug else []
        yield pytest.param(script, marks=bug, id=f"{path.parent.name}-{path.stem}")


SCRIPTS = list(scripts())


@pytest.fixture(scope="module")
def usual_front_door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FrontDoor]:
    """A front door with the settings an operator gets."""
    folder = tmp_path_factory.mktemp("usual")
    with mail_server() as postbox, front_door_in(folder, postbox=postbox, rules={}) as door:
        yield door


@pytest.mark.parametrize("script", [s for s in SCRIPTS if not s.values[0].usual_rules])
def test_conversation(script: Script, front_door: FrontDoor) -> None:
    play(script, front_door)


@pytest.mark.parametrize("script", [s for s in SCRIPTS if s.values[0].usual_rules])
def test_conversation_under_the_usual_rules(script: Script, usual_front_door: FrontDoor) -> None:
    play(script, usual_front_door)
