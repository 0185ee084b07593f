"""The ways that people come to us, and the tag that a link carries to tell by which one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.answers import show_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.settings import Settings
    from content.model import Book

COMMUNE_TAG = "xa-"
"""What the tag of a commune's poster begins with; its code follows."""


@dataclass(frozen=True, slots=True)
class Doors:
    """
    How people come to us: our own page's address, the Official Account, the bot's name on Telegram.

    What is empty is not open.
    """

    web: str = ""
    zalo: str = ""
    telegram: str = ""

    def links(self, tag: str) -> Iterator[tuple[str, str]]:
        """Each open door by its channel, with the link that carries the tag where it can."""
        if self.zalo:
            yield "zalo-oa", f"https://zalo.me/{self.zalo}"
        if self.web:
            yield "web", f"{self.web}/?from={tag}"
        if self.telegram:
            yield "telegram", f"https://t.me/{self.telegram}?start={tag}"


def doors_of(settings: Settings) -> Doors:
    """The doors that the settings open."""
    return Doors(settings.public_url.rstrip("/"), settings.zalo_oa_id, settings.telegram_name)


def tag_of(commune: str) -> str:
    """The source of those who come by the poster of a commune."""
    return f"{COMMUNE_TAG}{commune}"


def source_labels(book: Book, language: str) -> dict[str, str]:
    """The posters' sources, each with its name for people; other sources go by their tag."""
    return {
        tag_of(one): book.wording.say(
            language, "source-poster", {"place": place_of(book, language, one)}
        )
        for one in book.places.by_code
    }


def place_of(book: Book, language: str, commune: str) -> str:
    """A commune or ward by its name."""
    asked = book.forms["registration"].by_key["est-commune-code"]
    return show_place(asked, commune, book, language)
