"""The linear head: logistic regression, read out for one message at a time."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression


class LinearHead:
    """Multinomial logistic regression.

    scikit-learn trains it. Its ``predict_proba`` copies all weights for each message (20 MB,
    2 ms); here only those of the features at hand are read.
    """

    def __init__(self, regularisation: float, most_iterations: int) -> None:
        self._regularisation = regularisation
        self._most_iterations = most_iterations

    def fit(self, rows: csr_matrix, intents: Sequence[str]) -> None:
        """Learn; ``regularisation`` is the inverse strength C."""
        model = LogisticRegression(
            C=self._regularisation, max_iter=self._most_iterations, tol=1e-3
        ).fit(rows, intents)
        self._classes = [str(name) for name in model.classes_]
        self._weights = np.ascontiguousarray(model.coef_.T, dtype=np.float32)
        self._bias = model.intercept_.astype(np.float32)

    def ranking(self, row: csr_matrix, length: int) -> list[tuple[str, float]]:
        """The ``length`` likeliest intents of one message with their probabilities."""
        scores: Any = row.data.astype(np.float32) @ self._weights[row.indices] + self._bias
        likelihood = np.exp(scores - scores.max())
        shares = likelihood / likelihood.sum()
        best = np.argsort(shares)[::-1][:length]
        return [(self._classes[i], float(shares[i])) for i in best]
