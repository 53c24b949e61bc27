"""From a text to the likeliest intents."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from assistant.encoder.encoder import Vector
from assistant.encoder.holdout import is_held_out
from assistant.nlu import head
from assistant.nlu.decision import Decision, mixed
from assistant.nlu.meaning import city_adapter, read
from assistant.nlu.neighbours import Neighbours
from assistant.nlu.nonsense import SET_PHRASES, Vocabulary
from assistant.nlu.remembered import embed_examples
from assistant.nlu.spelling import Spelling
from assistant.nlu.words import is_word
from language.urgent import is_emergency, sounds_harmless, wants_human

OUT_OF_SCOPE = "out_of_scope"
_Rules = Mapping[str, Callable[[str], bool]]
# Heard by rule, too, because they must never be missed; the emergency last, for it comes first.
_RULES: _Rules = {"request_human": wants_human, "report_emergency": is_emergency}
# Where a rule speaks against it, half of the votes are needed.
_AGAINST: _Rules = {"report_emergency": sounds_harmless}


class Reader:
    """The adapter's head, the examples' neighbours and a calibrated decision."""

    def __init__(self, favour: Mapping[str, float], alarms: Mapping[str, float]) -> None:
        self._favour, self._alarms = favour, alarms
        self._spelling = Spelling(is_word)

    def fit(self, texts: Sequence[str], intents: Sequence[str]) -> None:
        """Learn from examples; how sure it is comes from those the encoder has never seen."""
        taught = city_adapter().head
        is_known = head.knows(taught, intents)
        known = sorted({*(taught.intents if is_known else ()), *intents})
        self._spelling.fit(texts)
        meant_here = zip(texts, intents, strict=True)
        self._vocabulary = Vocabulary(text for text, of in meant_here if of != OUT_OF_SCOPE)
        self._neighbours = Neighbours(known, taught.centre)
        self._decision = Decision(known, self._favour, self._alarms)
        meanings = embed_examples(texts)
        held = np.array([is_held_out(text) for text in texts])
        if held.any() and not held.all():
            meant = np.array(intents)
            self._head = taught if is_known else head.fitted(meanings[~held], meant[~held])
            self._neighbours.fit(meanings[~held], meant[~held])
            votes = [self._votes(row) for row in meanings[held]]
            self._decision.calibrate(votes, meant[held].tolist())
        self._head = taught if is_known else head.fitted(meanings, intents)
        self._neighbours.fit(meanings, intents)

    def ranking(self, text: str, length: int, *, favour: bool = True) -> list[tuple[str, float]]:
        """The ``length`` likeliest intents with their probabilities; see Decision."""
        corrected = self._spelling.corrected(text)
        readings = {text, corrected}
        heard = [intent for intent, rule in _RULES.items() if any(map(rule, readings))]
        doubted = [intent for intent, rule in _AGAINST.items() if any(map(rule, readings))]
        if heard == ["request_human"]:
            doubted.append("report_emergency")
        votes = self._votes(read(text, corrected))
        known = bool(heard) or self.knows_any(corrected)
        return self._decision.ranking(
            votes, length, favour=favour, alarms=known, heard=heard, doubted=doubted
        )

    def is_nonsense(self, text: str, intent: str) -> bool:
        """Whether nothing in ``text`` speaks for ``intent`` but the sound of it.

        No word that there is; or, for what is said in set words, none that the examples use.
        """
        if any(rule(text) for rule in _RULES.values()):
            return False
        corrected = self._spelling.corrected(text)
        if not self.knows_any(corrected):
            return not self._vocabulary.has_any(text)
        used = self._vocabulary.has_any(text) or self._vocabulary.has_any(corrected)
        return intent in SET_PHRASES and not used

    def knows_any(self, text: str) -> bool:
        """Whether ``text`` has any word of German, English or the examples."""
        return self._spelling.knows_any(text)

    def _votes(self, meaning: Vector) -> Vector:
        scores = np.full(len(self._decision.intents), -np.inf)
        places = [self._decision.intents.index(intent) for intent in self._head.intents]
        scores[places] = self._head.scores(meaning)
        return mixed(scores, self._neighbours.shares(meaning))
