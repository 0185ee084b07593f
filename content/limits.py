"""
What the channels take: lengths of texts, of the words on buttons, and of what buttons carry.

Telegram counts a text in UTF-16 units (Bot API, sendMessage) and what a button carries in bytes
(InlineKeyboardButton). Zalo counts characters, composed; its tables name several lengths for a
button's title, and the shortest that is named as a limit is kept to.
"""

from __future__ import annotations

import unicodedata

TELEGRAM_TEXT = 4096
TELEGRAM_PAYLOAD = 64
ZALO_TEXT = 2000
ZALO_MARGIN = 100
"""Kept free, since it is not documented whether Zalo counts an emoji once or twice."""

ZALO_BUTTON = 35


def characters(text: str) -> int:
    """The length that Zalo counts."""
    return len(unicodedata.normalize("NFC", text))


def utf16_units(text: str) -> int:
    """The length that Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def text_problem(text: str) -> str:
    """Why no message can hold this text, or an empty string."""
    if utf16_units(text) > TELEGRAM_TEXT:
        return f"is {utf16_units(text)} UTF-16 units long; Telegram takes {TELEGRAM_TEXT}"
    if characters(text) > ZALO_TEXT - ZALO_MARGIN:
        most = ZALO_TEXT - ZALO_MARGIN
        return f"is {characters(text)} characters long; Zalo takes {most} and a little"
    return ""


def button_problem(label: str) -> str:
    """Why no button can show these words, or an empty string."""
    if characters(label) > ZALO_BUTTON:
        return f"is {characters(label)} characters long; a button on Zalo takes {ZALO_BUTTON}"
    return ""


def payload_problem(payload: str) -> str:
    """Why no button can carry this, or an empty string."""
    size = len(payload.encode())
    if size > TELEGRAM_PAYLOAD:
        return f"{payload!r} is {size} bytes; a button on Telegram takes {TELEGRAM_PAYLOAD}"
    return ""
