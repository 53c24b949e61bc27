"""Charts as pictures and in words."""

from io import BytesIO

from PIL import Image

from connectors.telegram.pictures import chart, in_words, rows

CARD = {
    "type": "chart",
    "title": "Einwohner",
    "unit": "",
    "source": "Stand 2019",
    "rows": [
        {"label": "Marxloh", "value": 21500},
        {"label": "Großenbaum", "value": 9800.5},
        {"label": "unbekannt", "value": None},
    ],
}


def test_what_is_no_number_is_left_out() -> None:
    assert rows(CARD) == [("Marxloh", 21500.0), ("Großenbaum", 9800.5)]


def test_the_words_name_every_bar() -> None:
    expected = "Einwohner: Marxloh 21.500, Großenbaum 9.800,5 (Stand 2019)"
    assert in_words(CARD) == expected
    assert "21,500" in in_words(CARD | {"language": "en"})


def test_a_longer_bar_for_a_higher_value() -> None:
    picture = Image.open(BytesIO(chart(CARD)))
    assert picture.format == "PNG"
    blue = [
        sum(picture.getpixel((x, y)) == (31, 79, 179) for x in range(picture.width))
        for y in range(picture.height)
    ]
    lengths = [count for y, count in enumerate(blue) if count and not blue[y - 1]]
    assert len(lengths) == 2
    assert abs(lengths[0] / lengths[1] - 21500 / 9800.5) < 0.02
