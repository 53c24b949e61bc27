"""What a refusal of ZMS means in our terms.

Codes: `zmscitizenapi/src/Zmscitizenapi/Utils/ErrorMessages.php`.
"""

from collections.abc import Callable, Sequence

from backend.appointments.errors import (
    AppointmentPast,
    CaptchaWanted,
    EmailRequired,
    PhoneRequired,
    ProviderRefused,
    ProviderUnavailable,
    ServiceNotOffered,
    TooManyAtProvider,
)
from backend.kit.errors import ServiceError

TAKEN = frozenset(
    {
        "appointmentNotAvailable",
        "noAppointmentForThisDay",
        "noAppointmentForThisScope",
        "noAppointmentsAtLocation",
        "processAlreadyExists",
        "invalidTimestamp",
    }
)
"""The time is not free, or never was."""

GONE = frozenset(
    {
        "appointmentNotFound",
        "appointmentNotAvailable",
        "processNotReservedAnymore",
        "processNotPreconfirmedAnymore",
        "preconfirmationExpired",
    }
)
"""The process is no longer in the state that was asked of it."""

_MEANINGS: dict[str, Callable[[], ServiceError]] = {
    "tooManyAppointmentsWithSameMail": TooManyAtProvider,
    "emailIsRequired": EmailRequired,
    "invalidEmail": EmailRequired,
    "telephoneIsRequired": PhoneRequired,
    "invalidTelephone": PhoneRequired,
    "appointmentCanNotBeCanceled": AppointmentPast,
    "processAlreadyCalled": AppointmentPast,
    "invalidLocationAndServiceCombination": lambda: ServiceNotOffered({"offices": [], "next": []}),
    "captchaMissing": CaptchaWanted,
    "captchaInvalid": CaptchaWanted,
    "captchaExpired": CaptchaWanted,
    "captchaVerificationFailed": CaptchaWanted,
    "captchaVerificationError": CaptchaWanted,
    "rateLimitExceeded": ProviderUnavailable,
    "serviceUnavailable": ProviderUnavailable,
    "zmsClientCommunicationError": ProviderUnavailable,
    "internalError": ProviderUnavailable,
}


class Refusal(Exception):
    """ZMS refuses; `codes` are its own, the weightiest first as it sent them."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__(", ".join(codes))
        self.codes = tuple(codes)

    def among(self, codes: frozenset[str]) -> bool:
        """Whether one of these is a reason."""
        return not codes.isdisjoint(self.codes)

    def meaning(self) -> ServiceError:
        """The class of ours for it; ProviderRefused when there is none."""
        for code in self.codes:
            if code in _MEANINGS:
                return _MEANINGS[code]()
        return ProviderRefused({"reason": self.codes[0]})
