"""
Posters with QR codes, one page of A4 for each commune: whoever scans one is known to come by it.

A code is of level M with a quiet zone of four, and what it says stands in letters beneath. Zalo
tells us nothing of the link that somebody came by; of those who follow there no source is known.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import segno

from bot.papers.pdf import set_in_type
from bot.papers.sources import place_of, tag_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.papers.sources import Doors
    from content.model import Book
    from content.wording import Wording

LEVEL, QUIET_ZONE, DOTS = "m", 4, 8
LINES = ("what", "how", "talk")


def posters(book: Book, language: str, doors: Doors, communes: Iterable[str]) -> bytes:
    """The posters of these communes as one PDF."""
    pages = [_page(book, language, doors, one) for one in communes]
    return set_in_type("posters", {"language": language, "pages": pages})


def _page(book: Book, language: str, doors: Doors, commune: str) -> dict[str, object]:
    wording: Wording = book.wording
    office = {"office": book.office.name, "phone": book.office.phone}
    codes = [
        {
            "label": wording.say(language, f"poster-{channel}"),
            "link": link,
            "picture": list(code(link)),
        }
        for channel, link in doors.links(tag_of(commune))
    ]
    return {
        "office": book.office.name,
        "title": wording.say(language, "poster-title"),
        "place": place_of(book, language, commune),
        "lines": [wording.say(language, f"poster-{line}") for line in LINES],
        "codes": codes,
        "call": wording.say(language, "poster-call", office) if book.office.phone else "",
    }


def code(link: str) -> bytes:
    """The QR code of a link as a PNG."""
    out = io.BytesIO()
    made = segno.make_qr(link, error=LEVEL, boost_error=False)
    made.save(out, kind="png", border=QUIET_ZONE, scale=DOTS)
    return out.getvalue()
