"""From a position that a channel sends to the Ortsteil and its office."""

from dataclasses import dataclass
from math import cos, hypot, radians

from language.places import office_of
from language.vocabulary import load

_KM_PER_DEGREE = 111.2
_FARTHEST_KM = 3.5


@dataclass(frozen=True)
class Locality:
    """The Ortsteil nearest to a position, the key of its office, and how far its centre is."""

    quarter: str
    office: str
    kilometres: float


def locality_at(latitude: float, longitude: float) -> Locality | None:
    """The Ortsteil at a position (WGS 84, degrees), or None outside Duisburg.

    By the nearest of approximate centres (vocabulary/centroids.yml): near a border the
    neighbouring Ortsteil may be named.
    """
    narrow = cos(radians(latitude))

    def distance(centre: list[float]) -> float:
        return _KM_PER_DEGREE * hypot(latitude - centre[0], (longitude - centre[1]) * narrow)

    quarter, centre = min(load("centroids").items(), key=lambda entry: distance(entry[1]))
    office = office_of(quarter)
    kilometres = distance(centre)
    # Written this way round, "not a number" is nowhere.
    return Locality(quarter, office, kilometres) if office and kilometres <= _FARTHEST_KM else None
