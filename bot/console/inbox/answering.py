"""Staff take a talk over, answer in it, write notes beside it, and give it back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from aiohttp import web

from bot.channels.base import Incoming
from bot.console.forms import Form, form_of
from bot.console.inbox.listing import INBOX
from bot.console.inbox.thread import asked_for
from bot.console.inbox.window import reach
from bot.console.rights import Right, needs
from bot.console.visit import Refused, number_in
from bot.text import clean
from bot.turn import NotStored
from handlers.effects import Wish
from handlers.events import HandedBack, Moment, StaffReplied, TakenOver
from storage.attending import begin, contact_of, take
from storage.audit import Deed, note
from storage.instants import micros
from storage.matters import close_if_done
from storage.requests import mark_answered
from storage.thread import add_note

if TYPE_CHECKING:
    from bot.console.inbox.thread import Thread
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from handlers.events import Event
    from storage.attending import Taken
    from storage.inbox import Matter

LONGEST = 1500
"""Characters of a reply, which with its name has to fit into one message of any channel."""

KEY = re.compile(r"[0-9a-f]{32}")
NUMBER = re.compile(r"\d{1,15}")


class Answering:
    """What can be done about one matter."""

    def __init__(self, parts: Parts, pages: Pages, thread: Thread) -> None:
        self._parts = parts
        self._pages = pages
        self._thread = thread

    @needs(Right.ANSWER)
    async def open(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/inbox/open`: the talk of whoever made a registration, asked for or not."""
        number = (await form_of(request)).get("registration", "")
        person = 0
        if NUMBER.fullmatch(number):
            communes = visit.colleague.communes
            person = await contact_of(self._parts.reader, int(number), communes)
        if not person:
            raise Refused(404, "refused-missing")
        async with self._parts.engine.begin() as connection:
            await begin(connection, person, datetime.now(UTC))
        return self._pages.done(visit, f"{INBOX}/{person}")

    @needs(Right.ANSWER)
    async def take(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/inbox/{number}/take`: the visitor answers from now on, not the bot."""
        one = await self._thread.matter(number_in(request), visit)
        before = (await form_of(request)).get("instead", "")
        taken = await self._take(one, visit, int(before) if NUMBER.fullmatch(before) else 0)
        if not taken.ours:
            return self._back(one, visit, "inbox-taken-by", name=taken.name)
        if not reach(one, self._parts.windows, visit).open:
            return self._back(one, visit, "inbox-taken-unreachable")
        now = datetime.now(UTC)
        event = TakenOver(Moment(now, now, 0), visit.colleague.id, visit.colleague.name)
        await self._put(one, f"taken:{one.person}:{micros(now)}", event)
        return self._back(one, visit, "inbox-taken")

    @needs(Right.ANSWER)
    async def reply(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/inbox/{number}/reply`: said once, however often the form is sent."""
        one = await self._thread.matter(number_in(request), visit)
        typed = await form_of(request)
        text, key = clean(typed.get("text", "")), typed.get("key", "")
        problem = await self._problem(one, visit, text, key)
        if not problem:
            taken = await self._take(one, visit, 0)
            problem = "" if taken.ours else visit.say("inbox-taken-by", name=taken.name)
        if problem:
            form = Form(typed, {"text": problem})
            return await self._thread.show(one, visit, form=form, status=422)
        now, who = datetime.now(UTC), visit.colleague
        event = StaffReplied(Moment(now, now, 0), who.id, who.name, text)
        try:
            await self._put(one, f"reply:{key}", event)
        except Refused:
            form = Form(typed, {"text": visit.say("inbox-not-stored")})
            return await self._thread.show(one, visit, form=form, status=503)
        return self._pages.done(visit, f"{INBOX}/{one.person}#reply")

    @needs(Right.ANSWER)
    async def note(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/inbox/{number}/note`: words for colleagues, which nobody else reads."""
        one = await self._thread.matter(number_in(request), visit)
        typed = await form_of(request)
        text = clean(typed.get("note", ""))
        if not text:
            form = Form(typed, {"note": visit.say("inbox-note-empty")})
            return await self._thread.show(one, visit, form=form, status=422)
        now = datetime.now(UTC)
        async with self._parts.engine.begin() as connection:
            await add_note(connection, one.person, text, visit.colleague.id, now)
            await note(connection, _deed("matter.noted", one, visit), now)
        return self._pages.done(visit, f"{INBOX}/{one.person}#note", "inbox-noted")

    @needs(Right.ANSWER)
    async def close(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """
        `POST /staff/inbox/{number}/close`: it is done, and the talk is the bot's again.

        What was asked for since the page was opened is read first.
        """
        one = await self._thread.matter(number_in(request), visit)
        seen = (await form_of(request)).get("asked")
        if seen is not None and not set(asked_for(one).split(",")) <= {"", *seen.split(",")}:
            return self._back(one, visit, "inbox-asked-since")
        now, me = datetime.now(UTC), visit.colleague.id
        if one.until is not None:
            event = HandedBack(Moment(now, now, 0), me)
            await self._put(one, f"back:{one.person}:{micros(now)}", event)
        async with self._parts.engine.begin() as connection:
            await mark_answered(connection, one.person, tuple(Wish), now)
            closed = await connection.run_sync(close_if_done, one.person, me, now)
            await note(connection, _deed("matter.closed", one, visit), now)
        if not closed:
            return self._back(one, visit, "inbox-claim-left")
        return self._pages.done(visit, INBOX, "inbox-closed")

    async def _problem(self, one: Matter, visit: Visit, text: str, key: str) -> str:
        """Why a reply cannot be sent, in words; empty where it can."""
        if not text or not KEY.fullmatch(key):
            return visit.say("inbox-reply-empty")
        if len(text) > LONGEST:
            return visit.say("inbox-reply-long", most=str(LONGEST), count=str(len(text)))
        way = reach(one, self._parts.windows, visit)
        return "" if way.open else way.words

    async def _take(self, one: Matter, visit: Visit, instead_of: int) -> Taken:
        now, me = datetime.now(UTC), visit.colleague.id
        async with self._parts.engine.begin() as connection:
            taken = await take(connection, one.person, me, instead_of, now)
            if taken.ours and one.staff_id != me:
                deed = replace(_deed("matter.taken", one, visit), detail=str(one.staff_id or ""))
                await note(connection, deed, now)
        return taken

    async def _put(self, one: Matter, key: str, event: Event) -> None:
        """Put it to the person's talk; raises `Refused` where it could not be stored."""
        try:
            await self._parts.hear(Incoming(one.account, one.address, f"staff-{key}", event))
        except NotStored:
            raise Refused(503, "inbox-not-stored") from None

    def _back(self, one: Matter, visit: Visit, key: str, **args: str) -> web.Response:
        return self._pages.done(visit, f"{INBOX}/{one.person}", key, **args)


def _deed(action: str, one: Matter, visit: Visit) -> Deed:
    return Deed(action, visit.colleague.id, str(one.person), address=visit.source)
