"""A conversation as a test case, in the form of tests/conversations/script.py. Pure."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Turn = Mapping[str, Any]

_BOOKED = "utter_booked"
_LONGEST_LINE = 100
_LONGEST_COMMENT = 60
# What YAML does not take as it is, beside what JSON escapes.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def story(turns: Sequence[Turn], booked: Sequence[Mapping[str, Any]] | None = None) -> str:
    """The YAML of ``turns``.

    ``booked`` are the appointments made, as the backend's API tells them; without them, a
    comment asks to fill them in.
    """
    language = turns[0]["language"] or "de"
    lines = [
        f"# A conversation of {turns[0]['at'] or 'an unknown time'}, begun in {language}/.",
        "# Dates count from then. Replace names and contacts before you keep it.",
        "steps:",
    ]
    said: dict[str, str] = {}
    buttons: list[str] = []
    code = None
    for turn in turns:
        lines += _step(turn, buttons, code, said)
        if turn["language"] not in (None, language):
            language = turn["language"]
            lines.append(f"    language: {language}")
        replies = turn["replies"]
        said |= {reply["text"]: reply["key"] for reply in replies if reply["key"]}
        buttons = [button["title"] for reply in replies for button in reply["buttons"]]
        code = next((c for c in map(_code, reversed(replies)) if c), code)
    return "\n".join([*lines, *_ending(codes_booked(turns), booked)]) + "\n"


def codes_booked(turns: Sequence[Turn]) -> list[str]:
    """The codes of the appointments made in these turns, in order."""
    replies = (reply for turn in turns for reply in turn["replies"])
    return [code for reply in replies if reply["key"] == _BOOKED and (code := _code(reply))]


def _code(reply: Mapping[str, Any]) -> str | None:
    code = (reply.get("card") or {}).get("code")
    return str(code) if code else None


def _step(
    turn: Turn, buttons: Sequence[str], code: str | None, said: Mapping[str, str]
) -> Iterator[str]:
    """What was said or pressed, and what came back; a repeated reply by its first key."""
    text = turn["text"]
    if turn["choice"] and text in buttons:
        yield f"  - button: {_quoted(text)}"
    else:
        if turn["choice"]:
            yield "  # pressed, but no button of the answer before"
        if code:
            text = re.sub(re.escape(code), "{code}", text, flags=re.IGNORECASE)
        yield f"  - person: {_quoted(text)}"
    replies = turn["replies"]
    keys = [reply["key"] or said.get(reply["text"]) for reply in replies]
    if keys and all(keys):
        yield from _bot([str(key) for key in keys])
        return
    yield "    # bot: " + (", ".join(map(_comment, keys, replies)) or "no answer")


def _bot(keys: Sequence[str]) -> list[str]:
    line = f"    bot: [{', '.join(keys)}]"
    return [line] if len(line) <= _LONGEST_LINE else ["    bot:", *(f"      - {k}" for k in keys)]


def _comment(key: str | None, reply: Mapping[str, Any]) -> str:
    return key or f"without a key: {_quoted(reply['text'][:_LONGEST_COMMENT])}"


def _ending(codes: Sequence[str], booked: Sequence[Mapping[str, Any]] | None) -> Iterator[str]:
    if not codes:
        return
    if booked is None:
        yield f"# booked: fill in office, services, start, name and status of {', '.join(codes)}"
        return
    yield "booked:"
    for appointment in booked:
        services = ", ".join(f"{each['key']}: {each['count']}" for each in appointment["services"])
        yield f"  - office: {appointment['office']}"
        yield f"    services: {{{services}}}"
        yield f"    start: {_quoted(appointment['start'][:16])}"
        yield f"    status: {appointment['status']}"


def _quoted(text: str) -> str:
    """In double quotes, on one line, readable in any language."""
    return _ESCAPED.sub(
        lambda match: f"\\u{ord(match.group()):04x}", json.dumps(text, ensure_ascii=False)
    )
