"""An engine that takes a known time for every turn: ``python -m bench.sockets.engine PORT``."""

import asyncio
import sys

import uvicorn
from fastapi import FastAPI, Request

SECONDS = 0.02


def engine() -> FastAPI:
    """The engine's channel, answering anything with one sentence."""
    app = FastAPI(openapi_url=None)

    @app.get("/webhooks/frontdoor/")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/webhooks/frontdoor/webhook")
    async def turn(request: Request) -> dict[str, object]:
        body = await request.json()
        await asyncio.sleep(SECONDS)
        replies = [{"text": f"Gehört: {body['text']}"}]
        known = {"message_id": body["id"], "intent": "greet", "confidence": 0.9}
        return {"language": "de", "replies": replies, **known}

    return app


if __name__ == "__main__":
    uvicorn.run(engine(), host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
