"""An erased conversation is nowhere any more, in whatever table it stood."""

from datetime import timedelta

import pytest
from sqlalchemy import Column, String, Text, insert, select
from sqlalchemy.orm import Session

from backend.appointments.models import appointments
from backend.bridges.privacy_stores import stores
from backend.conversations.domain import Answer, Incoming, Reply
from backend.conversations.errors import ConversationErased
from backend.conversations.gap_repository import GapRepository
from backend.conversations.handover.service.desk import Desk
from backend.conversations.handover.settings import HandoverSettings
from backend.conversations.handover.wiring import handovers_on
from backend.conversations.jobs import forget_erased
from backend.conversations.repository import ConversationRepository
from backend.conversations.service import Conversations
from backend.identity.models import challenges, proofs
from backend.kit.clock import FixedClock
from backend.kit.container import Container
from backend.kit.database import Database
from backend.kit.ids import RandomIds
from backend.kit.settings import BackendSettings
from backend.kit.texts import load_texts
from backend.kit.throttle import MemoryThrottle
from backend.models import metadata
from backend.notifications.domain import Draft, Way
from backend.notifications.models import notices
from backend.notifications.repository import NoticeRepository
from backend.privacy.service import Privacy
from backend.services import TEXT_FILES
from tests.contract.backend.crowd import at_once

ERASED, KEPT = "c-erased-7f3a", "c_kept-91bd"
HELLO = Incoming("m1", "website", "Hallo", "de", None)


def conversations(session: Session, clock: FixedClock) -> Conversations:
    return Conversations(ConversationRepository(session), clock, GapRepository(session))


def desk(database: Database, clock: FixedClock, session: Session) -> Desk:
    """The handover's, with nobody to be told."""
    container = Container(
        settings=BackendSettings(),
        clock=clock,
        ids=RandomIds(),
        database=database,
        texts=load_texts(TEXT_FILES),
        lookups=MemoryThrottle(30),
    )
    return handovers_on(container, HandoverSettings(), None).desk(session)


def fill(database: Database, clock: FixedClock, conversation: str) -> None:
    """Something in every store."""
    soon = clock.now() + timedelta(minutes=5)
    with database.writing() as session:
        service = conversations(session, clock)
        service.receive(conversation, HELLO)
        service.answer(conversation, "m1", Answer("de", None, None, [Reply("Guten Tag", [], None)]))
        draft = Draft(
            kind="appointments.booked",
            about="appointment:1",
            way=Way.CHAT,
            recipient=conversation,
            language="de",
            due_at=soon,
            facts={},
        )
        NoticeRepository(session).add(f"uid-{conversation}", draft, clock.now())
        contact = {"contact_kind": "email", "contact_key": "a@example.org"}
        session.execute(
            insert(challenges).values(
                id=f"challenge-{conversation}",
                conversation_id=conversation,
                language="de",
                created_at=clock.now(),
                expires_at=soon,
                attempts=0,
                **contact,
            )
        )
        session.execute(
            insert(appointments).values(
                hold_id=f"hold-of-{len(conversation)}",
                idempotency_key=f"{conversation}:m1:hold",
                status="confirmed",
                office="walsum",
                start=clock.local(),
                minutes=15,
                services=[],
                expires_at=soon,
                sequence=0,
                changed_at=clock.now(),
            )
        )
        session.execute(
            insert(proofs).values(
                token_hash=f"proof-{conversation}",
                conversation_id=conversation,
                expires_at=soon,
                **contact,
            )
        )


def erase(database: Database, clock: FixedClock, conversation: str) -> None:
    with database.writing() as session:
        Privacy(stores(session, desk(database, clock, session)), clock).erase_conversation(
            conversation
        )


def where(database: Database, conversation: str) -> set[str]:
    """The tables in which a conversation's id stands, in any column."""
    with database.reading() as session:
        return {
            table.name
            for table in metadata.sorted_tables
            for column in table.columns
            if isinstance(column.type, String | Text) and _holds(session, column, conversation)
        }


def _holds(session: Session, column: "Column[str]", conversation: str) -> bool:
    query = select(column).where(column.contains(conversation)).limit(1)
    return session.scalar(query) is not None


def test_the_id_is_in_no_table_any_more(database: Database, clock: FixedClock) -> None:
    for conversation in (ERASED, KEPT):
        fill(database, clock, conversation)
    filled = {"conversations", "messages", notices.name, challenges.name, proofs.name}
    filled.add(appointments.name)
    assert where(database, ERASED) == where(database, KEPT) == filled
    erase(database, clock, ERASED)
    assert where(database, ERASED) == set()
    assert where(database, KEPT) == filled


def test_nothing_is_stored_under_it_again(database: Database, clock: FixedClock) -> None:
    fill(database, clock, ERASED)
    for _ in range(2):
        erase(database, clock, ERASED)
    with pytest.raises(ConversationErased), database.writing() as session:
        conversations(session, clock).receive(ERASED, HELLO)
    with pytest.raises(ConversationErased), database.reading() as session:
        conversations(session, clock).transcript(ERASED, None, 10)
    assert where(database, ERASED) == set()


def test_a_message_that_comes_meanwhile_is_erased_or_refused(
    database: Database, clock: FixedClock
) -> None:
    fill(database, clock, ERASED)

    def rival(number: int) -> None:
        if number == 0:
            erase(database, clock, ERASED)
            return
        try:
            with database.writing() as session:
                message = Incoming(f"m-{number}", "website", "Hallo", "de", None)
                conversations(session, clock).receive(ERASED, message)
        except ConversationErased:
            pass

    at_once(6, rival)
    assert where(database, ERASED) == set()


def test_the_note_of_it_ends_with_its_tokens(database: Database, clock: FixedClock) -> None:
    erase(database, clock, ERASED)
    forget_erased(database, clock, timedelta(days=31))
    with database.reading() as session:
        assert ConversationRepository(session).is_erased(ERASED)
    clock.advance(timedelta(days=32))
    forget_erased(database, clock, timedelta(days=31))
    with database.reading() as session:
        assert not ConversationRepository(session).is_erased(ERASED)
