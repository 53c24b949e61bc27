"""The console's cookies."""

from fastapi import Request, Response

SESSION = "console_session"
# Of browsers that are not signed in: binds the form tokens of the sign-in page.
VISITOR = "console_visitor"
LANGUAGE = "console_language"
_PATH = "/console"
_YEAR_SECONDS = 365 * 24 * 3600


def is_secure(request: Request) -> bool:
    """Whether people reach the console over https; a proxy may ask by http all the same."""
    return bool(request.app.state.https) or request.url.scheme == "https"


def set_secret(request: Request, response: Response, name: str, value: str) -> None:
    """A cookie that scripts cannot read and other sites cannot send; gone with the browser."""
    response.set_cookie(
        name,
        value,
        path=_PATH,
        httponly=True,
        samesite="strict",
        secure=is_secure(request),
    )


def set_language(request: Request, response: Response, language: str) -> None:
    """Remember the language of the console's pages."""
    response.set_cookie(
        LANGUAGE,
        language,
        max_age=_YEAR_SECONDS,
        path=_PATH,
        httponly=True,
        samesite="lax",
        secure=is_secure(request),
    )


def forget(response: Response, name: str) -> None:
    """Delete a cookie."""
    response.delete_cookie(name, path=_PATH, httponly=True, samesite="strict")
