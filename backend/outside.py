"""What the backend reaches outside of itself: mail, chat channels, a city's own system."""

from backend.appointments.provider.embedded import ABILITIES as EMBEDDED_ABILITIES
from backend.appointments.provider.ports import Abilities
from backend.appointments.provider.zms.provider import ABILITIES as ZMS_ABILITIES
from backend.appointments.provider.zms.provider import ZmsProvider
from backend.appointments.provider.zms.settings import ZmsSettings
from backend.appointments.settings import AppointmentSettings
from backend.kit.container import Container
from backend.notifications.mail.smtp import SmtpMailer
from backend.notifications.service.ports import ChatDelivery, Mailer
from backend.notifications.settings import MailSettings, NotificationSettings
from backend.notifications.unsubscribing import UnsubscribeLinks
from backend.notifications.wiring import Notifications


def notifications_on(
    container: Container,
    appointing: AppointmentSettings,
    chat: ChatDelivery | None,
    mailer: Mailer | None,
) -> Notifications:
    """Notices by e-mail where a server is set, and in the ``chat`` they were asked for in."""
    mail = MailSettings()
    secret = container.settings.links_key.get_secret_value()
    public_url = container.settings.public_url
    return Notifications(
        container=container,
        settings=NotificationSettings(),
        mail=mail,
        mailer=mailer or (SmtpMailer(mail) if mail.enabled else None),
        chat=chat,
        links=UnsubscribeLinks(secret, public_url) if secret and public_url else None,
        movable=_abilities(appointing).moving,
    )


def _abilities(appointing: AppointmentSettings) -> Abilities:
    return ZMS_ABILITIES if appointing.provider == "zms" else EMBEDDED_ABILITIES


def zms_on(
    container: Container,
    appointing: AppointmentSettings,
    zms: ZmsSettings | None,
    told: Notifications,
) -> ZmsProvider:
    """The city's own system of appointments."""
    return ZmsProvider(
        zms or ZmsSettings(),
        container.settings.city_dir,
        container.database,
        container.clock,
        container.ids,
        appointing.rules(),
        told.announcing,
    )
