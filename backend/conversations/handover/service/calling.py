"""Requests to be called or written to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from backend.conversations.handover.domain.belongings import Callback
from backend.conversations.handover.errors import CallbackNotFound, UnknownDepartment
from backend.conversations.handover.service.desk import Desk


@dataclass(frozen=True)
class CallbackWish:
    """What the person left; `department` None means the first one."""

    contact: str
    kind: str
    name: str | None
    topic: str
    wished: str | None
    language: str
    department: str | None


@dataclass(frozen=True)
class Calling:
    """Stores the requests and what became of them."""

    desk: Desk

    def ask(
        self, conversation_id: str, wish: CallbackWish, key: str | None
    ) -> tuple[Callback, datetime | None]:
        """Store a request; with it when the department is there next, None when it is now.

        A repeat of the key returns what is stored. Raises ConversationNotFound,
        UnknownDepartment.
        """
        self.desk.locked(conversation_id)
        known = self.desk.callbacks.by_key(conversation_id, key) if key else None
        departments = self.desk.policy.departments
        department = departments.all[0]
        if wish.department is not None:
            found = departments.get(wish.department)
            if found is None:
                raise UnknownDepartment
            department = found
        if known is None:
            known = self._new(conversation_id, wish, department.key, key)
            self.desk.callbacks.add(known)
            self.desk.news.changed("callback", None, id=known.id, department=department.key)
        local = self.desk.clock.local()
        is_open = departments.is_open(department, local)
        return known, None if is_open else departments.opens_at(department, local)

    def all(self, *, done: bool, department: str | None) -> Sequence[Callback]:
        """Open ones, the oldest first; or done ones."""
        return self.desk.callbacks.all(done=done, department=department)

    def finish(self, callback_id: str, by: str, outcome: str) -> Callback:
        """Note what became of one; the first outcome stays. Raises CallbackNotFound."""
        callback = self.desk.callbacks.get(callback_id)
        if callback is None:
            raise CallbackNotFound
        if callback.done_at is not None:
            return callback
        now = self.desk.clock.now()
        self.desk.callbacks.finish(callback_id, now, by, outcome)
        self.desk.news.changed("callback", None, id=callback_id, department=callback.department)
        return replace(callback, done_at=now, done_by=by, outcome=outcome)

    def _new(
        self, conversation_id: str, wish: CallbackWish, department: str, key: str | None
    ) -> Callback:
        return Callback(
            id=self.desk.ids.new(),
            key=key,
            conversation_id=conversation_id,
            name=wish.name,
            contact=wish.contact,
            kind=wish.kind,
            topic=wish.topic,
            wished=wish.wished,
            language=wish.language,
            department=department,
            created_at=self.desk.clock.now(),
        )
