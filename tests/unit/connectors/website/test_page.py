"""The demo page and the widget's files."""

import re

import pytest
from starlette.testclient import TestClient

from connectors.website.page import CONTENT_SECURITY_POLICY, KERN, SECURITY_HEADERS, STATIC

FILES = [f"website/{path.relative_to(STATIC)}" for path in STATIC.rglob("*.*")]
FILES += [f"kern/{path.relative_to(KERN)}" for path in KERN.rglob("*.*")]


def test_the_demo_page_carries_the_widget_by_one_script(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "/static/website/widget.js" in page.text


@pytest.mark.parametrize("path", sorted(FILES))
def test_every_file_is_served(client: TestClient, path: str) -> None:
    assert client.get(f"/static/{path}").status_code == 200


@pytest.mark.parametrize("path", ["../page.py", "..%2fpage.py", "%2e%2e/page.py"])
def test_nothing_else_is_served(client: TestClient, path: str) -> None:
    assert client.get(f"/static/website/{path}").status_code == 404


def test_the_page_keeps_its_own_policy() -> None:
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    html = (STATIC / "demo" / "index.html").read_text(encoding="utf-8")
    for forbidden in (r"<script(?![^>]*\bsrc=)", r"\son\w+=", r"<style", r"\sstyle="):
        assert not re.search(forbidden, html)


def test_headers_every_answer_carries() -> None:
    assert set(SECURITY_HEADERS) >= {
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "Referrer-Policy",
    }
