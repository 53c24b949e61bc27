from pathlib import Path

import pytest

from backend.appointments.domain.catalogue import Item
from backend.appointments.files.reading import read_folder
from backend.appointments.provider.zms.mapping import read_mapping
from backend.kit.settings import REPOSITORY

CITY = REPOSITORY / "data" / "city"


def test_the_sample_names_all_that_can_be_booked() -> None:
    mapping = read_mapping(CITY / "zms.yml")
    files = read_folder(CITY)
    assert files.services
    assert files.offices
    bookable = {each.key for _, each in files.services.entries if each.status == "available"}
    assert mapping.services.keys() == bookable
    assert mapping.offices.keys() == {each.key for _, each in files.offices.entries}


def test_wanted_keeps_the_order_of_the_items(tmp_path: Path) -> None:
    file = tmp_path / "zms.yml"
    file.write_text("offices: {mitte: 7}\nservices: {a: 2, b: 1}\n")
    mapping = read_mapping(file)
    assert list(mapping.wanted([Item("b", 3), Item("a", 1)]).items()) == [(1, 3), (2, 1)]
    assert mapping.office_keys() == {7: "mitte"}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("offices: {a: 1}", "services"),
        ("offices: {a: 1}\nservices: {}", "services"),
        ("offices: {a: one}\nservices: {b: 2}", "offices.a"),
        ("offices: {a: 1}\nservices: {b: 2}\nscopes: {}", "scopes"),
        ("offices: {a: 1, b: 1}\nservices: {c: 2}", "same number"),
        ("offices: [", "expected"),
        ("", "valid dictionary"),
    ],
)
def test_what_is_wrong_is_said_with_the_file(tmp_path: Path, content: str, complaint: str) -> None:
    file = tmp_path / "zms.yml"
    file.write_text(content)
    with pytest.raises(ValueError, match=complaint) as error:
        read_mapping(file)
    assert str(file) in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"zms\.yml"):
        read_mapping(tmp_path / "zms.yml")
