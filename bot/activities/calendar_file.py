"""
An activity as a calendar file (RFC 5545) that any phone can open, at an address nobody can guess.

It names the activity and nobody who comes.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from aiohttp import web

from storage.activities import by_token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.ext.asyncio import AsyncEngine

    from content.activities import Activity

PATH = "/activities/{token}.ics"
LINE_BYTES = 75
"""Longer lines are folded (RFC 5545, 3.1)."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def link_to(public_url: str, token: str) -> str:
    """The address of a calendar file; empty where people cannot reach this program."""
    return public_url + PATH.replace("{token}", token) if public_url else ""


def routes(reader: AsyncEngine, language: str) -> Iterator[web.RouteDef]:
    """Where the files are served."""

    async def give(request: web.Request) -> web.Response:
        found = await by_token(reader, request.match_info["token"])
        if found is None:
            raise web.HTTPNotFound
        name = f"activity-{found.activity.number}.ics"
        return web.Response(
            text=calendar(found.activity, found.token, language, datetime.now(UTC)),
            content_type="text/calendar",
            charset="utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    yield web.get(PATH, give)


def calendar(activity: Activity, token: str, language: str, now: datetime) -> str:
    """The file: one event with an alarm a day before."""
    words = activity.said(language)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//activities//vi",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        f"UID:{token}",
        f"DTSTAMP:{_moment(now)}",
        f"SEQUENCE:{activity.revision}",
        f"DTSTART:{_moment(activity.starts)}",
        f"DTEND:{_moment(activity.ends)}",
        f"SUMMARY:{_text(words.title)}",
        f"LOCATION:{_text(words.place)}",
        f"DESCRIPTION:{_text(words.description)}",
        f"STATUS:{'CANCELLED' if activity.cancelled else 'CONFIRMED'}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_text(words.title)}",
        "TRIGGER:-P1D",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _moment(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    return words.replace("\r\n", "\n").translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 bytes, those after the first with a space before them."""
    part = ""
    for letter in line:
        if len((part + letter).encode()) > LINE_BYTES:
            yield part
            part = " "
        part += letter
    yield part
