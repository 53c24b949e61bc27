"""What was not understood, and what it should have been."""

from pathlib import Path
from typing import Annotated

import yaml
from fastapi import Form, Request, Response
from fastapi.responses import RedirectResponse

from connectors.console.guard import Api, guarded_router
from connectors.console.render import pages_of

router = guarded_router()
_SHOWN = 200


def intents_in(folder: Path) -> tuple[str, ...]:
    """The names of all intents in the files of the domain, sorted."""
    names: set[str] = set()
    for path in sorted(folder.glob("*.yml")):
        entries = (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("intents") or []
        names |= {next(iter(each)) if isinstance(each, dict) else str(each) for each in entries}
    return tuple(sorted(names))


def titles_in(path: Path) -> dict[str, dict[str, str]]:
    """What the wish of an intent is called, by language."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {intent: dict(entry["button"]) for intent, entry in entries.items()}


@router.get("/gaps")
async def gaps(request: Request, api: Api) -> Response:
    """The newest gaps, personal data masked, and how many examples were made of them."""
    found = await api.get("/knowledge-gaps", limit=_SHOWN)
    examples = await api.get("/knowledge-gaps/examples")
    return pages_of(request).page(
        request,
        "gaps.html",
        gaps=found["gaps"],
        examples=len(examples["examples"]),
        intents=request.app.state.intents,
        titles=request.app.state.titles,
    )


@router.post("/gaps/{gap_id}/example")
async def make_example(
    gap_id: int,
    request: Request,
    api: Api,
    intent: Annotated[str, Form(pattern="^[a-z_]{1,64}$")],
) -> Response:
    """A training example: this is what it means."""
    await api.post(f"/knowledge-gaps/{gap_id}/example", {"intent": intent})
    return _gone(request)


@router.post("/gaps/{gap_id}/dismiss")
async def dismiss(gap_id: int, request: Request, api: Api) -> Response:
    """Nothing to learn from."""
    await api.delete(f"/knowledge-gaps/{gap_id}")
    return _gone(request)


@router.get("/gaps/examples.yml")
async def export(api: Api) -> Response:
    """The examples as files in `data/nlu` have them: one document a language."""
    found = (await api.get("/knowledge-gaps/examples"))["examples"]
    return Response(
        examples_yaml([(e["language"], e["intent"], e["text"]) for e in found]),
        media_type="application/yaml; charset=utf-8",
        headers={
            "Content-Disposition": 'attachment; filename="examples.yml"',
            "Cache-Control": "no-store",
        },
    )


def examples_yaml(examples: list[tuple[str, str, str]]) -> str:
    """Language, intent and text as training data, one YAML document for each language."""
    documents = []
    for language in sorted({language for language, _, _ in examples}):
        by_intent: dict[str, list[str]] = {}
        for own, intent, text in examples:
            if own == language:
                by_intent.setdefault(intent, []).append(" ".join(text.split()))
        nlu = [
            {"intent": intent, "examples": "".join(f"- {text}\n" for text in dict.fromkeys(texts))}
            for intent, texts in sorted(by_intent.items())
        ]
        documents.append({"version": "3.1", "nlu": nlu})
    return yaml.safe_dump_all(documents, allow_unicode=True, sort_keys=False)


def _gone(request: Request) -> Response:
    if request.headers.get("hx-request"):
        return Response("", media_type="text/html")
    return RedirectResponse("/console/gaps", 303)
