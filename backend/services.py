"""The services of the backend: their endpoints and their texts."""

from fastapi import APIRouter

from backend.appointments import endpoints as appointments
from backend.appointments import endpoints_by_code as appointments_by_code
from backend.appointments import endpoints_for_staff as appointments_for_staff
from backend.appointments import endpoints_waiting as appointments_waiting
from backend.appointments.settings import TEXT_FILE as APPOINTMENT_TEXTS
from backend.channels import endpoints as channels
from backend.channels.settings import TEXT_FILE as CHANNEL_TEXTS
from backend.conversations import endpoints as conversations
from backend.conversations import gap_endpoints
from backend.conversations.handover import endpoints as handover
from backend.conversations.handover import endpoints_for_staff as handover_for_staff
from backend.conversations.handover import endpoints_office as handover_office
from backend.conversations.handover import endpoints_writing as handover_writing
from backend.conversations.handover.settings import TEXT_FILE as HANDOVER_TEXTS
from backend.conversations.settings import TEXT_FILE as CONVERSATION_TEXTS
from backend.identity import endpoints as identity
from backend.identity.settings import TEXT_FILE as IDENTITY_TEXTS
from backend.kit.texts import COMMON
from backend.notifications import endpoints as notifications
from backend.notifications.appointments import TEXT_FILE as APPOINTMENT_NOTICE_TEXTS
from backend.notifications.identity import TEXT_FILE as IDENTITY_NOTICE_TEXTS
from backend.notifications.settings import TEXT_FILE as NOTIFICATION_TEXTS
from backend.privacy import endpoints as privacy
from backend.staff import endpoints as staff
from backend.staff import endpoints_users as staff_users
from backend.staff.settings import TEXT_FILE as STAFF_TEXTS

TEXT_FILES = (
    COMMON,
    APPOINTMENT_TEXTS,
    CHANNEL_TEXTS,
    CONVERSATION_TEXTS,
    HANDOVER_TEXTS,
    NOTIFICATION_TEXTS,
    APPOINTMENT_NOTICE_TEXTS,
    IDENTITY_TEXTS,
    IDENTITY_NOTICE_TEXTS,
    STAFF_TEXTS,
)

ROUTERS: tuple[APIRouter, ...] = (
    appointments.router,
    appointments_for_staff.router,
    appointments_by_code.router,
    appointments_waiting.router,
    channels.router,
    conversations.router,
    gap_endpoints.router,
    handover.router,
    handover_for_staff.router,
    handover_writing.router,
    handover_office.router,
    identity.router,
    notifications.router,
    privacy.router,
    staff.router,
    staff_users.router,
)
