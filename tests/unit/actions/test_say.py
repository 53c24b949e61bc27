"""What the assistant says, as data."""

from rasa_sdk.executor import CollectingDispatcher

from actions.say import Button, Say, utter


def said(*words: Say) -> list[dict[str, object]]:
    dispatcher = CollectingDispatcher()
    utter(dispatcher, words)
    messages: list[dict[str, object]] = dispatcher.messages
    return messages


def test_a_response_with_its_values() -> None:
    (message,) = said(Say("utter_office_info", {"office": "Walsum"}))
    assert (message["response"], message["office"]) == ("utter_office_info", "Walsum")


def test_a_button_says_what_it_means_in_rasas_notation() -> None:
    (message,) = said(Say("utter_ask", buttons=(Button("Süd", "inform", {"office": "süd"}),)))
    assert message["buttons"] == [{"title": "Süd", "payload": '/inform{"office": "süd"}'}]
    assert Button("Ja", "affirm").as_rasa() == {"title": "Ja", "payload": "/affirm"}


def test_a_card_follows_its_response() -> None:
    _, card = said(Say("utter_booked", card={"type": "appointment"}))
    assert card["custom"] == {"card": {"type": "appointment"}}
