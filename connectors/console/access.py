"""Who may open what: one rule for each route of the console.

A route without a rule is refused when the app is made, so none is open by oversight.
"""

from dataclasses import dataclass

AGENT, SUPERVISOR, ADMIN = "agent", "supervisor", "admin"
ROLES = (AGENT, SUPERVISOR, ADMIN)
EVERYBODY = frozenset(ROLES)
LEADS = frozenset({SUPERVISOR, ADMIN})
ADMINS = frozenset({ADMIN})
# Without signing in.
PUBLIC: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rule:
    """``roles`` may; empty means everybody without signing in.

    ``audit`` is the action kept in the audit trail when the route answered, with the path's
    parameters as its subject. ``passive`` routes are asked by pages by themselves and do not
    keep a session alive.
    """

    roles: frozenset[str]
    audit: str = ""
    passive: bool = False


RULES: dict[tuple[str, str], Rule] = {
    ("GET", "/"): Rule(EVERYBODY),
    ("GET", "/sign-in"): Rule(PUBLIC),
    ("POST", "/sign-in"): Rule(PUBLIC),
    ("POST", "/language"): Rule(PUBLIC),
    ("POST", "/sign-out"): Rule(EVERYBODY),
    ("GET", "/help"): Rule(EVERYBODY),
    ("GET", "/account"): Rule(EVERYBODY),
    ("POST", "/account/password"): Rule(EVERYBODY),
    ("GET", "/live"): Rule(EVERYBODY, passive=True),
    ("POST", "/presence"): Rule(EVERYBODY, passive=True),
    ("GET", "/inbox"): Rule(EVERYBODY),
    ("GET", "/inbox/list"): Rule(EVERYBODY, passive=True),
    ("GET", "/callbacks"): Rule(EVERYBODY, audit="callbacks.view"),
    ("POST", "/callbacks/{callback_id}/done"): Rule(EVERYBODY, audit="callback.done"),
    ("GET", "/conversations/{conversation_id}"): Rule(EVERYBODY, audit="conversation.view"),
    ("GET", "/conversations/{conversation_id}/head"): Rule(EVERYBODY, passive=True),
    ("GET", "/conversations/{conversation_id}/context"): Rule(EVERYBODY, passive=True),
    ("POST", "/conversations/{conversation_id}/take"): Rule(EVERYBODY, audit="conversation.take"),
    ("POST", "/conversations/{conversation_id}/assign"): Rule(LEADS, audit="conversation.assign"),
    ("POST", "/conversations/{conversation_id}/transfer"): Rule(
        EVERYBODY, audit="conversation.transfer"
    ),
    ("POST", "/conversations/{conversation_id}/transfer/accept"): Rule(
        EVERYBODY, audit="conversation.transfer.accept"
    ),
    ("POST", "/conversations/{conversation_id}/transfer/decline"): Rule(
        EVERYBODY, audit="conversation.transfer.decline"
    ),
    ("POST", "/conversations/{conversation_id}/transfer/withdraw"): Rule(
        EVERYBODY, audit="conversation.transfer.withdraw"
    ),
    ("POST", "/conversations/{conversation_id}/release"): Rule(
        EVERYBODY, audit="conversation.release"
    ),
    ("POST", "/conversations/{conversation_id}/return"): Rule(
        EVERYBODY, audit="conversation.return"
    ),
    ("POST", "/conversations/{conversation_id}/close"): Rule(EVERYBODY, audit="conversation.close"),
    ("POST", "/conversations/{conversation_id}/messages"): Rule(
        EVERYBODY, audit="conversation.write"
    ),
    ("POST", "/conversations/{conversation_id}/notes"): Rule(EVERYBODY, audit="conversation.note"),
    ("POST", "/conversations/{conversation_id}/tags"): Rule(EVERYBODY, audit="conversation.tags"),
    ("POST", "/conversations/{conversation_id}/read"): Rule(EVERYBODY, passive=True),
    ("POST", "/conversations/{conversation_id}/typing"): Rule(EVERYBODY, passive=True),
    ("GET", "/appointments"): Rule(EVERYBODY, audit="appointments.view"),
    ("POST", "/appointments/{code}/move"): Rule(EVERYBODY, audit="appointment.move"),
    ("POST", "/appointments/{code}/cancel"): Rule(EVERYBODY, audit="appointment.cancel"),
    ("POST", "/closures"): Rule(LEADS, audit="closure.add"),
    ("POST", "/closures/{number}/remove"): Rule(LEADS, audit="closure.remove"),
    ("GET", "/gaps"): Rule(EVERYBODY),
    ("POST", "/gaps/{gap_id}/example"): Rule(LEADS, audit="gap.example"),
    ("POST", "/gaps/{gap_id}/dismiss"): Rule(LEADS, audit="gap.dismiss"),
    ("GET", "/gaps/examples.yml"): Rule(LEADS, audit="gaps.export"),
    ("GET", "/figures"): Rule(LEADS),
    ("GET", "/figures.csv"): Rule(LEADS, audit="figures.export"),
    ("GET", "/users"): Rule(ADMINS),
    ("POST", "/users"): Rule(ADMINS),
    ("POST", "/users/{user_id}"): Rule(ADMINS),
    ("POST", "/users/{user_id}/unlock"): Rule(ADMINS),
    ("POST", "/users/{user_id}/password"): Rule(ADMINS),
    ("GET", "/audit"): Rule(LEADS, audit="audit.view"),
    ("GET", "/audit.csv"): Rule(LEADS, audit="audit.export"),
}
