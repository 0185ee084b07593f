"""One notice: what it says on each channel, whom it reaches, and how far it has come."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from aiohttp import web

from bot.console.meanwhile import standing
from bot.console.notices.pictured import shown
from bot.console.notices.typed import stored, too_long
from bot.console.rights import Right, needs
from bot.console.shown import channel, counted, time
from bot.console.visit import Refused, number_in
from bot.notices import aloud
from bot.notices.file import ChannelName
from bot.notices.saying import said
from bot.notices.sheet import plan
from content.limits import TELEGRAM_TEXT, ZALO_TEXT, characters, utf16_units
from storage import ledgers, notices
from storage.columns import Announcing, Sending

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.console.forms import Form
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from bot.notices.sheet import Column
    from content.model import Book
    from storage.notices import Draft, Notice

LATELY = timedelta(seconds=20)
"""The pace that is shown is that of so long a time."""

UNDER_WAY = (Announcing.SCHEDULED, Announcing.PREPARING, Announcing.SENDING)
BEGUN = (Announcing.SENDING, Announcing.PAUSED, Announcing.DONE, Announcing.CANCELLED)
MARKS = {
    Announcing.DRAFT: "open",
    Announcing.DONE: "good",
    Announcing.PAUSED: "bad",
    Announcing.CANCELLED: "over",
}


class Bubble(NamedTuple):
    """A notice as one channel shows it, and how much room it takes there."""

    channel: str
    language: str
    text: str
    buttons: tuple[str, ...]
    length: str
    most: str
    long: bool


class Sheet:
    """`/staff/notices/{number}`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.ANNOUNCE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/notices/{number}`."""
        return await self.show(await self.find(request), visit)

    @needs(Right.ANNOUNCE)
    async def progress(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/notices/{number}/progress`: how far it is, alone."""
        one = await self.find(request)
        values = {"one": one, "live": True, **await self._progress(one, visit)}
        return self._pages.show("notices/progress", visit, values)

    @needs(Right.ANNOUNCE)
    async def picture(self, request: web.Request, _visit: Visit) -> web.StreamResponse:
        """`GET /staff/notices/{number}/picture`."""
        return await shown(self._parts, (await self.find(request)).draft.picture)

    async def find(self, request: web.Request) -> Notice:
        """The notice in the address."""
        one = await notices.find(self._parts.reader, number_in(request))
        if one is None:
            raise Refused(404, "refused-missing")
        return one

    async def columns(self, one: Notice) -> tuple[Column, ...]:
        """What it would come to if it went out now."""
        return await plan(self._parts.reader, one.draft, self._parts.means, datetime.now(UTC))

    async def show(self, one: Notice, visit: Visit, form: Form | None = None) -> web.StreamResponse:
        """The whole page; `form` is what was typed to send it, and is wrong."""
        columns = await self.columns(one) if one.status in notices.EDITABLE else ()
        read_out = aloud.to_read_out(one.draft, visit.book)
        values = {
            "one": one,
            "status": status_of(one, visit),
            "was": standing(stored(one.draft, visit.book), visit),
            "mark": mark_of(one),
            "made": time(one.created_at),
            "at": time(one.send_at),
            "tested": time(one.tested_at),
            "editable": one.status in notices.EDITABLE,
            "columns": [_column(each, visit) for each in columns],
            "now": counted(sum(each.now for each in columns)),
            "to_call": counted(sum(each.unreachable + each.outside for each in columns)),
            "many": sum(each.now for each in columns) > MANY,
            "bubbles": list(_bubbles(one.draft, visit)),
            "paste": aloud.to_paste(one.draft, visit.book, self._parts.means.links),
            "aloud": read_out,
            "here": f"/staff/notices/{one.id}",
            "live": False,
            **await self._progress(one, visit),
        }
        if form is not None:
            values["form"] = form
        return self._pages.show("notices/one", visit, values, 422 if form else 200)

    async def _progress(self, one: Notice, visit: Visit) -> dict[str, object]:
        """How far it is; nothing of one that has not begun."""
        state = {
            "running": one.status in UNDER_WAY,
            "begun": one.status in BEGUN,
            "status": status_of(one, visit),
        }
        if one.status not in BEGUN:
            return state
        now = datetime.now(UTC)
        found = await ledgers.counts(self._parts.reader, one.id)
        left = found[Sending.PENDING] + found[Sending.IN_FLIGHT]
        paces = await ledgers.paces(self._parts.reader, one.id, now - LATELY)
        why = await ledgers.reasons(self._parts.reader, one.id)
        speed = sum(each.lately for each in paces) / LATELY.total_seconds()
        minutes = left / speed / 60 if speed else 0
        return state | {
            "total": one.total,
            "over": one.total - left,
            "counts": {
                status.name.lower().replace("_", "-"): counted(count)
                for status, count in found.items()
            },
            "failed": found[Sending.FAILED],
            "unknown": found[Sending.UNKNOWN],
            "paces": [
                (
                    channel(each.account.partition(":")[0], visit),
                    counted(each.over),
                    counted(each.rows),
                    counted(round(each.lately / LATELY.total_seconds() * 60)),
                )
                for each in paces
            ],
            "minutes": counted(max(1, round(minutes))) if speed and left else "",
            "reasons": [
                (outcome(status, visit), reason(error, visit.book, visit.language), counted(count))
                for status, error, count in why
            ],
        }


MANY = 100
"""Above so many people staff type how many there are before it is sent."""


def status_of(one: Notice, visit: Visit) -> str:
    """How far it is in words, and why it waits where nobody paused it."""
    status = visit.say(f"notices-status-{one.status.name.lower()}")
    return f"{status} ({visit.say(f'notices-reason-{one.reason}')})" if one.reason else status


def mark_of(one: Notice) -> str:
    """How its state is marked, beside its words."""
    return MARKS.get(one.status, "under-way")


def outcome(status: Sending, visit: Visit) -> str:
    """What became of a row."""
    return visit.say(f"notice-outcome-{status.name.lower().replace('_', '-')}")


def reason(error: str, book: Book, language: str) -> str:
    """Why a row was not sent, in words where there are any."""
    key = f"notice-why-{error.removeprefix('not sent: ')}"
    return book.wording.say(language, key) if book.wording.has(language, key) else error


def _column(one: Column, visit: Visit) -> dict[str, str]:
    numbers = ("chosen", "without_consent", "unreachable", "same_person", "outside", "now", "paid")
    told = {name: counted(getattr(one, name)) for name in numbers}
    name = channel(one.account.partition(":")[0], visit)
    minutes = counted(max(1, round(one.minutes))) if one.now else ""
    return {**told, "channel": name, "most": counted(one.most), "minutes": minutes}


def _bubbles(draft: Draft, visit: Visit) -> Iterator[Bubble]:
    for language in draft.texts:
        message = said(draft, visit.book, language).message
        buttons = tuple(one.label for one in message.ways)
        for name in _channels(draft.audience.channels):
            telegram = name is ChannelName.TELEGRAM
            length = utf16_units(message.text) if telegram else characters(message.text)
            yield Bubble(
                channel(name.value, visit),
                language,
                message.text,
                buttons,
                counted(length),
                counted(TELEGRAM_TEXT if telegram else ZALO_TEXT),
                too_long(message.text),
            )


def _channels(wanted: Sequence[str]) -> Sequence[ChannelName]:
    return [one for one in ChannelName if not wanted or one.value in wanted]
