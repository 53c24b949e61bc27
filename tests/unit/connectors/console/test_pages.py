"""What pages show and do: steps, words that want to break a page, files, the audit trail."""

import re

import pytest

from tests.fakes.staff_desk import busy_desk, item
from tests.unit.connectors.console.harness import Browser, Harness

HOSTILE = (
    "<script>document.title='broken'</script>",
    "<img src=x onerror=\"document.title='broken'\">",
    "\" onmouseover=\"document.title='broken'",
    "</textarea></title><svg/onload=1>",
    "{{ 7*7 }} {% raw %}",
)
PAGES = ("/inbox", "/conversations/c1", "/callbacks", "/gaps", "/figures", "/audit", "/users")


@pytest.mark.parametrize("text", HOSTILE)
async def test_hostile_words_stay_words(console: Harness, text: str) -> None:
    desk = console.desk
    desk.add(
        item("c1", "staff", last_text=text, tags=[text[:30]], staff_name=text, staff_id="x"),
        ("person", text),
        ("staff", text),
    )
    busy = busy_desk()
    desk.evidence = {"slots": {"name": text}, "wishes": [], "task": None, "failed": 1, "why": text}
    desk.notes = [each.model_copy(update={"text": text}) for each in busy.notes]
    desk.callbacks = [
        each.model_copy(update={"topic": text, "contact": text, "name": text})
        for each in busy.callbacks
    ]
    boss = await console.member("boss", "admin")
    console.hire("evil", name=text[:60])
    await boss.post("/conversations/c1/take")
    for path in PAGES:
        page = await boss.get(path, params={"search": text, "by": text[:40]})
        assert page.status_code == 200, (path, page.text)
        for dangerous in ("<script>document", "<img src=x", "<svg/onload", '" onmouseover="d'):
            assert dangerous not in page.text, path
        if path == "/callbacks" and text.startswith("{{"):
            assert text in page.text


@pytest.mark.parametrize(
    ("path", "form", "told"),
    [
        ("take", {}, ("POST", "c1/take", None)),
        (
            "assign",
            {"to": "u2 Carla C."},
            ("POST", "c1/assign", {"staff_id": "u2", "staff_name": "Carla C."}),
        ),
        (
            "transfer",
            {"to": "staff:u2 Carla C.", "note": "bitte"},
            ("POST", "c1/transfer", {"staff_id": "u2", "staff_name": "Carla C.", "note": "bitte"}),
        ),
        (
            "transfer",
            {"to": "department:vehicles"},
            ("POST", "c1/transfer", {"department": "vehicles", "note": None}),
        ),
        ("transfer/accept", {}, ("POST", "c1/transfer/accept", None)),
        ("transfer/decline", {"note": "nein"}, ("POST", "c1/transfer/decline", {"note": "nein"})),
        ("release", {}, ("POST", "c1/release", {"note": None})),
        ("return", {"note": "Tschüss"}, ("POST", "c1/return", {"note": "Tschüss"})),
        (
            "close",
            {"reason": "solved"},
            ("POST", "c1/close", {"reason": "solved", "note": None}),
        ),
        (
            "messages",
            {"id": "m1", "text": "Guten Tag"},
            ("POST", "c1/messages", {"id": "m1", "text": "Guten Tag"}),
        ),
        (
            "notes",
            {"id": "n1", "text": "ruft an"},
            ("POST", "c1/notes", {"id": "n1", "text": "ruft an"}),
        ),
        (
            "tags",
            {"tags": "umzug, eilig, umzug,"},
            ("PUT", "c1/tags", {"tags": ["umzug", "eilig"]}),
        ),
        ("read", {"seq": "7"}, ("PUT", "c1/read", {"seq": 7})),
    ],
)
async def test_steps_go_to_the_backend_in_the_members_name(
    console: Harness, path: str, form: dict[str, str], told: tuple[str, str, object]
) -> None:
    console.desk.add(item("c1", "staff"))
    member = await console.member("boss", "supervisor")
    answer = await member.post(f"/conversations/c1/{path}", **form)
    assert answer.status_code in (204, 303), answer.text
    [(method, what, body, actor)] = console.desk.done
    assert (method, what, body) == told
    assert len(actor) == 36


@pytest.mark.parametrize("state", ["waiting", "staff", "bot", "closed"])
@pytest.mark.parametrize("role", ["agent", "supervisor"])
async def test_who_waits_can_be_taken_and_a_lead_assigns_to_oneself_too(
    console: Harness, state: str, role: str
) -> None:
    held = {"staff_id": "u2", "staff_name": "Carla"} if state == "staff" else {}
    console.desk.add(item("c1", state, **held))
    member = await console.member("anna", role)
    head = (await member.get("/conversations/c1/head")).text
    assert ("/conversations/c1/take" in head) is (state == "waiting")
    assigns = role != "agent" and state in ("waiting", "staff")
    oneself = re.search(r'<option value="[\w-]{36} Anna">Anna \(Sie selbst\)', head)
    assert (oneself is not None) is assigns


async def test_a_refusal_is_told_where_the_step_was_taken(console: Harness) -> None:
    console.desk.add(item("c1"))
    member = await console.member("anna")
    console.desk.refusal = (409, "taken", "Berta war schneller.")
    token = {"HX-Request": "true"}
    member.http.headers.update(token)
    answer = await member.post("/conversations/c1/take")
    assert answer.status_code == 409
    assert "Berta war schneller." in answer.text
    assert "<html" not in answer.text


