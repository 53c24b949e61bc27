"""Charts as pictures, and in words for whoever does not see them. Pure."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from math import isfinite
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

_WIDTH = 1000
_MARGIN = 40
_TITLE = 80
_ROW = 84
_BAR = 30
_MOST_BARS = 24
_FONT = Path(__file__).parents[1] / "static" / "kern" / "fonts" / "FiraSans-Regular.woff2"
_INK, _PAPER, _FILL = "#171a2b", "#ffffff", "#1f4fb3"


def rows(card: Mapping[str, Any]) -> Sequence[tuple[str, float]]:
    """Label and value of each bar of a chart card; what is no number is left out."""
    found = []
    for row in card.get("rows") or ():
        value = row.get("value")
        if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
            found.append((str(row.get("label", "")), float(value)))
    return found[:_MOST_BARS]


def in_words(card: Mapping[str, Any]) -> str:
    """The chart as a sentence: "Einwohner: Marxloh 21.500, Walsum 9.800. Quelle: …"."""
    values = ", ".join(f"{label} {_written(card, value)}" for label, value in rows(card))
    source = f" ({card['source']})" if card.get("source") else ""
    return f"{card.get('title', '')}: {values}{source}"


def chart(card: Mapping[str, Any]) -> bytes:
    """Horizontal bars as a PNG."""
    bars = rows(card)
    picture = Image.new("RGB", (_WIDTH, _TITLE + _ROW * len(bars) + _MARGIN), _PAPER)
    draw = ImageDraw.Draw(picture)
    title, label = ImageFont.truetype(_FONT, 34), ImageFont.truetype(_FONT, 28)
    draw.text((_MARGIN, 24), str(card.get("title", "")), _INK, title)
    values = [value for _, value in bars]
    lowest, highest = min([0.0, *values]), max([0.0, *values])
    scale = (_WIDTH - 2 * _MARGIN) / ((highest - lowest) or 1)
    zero = _MARGIN - lowest * scale
    for place, (name, value) in enumerate(bars):
        top = _TITLE + place * _ROW
        draw.text((_MARGIN, top), name, _INK, label)
        draw.text((_WIDTH - _MARGIN, top), _written(card, value), _INK, label, anchor="ra")
        ends = sorted((zero, zero + value * scale))
        draw.rectangle((ends[0], top + 38, max(ends[1], ends[0] + 2), top + 38 + _BAR), _FILL)
    content = BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()


def _written(card: Mapping[str, Any], value: float) -> str:
    number = f"{value:,.2f}".rstrip("0").rstrip(".")
    # Thousands and decimals as German has them, unless the card says that it is English.
    if card.get("language") != "en":
        number = number.translate(str.maketrans(",.", ".,"))
    return f"{number} {card['unit']}" if card.get("unit") else number
