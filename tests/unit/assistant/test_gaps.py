"""Messages that were not understood become suggestions."""

import numpy as np

from assistant.clusters import Cluster, clusters
from assistant.gaps import suggestions


def test_what_is_alike_comes_together_the_largest_group_first() -> None:
    near, far = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    aside = np.array([0.96, 0.28])
    assert clusters(np.vstack([far, near, aside, near])) == [Cluster((1, 3, 2)), Cluster((0,))]


def test_one_and_none() -> None:
    assert clusters(np.empty((0, 2))) == []
    assert clusters(np.ones((1, 2))) == [Cluster((0,))]


def test_a_suggestion_names_the_likeliest_intent_and_each_message_once() -> None:
    texts = ["Wann kommt die Tonne?", "Wann kommt die Tonne?", "bin day?"]
    messages = [
        {"text": text, "intent": "out_of_scope", "language": language}
        for text, language in zip(texts, ["de", "de", "en"], strict=True)
    ]
    [found] = suggestions(messages, [Cluster((0, 1, 2))])
    assert found == {
        "intent": "out_of_scope",
        "messages": 3,
        "languages": ["de", "en"],
        "examples": ["Wann kommt die Tonne?", "bin day?"],
    }
