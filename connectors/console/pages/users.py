"""Members of staff, for admins."""

from typing import Annotated

from fastapi import Form, Request, Response
from fastapi.responses import RedirectResponse

from connectors.console.backend import segment
from connectors.console.errors import Refused
from connectors.console.guard import Api, guarded_router
from connectors.console.render import pages_of

router = guarded_router()

Role = Annotated[str, Form(pattern="^(agent|supervisor|admin)$")]
Languages = Annotated[list[str], Form()]


@router.get("/users")
async def users(request: Request, api: Api) -> Response:
    """Everybody, and the form for one more."""
    return await _page(request, api)


@router.post("/users")
async def add(
    request: Request,
    api: Api,
    role: Role,
    login: Annotated[str, Form(max_length=80)] = "",
    name: Annotated[str, Form(max_length=80)] = "",
    department: Annotated[str, Form(max_length=64)] = "",
    password: Annotated[str, Form(max_length=200)] = "",
    languages: Languages = [],  # noqa: B006
) -> Response:
    """One more."""
    body = {
        "login": login,
        "name": name,
        "role": role,
        "department": department or None,
        "languages": languages or ["de"],
        "password": password,
    }
    return await _done(request, api, "POST", "/staff/users", body)


@router.post("/users/{user_id}")
async def change(
    user_id: str,
    request: Request,
    api: Api,
    role: Role,
    active: Annotated[bool, Form()],
    name: Annotated[str, Form(max_length=80)] = "",
    department: Annotated[str, Form(max_length=64)] = "",
    languages: Languages = [],  # noqa: B006
) -> Response:
    """Name, role, department, languages, and whether they may sign in."""
    body = {
        "name": name,
        "role": role,
        "department": department or None,
        "languages": languages or ["de"],
        "active": active,
    }
    return await _done(request, api, "PATCH", f"/staff/users/{segment(user_id)}", body)


@router.post("/users/{user_id}/unlock")
async def unlock(user_id: str, request: Request, api: Api) -> Response:
    """Let somebody who was locked out try again."""
    return await _done(request, api, "POST", f"/staff/users/{segment(user_id)}/unlock")


@router.post("/users/{user_id}/password")
async def set_password(
    user_id: str, request: Request, api: Api, password: Annotated[str, Form(max_length=200)] = ""
) -> Response:
    """A new password for somebody; their sessions end."""
    path = f"/staff/users/{segment(user_id)}/password"
    return await _done(request, api, "PUT", path, {"password": password})


async def _done(
    request: Request, api: Api, method: str, path: str, body: object = None
) -> Response:
    try:
        await api.call(method, path, json=body)
    except Refused as refusal:
        return await _page(request, api, refusal)
    return RedirectResponse("/console/users", 303)


async def _page(request: Request, api: Api, refusal: Refused | None = None) -> Response:
    found = await api.get("/staff/users")
    departments = await api.get("/staff/departments")
    return pages_of(request).page(
        request,
        "users.html",
        refusal.status if refusal else 200,
        users=found["users"],
        departments=departments["departments"],
        words=refusal.words if refusal else "",
    )
