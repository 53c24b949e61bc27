"""Which words there are in German and English, by the tables of ``spacy-lookups-data``."""

from functools import cache

from spacy.lookups import Table, load_lookups

_TABLE = "lemma_lookup"
_LANGUAGES = ("de", "en")


def is_word(form: str) -> bool:
    """Whether ``form`` is an inflected or a basic form in either language, in any case."""
    ways = {form, form.lower(), form.capitalize()}
    return any(way in table for table in _tables() for way in ways) or not ways.isdisjoint(
        _lemmas()
    )


@cache
def _tables() -> tuple[Table, ...]:
    return tuple(load_lookups(language, [_TABLE]).get_table(_TABLE) for language in _LANGUAGES)


@cache
def _lemmas() -> frozenset[str]:
    return frozenset(lemma for table in _tables() for lemma in table.values())
