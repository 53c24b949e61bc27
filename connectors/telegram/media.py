"""Photos, voice notes and other things that are no text."""

from connectors.speech.ports import Transcriber
from connectors.telegram.outgoing import Message
from connectors.telegram.ports import Files, TelegramError
from connectors.telegram.talk import Context, Talk
from connectors.telegram.texts import text
from connectors.telegram.update import Kind

LONGEST_VOICE_SECONDS = 60
_WORDS = {Kind.PHOTO: "photo_unseen", Kind.VOICE: "voice_unheard", Kind.OTHER: "other_unread"}
_NOTES = {Kind.PHOTO: "sent_photo", Kind.VOICE: "sent_voice", Kind.OTHER: "sent_other"}


class Media:
    """Voice notes are heard by ``transcriber``, where there is one."""

    def __init__(self, talk: Talk, files: Files, transcriber: Transcriber | None) -> None:
        self._talk = talk
        self._files = files
        self._transcriber = transcriber

    async def answer(self, context: Context) -> str:
        """What can be done with it; a caption is a message. The language that is spoken now."""
        update, language = context.update, context.language
        if not await self._talk.is_with_bot(context.chat):
            note = text(_NOTES[update.kind], language, caption=update.text)
            return await self._talk.turn(context, note.strip())
        if update.kind is Kind.VOICE and self._transcriber is not None:
            return await self._hear(context, self._transcriber)
        await self._talk.say(context, Message(text(_WORDS[update.kind], language)))
        return await self._talk.turn(context, update.text) if update.text else language

    async def _hear(self, context: Context, transcriber: Transcriber) -> str:
        update, language = context.update, context.language
        if update.seconds > LONGEST_VOICE_SECONDS:
            said = text("voice_too_long", language, most=LONGEST_VOICE_SECONDS)
            return await self._talk.say(context, Message(said))
        try:
            heard = await transcriber.transcribe(
                await self._files.fetch(update.file or ""), language
            )
        except TelegramError:
            heard = ""
        if not heard.strip():
            return await self._talk.say(context, Message(text("voice_unclear", language)))
        return await self._talk.turn(context, heard)
