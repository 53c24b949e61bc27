"""Shared locations: the part of town and its office."""

from connectors.core.turn import Choice
from connectors.telegram.keyboards import own
from connectors.telegram.outgoing import Key, Message
from connectors.telegram.talk import Context, Talk
from connectors.telegram.texts import text
from language.coordinates import locality_at


class Places:
    """Answers locations with the nearest office, and offers to use it."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    async def answer(self, context: Context) -> str:
        """Which office is responsible there; the language that is spoken now."""
        update, language = context.update, context.language
        if update.latitude is None or update.longitude is None:
            raise ValueError("a location without a position")
        locality = locality_at(update.latitude, update.longitude)
        if locality is None:
            return await self._talk.say(context, Message(text("not_in_town", language)))
        said = text("sent_location", language, place=locality.quarter)
        choice = Choice("ask_office_info", {"office": locality.office})
        spoken = await self._talk.turn(context, said, choice=choice)
        key = Key(text("take_office", spoken), own(f"office.{locality.office}"))
        await context.delivery.send(Message(text("at_office", spoken), ((key,),)))
        return spoken
