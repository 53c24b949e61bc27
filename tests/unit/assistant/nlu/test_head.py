"""A head for intents that the adapter was not taught."""

import numpy as np
import pytest

from assistant.nlu import head
from assistant.nlu.reader import Reader

INTENTS = ["play_music", "set_alarm", "book_restaurant"]


@pytest.mark.parametrize("count", [2, 3])
def test_examples_score_highest_for_what_they_mean(count: int) -> None:
    chance = np.random.default_rng(5)
    places = chance.normal(size=(count, 16))
    meant = [at % count for at in range(60)]
    rows = (places[meant] + chance.normal(scale=0.1, size=(60, 16))).astype(np.float32)
    learnt = head.fitted(rows, [INTENTS[at] for at in meant])
    assert set(learnt.intents) == set(INTENTS[:count])
    best = [learnt.intents[at] for at in learnt.scores(rows).argmax(axis=1)]
    assert best == [INTENTS[at] for at in meant]


def test_intents_of_ones_own_are_learnt_beside_the_adapter() -> None:
    said = {
        "play_music": ["spiel was von den Beatles", "mach Musik an", "ein Lied bitte", "play jazz"],
        "set_alarm": ["weck mich um sieben", "stell den Wecker", "alarm at six", "wake me up"],
    }
    texts = [text for each in said.values() for text in each]
    reader = Reader({}, {"report_emergency": 0.1})
    reader.fit(texts, [intent for intent, each in said.items() for _ in each])
    assert reader.ranking("spiel ein Lied von Abba", 2)[0][0] == "play_music"
    assert reader.ranking("weck mich bitte um acht Uhr", 2)[0][0] == "set_alarm"
