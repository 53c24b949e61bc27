"""Labelled messages out of a file."""

import pytest

from assistant.evaluation.cases import HEADER, Case, read_cases

HEAD = "\t".join(HEADER)


def test_a_header_and_several_wishes() -> None:
    lines = [HEAD, "de\tcasual\task_service_info+book_appointment\tWas kostet es? Ich buche.\n"]
    wishes = ("ask_service_info", "book_appointment")
    assert list(read_cases(lines)) == [Case("de", "casual", wishes, "Was kostet es? Ich buche.")]


@pytest.mark.parametrize("line", ["de\tcasual\tgreet", "de\t\tgreet\tMoin", ""])
def test_a_bad_line_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="line 2"):
        list(read_cases([HEAD, line]))


@pytest.mark.parametrize("between", ["+", ",", ", ", ";", "|", " "])
def test_however_several_intents_are_joined(between: str) -> None:
    [case] = read_cases([f"en\tspeech\tgreet{between}ask_help\thi what can you do\r\n"])
    assert case.intents == ("greet", "ask_help")
    assert case.text == "hi what can you do"


def test_a_file_saved_by_an_office_programme_is_read() -> None:
    assert list(read_cases([f"\ufeff{HEAD}\r\n"])) == []
