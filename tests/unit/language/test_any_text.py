"""Random Unicode: no reader ever raises, and every place it names lies in the text."""

from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from language.detection import detect
from language.entities import find_entities
from language.language_wish import wished_language
from language.masking import masked
from language.name_answers import bare_name
from language.name_corrections import corrected_name
from language.sensitive import mask, refused
from language.values import is_value_only

REFERENCE = datetime(2026, 3, 2, 9, 0)
PIECES = st.sampled_from(
    "ich heiße auf den Namen von al- , . nein sorry doppel null zwo oh triple double vier DE89 4111"
    " 1111 ät punkt de K7MP 3WQX wie Anton A für meine Tochter Schiff die MS II e.V. & ab- und"
    " anmelden identity crad mit ss ß İ \u0130 ４１ \u202e \ud800 \x00 Säule 2 tonight '"
    " April April-Johnson Summer/Weiß Freitag".split(" ")
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=25).map(" ".join))


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(["de", "en"]))
def test_nothing_raises(text: str, language: str) -> None:
    found = find_entities(text, language, REFERENCE)
    assert all(0 <= entity.start <= entity.end <= len(text) for entity in found)
    assert detect(text, None) in ("de", "en")
    assert detect(text, language) in ("de", "en")
    is_value_only(text, found)
    for read in (wished_language, masked, bare_name, mask, refused):
        read(text)
    corrected_name(text, "Erika Müller")
