"""
The ticket of a seat: a page that its owner shows at the door, at an address nobody can guess.

Its QR code leads staff to the page where they note that somebody has come.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

import segno
from aiohttp import web

from handlers import codes
from handlers.activities import shown
from handlers.move import Line
from handlers.words import spoken
from storage.activities import find
from storage.guests import ticket

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.ext.asyncio import AsyncEngine

    from content.activities import Activity
    from content.model import Book
    from storage.guests import Guest

NAMED = "{token:[A-Za-z0-9_-]{24}}"
PATH = f"/tickets/{NAMED}"
CHECK_IN = "/staff/checkin/"
STYLE = """
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 24rem; margin: 2rem auto; padding: 0 1rem; text-align: center }
svg { width: 100%; height: auto; max-width: 18rem }
.code { font-size: 1.75rem; font-weight: 700 }
"""  # noqa: E501
STYLE_HASH = b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = f"default-src 'none'; style-src 'sha256-{STYLE_HASH}'; frame-ancestors 'none'"


def tickets_at(public_url: str) -> str:
    """What the address of a ticket begins with; empty where people cannot reach this program."""
    return f"{public_url}/tickets/" if public_url else ""


def routes(
    reader: AsyncEngine, book: Callable[[], Book], public_url: str
) -> Iterator[web.RouteDef]:
    """Where tickets are shown."""

    async def show(request: web.Request) -> web.Response:
        token = request.match_info["token"]
        found = await ticket(reader, token)
        if found is None:
            raise web.HTTPNotFound
        number, guest = found
        activity = (await find(reader, number)).activity
        headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
        text = page(activity, guest, book(), f"{public_url}{CHECK_IN}{token}")
        return web.Response(text=text, content_type="text/html", headers=headers)

    yield web.get(PATH, show)


def page(activity: Activity, guest: Guest, book: Book, link: str) -> str:
    """The ticket as a page."""
    language = book.languages[0]
    about = shown.about(activity, language)
    said = spoken(Line("ticket-about", {**about, "name": guest.name}), book.wording, language)
    title = escape(activity.said(language).title)
    lines = "".join(f"<p>{escape(line)}</p>" for line in said.splitlines())
    code = segno.make(link, error="m", micro=False).svg_inline(border=4, scale=8, omitsize=True)
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n<body>"
        f'<h1>{title}</h1>{code}<p class="code">{codes.code(guest.id)}</p>{lines}</body></html>\n'
    )
