"""Whether Telegram is connected, for ``frontdoor doctor``."""

from pydantic import ValidationError

from connectors.telegram.settings import Mode, TelegramSettings
from frontdoor.mail_check import Finding
from frontdoor.settings import FrontDoorSettings


def telegram_finding() -> Finding:
    """(True it is set up, None it is off, False a setting is wrong), what, advice.

    Whether Telegram takes the token shows in ``/health`` of the running front door.
    """
    try:
        settings = TelegramSettings()
    except ValidationError as error:
        names = ", ".join(f"FRONTDOOR_TELEGRAM_{e['loc'][0]}".upper() for e in error.errors())
        return False, "telegram settings", f"not valid: {names}"
    if not settings.enabled:
        return None, "telegram: no token", "set FRONTDOOR_TELEGRAM_TOKEN (docs/telegram.md)"
    if settings.mode is Mode.POLLING:
        return True, "telegram: token is set, updates are fetched", ""
    if not FrontDoorSettings().public_url.startswith("https://"):
        return (
            False,
            "telegram: token is set, but a webhook needs an address",
            "set FRONTDOOR_PUBLIC_URL to https://…",
        )
    return True, "telegram: token is set, updates come to the webhook", ""
