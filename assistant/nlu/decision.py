"""From the votes of the head and the neighbours to one intent and how sure it is."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from assistant.encoder.encoder import Vector

_TEMPERATURES = np.linspace(0.4, 2.5, 43)
_LEAST = 1e-6
_HEARD = 0.006
_DOUBTED = 0.5


class Decision:
    """Mixes, favours what must not be missed, and says true probabilities.

    ``favour`` multiplies the odds of an intent: what the assistant cannot do is more manifold
    than the examples show. ``alarms`` gives for an intent that must never be missed the share
    from which it is decided on whatever else is likelier.
    """

    def __init__(
        self,
        intents: Sequence[str],
        favour: Mapping[str, float],
        alarms: Mapping[str, float],
    ) -> None:
        self.intents = list(intents)
        self._favour = np.log([favour.get(intent, 1.0) for intent in intents])
        self._alarms = dict(alarms)
        self._temperature = 1.0

    def calibrate(self, votes: Sequence[Vector], meant: Sequence[str]) -> None:
        """Choose the temperature under which ``meant`` is likeliest (Guo et al. 2017).

        ``votes`` are those of messages that neither head nor neighbours have seen.
        """
        right = np.array([self.intents.index(intent) for intent in meant])
        logits = self._logits(np.vstack(votes))

        def surprise(temperature: float) -> float:
            shares = _softmax(logits / temperature)
            return float(-np.log(shares[np.arange(len(right)), right] + _LEAST).mean())

        self._temperature = float(min(_TEMPERATURES, key=surprise))

    def ranking(
        self,
        votes: Vector,
        length: int,
        *,
        favour: bool = True,
        alarms: bool = True,
        heard: Collection[str] = (),
        doubted: Collection[str] = (),
    ) -> list[tuple[str, float]]:
        """The ``length`` likeliest intents with their probabilities, an alarm first.

        Without ``favour`` none is favoured, as where a service of the city is named.
        ``heard`` are alarms that a rule has heard, too: hardly any share is needed then.
        ``doubted`` are those that a rule speaks against: they need half of the votes, else they
        come second at best. Without ``alarms``, as for keys struck at random, what raises
        one comes last.
        """
        logits = self._logits(votes[np.newaxis]) - (0.0 if favour else self._favour)
        shares = _softmax(logits / self._temperature)[0]
        order = list(np.argsort(shares)[::-1])
        needed = {
            **self._alarms,
            **dict.fromkeys(doubted, _DOUBTED),
            **dict.fromkeys(heard, _HEARD),
        }
        for name, share in needed.items():
            if name not in self.intents:
                continue
            intent = self.intents.index(name)
            if not alarms:
                order.append(order.pop(order.index(intent)))
            elif votes[intent] >= share:
                order.insert(0, order.pop(order.index(intent)))
            elif name in doubted and order[0] == intent:
                order.insert(1, order.pop(0))
        return [(self.intents[at], float(shares[at])) for at in order[:length]]

    def _logits(self, votes: Vector) -> Vector:
        logits: Vector = np.log(votes + _LEAST) + self._favour
        return logits


def mixed(head_scores: Vector, neighbours: Vector) -> Vector:
    """The votes of a message: half the head's, half the neighbours'."""
    votes: Vector = (_softmax(head_scores[np.newaxis])[0] + neighbours) / 2
    return votes


def _softmax(logits: Vector) -> Vector:
    likelihood = np.exp(logits - logits.max(axis=-1, keepdims=True))
    shares: Vector = likelihood / likelihood.sum(axis=-1, keepdims=True)
    return shares
