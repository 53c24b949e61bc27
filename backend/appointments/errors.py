"""Why the appointments service refuses.

Refusals of a wish for a slot carry `details.next`: the nearest free slots.
"""

from backend.kit.errors import ServiceError


class UnknownService(ServiceError):
    """No service has this key (`details.key`)."""

    code, status, text_key = "unknown_service", 422, "appointments.unknown_service"


class ServiceDiscontinued(ServiceError):
    """The service (`details.key`) is no longer given; see `details.alternatives`."""

    code, status, text_key = "service_discontinued", 422, "appointments.service_discontinued"


class UnknownOffice(ServiceError):
    """No office has this key (`details.key`)."""

    code, status, text_key = "unknown_office", 422, "appointments.unknown_office"


class ServiceNotOffered(ServiceError):
    """The office does not give all these services; `details.offices` do."""

    code, status, text_key = "service_not_offered", 422, "appointments.service_not_offered"


class TooManyItems(ServiceError):
    """More persons and services than one appointment may have (`details.max`)."""

    code, status, text_key = "too_many_items", 422, "appointments.too_many_items"


class InvalidWindow(ServiceError):
    """The wished time ends before it begins."""

    code, status, text_key = "invalid_window", 422, "appointments.invalid_window"


class InvalidStart(ServiceError):
    """Appointments start at full five minutes."""

    code, status, text_key = "invalid_start", 422, "appointments.invalid_start"


class SlotPast(ServiceError):
    """The start lies in the past or too close (`details.earliest`)."""

    code, status, text_key = "slot_past", 422, "appointments.slot_past"


class SlotBeyondHorizon(ServiceError):
    """The start lies after the last bookable day (`details.last_date`)."""

    code, status, text_key = "slot_beyond_horizon", 422, "appointments.slot_beyond_horizon"


class OfficeClosed(ServiceError):
    """The office is not open for the whole appointment."""

    code, status, text_key = "office_closed", 422, "appointments.office_closed"


class SlotTaken(ServiceError):
    """All counters are occupied at that time."""

    code, status, text_key = "slot_taken", 409, "appointments.slot_taken"


class IdempotencyKeyReused(ServiceError):
    """The Idempotency-Key belongs to a different wish."""

    code, status, text_key = "idempotency_key_reused", 422, "appointments.idempotency_key_reused"


class HoldNotFound(ServiceError):
    """There is no such hold, or it was given back."""

    code, status, text_key = "hold_not_found", 404, "appointments.hold_not_found"


class HoldConfirmed(ServiceError):
    """The hold has become an appointment; cancel that by its code."""

    code, status, text_key = "hold_confirmed", 409, "appointments.hold_confirmed"


class AppointmentNotFound(ServiceError):
    """No appointment has this code."""

    code, status, text_key = "appointment_not_found", 404, "appointments.not_found"


class AppointmentPast(ServiceError):
    """The appointment has begun or is over."""

    code, status, text_key = "appointment_past", 409, "appointments.past"


class AppointmentCancelled(ServiceError):
    """The appointment was cancelled; only a new one can be made."""

    code, status, text_key = "appointment_cancelled", 409, "appointments.cancelled"


class ContactLimit(ServiceError):
    """So many future appointments (`details.max`) stand under this contact already."""

    code, status, text_key = "contact_limit", 409, "appointments.contact_limit"


class ClosureNotFound(ServiceError):
    """No closure has this id."""

    code, status, text_key = "closure_not_found", 404, "appointments.closure_not_found"


class WaitingTooLate(ServiceError):
    """Nobody is put on the waiting list on the day of their appointment."""

    code, status, text_key = "waiting_too_late", 409, "appointments.waiting_too_late"


class Unreachable(ServiceError):
    """There is neither an e-mail address nor a chat through which an offer could be told."""

    code, status, text_key = "unreachable", 409, "appointments.unreachable"


class OfferNotFound(ServiceError):
    """There is no such offer to somebody on the waiting list."""

    code, status, text_key = "offer_not_found", 404, "appointments.offer_not_found"


class OfferEnded(ServiceError):
    """The offer's deadline is over, or it was answered, or the appointment has changed since."""

    code, status, text_key = "offer_ended", 409, "appointments.offer_ended"


class EmailRequired(ServiceError):
    """The city's system wants an e-mail address it can use."""

    code, status, text_key = "email_required", 422, "appointments.email_required"


class PhoneRequired(ServiceError):
    """The city's system wants a telephone number it can use."""

    code, status, text_key = "phone_required", 422, "appointments.phone_required"


class TooManyAtProvider(ServiceError):
    """The city's system gives no more appointments to this e-mail address."""

    code, status = "provider_contact_limit", 409
    text_key = "appointments.too_many_appointments"


class NotSupported(ServiceError):
    """The city's own system behind the assistant cannot do this."""

    code, status, text_key = "not_supported", 409, "appointments.not_supported"


class ProviderUnavailable(ServiceError):
    """The city's own system does not answer, or answers what nobody understands."""

    code, status, text_key = "provider_unavailable", 503, "appointments.provider_unavailable"


class ProviderRefused(ServiceError):
    """The city's own system refuses for a reason of its own (`details.reason`, its code)."""

    code, status, text_key = "provider_refused", 502, "appointments.provider_unavailable"


class CaptchaWanted(ServiceError):
    """The city's own system asks for a captcha, which the assistant does not solve."""

    code, status, text_key = "captcha_wanted", 503, "appointments.provider_unavailable"
