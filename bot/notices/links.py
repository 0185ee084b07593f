"""The addresses at which people reach us, to be put under a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings import Settings


def links(settings: Settings) -> Iterator[str]:
    """Zalo first, which most people have; then the page with the web chat."""
    if settings.zalo_oa_id:
        yield f"https://zalo.me/{settings.zalo_oa_id}"
    if settings.public_url:
        yield settings.public_url
