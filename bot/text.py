"""
What people type, made canonical once at the edge: one form, no controls, no lone surrogates.

Everything behind the channels may rely on it: NFC, printable but for newlines and tabs, nothing
that turns the writing direction around, and at most `LIMIT` characters.
"""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

LIMIT = 4000

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029]")
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_DROPPED = re.compile(f"[{_CONTROLS}{_BIDI}]")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str, limit: int = LIMIT) -> str:
    """The text as it is kept and shown; cleaning it again changes nothing."""
    if not text.isprintable():
        text = _LINE_ENDS.sub("\n", text)
        text = _DROPPED.sub("", text)
        text = _LONE_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return text.strip()[:limit].rstrip()
