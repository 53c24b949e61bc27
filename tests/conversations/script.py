"""A conversation as a file tells it.

known_bug: why it fails    # the test has to fail until this line is taken away
usual_rules: true          # under the usual limit per contact and delay of freed slots
language: de               # the first language, where the folder (mixed) does not name it
given:                     # appointments that exist before; {code} names the first one
  - {office: walsum, start: "2026-12-08T10:00", services: {passport: 1}, times: 2,
     email: erika@example.org}
steps:
  - person: "Moin!"        # what is typed; {code} stands for the latest booking code, {pin} for
                           # the code mailed to the contact of the first appointment
    bot: [utter_greet]     # the replies in order, as keys of data/domain; "a|b" is either
  - button: "1 Person"     # or the beginning of a button's title, or its number
    bot:
      - utter_ask_confirm: [Walsum, "10:00"]   # and what that reply contains
    never: ["Hamborn"]     # what the answer must not contain
    language: en           # the language from here on
  - told: [Angebot]        # waits until the bot says something by itself that contains this; its
                           # buttons can be pressed next
  - staff: there           # a member of staff: there, away, take, release, return, close, or
                           # sees: what the evidence contains
  - staff: {say: "Ja"}     # what they do with words; ``told`` may stand beside
    told: ["Ja"]
  - person: "Danke"
    bot: []                # nothing is answered while staff has the conversation
booked:                    # all this conversation has booked; nothing unless it says so
  - {office: walsum, services: {passport: 1}, start: "2026-12-08T1*", name: Anna Schmidt,
     status: confirmed}
given_ends: cancelled      # the state of the first given appointment in the end
given_moved: {office: walsum, start: "2026-12-09T1*"}   # where it is then, unless it stays
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_LANGUAGES = {"de", "en"}
_FIELDS = {
    *("known_bug", "usual_rules", "language", "given", "steps", "booked", "given_ends"),
    "given_moved",
}
_STEP_FIELDS = {"person", "button", "staff", "told", "bot", "never", "language"}
_BOOKED_FIELDS = {"office", "services", "start", "name", "status"}


@dataclass(frozen=True)
class Reply:
    """A response of the domain and what it contains."""

    key: str
    contains: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """A message and what must come back; ``button`` is a number or the beginning of a title.

    With ``told`` nobody says anything: the bot does, by itself.
    ``staff`` is what a member of staff does instead, and with which words.
    """

    person: str | None
    button: str | int | None
    told: tuple[str, ...] | None
    bot: tuple[Reply, ...] | None
    never: tuple[str, ...]
    language: str
    staff: tuple[str, str] | None = None


@dataclass(frozen=True)
class Script:
    """A conversation and how it must end."""

    language: str
    given: tuple[Mapping[str, Any], ...]
    steps: tuple[Step, ...]
    booked: tuple[Mapping[str, Any], ...]
    given_ends: str
    given_moved: Mapping[str, str]
    known_bug: str | None
    usual_rules: bool = False


def load(path: Path) -> Script:
    """Read a file; it begins in the ``language`` it names, else in that of its folder."""
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=_Plain)
    _only(content, _FIELDS)
    first = content.get("language", path.parent.name)
    assert first in _LANGUAGES, f"{path}: in which language does it begin?"
    language = first
    steps = []
    for entry in content["steps"]:
        language = entry.get("language", language)
        steps.append(_step(entry, language))
    for booking in content.get("booked", []):
        _only(booking, _BOOKED_FIELDS)
    return Script(
        first,
        tuple(content.get("given", [])),
        tuple(steps),
        tuple(content.get("booked", [])),
        content.get("given_ends", "confirmed"),
        content.get("given_moved", {}),
        content.get("known_bug"),
        bool(content.get("usual_rules")),
    )


class _Plain(yaml.SafeLoader):
    """Leaves timestamps as they are written."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _step(entry: Mapping[str, Any], language: str) -> Step:
    _only(entry, _STEP_FIELDS)
    replies = [_reply(reply) for reply in entry["bot"]] if "bot" in entry else None
    return Step(
        entry.get("person"),
        entry.get("button"),
        tuple(entry["told"]) if "told" in entry else None,
        None if replies is None else tuple(replies),
        tuple(entry.get("never", [])),
        language,
        _staff(entry["staff"]) if "staff" in entry else None,
    )


def _staff(entry: str | Mapping[str, str]) -> tuple[str, str]:
    if isinstance(entry, str):
        return entry, ""
    [(step, words)] = entry.items()
    return step, words


def _reply(entry: str | Mapping[str, list[str]]) -> Reply:
    if isinstance(entry, str):
        return Reply(entry)
    [(key, contains)] = entry.items()
    return Reply(key, tuple(contains))


def _only(entry: Mapping[str, Any], known: set[str]) -> None:
    unknown = set(entry) - known
    assert not unknown, f"unknown fields: {unknown}"
