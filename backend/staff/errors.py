"""Why the staff service refuses."""

from backend.kit.errors import ServiceError


class WrongPassword(ServiceError):
    """Login or password is wrong, or the user is locked for a while; which of them is not said."""

    code, status, text_key = "wrong_password", 401, "staff.wrong_password"


class NotSignedIn(ServiceError):
    """The session is unknown or over."""

    code, status, text_key = "not_signed_in", 401, "staff.not_signed_in"


class UserNotFound(ServiceError):
    """There is no such user."""

    code, status, text_key = "user_not_found", 404, "staff.user_not_found"


class LoginTaken(ServiceError):
    """Another user has this login."""

    code, status, text_key = "login_taken", 409, "staff.login_taken"


class BadLogin(ServiceError):
    """The login has characters that none may have, or the wrong length."""

    code, status, text_key = "bad_login", 422, "staff.bad_login"


class WeakPassword(ServiceError):
    """The password is too easy to guess; details: `shortest`."""

    code, status, text_key = "weak_password", 422, "staff.weak_password"


class LastAdmin(ServiceError):
    """Without this admin nobody could look after users."""

    code, status, text_key = "last_admin", 409, "staff.last_admin"
