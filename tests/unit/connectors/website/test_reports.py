"""Reports of broken policies are counted, and nothing of them is kept."""

import logging
from typing import Any

import pytest
from starlette.testclient import TestClient

from connectors.website.reports import Reports

OLD = {
    "csp-report": {
        "document-uri": "https://x.de/?name=Erika",
        "effective-directive": "script-src-elem",
        "blocked-uri": "https://evil.example/secret.js",
    }
}
NEW = [
    {
        "type": "csp-violation",
        "url": "https://x.de/?name=Erika",
        "body": {"effectiveDirective": "style-src-attr", "sample": "Erika"},
    }
]


@pytest.mark.parametrize(
    ("kind", "body", "counted"),
    [
        ("application/csp-report", OLD, {"script-src-elem": 1}),
        ("application/reports+json", NEW * 3, {"style-src-attr": 3}),
        ("application/reports+json", NEW * 300, {"style-src-attr": 100}),
        (
            "application/json",
            {"csp-report": {"violated-directive": "img-src 'self'"}},
            {"img-src": 1},
        ),
        ("application/json", {"csp-report": {"violated-directive": "Erika Muster"}}, {"other": 1}),
        ("application/json", {"csp-report": {"effective-directive": ["a"]}}, {"other": 1}),
        ("application/json", {"csp-report": "x"}, {}),
        ("application/json", [1, None, "a"], {}),
        ("application/json", 7, {}),
    ],
)
def test_reports_are_counted_by_directive(
    client: TestClient,
    reports: Reports,
    caplog: pytest.LogCaptureFixture,
    kind: str,
    body: Any,
    counted: dict[str, int],
) -> None:
    with caplog.at_level(logging.WARNING):
        answer = client.request("POST", "/chat/reports", json=body, headers={"Content-Type": kind})
    assert answer.status_code == 204
    assert reports.counts == counted
    assert "Erika" not in caplog.text
    assert "evil" not in caplog.text
