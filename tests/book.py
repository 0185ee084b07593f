"""The content that ships, as every test may read it."""

from __future__ import annotations

from functools import cache

from bot.settings import OWN_PACK
from content.load import load
from content.model import Book


@cache
def the_book() -> Book:
    """The pack that ships, with the demo's office and round."""
    return load(OWN_PACK, demo=True)
