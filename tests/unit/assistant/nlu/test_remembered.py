"""Embeddings kept from one training to the next."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.encoder import adapter
from assistant.nlu import remembered


class Model:
    """Embeds a text as its length, and tells what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_all(self, texts: Sequence[str]) -> np.ndarray:  # type: ignore[type-arg]
        self.asked = list(texts)
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Model:
    model = Model()
    monkeypatch.setattr(remembered, "embed_all", model.embed_all)
    monkeypatch.setenv(remembered.SETTING, str(tmp_path / "kept.npz"))
    return model


def test_only_what_is_new_is_read(model: Model) -> None:
    assert remembered.embed_examples(["a", "bb", "a"]).tolist() == [[1, 1], [2, 1], [1, 1]]
    assert model.asked == ["a", "bb"]
    assert remembered.embed_examples(["ccc", "a"]).tolist() == [[3, 1], [1, 1]]
    assert model.asked == ["ccc"]


def test_what_is_no_example_any_more_is_forgotten(model: Model) -> None:
    remembered.embed_examples(["a", "bb"])
    remembered.embed_examples(["a"])
    remembered.embed_examples(["a", "bb"])
    assert model.asked == ["bb"]


def test_another_adapter_reads_all_anew(
    model: Model, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    remembered.embed_examples(["a"])
    other = tmp_path / "other.npz"
    other.write_bytes(b"another")
    monkeypatch.setenv(adapter.SETTING, str(other))
    remembered.embed_examples(["a", "bb"])
    assert model.asked == ["a", "bb"]


@pytest.mark.parametrize("content", [b"spoilt", b"PK\x03\x04 cut off", b""])
def test_a_spoilt_file_is_no_obstacle(model: Model, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "kept.npz").write_bytes(content)
    assert remembered.embed_examples(["a"]).tolist() == [[1, 1]]


def test_without_a_file_all_is_read(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(remembered.SETTING)
    for _ in range(2):
        remembered.embed_examples(["a"])
        assert model.asked == ["a"]
        model.asked = []
