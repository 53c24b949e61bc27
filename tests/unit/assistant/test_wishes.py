"""Several wishes in one message."""

from typing import Any

from assistant.wishes import Wish, in_turn, wishes

MEANT = {
    "eine lange Idee": "submit_idea",
    "ich will buchen": "book_appointment",
    "was kostet das": "ask_service_info",
    "den alten absagen": "cancel_appointment",
    "hallo du": "greet",
    "der ist gebucht": "book_appointment",
    "den verschieben": "reschedule_appointment",
    "in Walsum": "inform",
}


async def understand(text: str) -> dict[str, Any]:
    name = next((intent for words, intent in MEANT.items() if words in text), "out_of_scope")
    entities = [{"entity": "no_code", "value": "lost"}] if "Code" in words_of(text) else []
    return {"intent": {"name": name, "confidence": 1.0}, "entities": entities}


def words_of(text: str) -> list[str]:
    return text.split()


async def intents(text: str, awaited: bool = False) -> list[str]:
    return [wish.intent for wish in await wishes(text, understand, awaited)]


async def test_one_wish_is_not_split() -> None:
    assert await intents("ich will buchen") == []
    assert await intents("hallo du und ich will buchen") == []
    assert await intents("ich will buchen und zwar in Walsum") == []


async def test_several_in_order() -> None:
    text = "ich will buchen und den alten absagen und was kostet das"
    assert await intents(text) == ["book_appointment", "cancel_appointment", "ask_service_info"]


async def test_what_is_said_about_a_lost_code_is_no_wish_of_its_own() -> None:
    assert await intents("ich will buchen und den alten absagen ohne Code") == []


async def test_what_is_told_on_the_way_to_a_wish_is_none_itself() -> None:
    assert await intents("der ist gebucht. Bitte den verschieben. was kostet das") == [
        "reschedule_appointment",
        "ask_service_info",
    ]
    # Put as a request, it is one; and so is what nothing later is about.
    assert await intents("ich will buchen. Bitte den verschieben") == [
        "book_appointment",
        "reschedule_appointment",
    ]
    assert await intents("der ist gebucht. was kostet das") == [
        "book_appointment",
        "ask_service_info",
    ]


async def test_a_story_that_ends_in_a_request_has_no_wish_in_its_circumstances() -> None:
    told = "den verschieben. Es regnet."
    assert await intents(f"{told} was kostet das?") == []
    assert await intents(f"{told} ich will buchen. was kostet das?") == [
        "book_appointment",
        "ask_service_info",
    ]


async def test_long_tellings_are_left_whole() -> None:
    assert await intents("eine lange Idee und was kostet das und ich will buchen") == []


async def test_an_answer_beside_a_question_counts_while_one_is_awaited() -> None:
    assert await intents("in Walsum und was kostet das") == []
    assert await intents("in Walsum und was kostet das", True) == ["inform", "ask_service_info"]


def test_questions_come_first_and_the_first_task_last() -> None:
    names = ["book_appointment", "ask_office_info", "cancel_appointment", "check_appointment"]
    found = [Wish(name, 1.0, 0, 1) for name in names]
    ordered = in_turn(found, [names[0], *names[2:]])
    assert [(w.intent, w.more, w.queued) for w in ordered] == [
        ("ask_office_info", True, False),
        ("check_appointment", True, True),
        ("cancel_appointment", True, True),
        ("book_appointment", False, False),
    ]
