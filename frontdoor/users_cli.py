"""``frontdoor users``: who may work at the console."""

import getpass
import sys
from typing import Annotated, Literal

import typer

app = typer.Typer(no_args_is_help=True, help="Who may work at the console.")

Login = Annotated[str, typer.Argument(help="the user's login")]
RoleName = Literal["agent", "supervisor", "admin"]


@app.command()
def add(
    login: Login,
    name: Annotated[str, typer.Option(help="as citizens see it; the login unless given")] = "",
    role: Annotated[RoleName, typer.Option(help="what they may do")] = "agent",
    department: Annotated[str, typer.Option(help="key of their department")] = "",
    languages: Annotated[str, typer.Option(help="in which they answer")] = "de,en",
) -> None:
    """Add a user. The password is asked for, or read from a pipe, or made up and printed."""
    from backend.staff.service.managing import Draft
    from frontdoor import staffing

    password, made_up = _password()
    spoken = tuple(part.strip() for part in languages.split(",") if part.strip())
    if not spoken or not set(spoken) <= {"de", "en"}:
        raise typer.BadParameter("languages: de, en or de,en")
    draft = Draft(
        login, name or login, staffing.role_named(role), department or None, spoken, password
    )
    user = staffing.add(draft)
    typer.echo(f"{user.login} may sign in at /console as {user.role.value}.")
    _tell(password, made_up)


@app.command("list")
def list_() -> None:
    """Print login, role, department, languages, state and name of every user."""
    from frontdoor import staffing

    for line in staffing.listed():
        typer.echo(line)


@app.command()
def token(
    login: Login,
    label: Annotated[str, typer.Option(help="what the token is for")] = "command line",
    revoke: Annotated[bool, typer.Option(help="end all tokens of the user instead")] = False,
) -> None:
    """Print a new API token in the name of a user; it is shown this once."""
    from frontdoor import staffing

    if revoke:
        staffing.revoke_tokens(login)
        return
    typer.echo(staffing.make_token(login, label))


@app.command()
def lock(login: Login) -> None:
    """Keep a user out: sessions and tokens end."""
    from frontdoor import staffing

    staffing.change(login, active=False)


@app.command()
def unlock(login: Login) -> None:
    """Let a user in again."""
    from frontdoor import staffing

    staffing.unlock(login)


@app.command()
def role(login: Login, role: Annotated[RoleName, typer.Argument(help="the new role")]) -> None:
    """Change what a user may do."""
    from frontdoor import staffing

    staffing.change(login, role=staffing.role_named(role))


@app.command()
def password(login: Login) -> None:
    """Give a user a new password: asked for, read from a pipe, or made up and printed."""
    from frontdoor import staffing

    chosen, made_up = _password()
    staffing.set_password(login, chosen)
    _tell(chosen, made_up)


def _password() -> tuple[str, bool]:
    from frontdoor import staffing

    piped = None if sys.stdin.isatty() else sys.stdin.readline()
    return staffing.read_password(lambda: getpass.getpass("Password: "), piped)


def _tell(password: str, made_up: bool) -> None:
    if made_up:
        typer.echo(f"Password: {password}")
