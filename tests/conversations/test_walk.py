"""Random people: whatever is said in whatever order, the rules of the house hold.

What fails shrinks to a conversation file, `tests/conversations/failed.yml`.
"""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from language.assent import assent
from tests.conversations.responses import is_response, key_of
from tests.nlu_data import agreed_intents
from tests.servers.chat import Answer, Conversation
from tests.servers.frontdoor import FrontDoor

_FAILED = Path(__file__).with_name("failed.yml")
_WALKS, _TURNS = 40, 75
_MOST_REPLIES = 9
_SAME_ANSWER = 8

WISHES = [text for agreed in agreed_intents() for text in agreed.messages.values()]
ANSWERS = """Reisepass|zwei Personalausweise und einen Reisepass|für mich|3|in Walsum|Meiderich
egal|am Dienstag|nächste Woche nachmittags|16. Dezember um zehn|das erste|der letzte|10:30
Petra Schneider|Ich heiße Can Demir|petra@example.org|0203 123456|K7MP-3WQX|AB12-CD34
passport|for two people|in Hamborn please|next Thursday|the second one|My name is Ann Lee
keiner davon|früher|überspringen|weiter|zurück|nochmal von vorn|was hast du verstanden?
nein, doch lieber in Süd|Freitag statt Donnerstag|ja, aber am Mittwoch|ja, wenn es nichts kostet
31. Februar|gestern|am 24. Dezember|99 Personen|Kinderreisepass|asdf jklö|???|🙂|vielleicht
Was kostet ein Reisepass und wann hat Walsum auf?|Termin buchen und meinen alten absagen
in Walsum, und was kostet das?|wie bitte?|abbrechen|alles abbrechen|Hilfe""".replace("\n", "|")
WHOLE = [
    "Termin für einen Reisepass in Walsum so bald wie möglich, nur für mich, ich heiße Ann Lee, "
    "meine Mail ist ann@example.org",
    "I need a passport appointment in Hamborn next Thursday for one person, my name is Can Demir, "
    "can@example.org",
]
YES = ["ja", "ja bitte buchen", "stimmt so", "yes", "go ahead", "jo passt"]
_AGREED = ("ja genau", "yep, go ahead")  # among the wishes
_FAILURES = ("utter_failed",)
# The same answer to ever new messages is right where nothing else can be said.
_STANDING = {"utter_clarify_person", "utter_inform"}
_ENDINGS = ("utter_goodbye", "utter_thank", "utter_report_emergency", "utter_deny")


_WAY_ON = re.compile(
    r"\?|\b[\w-]+\.de\b|sagen Sie|nennen Sie|schreiben Sie|rufen Sie|wählen Sie|11[025]|buchen|@"
    r"|\bsay\b|tell me|\bcall\b|\bwrite\b|\bname\b|\bbook\b",
    re.IGNORECASE,
)


def _is_no_yes(text: str) -> bool:
    """Whether ``text`` is more than blanks, and no "Y", with or without a slash before it."""
    return bool(text.strip()) and assent(text.strip("/ ")) is not True


