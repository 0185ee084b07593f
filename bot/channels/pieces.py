"""A text too long for one message, cut into several at the ends of paragraphs, lines or words."""

from __future__ import annotations


def split(text: str, limit: int) -> list[str]:
    """The text cut where a paragraph, else a line, else a word ends; nothing but blanks is lost."""
    text, texts = text.strip(), []
    while len(text) * 2 > limit and (end := _reach(text, limit)) < len(text):
        cut = end
        for ending in ("\n\n", "\n", " "):
            if (found := text.rfind(ending, end // 4, end + 1)) > 0:
                cut = found
                break
        texts.append(text[:cut].rstrip())
        text = text[cut:].lstrip()
    return [*texts, text]


def _reach(text: str, limit: int) -> int:
    """How many characters from the start fit in `limit` UTF-16 units."""
    if text.isascii() or (len(text) <= limit and max(text) < "\U00010000"):
        return min(len(text), limit)
    units = 0
    for position, letter in enumerate(text):
        units += 2 if letter > "\uffff" else 1
        if units > limit:
            return position
    return len(text)
