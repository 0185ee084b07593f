"""
The page of the web chat and the few files it is made of.

Every sentence on the page comes from the book.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.static_files import StaticFiles

if TYPE_CHECKING:
    from bot.channels.web_porter import Porter
    from bot.channels.web_rooms import Rooms
    from content.model import Book

STATIC = Path(__file__).parent / "static"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self'; "
    "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)

SCRIPT_WORDS = (
    "assistant",
    "me",
    "staff",
    "photo",
    "paper",
    "recording",
    "sending",
    "waiting",
    "connecting",
    "offline",
    "no-cookie",
    "today",
    "too-long",
    "too-big",
    "heic",
    "unreadable",
    "not-accepted",
    "no-room",
)
"""What the script says by itself, `web-` before each in the book."""


class Pages:
    """`/` and `/chat/static/…`; `book` gives the book of the moment."""

    def __init__(
        self, porter: Porter, rooms: Rooms, book: Callable[[], Book], site_code: str
    ) -> None:
        self.porter = porter
        self.rooms = rooms
        self.book = book
        self.site_code = site_code
        self.files = StaticFiles(STATIC)
        self.template = Environment(
            loader=FileSystemLoader(STATIC), autoescape=True, undefined=StrictUndefined
        ).get_template("index.html")

    async def page(self, request: web.Request) -> web.Response:
        """`GET /`: the page, in Vietnamese unless `?lang=` asks for another of our languages."""
        book = self.book()
        asked = request.query.get("lang", "")
        language = asked if asked in book.languages else book.languages[0]
        response = web.Response(
            text=self._render(book, language),
            content_type="text/html",
            headers={"Content-Security-Policy": POLICY, "Cache-Control": "no-store"},
        )
        response.enable_compression()
        self.porter.welcome(request, response)
        return response

    async def file(self, request: web.Request) -> web.Response:
        """`GET /chat/static/{version}/{name}`."""
        return self.files.answer(request)

    async def end(self, request: web.Request) -> web.Response:
        """`POST /chat/end`: this machine forgets whose talk it was."""
        self.porter.need_own_page(request)
        self.rooms.tell(self.porter.visitor(request), {"kind": "ended"})
        response = web.Response(status=204)
        self.porter.forget(response)
        return response

    def _render(self, book: Book, language: str) -> str:
        def say(key: str) -> str:
            return book.wording.say(language, f"web-{key}")

        script_words = {key: say(key) for key in SCRIPT_WORDS}
        return self.template.render(
            language=language,
            others=[other for other in book.languages if other != language],
            office=book.office,
            say=say,
            script_words=json.dumps(script_words, ensure_ascii=False),
            site_code=self.site_code,
            files=f"/chat/static/{self.files.version}",
        )
