"""Messages of like meaning put together. Pure."""

from dataclasses import dataclass
from typing import Any

import numpy as np

Vector = np.ndarray[Any, np.dtype[np.float32]]

# Cosine from which two messages count as alike.
_ALIKE = 0.8


@dataclass(frozen=True)
class Cluster:
    """``members`` are places in the list given, the most typical first."""

    members: tuple[int, ...]


def clusters(meanings: Vector, alike: float = _ALIKE) -> list[Cluster]:
    """Groups of rows of unit length by average linkage, the largest first."""
    from scipy.cluster.hierarchy import fcluster, linkage

    if len(meanings) < 2:
        return [Cluster((0,))] if len(meanings) else []
    tree = linkage(meanings, method="average", metric="cosine")
    labels = fcluster(tree, t=1 - alike, criterion="distance")
    found = [_typical_first(np.flatnonzero(labels == label), meanings) for label in set(labels)]
    return sorted(found, key=lambda cluster: (-len(cluster.members), cluster.members))


def _typical_first(members: Any, meanings: Vector) -> Cluster:
    centre = meanings[members].mean(axis=0)
    nearness = meanings[members] @ centre
    return Cluster(tuple(int(members[at]) for at in np.argsort(-nearness, kind="stable")))
