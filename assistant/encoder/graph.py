"""The sentence model as an ONNX graph in 8 bit, which today's processors multiply fastest."""

from collections.abc import Iterator

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

from assistant.encoder.weights import Array, Weights

INPUT, OUTPUT = "tokens", "meaning"
_CONTRIBUTED = "com.microsoft"
_OPSET = 18


def graph(weights: Weights) -> ModelProto:
    """From the vectors of one text's tokens (1 by tokens by width) to its meaning (width).

    Weights are rounded to 8 bit for each output, what flows between layers as it comes.
    """
    width = weights.sizes.width
    builder = _Builder(weights)
    nodes = list(builder.nodes())
    return helper.make_model(
        helper.make_graph(
            nodes,
            "e5",
            [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, [1, None, width])],
            [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, width])],
            list(builder.constants()),
        ),
        opset_imports=[
            helper.make_opsetid("", _OPSET),
            helper.make_opsetid(_CONTRIBUTED, 1),
        ],
        ir_version=8,
    )


class _Builder:
    def __init__(self, weights: Weights) -> None:
        self._sizes, self._tensors = weights.sizes, weights.tensors
        self._constants: dict[str, Array] = {}

    def constants(self) -> Iterator[TensorProto]:
        for name, values in self._constants.items():
            yield numpy_helper.from_array(values, name)

    def nodes(self) -> Iterator[NodeProto]:
        yield self._node("LayerNormalization", [INPUT, *self._norm("emb.ln")], "in0", domain="")
        for number in range(self._sizes.layers):
            yield from self._layer(f"l{number}", f"in{number}", f"in{number + 1}")
        axes = self._constant("axes", np.array([1], dtype=np.int64))
        yield helper.make_node(
            "ReduceMean", [f"in{self._sizes.layers}", axes], [OUTPUT], keepdims=0
        )

    def _layer(self, layer: str, given: str, result: str) -> Iterator[NodeProto]:
        queries, keys, values = (f"{layer}.{part}" for part in "qkv")
        yield self._product(layer + ".qkv", [queries, keys, values], given)
        yield helper.make_node(
            "Split", [layer + ".qkv"], [queries, keys, values], axis=2, num_outputs=3
        )
        yield self._node(
            "MultiHeadAttention",
            [queries, keys, values],
            f"{layer}.attended",
            num_heads=self._sizes.heads,
        )
        yield self._product(f"{layer}.ao", [f"{layer}.ao"], f"{layer}.attended")
        yield self._sum(given, f"{layer}.ao", f"{layer}.aln")
        yield self._product(f"{layer}.fi", [f"{layer}.fi"], f"{layer}.aln")
        yield self._node("Gelu", [f"{layer}.fi"], f"{layer}.gelu")
        yield self._product(f"{layer}.fo", [f"{layer}.fo"], f"{layer}.gelu")
        yield self._sum(f"{layer}.aln", f"{layer}.fo", f"{layer}.oln", result)

    def _product(self, name: str, parts: list[str], given: str) -> NodeProto:
        """``given`` times the matrices of ``parts`` side by side, plus their biases."""
        matrix = np.concatenate([self._tensors[f"{part}.w"] for part in parts]).T
        bias = np.concatenate([self._tensors[f"{part}.b"] for part in parts])
        scale = np.abs(matrix).max(axis=0) / 127
        inputs = [
            given,
            self._constant(f"{name}.w8", np.rint(matrix / scale).astype(np.int8)),
            self._constant(f"{name}.scale", scale.astype(np.float32)),
            "",
            self._constant(f"{name}.b", bias),
        ]
        return self._node("DynamicQuantizeMatMul", inputs, name)

    def _sum(self, one: str, other: str, norm: str, result: str | None = None) -> NodeProto:
        inputs = [one, other, *self._norm(norm)]
        return self._node(
            "SkipLayerNormalization", inputs, result or norm, epsilon=self._sizes.epsilon
        )

    def _norm(self, name: str) -> list[str]:
        return [self._constant(f"{name}.{part}", self._tensors[f"{name}.{part}"]) for part in "wb"]

    def _constant(self, name: str, values: Array) -> str:
        self._constants[name] = np.ascontiguousarray(values)
        return name

    @staticmethod
    def _node(kind: str, inputs: list[str], result: str, **attributes: object) -> NodeProto:
        settings = {"domain": _CONTRIBUTED, **attributes}
        return helper.make_node(kind, inputs, [result], **settings)
