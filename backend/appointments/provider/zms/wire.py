"""Shapes of the ZMS citizen API, as far as they are read here.

Numbers come as JSON numbers or strings, depending on release and route; unknown fields are
skipped. Times are Unix seconds.
"""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


class _Shape(BaseModel):
    model_config = ConfigDict(extra="ignore", populate_by_name=True)


def _mapping(value: Any) -> Any:
    # PHP writes an empty map as an empty list.
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> Any:
    return [] if value is None else value


class Scope(_Shape):
    """Rules of an office's queue."""

    captcha: bool | None = Field(default=None, alias="captchaActivatedRequired")
    reservation_minutes: int | None = Field(default=None, alias="reservationDuration")


class Office(_Shape):
    """An office, in ZMS also "provider"."""

    id: int
    slot_minutes: int | None = Field(default=None, alias="slotTimeInMinutes")
    scope: Scope | None = None


class Service(_Shape):
    """A service; `combinable` names others with the offices that do both in one appointment.

    One release numbers the entries for their order: `{"1": {service: offices}}`.
    """

    id: int
    max_quantity: int | None = Field(default=None, alias="maxQuantity")
    combinable: Annotated[dict[int, Any], BeforeValidator(_mapping)] = {}

    def combines_with(self, other: int, office: int) -> bool:
        """Whether both can be had in one appointment at the office."""
        if other == self.id:
            return True
        for key, value in self.combinable.items():
            entries = value if isinstance(value, dict) else {key: value}
            for service, offices in entries.items():
                if int(service) == other and office in [int(each) for each in offices or ()]:
                    return True
        return False


class Relation(_Shape):
    """An office does a service, which takes `slots` of its slots."""

    office: int = Field(alias="officeId")
    service: int = Field(alias="serviceId")
    slots: int | None = None
    max_quantity: int | None = Field(default=None, alias="maxQuantity")


class OfficesAndServices(_Shape):
    """Answer of `offices-and-services`."""

    offices: list[Office]
    services: list[Service]
    relations: list[Relation]


class OfficeTimes(_Shape):
    """Free starts of one office."""

    office: int = Field(alias="officeId")
    appointments: Annotated[list[int], BeforeValidator(_list)] = []


class Day(_Shape):
    """Free starts of one day."""

    offices: Annotated[list[OfficeTimes], BeforeValidator(_list)] = []


class AvailableCalendar(_Shape):
    """Answer of `available-calendar`."""

    days: Annotated[list[Day], BeforeValidator(_list)] = Field(alias="availableDays")


class Process(_Shape):
    """An appointment in any state ("thinned process")."""

    id: int = Field(alias="processId")
    auth_key: str = Field(alias="authKey")
    timestamp: int | None = None
    status: str | None = None
    scope: Annotated[Scope | None, BeforeValidator(lambda v: v or None)] = None


class Error(_Shape):
    """One reason of a refusal."""

    code: str = Field(alias="errorCode")


class Errors(_Shape):
    """Body of a refusal."""

    errors: list[Error] = Field(min_length=1)
