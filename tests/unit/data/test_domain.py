"""Responses, rules and actions fit together, in German and English alike."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

import pytest

from tests.nlu_data import agreed_intents
from tests.unit.data.domain import (
    ROOT,
    Variation,
    declared,
    keys,
    read_payload,
    rules,
    tasks,
    variations,
)

INTENTS = {agreed.intent for agreed in agreed_intents()}


def by_channel() -> list[tuple[str, list[Variation]]]:
    """The wordings that stand for one another: one key on one channel."""
    ordered = sorted(variations(), key=lambda v: (v.key, v.channel or ""))
    groups = groupby(ordered, key=lambda v: f"{v.key} {v.channel or ''}".strip())
    return [(name, list(group)) for name, group in groups]


def test_a_response_lives_in_one_file() -> None:
    files = defaultdict(set)
    for variation in variations():
        files[variation.key].add(variation.file)
    assert not {key: found for key, found in files.items() if len(found) > 1}


def test_every_wording_has_one_language() -> None:
    wrong = [(v.key, v.languages) for v in variations() if len(v.languages) != 1]
    assert not wrong


@pytest.mark.parametrize(("name", "wordings"), by_channel(), ids=[name for name, _ in by_channel()])
class TestLanguages:
    def test_both_languages(self, name: str, wordings: list[Variation]) -> None:
        assert {language for v in wordings for language in v.languages} == {"de", "en"}

    def test_same_placeholders(self, name: str, wordings: list[Variation]) -> None:
        assert all(v.placeholders == wordings[0].placeholders for v in wordings)

    def test_same_buttons(self, name: str, wordings: list[Variation]) -> None:
        assert all(v.payloads == wordings[0].payloads for v in wordings)


def test_a_channel_variation_stands_beside_a_general_one() -> None:
    general = {v.key for v in variations() if v.channel is None}
    assert keys() == general


def test_buttons_mean_agreed_intents() -> None:
    meant = {read_payload(payload)[0] for v in variations() for payload in v.payloads}
    assert meant <= INTENTS


def test_the_domain_declares_the_agreed_intents_once() -> None:
    assert sorted(declared("intents")) == sorted(INTENTS)


def test_every_intent_has_a_rule_or_is_a_task() -> None:
    assert set(rules()) | set(tasks()) == INTENTS
    assert not set(rules()) & set(tasks())


def test_every_rule_leads_to_something_that_exists() -> None:
    assert set(rules().values()) <= keys() | set(declared("actions"))


def test_every_response_the_actions_say_exists() -> None:
    said = dict(_said_by_actions())
    assert said
    assert not {key: place for key, place in said.items() if key not in keys()}


def _said_by_actions() -> Iterator[tuple[str, str]]:
    """Every string in actions/ that names a response, and where it stands."""
    for path in sorted((ROOT / "actions").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and str(node.value).startswith("utter_"):
                yield str(node.value), f"{path.relative_to(ROOT)}:{node.lineno}"
