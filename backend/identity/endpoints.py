"""REST of the identity service; only our own processes may call it."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Request, status

from backend.identity.domain.challenge import CODE_DIGITS
from backend.identity.ports import Booked
from backend.identity.schemas import (
    BookedItem,
    BookedShape,
    ChallengeAnswer,
    ChallengeRequest,
    OwnAppointments,
    ProofAnswer,
    ProofRequest,
)
from backend.identity.service.asking import Request as CodeRequest
from backend.identity.wiring import identity_of
from backend.kit.auth import internal
from backend.kit.container import container_of
from backend.kit.errors import ServiceError
from backend.kit.sessions import Reading, Writing

router = APIRouter(prefix="/identity", tags=["identity"], dependencies=[Depends(internal)])

IdempotencyKey = Annotated[str | None, Header(max_length=200)]


@router.post("/challenges", status_code=status.HTTP_202_ACCEPTED)
def ask(
    body: ChallengeRequest,
    request: Request,
    session: Writing,
    idempotency_key: IdempotencyKey = None,
) -> ChallengeAnswer:
    """Ask for a code; the same answer, as fast, whether or not the contact is known.

    The same Idempotency-Key gets the same challenge.
    """
    challenge = (
        identity_of(request)
        .asking(session)
        .ask(
            CodeRequest(
                contact=body.contact,
                conversation_id=body.conversation_id,
                language=body.language,
                address=body.address,
                key=idempotency_key,
            )
        )
    )
    return ChallengeAnswer(
        challenge_id=challenge.id, expires_at=challenge.expires_at, digits=CODE_DIGITS
    )


@router.post("/challenges/{challenge_id}/proof")
def prove(
    challenge_id: Annotated[str, Path(pattern="^[0-9a-f-]{36}$")],
    body: ProofRequest,
    request: Request,
    idempotency_key: IdempotencyKey = None,
) -> ProofAnswer:
    """Give the code; the proof opens the contact's bookings in this conversation for a while.

    The same Idempotency-Key gets the same proof.
    """
    # Not the session dependency: a refusal raised inside it would roll back the counted try.
    with container_of(request).database.writing() as session:
        proving = identity_of(request).proving(session)
        outcome = proving.prove(challenge_id, body.conversation_id, body.code, idempotency_key)
    if isinstance(outcome, ServiceError):
        raise outcome
    return ProofAnswer(proof=outcome.token, expires_at=outcome.expires_at)


@router.get("/appointments")
def appointments(
    request: Request,
    session: Reading,
    identity_proof: Annotated[str, Header(max_length=200)] = "",
    conversation_id: Annotated[str, Header(max_length=200)] = "",
) -> OwnAppointments:
    """The coming appointments of the proved contact."""
    found = identity_of(request).proving(session).appointments(identity_proof, conversation_id)
    return OwnAppointments(appointments=[_shape(each) for each in found])


def _shape(booked: Booked) -> BookedShape:
    return BookedShape(
        code=booked.code,
        office=booked.office,
        start=booked.start,
        end=booked.end,
        services=[BookedItem(key=key, count=count) for key, count in booked.services],
        ics_path=f"/api/appointments/{booked.code}/calendar.ics",
    )
