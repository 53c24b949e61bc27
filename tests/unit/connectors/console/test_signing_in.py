"""Sign-in, cookies, lock-out, languages, headers."""

import pytest

from tests.unit.connectors.console.harness import Browser, Harness


async def test_the_session_is_a_cookie_that_scripts_and_other_sites_cannot_use(
    console: Harness,
) -> None:
    console.hire("anna")
    answer = await Browser(console.app).sign_in("anna")
    [cookie] = [
        each
        for each in answer.headers.get_list("set-cookie")
        if each.startswith("console_session=") and "Max-Age=0" not in each
    ]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Path=/console" in cookie


async def test_five_wrong_passwords_lock_out(console: Harness) -> None:
    console.hire("anna")
    browser = Browser(console.app)
    for _ in range(5):
        answer = await browser.sign_in("anna", "something else entirely")
        assert (answer.status_code, "ist falsch" in answer.text) == (401, True)
    answer = await browser.sign_in("anna")
    assert answer.status_code == 423
    assert "15 Minuten" in answer.text


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/console/", "//evil.example", "/console/\\evil", "javascript:alert(1)"],
)
async def test_signing_in_leads_nowhere_else(console: Harness, target: str) -> None:
    console.hire("anna")
    answer = await Browser(console.app).sign_in("anna", next=target)
    assert answer.headers["location"] == "/console/inbox"


async def test_a_page_asked_for_comes_after_signing_in(console: Harness) -> None:
    console.hire("anna")
    browser = Browser(console.app)
    asked = await browser.get("/appointments?office=walsum")
    assert asked.headers["location"].startswith("/console/sign-in?next=")
    answer = await browser.sign_in("anna", next="/console/appointments?office=walsum")
    assert answer.headers["location"] == "/console/appointments?office=walsum"


async def test_pages_speak_the_language_that_was_chosen(console: Harness) -> None:
    member = await console.member("anna")
    assert 'lang="de"' in (await member.get("/help")).text
    english = await member.get("/help", headers={"Accept-Language": "en-GB,de;q=0.5"})
    assert "Keyboard shortcuts" in english.text
    await member.post("/language", choice="en")
    assert "Keyboard shortcuts" in (await member.get("/help")).text


@pytest.mark.parametrize("path", ["/sign-in", "/inbox", "/nothing", "/static/console.js"])
async def test_nothing_inline_and_nothing_from_elsewhere(console: Harness, path: str) -> None:
    answer = await (await console.member("anna", "admin")).get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "<script>" not in answer.text
    assert " style=" not in answer.text
