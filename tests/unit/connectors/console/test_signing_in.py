"""Sign-in, cookies, lock-out, languages, headers."""

import pytest
from fastapi import FastAPI

from connectors.console import csrf
from connectors.console.app import create_console
from tests.unit.connectors.console.harness import FILES, PASSWORD, Browser, Harness


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
        assert answer.status_code == 401
    answer = await browser.sign_in("anna")
    assert (answer.status_code, "gesperrt" in answer.text) == (401, True)


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "Zu viele Anmeldeversuche"), ("en", "Too many attempts to sign in")],
)
async def test_an_address_tries_ten_times_a_minute(
    console: Harness, language: str, words: str
) -> None:
    console.hire("anna")
    now = 0.0
    console.console.state.clock = lambda: now
    browser = Browser(console.app, address="203.0.113.7")
    browser.http.headers["Accept-Language"] = language
    for number in range(10):
        assert (await browser.sign_in(f"user{number}", "a guess")).status_code == 401
    refused = await browser.sign_in("anna")
    assert (refused.status_code, words in refused.text) == (429, True)
    assert (await Browser(console.app, address="203.0.113.8").sign_in("anna")).status_code == 303
    now = 7.0
    assert (await browser.sign_in("anna")).status_code == 303


@pytest.mark.parametrize(
    ("public_url", "secure"), [("https://city.example", True), ("http://city.example", False)]
)
async def test_cookies_go_over_https_alone_where_the_public_address_is_https(
    console: Harness, public_url: str, secure: bool
) -> None:
    console.hire("anna")
    app = FastAPI()
    app.mount("/console", create_console(console.client, console.inbox, FILES, public_url))
    page = await Browser(app).get("/sign-in")
    token = csrf.token_for(page.cookies["console_visitor"])
    form = {"csrf": token, "login": "anna", "password": PASSWORD}
    headers = {"Cookie": f"console_visitor={page.cookies['console_visitor']}"}
    answer = await Browser(app).http.post("/console/sign-in", data=form, headers=headers)
    [cookie] = [
        each
        for each in answer.headers.get_list("set-cookie")
        if each.startswith("console_session=") and "Max-Age=0" not in each
    ]
    assert ("Secure" in cookie) is secure


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
