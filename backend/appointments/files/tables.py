"""Services and closures as CSV, one a line, the way an office programme writes it."""

import csv
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import zip_longest
from pathlib import Path
from typing import Any

from backend.appointments.files.problems import Problems

Entry = Mapping[str, Any]

_SERVICES = (
    "key name_de name_en category_de category_en minutes fee fee_under_24 documents_de "
    "documents_en notes_de notes_en online status alternatives sample"
).split()
_CLOSURES = "office from until reason_de reason_en".split()
_NEEDED = {
    "services": "key name_de name_en category_de category_en minutes".split(),
    "closures": "from until".split(),
}
_LABELS = {
    "standard": {"de": "Gebühr", "en": "fee"},
    "under_24": {"de": "unter 24 Jahren", "en": "under 24"},
}


def read_table(kind: str, path: Path, problems: Problems) -> Iterator[tuple[int, Entry]]:
    """Line and entry, in the form of the YAML file, of each row; `kind`: services or closures."""
    columns, entry = _KINDS[kind]
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    except (OSError, ValueError) as error:
        problems.add(path, 0, f"cannot be read: {error}")
        return
    head = lines[0] if lines else ""
    reader = csv.DictReader(lines, delimiter=";" if ";" in head else ",")
    names = reader.fieldnames or []
    for name in _NEEDED[kind]:
        if name not in names:
            problems.add(path, 1, f"the column {name} is missing")
    for name in names:
        if name not in columns:
            problems.add(path, 1, f"there is no column {name!r}")
    for row in reader:
        if None in row or None in row.values():
            problems.add(path, reader.line_num, "the row has more or fewer fields than the head")
            continue
        filled = {name: text.strip() for name, text in row.items() if text.strip()}
        if filled:
            try:
                yield reader.line_num, entry(filled)
            except ValueError as error:
                problems.add(path, reader.line_num, str(error))


def _service(row: Mapping[str, str]) -> Entry:
    entry: dict[str, Any] = {
        "key": row.get("key"),
        "name": _both(row, "name"),
        "category": _both(row, "category"),
        "minutes": row.get("minutes"),
        "fees": [
            {"kind": kind, "cents": _cents(row[name]), "label": _LABELS[kind]}
            for name, kind in (("fee", "standard"), ("fee_under_24", "under_24"))
            if name in row
        ],
        "documents": _lists(row, "documents"),
        "notes": _lists(row, "notes"),
        "alternatives": row.get("alternatives", "").split(),
    }
    return entry | {name: row[name] for name in ("online", "status", "sample") if name in row}


def _closure(row: Mapping[str, str]) -> Entry:
    entry: dict[str, Any] = {
        name: row.get(name) for name in ("office", "from", "until") if row.get(name)
    }
    reason = _both(row, "reason")
    return entry | ({"reason": reason} if reason else {})


def _both(row: Mapping[str, str], name: str) -> dict[str, str]:
    return {tongue: row[f"{name}_{tongue}"] for tongue in ("de", "en") if f"{name}_{tongue}" in row}


def _lists(row: Mapping[str, str], name: str) -> list[dict[str, str]]:
    german, english = (
        [text.strip() for text in row.get(f"{name}_{tongue}", "").split("|") if text.strip()]
        for tongue in ("de", "en")
    )
    if len(german) != len(english):
        raise ValueError(f"{name}_de and {name}_en do not have equally many parts")
    return [{"de": de, "en": en} for de, en in zip_longest(german, english)]


def _cents(text: str) -> int:
    try:
        return int(Decimal(text.replace(",", ".")) * 100)
    except InvalidOperation:
        raise ValueError(f"{text!r} is no amount in euro") from None


_KINDS: Mapping[str, tuple[list[str], Callable[[Mapping[str, str]], Entry]]] = {
    "services": (_SERVICES, _service),
    "closures": (_CLOSURES, _closure),
}
