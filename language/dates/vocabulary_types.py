"""How a language's date words are written down."""

from language.dates.lexemes import Kind

Words = tuple[tuple[Kind, int | str, str], ...]
"""(kind, value or name, spellings parted by "|"); a spelling may have several words."""

Compounds = dict[str, tuple[tuple[Kind, int | str], ...]]
"""One spelling that says several things at once: "dienstagnachmittag", "tonight"."""
