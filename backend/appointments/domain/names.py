"""Texts in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bilingual:
    """One text in both languages."""

    de: str
    en: str
