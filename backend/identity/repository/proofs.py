"""Stored proofs."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from backend.identity.domain.contact import Contact, Kind
from backend.identity.models import proofs
from backend.kit.database import upsert


class ProofRepository:
    """Who has proved to be the person behind which contact, and until when."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self, token_hash: str, contact: Contact, conversation_id: str, expires_at: datetime
    ) -> None:
        """Store a proof; one that is stored stays as it is."""
        self._session.execute(
            upsert(self._session, proofs)
            .values(
                token_hash=token_hash,
                contact_kind=contact.kind,
                contact_key=contact.key,
                conversation_id=conversation_id,
                expires_at=expires_at,
            )
            .on_conflict_do_nothing(index_elements=["token_hash"])
        )

    def contact(self, token_hash: str, conversation_id: str, now: datetime) -> Contact | None:
        """Whom a proof that holds at an instant proves in a conversation."""
        query = select(proofs.c.contact_kind, proofs.c.contact_key).where(
            proofs.c.token_hash == token_hash,
            proofs.c.conversation_id == conversation_id,
            proofs.c.expires_at > now,
        )
        row = self._session.execute(query).one_or_none()
        return None if row is None else Contact(Kind(row.contact_kind), row.contact_key)

    def forget(self, expired_before: datetime) -> None:
        """Delete the proofs that ended before an instant."""
        self._session.execute(delete(proofs).where(proofs.c.expires_at < expired_before))
