"""A conversation as a file."""

from hypothesis import given
from hypothesis import strategies as st

from connectors.core.transcript import as_html, as_text, lines
from tests.hostile import HOSTILE

AT = "2026-12-01T08:05:00Z"


def message(text: str, role: str = "person", **more: str) -> dict[str, object]:
    return {"at": AT, "role": role, "text": text, **more}


def test_times_are_those_of_duisburg_in_words() -> None:
    assert [each.at for each in lines([message("a")], "de")] == ["1. Dezember 2026, 09:05"]
    assert [each.at for each in lines([message("a")], "en")] == ["1 December 2026, 09:05"]


def test_it_tells_who_spoke() -> None:
    said = [
        message("a"),
        message("b", "bot"),
        message("c", "staff", sender="Frau Yılmaz"),
        message("d", "staff"),
    ]
    names = [each.who for each in lines(said, "de")]
    assert names == ["Sie", "Assistent (Maschine)", "Frau Yılmaz", "Mitarbeiter/in der Stadt"]


def test_nothing_hostile_is_markup() -> None:
    for text in HOSTILE.values():
        page = as_html([message(text, "staff", sender=text)], "de")
        body = page.partition("<h1>")[2]
        assert set(tags(body)) <= {"h1", "p", "h2", "bdi", "body", "html"}, text


@given(st.text(max_size=300))
def test_whatever_is_said_stands_in_the_text(text: str) -> None:
    assert text in as_text([message(text)], "de")
    assert set(tags(as_html([message(text)], "de").partition("<h1>")[2])) <= {
        *("h1", "p", "h2", "bdi", "body", "html")
    }


def tags(markup: str) -> list[str]:
    from html.parser import HTMLParser

    found: list[str] = []

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            found.append(tag)

    Tags().feed(markup)
    return found
