"""MarkdownV2 as Telegram reads it: as far as the bot may use it (bold, and escapes)."""

RESERVED = frozenset("_*[]()~`>#+-=|{}.!")


def shown(marked: str) -> str:
    """The text without its marks.

    Raises ValueError ("can't parse entities") for a reserved character that is neither escaped
    nor a mark.
    """
    plain, bold, place = [], False, 0
    while place < len(marked):
        character = marked[place]
        if character == "\\" and place + 1 < len(marked) and ord(marked[place + 1]) <= 126:
            plain.append(marked[place + 1])
            place += 2
            continue
        if character == "*":
            bold = not bold
        elif character in RESERVED:
            raise ValueError(f"can't parse entities: character {character!r} is reserved")
        else:
            plain.append(character)
        place += 1
    if bold:
        raise ValueError("can't parse entities: can't find end of bold")
    return "".join(plain)


def units(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