class Walk(RuleBasedStateMachine):
    """One person; ``door`` is set by the test."""

    door: FrontDoor
    http: httpx.Client
    bindings: list[str]

    def __init__(self) -> None:
        super().__init__()
        self._begin()

    def _begin(self) -> None:
        self.talk = Conversation(self.http)
        self.steps: list[dict[str, Any]] = []
        self.before = ""
        self.inputs: set[str] = set()
        self.codes: list[str] = []
        # The last answer but those of the channel itself ("I cannot read this").
        self.asked: Answer | None = None

    @rule(text=st.sampled_from(WISHES))
    def wish(self, text: str) -> None:
        self._turn(text)

    @rule(text=st.sampled_from(ANSWERS.split("|")))
    def answer(self, text: str) -> None:
        self._turn(text)

    @rule(text=st.sampled_from(ANSWERS.split("|")))
    def answer_again(self, text: str) -> None:
        self._turn(text)

    @rule(text=st.sampled_from(WHOLE))
    def wish_in_one_sentence(self, text: str) -> None:
        self._turn(text)

    # No preconditions: what there is to press or to cancel depends on the world, and the walks must
    # not, or they could not be repeated.
    @rule(words=st.sampled_from(["{} absagen", "cancel {}", "Wann ist mein Termin {}?"]))
    def existing(self, words: str) -> None:
        if self.codes:
            self._turn(words.format(self.codes[-1]))

    @rule(text=st.sampled_from(YES))
    def agree(self, text: str) -> None:
        self._turn(text)

    @rule(text=st.text(max_size=30).filter(_is_no_yes))
    def nonsense(self, text: str) -> None:
        self._turn(text)

    @rule(place=st.integers(0, 7))
    def press(self, place: int) -> None:
        titles = self.talk.last.buttons if self.talk.last else ()
        if titles:
            self._turn(None, titles[place % len(titles)])

    def _turn(self, text: str | None, title: str = "") -> None:
        self.steps.append({"person": text} if text is not None else {"button": title})
        asked = self.asked
        bound = self._bound()
        answer = self.talk.say(text) if text is not None else self.talk.press(title)
        try:
            self._check(answer, text or title)
            if any(is_response("utter_deleted", answer.language, each) for each in answer.texts):
                self._check_agreed(asked, text or title, "utter_ask_delete")
                self._begin()
            elif self._bound() != bound:
                self._check_agreed(asked, text or title, "utter_ask_confirm", "utter_ask_cancel")
                self.codes = [code for code, _ in self._bound()]
                self.bindings.append(text or title)
        except AssertionError:
            self._keep()
            raise

    def _check(self, answer: Answer, said: str) -> None:
        assert answer.texts, "no answer"
        assert all(text.strip() for text in answer.texts), answer.texts
        assert len(answer.texts) <= _MOST_REPLIES, answer.texts
        keys = [key_of("de", text) or key_of("en", text) for text in answer.texts]
        if any(keys):
            self.asked = answer
        assert not any(is_response(k, answer.language, t) for k in _FAILURES for t in answer.texts)
        leads_on = answer.buttons or _WAY_ON.search(answer.text)
        assert leads_on or keys[-1] in _ENDINGS, f"no way on: {answer.text!r}"
        self.inputs = self.inputs | {said} if answer.text == self.before else {said}
        self.before = answer.text
        circles = len(self.inputs) >= _SAME_ANSWER and not _STANDING & set(keys)
        assert not circles, f"goes round in circles: {answer.text!r}"

    def _check_agreed(self, asked: Answer | None, said: str, *restatements: str) -> None:
        """Nothing binds, and nothing is deleted, but by a yes to a restatement."""
        assert asked is not None, "bound by the first message"
        restated = any(
            is_response(key, asked.language, text) for key in restatements for text in asked.texts
        )
        assert restated, f"bound after {asked.text!r}"
        assert said in (*YES, *_AGREED) or said.startswith(("Ja", "Yes"))

    def _bound(self) -> list[tuple[str, str]]:
        if self.talk.token is None:
            return []
        booked = self.door.records.bookings(self.talk.id)
        return [(booking.code, booking.status) for booking in booked]

    def _keep(self) -> None:
        content = {"steps": self.steps}
        _FAILED.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")


@pytest.mark.timeout(900)
def test_random_people(front_door: FrontDoor) -> None:
    with httpx.Client(base_url=front_door.address, timeout=60.0) as http:
        bindings: list[str] = []
        walk = type("Walker", (Walk,), {"door": front_door, "http": http, "bindings": bindings})
        run_state_machine_as_test(
            walk,
            settings=settings(
                max_examples=_WALKS,
                stateful_step_count=_TURNS,
                deadline=None,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
            ),
        )
    assert bindings, "nobody came as far as a booking"