async def test_who_saw_and_did_what_is_kept(console: Harness) -> None:
    console.desk.add(item("c1"))
    boss = await console.member("boss", "supervisor")
    await boss.get("/conversations/c1")
    await boss.get("/conversations/unknown")
    await boss.post("/conversations/c1/take")
    page = (await boss.get("/audit.csv")).text
    told = [line.split(";")[1:4] for line in page.splitlines()[1:-2]]
    assert told == [
        ["boss", "conversation.take", "conversation:c1"],
        ["boss", "conversation.view", "conversation:c1"],
    ]


async def test_a_file_holds_no_formula(console: Harness) -> None:
    boss = await console.member("boss", "supervisor")
    evil = await console.member("agent2", "admin")
    await evil.post("/users", login="=cmd", role="agent")
    console.desk.add(item("=HYPERLINK(1)"))
    await boss.get("/conversations/=HYPERLINK(1)")
    lines = (await boss.get("/audit.csv")).text.splitlines()
    assert all(not cell.startswith(("=", "+", "-", "@")) for x in lines for cell in x.split(";"))
    assert "figures.csv" in (await boss.get("/figures.csv")).headers["content-disposition"]


async def test_bookings_are_shown_by_the_code_that_was_given(console: Harness) -> None:
    backend = console.client
    held = await backend.post(
        "/api/appointments/holds",
        json={"services": [{"key": "passport"}], "office": "walsum", "start": "2026-03-03T10:00"},
    )
    contact = {"name": "Erika Mustermann", "email": "erika@example.org"}
    path = f"/api/appointments/holds/{held.json()['hold_id']}/confirm"
    code = (await backend.post(path, json=contact)).json()["code"]
    console.desk.add(item("c1"), ("person", "Meine Mail ist erika@example.org"))
    member = await console.member("anna")
    assert code not in (await member.get("/conversations/c1")).text
    console.desk.say("c1", "person", f"mein Code ist {code.lower()}")
    shown = (await member.get("/conversations/c1")).text
    assert f">{code}</a>" in shown


async def test_appointments_are_moved_and_cancelled(console: Harness) -> None:
    backend = console.client
    held = await backend.post(
        "/api/appointments/holds",
        json={"services": [{"key": "passport"}], "office": "walsum", "start": "2026-03-03T10:00"},
    )
    path = f"/api/appointments/holds/{held.json()['hold_id']}/confirm"
    contact = {"name": "Erika Mustermann", "email": "erika@example.org"}
    code = (await backend.post(path, json=contact)).json()["code"]
    member = await console.member("anna")
    day = {"office": "walsum", "on": "2026-03-03"}
    assert "Erika Mustermann" in (await member.get("/appointments", params=day)).text
    moved = await member.post(
        f"/appointments/{code}/move", office="hamborn", start="2026-03-05T14:00", key="k1"
    )
    assert moved.status_code == 303
    assert code not in (await member.get("/appointments", params=day)).text
    there = await member.get("/appointments", params={"office": "hamborn", "on": "2026-03-05"})
    assert code in there.text
    refused = await member.post(
        f"/appointments/{code}/move", office="hamborn", start="2026-03-08T14:00", key="k2"
    )
    assert refused.status_code in (409, 422)
    await member.post(f"/appointments/{code}/cancel", office="hamborn", on="2026-03-05")
    assert (await backend.get(f"/api/appointments/{code}")).json()["status"] == "cancelled"


async def test_hours_are_blocked_and_given_back(console: Harness) -> None:
    boss = await console.member("boss", "supervisor")
    form = {"office": "walsum", "start": "2026-03-03T10:00", "until": "2026-03-03T11:00"}
    assert (await boss.post("/closures", **form, reason_de="Schulung")).status_code == 303
    page = (await boss.get("/appointments", params={"office": "walsum"})).text
    assert "Schulung" in page
    [closure] = (await console.client.get("/api/appointments/staff/closures")).json()["closures"]
    await boss.post(f"/closures/{closure['id']}/remove")
    assert "Schulung" not in (await boss.get("/appointments", params={"office": "walsum"})).text


async def test_one_click_makes_a_training_example(console: Harness) -> None:
    backend = console.client
    message = {"id": "m1", "channel": "website", "text": "Wann kommt die Müllabfuhr?"}
    await backend.post("/api/conversations/c9/messages", json={**message, "language": "de"})
    answer = {"language": "de", "intent": "out_of_scope", "confidence": 0.9, "replies": []}
    await backend.put("/api/conversations/c9/messages/m1/replies", json=answer)
    boss = await console.member("boss", "supervisor")
    assert "Müllabfuhr" in (await boss.get("/gaps")).text
    [gap] = (await backend.get("/api/knowledge-gaps")).json()["gaps"]
    await boss.post(f"/gaps/{gap['id']}/example", intent="ask_city_info")
    assert "Müllabfuhr" not in (await boss.get("/gaps")).text
    file = (await boss.get("/gaps/examples.yml")).text
    assert "intent: ask_city_info" in file
    assert "- Wann kommt die Müllabfuhr?" in file


async def test_a_password_is_changed_by_its_owner(console: Harness) -> None:
    member = await console.member("anna")
    form = {"old": "correct horse battery", "new": "entirely different words"}
    differing = await member.post("/account/password", **form, again="something else")
    assert differing.status_code == 422
    changed = await member.post("/account/password", **form, again=form["new"])
    assert (changed.status_code, "geändert" in changed.text) == (200, True)
    again = Browser(console.app)
    assert (await again.sign_in("anna", form["new"])).status_code == 303


async def test_presence_is_kept_by_the_browser_and_told(console: Harness) -> None:
    member = await console.member("anna")
    await member.post("/presence")
    await member.post("/presence", status="busy", limit="2")
    await member.post("/presence")
    statuses = [(body["status"], body["limit"]) for _, _, body, _ in console.desk.done]
    assert statuses == [("available", 4), ("busy", 2), ("busy", 2)]
