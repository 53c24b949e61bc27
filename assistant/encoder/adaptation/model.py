"""The sentence model in PyTorch: frozen but for narrow matrices beside each of its own."""

import math
from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from assistant.encoder.adapter import LowRank
from assistant.encoder.tokens import Tokens
from assistant.encoder.weights import Array, Weights

_PARTS = ("q", "k", "v", "ao", "fi", "fo")
_MOST_TOKENS = 128
_OUT_OF_SIGHT = -1e4


class Adaptable(nn.Module):
    """Texts to meanings (not of unit length)."""

    def __init__(self, weights: Weights, rank: int, dropout: float) -> None:
        super().__init__()
        self.width = weights.sizes.width
        self._weights = weights
        self._tokens = Tokens(weights.vocabulary, _MOST_TOKENS)
        self._places = torch.from_numpy(weights.places())
        self._norm = _norm(weights, "emb.ln")
        self._dropout = dropout
        self.layers = nn.ModuleList(
            _Layer(weights, f"l{number}", rank, dropout) for number in range(weights.sizes.layers)
        )

    def forward(self, texts: Sequence[str]) -> Tensor:
        """One row a text."""
        tokens, there = self._read(texts)
        hidden = self._norm(tokens + self._places[: tokens.shape[1]])
        hidden = functional.dropout(hidden, self._dropout, self.training)
        mask = torch.zeros(there.shape, dtype=torch.bfloat16)
        mask = mask.masked_fill(~there, _OUT_OF_SIGHT)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, mask)
        shares = there[..., None].float()
        return (hidden.float() * shares).sum(1) / shares.sum(1)

    def differences(self) -> Iterator[tuple[str, LowRank]]:
        """What was learnt, by the names of the matrices."""
        for number, layer in enumerate(self.layers):
            for part in _PARTS:
                linear = getattr(layer, part)
                yield (
                    f"l{number}.{part}.w",
                    LowRank(linear.out.detach().numpy(), linear.into.detach().numpy()),
                )

    def _read(self, texts: Sequence[str]) -> tuple[Tensor, Tensor]:
        ids = self._tokens.ids(texts)
        shape = (len(ids), max(map(len, ids)))
        there = np.zeros(shape, dtype=bool)
        for row, of in enumerate(ids):
            there[row, : len(of)] = True
        tokens = np.zeros((*shape, self._weights.sizes.width), dtype=np.float32)
        tokens[there] = self._weights.words.rows(np.concatenate(ids))
        return torch.from_numpy(tokens), torch.from_numpy(there)


class _Layer(nn.Module):
    def __init__(self, weights: Weights, layer: str, rank: int, dropout: float) -> None:
        super().__init__()
        self._heads, self._dropout = weights.sizes.heads, dropout
        for part in _PARTS:
            setattr(self, part, _Linear(weights, f"{layer}.{part}", rank))
        self._after_attention = _norm(weights, f"{layer}.aln")
        self._after_all = _norm(weights, f"{layer}.oln")

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        queries, keys, values = (self._by_head(part(hidden)) for part in (self.q, self.k, self.v))
        match = queries @ keys.transpose(-1, -2) / math.sqrt(queries.shape[-1]) + mask
        attended = (torch.softmax(match, -1) @ values).transpose(1, 2).reshape(hidden.shape)
        hidden = self._after_attention(hidden + self._dropped(self.ao(attended)))
        inner = self.fo(functional.gelu(self.fi(hidden)))
        result: Tensor = self._after_all(hidden + self._dropped(inner))
        return result

    def _by_head(self, rows: Tensor) -> Tensor:
        return rows.view(*rows.shape[:2], self._heads, -1).transpose(1, 2)

    def _dropped(self, rows: Tensor) -> Tensor:
        return functional.dropout(rows, self._dropout, self.training)


class _Linear(nn.Module):
    """A frozen matrix with a learnt one of low ``rank`` beside it (LoRA, Hu et al. 2021)."""

    def __init__(self, weights: Weights, name: str, rank: int) -> None:
        super().__init__()
        matrix = _tensor(weights.tensors[f"{name}.w"])
        self._matrix, self._bias = matrix, _tensor(weights.tensors[f"{name}.b"])
        outputs, inputs = matrix.shape
        self.into = nn.Parameter(torch.randn(rank, inputs) / math.sqrt(inputs))
        self.out = nn.Parameter(torch.zeros(outputs, rank))

    def forward(self, rows: Tensor) -> Tensor:
        beside = functional.linear(functional.linear(rows, self.into), self.out)
        return functional.linear(rows, self._matrix, self._bias) + beside


def _norm(weights: Weights, name: str) -> nn.LayerNorm:
    norm = nn.LayerNorm(weights.sizes.width, weights.sizes.epsilon)
    norm.weight.data = _tensor(weights.tensors[f"{name}.w"])
    norm.bias.data = _tensor(weights.tensors[f"{name}.b"])
    return norm.requires_grad_(False)


def _tensor(values: Array) -> Tensor:
    return torch.from_numpy(np.array(values))
