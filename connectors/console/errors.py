"""Why the console does not show what was asked for."""


class ConsoleError(Exception):
    """Base of the console's refusals; ``status`` is HTTP, ``text_key`` names the words."""

    status = 500
    text_key = "error.internal"


class SignInNeeded(ConsoleError):
    """Nobody is signed in, or the session is over."""

    status, text_key = 401, "error.sign_in"


class Forbidden(ConsoleError):
    """The role does not allow this."""

    status, text_key = 403, "error.forbidden"


class ForgedForm(ConsoleError):
    """The form's token is missing or not of this browser's session."""

    status, text_key = 403, "error.forged"


class Unreachable(ConsoleError):
    """The backend does not answer."""

    status, text_key = 503, "error.unreachable"


class Refused(ConsoleError):
    """The backend refused; ``words`` say why, in the reader's language."""

    def __init__(self, status: int, code: str, words: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.words = words
