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
