"""Takes a registration a step on: what its producer would be told is shown first."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.forms import Form, form_of
from bot.console.record.deeds import talk_of
from bot.console.record.together import LATER, Going, may_be_told, take_on
from bot.console.rights import Right, needs
from bot.console.visit import Refused, number_in
from handlers.codes import code
from handlers.desk import progress
from handlers.move import Line
from handlers.state import Status
from handlers.words import spoken
from storage.records import read_record
from storage.staff import Role

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.records import Record, Talk

LONGEST_REASON = 500

NO_NUMBER = 0
"""Stands for the code of each in a message that many are told."""

PLACES = {"reason": "reason"}
"""The field that each problem belongs to; the rest is about the step itself."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A step as somebody wants it: what they typed, and which message they were shown before."""

    step: str
    reason: str = ""
    tells: bool = True
    shown: str = ""


class Moving:
    """`/staff/registrations/{number}/steps/{step}`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.WRITE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/registrations/{number}/steps/{step}`."""
        wish = Wish(_step_in(request, visit))
        record, talk = await self._found(request, visit)
        return self._show(visit, record, talk, wish)

    @needs(Right.WRITE)
    async def move(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/registrations/{number}/steps/{step}`."""
        form = await form_of(request)
        wish = Wish(
            _step_in(request, visit),
            " ".join(form.get("reason", "")[:LONGEST_REASON].split()),
            "tells" in form,
            form.get("shown", ""),
        )
        record, talk = await self._found(request, visit)
        step = progress.STEPS[wish.step]
        if step.reason and not wish.reason:
            return self._show(visit, record, talk, wish, "reason")
        tells = wish.tells and may_be_told(step, talk, self._parts)
        if tells and wish.shown != mark(message(visit, talk, record.entry.id, wish)):
            return self._show(visit, record, talk, wish)
        number = record.entry.id
        going = Going(number, wish.step, form.get("was", ""), wish.reason, tells)
        gone = (await take_on(self._parts, visit, [going]))[number]
        if gone.refused == LATER:
            raise Refused(503, "refused-later")
        if gone.refused:
            return self._show(visit, record, talk, wish, gone.refused)
        where = f"/staff/registrations/{number}"
        return self._pages.done(visit, where, "step-done-told" if gone.told else "step-done")

    async def _found(self, request: web.Request, visit: Visit) -> tuple[Record, Talk]:
        number = number_in(request)
        record = await read_record(self._parts.reader, number, visit.colleague.communes)
        if record is None:
            raise Refused(404, "refused-missing")
        return record, await talk_of(self._parts, visit, number)

    def _show(
        self, visit: Visit, record: Record, talk: Talk, wish: Wish, wrong: str = ""
    ) -> web.StreamResponse:
        """The step with the message that it would send; with what is `wrong` about it."""
        step, entry = progress.STEPS[wish.step], record.entry
        typed = {"reason": wish.reason, "tells": "yes" if wish.tells else ""}
        problems = {PLACES.get(wrong, "step"): visit.say(f"step-wrong-{wrong}")} if wrong else {}
        tells = may_be_told(step, talk, self._parts)
        ready = tells and not (step.reason and not wish.reason)
        text = message(visit, talk, entry.id, wish) if ready else ""
        values = {
            "number": entry.id,
            "code": code(entry.id),
            "title": entry.title,
            "step": step,
            "wish": wish,
            "was": entry.status,
            "before": visit.say(f"status-{entry.status.replace('_', '-')}"),
            "after": visit.say(f"status-{step.to.replace('_', '-')}"),
            "open": entry.status in step.since,
            "may_tell": tells,
            "text": text,
            "language": talk.language or visit.book.languages[0],
            "mark": mark(text) if text else "",
            "form": Form(typed, problems),
            "here": f"/staff/registrations/{entry.id}/steps/{wish.step}",
        }
        return self._pages.show("record/step", visit, values, 422 if wrong else 200)


def steps(visit: Visit, status: str) -> tuple[str, ...]:
    """The steps that somebody may take on from a status."""
    if not visit.may(Right.WRITE):
        return ()
    return progress.open_to(Status(status), province=of_province(visit))


def of_province(visit: Visit) -> bool:
    """Whether somebody works for the department, and not for a commune."""
    return visit.colleague.role is not Role.OFFICER


def message(visit: Visit, talk: Talk, number: int, wish: Wish) -> str:
    """What the producer is told, in their language."""
    line = progress.told(number, wish.step, wish.reason, visit.book)
    return spoken(line, visit.book.wording, talk.language or visit.book.languages[0])


def message_of(visit: Visit, step: str, reason: str = "") -> str:
    """What producers are told of a step, as pages show it that are about many of them."""
    line = progress.told(NO_NUMBER, step, reason, visit.book)
    each = Line(line.key, {**line.args, "code": visit.say("step-each-code")})
    return spoken(each, visit.book.wording, visit.language)


def _step_in(request: web.Request, visit: Visit) -> str:
    """The step in the address, if there is one that this visitor may take."""
    key = request.match_info["step"]
    step = progress.STEPS.get(key)
    if step is None:
        raise Refused(404, "refused-missing")
    if step.province and not of_province(visit):
        raise Refused(403, "refused-role")
    return key


def mark(text: str) -> str:
    """What stands for a message that was shown, so that no other one is sent."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]
