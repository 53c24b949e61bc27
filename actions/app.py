"""The action server: Rasa calls, one action answers."""

from typing import Any

import httpx
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

from actions.appointments.api import AppointmentsApi
from actions.appointments.booking import Booking
from actions.appointments.existing import ExistingAppointment
from actions.appointments.info import OfficeInfoAction, ServiceInfoAction
from actions.appointments.rescheduling import Rescheduling
from actions.appointments.waiting import Waiting
from actions.appointments.waiting_api import WaitingListApi
from actions.backend import Backend
from actions.conversations.clarify import ClarifyAction
from actions.conversations.repeat import RepeatAction
from actions.handover.api import HandoversApi
from actions.handover.callback import Callback
from actions.handover.request import HandoverAction
from actions.identity.api import IdentityApi
from actions.privacy.erasing import erasing
from actions.tasks.action import PauseTaskAction, ResumeTaskAction, TaskAction
from actions.tasks.registry import Tasks


def create_executor(client: httpx.AsyncClient) -> ActionExecutor:
    """All actions, speaking to the backend through ``client``."""
    backend = Backend(client)
    appointments = AppointmentsApi(backend)
    identity = IdentityApi(backend)
    existing = ExistingAppointment(appointments, identity)
    waiting = Waiting(appointments, identity, WaitingListApi(backend))
    handovers = HandoversApi(backend)
    tasks = Tasks(
        [
            Booking(appointments).task(),
            existing.check(),
            Rescheduling(appointments, identity, waiting).task(),
            existing.cancel(),
            *waiting.tasks(),
            erasing(),
            Callback(handovers).task(),
        ]
    )
    executor = ActionExecutor()
    for action in (
        TaskAction(tasks),
        ResumeTaskAction(tasks),
        PauseTaskAction(tasks),
        ServiceInfoAction(appointments),
        OfficeInfoAction(appointments),
        RepeatAction(backend),
        ClarifyAction(),
        HandoverAction(handovers, tasks),
    ):
        executor.register_action(action)
    return executor


def create_actions(client: httpx.AsyncClient) -> FastAPI:
    """The ASGI app with Rasa's webhook protocol."""
    app = FastAPI(title="Duisburg Front Door: actions", openapi_url=None)
    executor = create_executor(client)

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/webhook")
    async def webhook(request: Request) -> JSONResponse:
        # The SDK insists on a domain; ours is left out of the call (enable_selective_domain).
        call: dict[str, Any] = {"domain": {}, **await request.json()}
        try:
            result = await executor.run(call)
        except ActionExecutionRejection as error:
            return JSONResponse({"error": str(error), "action_name": error.action_name}, 400)
        except ActionNotFoundException as error:
            return JSONResponse({"error": str(error), "action_name": error.action_name}, 404)
        return JSONResponse(result.model_dump() if result else {})

    return app
