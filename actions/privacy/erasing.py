"""The task ``delete_data``: this conversation is erased after a clear yes."""

from actions.heard import Heard
from actions.say import Say
from actions.tasks.declaration import Finished, Task
from actions.tasks.frames import Frame
from language.assent import assent
from language.text import words

_VERBS = frozenset("loesche loesch loeschen delete erase".split())
_OWN_WORDS = _VERBS | frozenset(
    "alles meine daten dieses das gespraech jetzt bitte it all everything my data this conversation"
    " now please".split()
)
_KEPT = Say("utter_delete_kept")


def erasing() -> Task:
    """Erasing itself is the channels' work, once this turn is over: see ``Say.erases``."""
    return Task(
        "delete_data",
        (),
        restate=_restate,
        finish=_erase,
        change=lambda _, __: _KEPT,
        drop=_keep,
        ends_on_no=True,
        agrees=_wants_it_erased,
    )


def _wants_it_erased(heard: Heard) -> bool:
    """The wish said again and nothing else: "löschen", "ja, lösch alles", "yes, delete it"."""
    forms = [word.form for word in words(heard.text)]
    rest = [form for form in forms if form not in _OWN_WORDS]
    return not _VERBS.isdisjoint(forms) and (not rest or assent(" ".join(rest)) is True)


async def _restate(_: Heard, __: Frame) -> Say:
    return Say("utter_ask_delete")


async def _erase(_: Heard, __: Frame) -> Finished:
    return Finished((Say("utter_deleted", erases=True),))


async def _keep(_: Heard, __: Frame) -> Say:
    return _KEPT
