"""Steps of a booking that several tests begin with."""

from datetime import datetime

from tests.unit.actions.support import Talk

BOOK = "book_appointment"
ALL_AT_ONCE = "Reisepass für eine Person in Walsum am Dienstag um 10 Uhr"
TUESDAY_TEN = datetime(2026, 3, 3, 10, 0)


async def restated(talk: Talk) -> None:
    """Bring the talk to the restatement of one passport, Walsum, Tuesday at ten."""
    await talk.say(ALL_AT_ONCE, BOOK)
    await talk.say("Erika Mustermann")
    assert (await talk.say("erika@example.org"))[-1] == "utter_ask_confirm"


async def offered(talk: Talk, days: str = "am Dienstag") -> None:
    """Bring the talk to a choice among slots."""
    wish = f"Reisepass für eine Person in Walsum {days}"
    assert (await talk.say(wish, BOOK))[-1] == "utter_offer_slots"
