"""All tables of the backend, for migrations."""

import backend.appointments.models
import backend.channels.models
import backend.conversations.handover.models
import backend.conversations.models
import backend.identity.models
import backend.notifications.models
import backend.staff.models  # noqa: F401
from backend.kit.database import metadata

__all__ = ["metadata"]
