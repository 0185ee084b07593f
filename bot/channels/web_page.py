"""
The page of the web chat and the few files it is made of.

No build step: the files in `static/` are what the browser gets. They are read once, packed, and
served under an address that changes with their content, so that a browser asks for each only once.
Every sentence on the page comes from the book.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from bot.channels.web_porter import Porter
    from bot.channels.web_rooms import Rooms
    from content.model import Book

STATIC = Path(__file__).parent / "static"
TYPES = {".css": "text/css", ".js": "text/javascript"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
)
FOR_YEARS = "public, max-age=31536000, immutable"

SCRIPT_WORDS = (
    "assistant",
    "me",
    "staff",
    "photo",
    "paper",
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


@dataclass(frozen=True, slots=True)
class File:
    """One file as it is served, plain and packed."""

    kind: str
    plain: bytes
    packed: bytes


class Pages:
    """`/` and `/chat/static/…`; `book` gives the book of the moment."""

    def __init__(
        self, porter: Porter, rooms: Rooms, book: Callable[[], Book], site_code: str
    ) -> None:
        self.porter = porter
        self.rooms = rooms
        self.book = book
        self.site_code = site_code
        self.files = {
            path.name: read_file(path) for path in sorted(STATIC.iterdir()) if path.suffix in TYPES
        }
        self.version = digest(file.plain for file in self.files.values())
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
        file = self.files.get(request.match_info["name"])
        if file is None:
            raise web.HTTPNotFound
        current = request.match_info["version"] == self.version
        headers = {
            "Cache-Control": FOR_YEARS if current else "no-cache",
            "Vary": "Accept-Encoding",
            "X-Content-Type-Options": "nosniff",
        }
        packed = "gzip" in request.headers.get("Accept-Encoding", "")
        if packed:
            headers["Content-Encoding"] = "gzip"
        return web.Response(
            body=file.packed if packed else file.plain,
            content_type=file.kind,
            charset="utf-8",
            headers=headers,
        )

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
            files=f"/chat/static/{self.version}",
        )


def read_file(path: Path) -> File:
    plain = path.read_bytes()
    return File(TYPES[path.suffix], plain, gzip.compress(plain, 9, mtime=0))


def digest(contents: Iterable[bytes]) -> str:
    """A name that changes when any of the contents does."""
    together = hashlib.sha256()
    for content in contents:
        together.update(hashlib.sha256(content).digest())
    return together.hexdigest()[:16]
