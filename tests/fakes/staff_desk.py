"""The handover's staff endpoints in memory: what the console's pages are shown and what they do."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from backend.conversations.handover.schemas_for_staff import (
    ConversationDetail,
    InboxItem,
    InboxPage,
    NoteShape,
    StaffMessages,
    StaffMessageShape,
    TransferShape,
    TransitionShape,
)
from backend.conversations.handover.schemas_of_office import (
    CallbackList,
    CallbackShape,
    DayFigures,
    DepartmentList,
    DepartmentShape,
    Figures,
    PresenceList,
    PresenceShape,
)

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
PLACES = ("conversations", "presence", "callbacks", "figures", "departments")


@dataclass
class Desk:
    """Conversations by id, what was posted, and whether there is anything at all."""

    items: dict[str, InboxItem] = field(default_factory=dict)
    messages: dict[str, list[StaffMessageShape]] = field(default_factory=dict)
    callbacks: list[CallbackShape] = field(default_factory=list)
    days: list[DayFigures] = field(default_factory=list)
    evidence: dict[str, Any] | None = None
    notes: list[NoteShape] = field(default_factory=list)
    transitions: list[TransitionShape] = field(default_factory=list)
    present: list[PresenceShape] = field(default_factory=list)
    done: list[tuple[str, str, Any, str]] = field(default_factory=list)
    refusal: tuple[int, str, str] | None = None

    def add(self, item: InboxItem, *said: tuple[str, str]) -> InboxItem:
        self.items[item.id] = item
        for role, text in said:
            self.say(item.id, role, text)
        return item

    def say(self, conversation_id: str, role: str, text: str, sender: str | None = None) -> int:
        messages = self.messages.setdefault(conversation_id, [])
        seq = len(messages) + 1
        messages.append(
            StaffMessageShape(
                seq=seq,
                role=role,
                kind="message",
                sender=sender,
                text=text,
                buttons=[],
                card=None,
                language="de",
                at=NOW + timedelta(minutes=seq),
                intent="book_appointment" if role == "person" else None,
                confidence=0.87 if role == "person" else None,
                delivery="delivered" if role == "staff" else None,
            )
        )
        return seq

    def app(self) -> FastAPI:
        """The endpoints below ``/api/staff``."""
        app = FastAPI()

        @app.get("/api/staff/conversations")
        def listed(view: str = "waiting", search: str = "") -> InboxPage:
            found = [each for each in self.items.values() if search in each.last_text]
            return InboxPage(items=found, more=False, counts={view: len(found)})

        @app.get("/api/staff/conversations/{key}")
        def detail(key: str) -> Any:
            if key not in self.items:
                return _refusal(404, "conversation_not_found", "Dieses Gespräch gibt es nicht.")
            return ConversationDetail(
                item=self.items[key],
                evidence=self.evidence,
                transitions=self.transitions,
                notes=self.notes,
                reads={},
                words=None,
            )

        @app.get("/api/staff/conversations/{key}/messages")
        def messages(key: str, after: int = 0) -> StaffMessages:
            found = self.messages.get(key, [])
            return StaffMessages(messages=[each for each in found if each.seq > after])

        @app.api_route("/api/staff/conversations/{key}/{step:path}", methods=["POST", "PUT"])
        async def step(key: str, step: str, request: Request) -> Any:
            return await self._note(request, f"{key}/{step}")

        @app.get("/api/staff/presence")
        def presence() -> PresenceList:
            return PresenceList(staff=self.present)

        @app.put("/api/staff/presence")
        async def be_present(request: Request) -> Any:
            return await self._note(request, "presence")

        @app.get("/api/staff/callbacks")
        def callbacks(state: str = "open") -> CallbackList:
            return CallbackList(callbacks=self.callbacks if state == "open" else [])

        @app.post("/api/staff/callbacks/{key}/done")
        async def call_done(key: str, request: Request) -> Any:
            return await self._note(request, f"callbacks/{key}")

        @app.get("/api/staff/departments")
        def departments() -> DepartmentList:
            name = {"de": "Bürgerservice", "en": "Citizen services"}
            only = DepartmentShape(
                key="citizen_services", name=name, open=True, opens_at=None, sample=True
            )
            return DepartmentList(departments=[only])

        @app.get("/api/staff/figures")
        def figures() -> Figures:
            return Figures(
                days=self.days,
                total=_total(self.days),
                waiting_now=len(self.items),
                with_staff_now=0,
                staff_now=len(self.present),
            )

        return app

    async def _note(self, request: Request, what: str) -> Any:
        if self.refusal:
            return _refusal(*self.refusal)
        body = await request.json() if await request.body() else None
        actor = request.headers.get("staff-id", "")
        self.done.append((request.method, what, body, actor))
        return JSONResponse({})


def _refusal(status: int, code: str, message: str) -> JSONResponse:
    return JSONResponse({"error": {"code": code, "message": message, "details": {}}}, status)


def _total(days: list[DayFigures]) -> DayFigures:
    counted = ("conversations", "contained", "handed_over", "abandoned", "callbacks", "ratings")
    sums = {name: sum(getattr(day, name) for day in days) for name in counted}
    return DayFigures(
        day="total",
        **sums,
        waiting_median=180 if days else None,
        waiting_p95=600 if days else None,
        handling_median=420 if days else None,
        stars=4.4 if days else None,
    )


def item(key: str, state: str = "waiting", **values: Any) -> InboxItem:
    """A conversation as lists show it."""
    known: dict[str, Any] = {
        "language": "de",
        "channel": "website",
        "created_at": NOW,
        "last_at": NOW + timedelta(minutes=5),
        "last_role": "person",
        "last_text": "Ich möchte mit einem Menschen sprechen",
        "unread": 1,
        "tags": [],
    }
    return InboxItem(id=key, state=state, **known | values)


def busy_desk() -> Desk:
    """A desk with something of everything, for pages that people look at."""
    desk = Desk()
    people = [("waiting", n) for n in range(1, 6)] + [("staff", 6), ("bot", 7), ("closed", 8)]
    for state, number in people:
        waiting = {"position": number, "wait_minutes": 3 * number} if state == "waiting" else {}
        with_staff = {"staff_id": "u1", "staff_name": "Berta Beispiel"} if state == "staff" else {}
        desk.add(
            item(
                f"c{number}",
                state,
                department="citizen_services",
                reason="request",
                tags=["umzug"] if number % 2 else [],
                **waiting,
                **with_staff,
            ),
            ("person", "Guten Tag, ich brauche einen Termin für zwei Reisepässe"),
            ("bot", "In welchem Amt möchten Sie den Termin?"),
            ("person", "Das ist mir zu kompliziert, ich möchte mit einem Menschen sprechen"),
        )
    desk.say("c6", "staff", "Guten Tag, hier ist Berta Beispiel. Wie kann ich helfen?", "Berta")
    desk.items["c5"].transfer = TransferShape(
        to_id="u2", to_name="Carla", from_id="u1", note="Bitte wegen Kfz"
    )
    desk.evidence = {
        "slots": {"name": "Erika Mustermann", "people": 2},
        "wishes": [{"intent": "book_appointment", "confidence": 0.87}],
        "task": {"task": "book_appointment", "asked": "office", "values": {"people": 2}},
        "failed": 2,
        "why": "zweimal nicht verstanden",
    }
    desk.notes = [
        NoteShape(id="n1", staff_id="u1", staff_name="Berta", text="Ruft um 10 an", at=NOW)
    ]
    desk.transitions = [
        TransitionShape(
            before="bot",
            after="waiting",
            step="request",
            reason="request",
            by="person",
            staff_name=None,
            department="citizen_services",
            at=NOW,
        )
    ]
    desk.present = [
        PresenceShape(
            id="u2",
            name="Carla Colleague",
            status="available",
            limit=4,
            languages=["de"],
            departments=[],
            chats=1,
            seen_at=NOW,
        )
    ]
    desk.callbacks = [
        CallbackShape(
            id="k1",
            conversation_id="c1",
            name="Erika Mustermann",
            contact="0203 123456",
            kind="phone",
            topic="Umzug melden",
            wished="vormittags",
            language="de",
            department="citizen_services",
            created_at=NOW,
            done_at=None,
            done_by=None,
            outcome=None,
        )
    ]
    desk.days = [
        DayFigures(
            day=f"2026-02-{number:02}",
            conversations=40 + number * 3 % 17,
            contained=30 + number % 5,
            handed_over=7 + number * 7 % 5,
            abandoned=number % 4,
            callbacks=number % 3,
            waiting_median=60 * (number % 6),
            waiting_p95=400,
            handling_median=500,
            ratings=5,
            stars=4.5,
        )
        for number in range(10, 24)
    ]
    return desk
