"""``frontdoor dates | parse | doctor | talk | story`` as operators and outside checks call them."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.servers.frontdoor import COMMAND, ROOT, FrontDoor

FIELDS = {"text", "intent", "intents", "confidence", "language", "entities"}


def run(
    *arguments: str, stdin: str = "", check: bool = True, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(COMMAND), *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=280,
        check=check,
    )


def test_dates_reads_lines_and_prints_intervals() -> None:
    lines = (
        "de\t2026-12-01T09:00\tübermorgen um halb drei",
        "en\t2026-12-01T09:00\ton Friday afternoon",
        "de\t2026-12-01T09:00:00\tguten Tag",
        "en\t2026-12-01T09:00\t",
        "de\t2026-12-01T09:00+01:00\tbis Freitag",
        "en\t2026-12-01T09:00\tas soon as possible",
        "de\t2026-12-01T23:30Z\theute",
        "morgen",
        "en\tnow\ttomorrow",
        "de\t2026-12-01T09:00\tMontag geht nicht, Dienstag um 9 oder Mittwoch",
    )
    done = run("dates", stdin="\n".join(lines) + "\n")
    assert done.stdout.splitlines() == [
        "2026-12-03T14:30/2026-12-03T14:30",
        "2026-12-04T12:00/2026-12-04T18:00",
        "-",
        "-",
        "2026-12-01T09:00/2026-12-04T23:59",
        "2026-12-01T09:00/9999-12-31T23:59",
        "2026-12-02T00:00/2026-12-02T23:59",
        "-",
        "-",
        "2026-12-08T09:00/2026-12-08T09:00",
    ]


def test_dates_with_nothing_to_read() -> None:
    assert run("dates").stdout == ""


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Every line of LINES as ``frontdoor parse`` understands it."""
    folder = tmp_path_factory.mktemp("parse")
    done = run("parse", stdin="\n".join(LINES) + "\n", FRONTDOOR_DATA_DIR=str(folder))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["text"] for answer in answers] == LINES
    return {answer["text"]: answer for answer in answers}


CODES = ["K7MP-3WQX", "BTV5-ZTZT", "DVZX-EVVS", "QWRT-ZPSD"]
LINES = [
    "Ich brauche einen Termin für einen Reisepass in Walsum",
    "when is the office in Hamborn open?",
    "/restart",
    "👍",
    "",
    "  Grüße  ",
    *(f"Wann ist mein Termin {code}?" for code in CODES),
]


def test_parse_prints_one_json_a_line(parsed: dict[str, dict[str, Any]]) -> None:
    for answer in parsed.values():
        assert set(answer) == FIELDS
        assert answer["intents"][0] == answer["intent"]
        assert 0 <= answer["confidence"] <= 1
        assert answer["language"] in ("de", "en")


def test_parse_tells_intent_language_and_entities(parsed: dict[str, dict[str, Any]]) -> None:
    german, english = parsed[LINES[0]], parsed[LINES[1]]
    assert (german["intent"], german["language"]) == ("book_appointment", "de")
    assert (english["intent"], english["language"]) == ("ask_office_info", "en")
    found = {entity["entity"]: entity for entity in german["entities"]}
    assert (found["service"]["value"], found["service"]["text"]) == ("passport", "Reisepass")
    assert found["district"]["text"] == "Walsum"


def test_a_code_does_not_change_what_is_meant(parsed: dict[str, dict[str, Any]]) -> None:
    for line in LINES[-len(CODES) :]:
        assert parsed[line]["intent"] == "check_appointment", line


def test_doctor_is_content() -> None:
    done = run("doctor", check=False)
    assert done.returncode == 0, done.stdout
    assert "engine environment" in done.stdout
    assert "missing" not in done.stdout


def test_doctor_names_what_is_missing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    done = run(
        "doctor",
        check=False,
        FRONTDOOR_ENGINE_PYTHON=str(tmp_path / "no-python"),
        FRONTDOOR_DATA_DIR=str(file),
    )
    assert done.returncode == 1
    missing = [line for line in done.stdout.splitlines() if line.startswith("missing")]
    assert any("engine environment" in line and "make setup" in line for line in missing)
    assert any("data folder" in line and "FRONTDOOR_DATA_DIR" in line for line in missing)
    assert "Traceback" not in done.stderr


def test_an_unknown_part_is_told(tmp_path: Path) -> None:
    done = run("serve", "kitchen", check=False, FRONTDOOR_DATA_DIR=str(tmp_path))
    assert done.returncode != 0
    assert "connectors" in done.stderr
    assert "Traceback" not in done.stderr


def beside(door: FrontDoor) -> dict[str, str]:
    """The environment of somebody who sits at ``door``'s machine."""
    return {
        "FRONTDOOR_PORT": str(door.port),
        "FRONTDOOR_ENGINE_PORT": str(door.engine_port),
        "FRONTDOOR_DATA_DIR": str(door.folder),
    }


def test_talking_in_the_terminal(front_door: FrontDoor) -> None:
    lines = ("Ich brauche einen Termin für einen Reisepass", ":why", "für zwei Personen", ":story")
    typed = "\n".join((*lines, ":quit", "nicht mehr")) + "\n"
    said = run("talk", "--language", "de", stdin=typed, **beside(front_door)).stdout
    assert "intent    book_appointment" in said
    assert "task      book_appointment asks" in said
    assert "people=2" in said
    assert f'  - person: "{lines[0]}"\n    bot: [utter_' in said
    assert '  - person: "für zwei Personen"\n' in said
    assert "nicht mehr" not in said


def test_a_conversation_as_a_story(front_door: FrontDoor) -> None:
    conversation = front_door.conversation("de")
    conversation.say("Moin!")
    assert conversation.token is not None
    told = [
        run("story", name, **beside(front_door)).stdout
        for name in (conversation.token, conversation.id)
    ]
    assert '  - person: "Moin!"\n    bot: [utter_greet]\n' in told[0]
    assert told[0] == told[1]


def test_a_conversation_nobody_knows(front_door: FrontDoor) -> None:
    done = run("story", "nobody", check=False, **beside(front_door))
    assert done.returncode == 1
    assert "no such conversation" in done.stderr


@pytest.mark.parametrize("command", [("talk",), ("story", "c-1")])
def test_nothing_is_running(command: tuple[str, ...], tmp_path: Path) -> None:
    closed = {"FRONTDOOR_PORT": "9", "FRONTDOOR_ENGINE_PORT": "9"}
    done = run(*command, stdin="Hallo\n", check=False, FRONTDOOR_DATA_DIR=str(tmp_path), **closed)
    assert done.returncode == 1
    assert "frontdoor run" in done.stderr
    assert "Traceback" not in done.stderr
