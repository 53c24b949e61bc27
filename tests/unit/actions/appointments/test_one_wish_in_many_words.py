"""One wish in many words: two children's passports, an identity card and a re-registration, in one
appointment next week after three in the west of the city.
"""

import pytest

from actions.appointments import windows
from actions.appointments.booking import Booking, wanted_of
from actions.tasks.frames import Frame
from tests.fakes.appointments import FakeAppointments
from tests.unit.actions.support import MONDAY, said

WISHES = [
    (
        "de",
        (
            "Ich brauche zwei Kinderreisepässe, einen Personalausweis und eine Ummeldung in "
            "einem Termin nächste Woche nach 15 Uhr im Westen der Stadt"
        ),
    ),
    (
        "de",
        (
            "Nächste Woche nachmittags ab drei im Duisburger Westen: Pass für beide Kinder, ein "
            "Perso und Ummeldung, alles in einem Termin bitte"
        ),
    ),
    (
        "de",
        (
            "wir ziehen um und brauchen 2 Reisepässe für die Kinder plus 1 Perso, geht das "
            "nächste woche nach 15h irgendwo im westen?"
        ),
    ),
    (
        "de",
        (
            "Kann ich in einem Rutsch zwei Kinderpässe, einen Ausweis beantragen und mich "
            "ummelden? Nächste Woche, nach 15 Uhr, westlicher Teil der Stadt."
        ),
    ),
    (
        "de",
        (
            "Termin fuer Ummeldung, einen Personalausweis und Reisepass fuer 2 Kinder naechste "
            "Woche nach 15 Uhr im Westen"
        ),
    ),
    (
        "de",
        (
            "Ich möchte mich ummelden, einen neuen Personalausweis und für meine beiden Kinder "
            "je einen Reisepass beantragen, nächste Woche, frühestens 15 Uhr, linksrheinisch"
        ),
    ),
    (
        "de",
        (
            "Hallo, meine zwei Kinder brauchen Reisepässe, ich einen Personalausweis und wir "
            "müssen uns ummelden. Alles zusammen nächste Woche nach fünfzehn Uhr im Westen von "
            "Duisburg."
        ),
    ),
    (
        "de",
        ("2x Kinderreisepass, 1x Perso, 1x Ummeldung, nächste Woche ab 15 Uhr, Duisburg West"),
    ),
    (
        "de",
        (
            "Bitte einen Termin nächste Woche nach 15:00 Uhr im Westen der Stadt für 2 "
            "Kinderreisepässe + 1 Personalausweis + 1 Ummeldung"
        ),
    ),
    (
        "de",
        (
            "nächste woche nach der arbeit also ab 15 uhr zwei kinderausweise, nen perso und "
            "umgemeldet werden, im westen der stadt"
        ),
    ),
    (
        "de",
        (
            "Ummelden, Perso und zwei Kinderreisepässe – in einem Termin, in der kommenden Woche "
            "nach 15 Uhr, im Westen"
        ),
    ),
    (
        "en",
        (
            "I need two children's passports, an identity card and a re-registration in one "
            "appointment next week after 3 pm in the west of the city"
        ),
    ),
    (
        "en",
        (
            "Passports for both my kids, an ID card for me and a change of address, all in one "
            "appointment, next week after 15:00, west side of the city"
        ),
    ),
    (
        "en",
        (
            "Can we do 2 kids' passports, one ID card and re-register our address in a single "
            "visit next week after 3pm somewhere in the west?"
        ),
    ),
    (
        "en",
        (
            "next week any day after three in the afternoon, western part of Duisburg: two child "
            "passports, 1 identity card and change of address"
        ),
    ),
    (
        "en",
        (
            "We've just moved: I have to re-register, get a new ID card and two passports for my "
            "children. Next week after 3 o'clock in the west of town please"
        ),
    ),
    (
        "en",
        (
            "appointment for 2x child passport, 1x id card, 1x address registration, next week, "
            "after 15:00, west"
        ),
    ),
    (
        "en",
        (
            "I'd like to book one appointment for passports for my two children, my ID and "
            "registering our new address, next week, not before 3 pm, in the west"
        ),
    ),
    (
        "en",
        (
            "Two passports for my kids plus an ID card plus re-registration, one slot, west of "
            "the city, coming week, afternoons from 3"
        ),
    ),
    (
        "en",
        (
            "My two children need passports, I need an identity card and we have to change our "
            "address - one appointment, next week past 3 pm, left bank of the Rhine"
        ),
    ),
    (
        "en",
        (
            "one appt nxt week after 3pm in the west of the city for 2 childrens passports, 1 id "
            "card & re-registration"
        ),
    ),
]


@pytest.mark.parametrize(("language", "text"), WISHES)
async def test_services_place_and_time(language: str, text: str) -> None:
    task = Booking(FakeAppointments(MONDAY)).task()
    heard = said(text, "book_appointment", language)
    frame = Frame(task.name)
    for slot in task.slots:
        value = slot.read(heard, frame)
        if slot.name in ("services", "people", "office", "when") and value is not None:
            frame = frame.with_values(**{slot.name: value})
    wanted = {each.key: each.count for each in wanted_of(frame)}
    assert wanted == {"passport": 2, "identity_card": 1, "residence_registration": 1}
    assert set(frame.values["office"]) == {"homberg_ruhrort_baerl", "rheinhausen"}
    window = windows.read(frame.values["when"])
    assert (f"{window.interval.start:%m-%d}", f"{window.interval.end:%m-%d}") == ("03-09", "03-15")
    assert window.daily is not None
    assert window.daily[0] == "15:00"
    assert window.daily[1] > "17:00"
