"""What staff do with a notice: try it out, send it, stop it, send it once more."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.console.forms import Form, form_of
from bot.console.meanwhile import changed
from bot.console.notices.sheet import MANY
from bot.console.notices.typed import stored
from bot.console.rights import Right, needs
from bot.console.shown import counted, time
from bot.console.typed_days import read_moment
from bot.console.visit import ConfirmFirst, Refused
from bot.notices.trying import try_out
from handlers import codes
from storage import ledgers, notices
from storage.columns import Sending
from storage.ledgers import skip_rest

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.notices.sheet import Sheet
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

GRACE = timedelta(seconds=60)
"""In which what was sent can be taken back."""

CONFIRMED = 500
"""To more people than these, only who typed the password not long ago sends anything."""


class Steps:
    """`POST /staff/notices/{number}/…`; each leads back to the notice."""

    def __init__(self, parts: Parts, pages: Pages, sheet: Sheet) -> None:
        self._parts = parts
        self._pages = pages
        self._sheet = sheet

    @needs(Right.ANNOUNCE)
    async def ready(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Say that it may go out."""
        one = await self._sheet.find(request)
        now, by = datetime.now(UTC), visit.colleague.id
        step = notices.make_ready(self._parts.engine, one.id, now, by)
        return await self._after(step, one.id, visit, "notices-made-ready")

    @needs(Right.ANNOUNCE)
    async def test(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Send it to one registration's talk."""
        one = await self._sheet.find(request)
        code = (await form_of(request)).get("code", "")
        if codes.number(code) is None:
            problems = {"code": visit.say("notices-wrong-code")}
            return await self._sheet.show(one, visit, Form({"code": code}, problems))
        await try_out(self._parts.engine, one, code, datetime.now(UTC), visit.colleague.id)
        return self._pages.done(visit, f"/staff/notices/{one.id}", "notices-tested")

    @needs(Right.ANNOUNCE)
    async def send(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Send it in a minute, or from a time on; to many only when their number is typed."""
        one, form = await self._sheet.find(request), await form_of(request)
        now, by = datetime.now(UTC), visit.colleague.id
        at = form.get("at", "").strip()
        when = read_moment(at) if at else now + GRACE
        count = sum(each.now for each in await self._sheet.columns(one))
        problems = {}
        if when is None or when < now:
            problems["at"] = visit.say("notices-wrong-moment")
        if count > MANY and "".join(filter(str.isdigit, form.get("count", ""))) != str(count):
            problems["count"] = visit.say("notices-wrong-count", count=counted(count))
        if one.tested_at is None and "untested" not in form:
            problems["untested"] = visit.say("notices-wrong-untested")
        if changed(form, stored(one.draft, visit.book), visit):
            problems["at"] = visit.say("notices-wrong-changed")
        if problems or when is None:
            return await self._sheet.show(one, visit, Form(form, problems))
        if count > CONFIRMED and not visit.confirmed:
            raise ConfirmFirst
        step = notices.schedule(self._parts.engine, one.id, when, now, by)
        key = "notices-scheduled" if at else "notices-sent"
        return await self._after(step, one.id, visit, key, at=time(when))

    @needs(Right.ANNOUNCE)
    async def recall(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Take back its time before it has begun."""
        one = await self._sheet.find(request)
        step = notices.recall(self._parts.engine, one.id, datetime.now(UTC), visit.colleague.id)
        return await self._after(step, one.id, visit, "notices-recalled")

    @needs(Right.ANNOUNCE)
    async def pause(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Send nothing more for now."""
        one = await self._sheet.find(request)
        now, by = datetime.now(UTC), visit.colleague.id
        step = notices.pause(self._parts.engine, one.id, now, by=by)
        return await self._after(step, one.id, visit, "notices-paused")

    @needs(Right.ANNOUNCE)
    async def resume(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Go on where it was paused."""
        one = await self._sheet.find(request)
        step = notices.resume(self._parts.engine, one.id, datetime.now(UTC), visit.colleague.id)
        return await self._after(step, one.id, visit, "notices-resumed")

    @needs(Right.ANNOUNCE)
    async def cancel(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Never send what is not sent yet."""
        one = await self._sheet.find(request)
        now, by = datetime.now(UTC), visit.colleague.id

        async def both() -> None:
            await notices.cancel(self._parts.engine, one.id, now, by)
            await skip_rest(self._parts.engine, one.id, now)

        return await self._after(both(), one.id, visit, "notices-cancelled")

    @needs(Right.ANNOUNCE)
    async def again(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Send once more to those it failed for, or to those of whom nobody knows."""
        one = await self._sheet.find(request)
        unknown = (await form_of(request)).get("whom") == "unknown"
        status = Sending.UNKNOWN if unknown else Sending.FAILED
        now, by = datetime.now(UTC), visit.colleague.id
        count = await ledgers.again(self._parts.engine, one.id, status, now, by)
        here = f"/staff/notices/{one.id}"
        return self._pages.done(visit, here, "notices-again", count=counted(count))

    async def _after(
        self, step: Awaitable[None], number: int, visit: Visit, key: str, **args: str
    ) -> web.StreamResponse:
        """Back to the notice, which says what was done; somebody may have been quicker."""
        try:
            await step
        except notices.Refused:
            raise Refused(409, "notices-moved") from None
        return self._pages.done(visit, f"/staff/notices/{number}", key, **args)
