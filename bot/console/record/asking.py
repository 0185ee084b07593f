"""Asks a producer in the chat for what is missing: staff choose it, the bot puts the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.forms import Form, form_of
from bot.console.record.deeds import account_for, hand_in, now, talk_of
from bot.console.rights import Right, needs
from bot.console.shown import REGISTRATION
from bot.console.visit import Refused, number_in
from content.form import Kind
from handlers import asking, path
from handlers.codes import code
from handlers.deeds import StaffWants
from handlers.desk.progress import IN_HAND
from handlers.state import Status
from storage.records import read_record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from handlers.path import Slot
    from storage.records import Record, Talk

MOST = 10
"""Questions that are asked for at once; more is a call."""


class Asking:
    """`/staff/registrations/{number}/ask`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.WRITE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET …/ask`: what is missing comes first."""
        record, talk = await self._found(request, visit)
        return self._show(visit, record, talk, Form())

    @needs(Right.WRITE)
    async def ask(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST …/ask`: the questions that were chosen."""
        record, talk = await self._found(request, visit)
        form = await form_of(request)
        chosen = [slot.key for slot in _slots(record, visit) if _name(slot) in form]
        problem = "none" if not chosen else "many" if len(chosen) > MOST else ""
        if problem:
            problems = {"missing": visit.say(f"ask-{problem}")}
            return self._show(visit, record, talk, Form(form, problems))
        number = record.entry.id
        deed = StaffWants(now(), visit.colleague.id, number, tuple(chosen))
        if not talk.open or (await hand_in(self._parts, talk, deed)).refused:
            problems = {"missing": visit.say("ask-cannot")}
            return self._show(visit, record, talk, Form(form, problems))
        detail = ", ".join(key for _, key in chosen)
        await account_for(self._parts, visit, "registration.asked", number, detail)
        where = f"/staff/registrations/{number}"
        return self._pages.done(visit, where, "ask-done", count=str(len(chosen)))

    async def _found(self, request: web.Request, visit: Visit) -> tuple[Record, Talk]:
        number = number_in(request)
        record = await read_record(self._parts.reader, number, visit.colleague.communes)
        if record is None or Status(record.entry.status) not in IN_HAND:
            raise Refused(404, "refused-missing")
        return record, await talk_of(self._parts, visit, number)

    def _show(self, visit: Visit, record: Record, talk: Talk, form: Form) -> web.StreamResponse:
        number = record.entry.id
        missing: dict[str, str] = {}
        others: dict[str, str] = {}
        for slot in _slots(record, visit):
            given = record.answers.get(slot.key)
            wanted = slot.question.required and not (given and given.value)
            (missing if wanted else others)[_name(slot)] = _label(slot, record, visit)
        told = {**asking.given(visit.book), "code": code(number), "count": "…"}
        language = talk.language or visit.book.languages[0]
        values = {
            "number": number,
            "code": code(number),
            "missing": missing,
            "others": others,
            "form": form,
            "open": talk.open,
            "text": visit.book.wording.say(language, "wanted", told),
            "language": language,
            "here": f"/staff/registrations/{number}/ask",
        }
        return self._pages.show("record/ask", visit, values, 422 if form.problems else 200)


def waited_for(talk: Talk, record: Record, visit: Visit) -> Iterator[str]:
    """What the producer was asked for and has not answered yet, as its labels."""
    every = {slot.key: slot for slot in _slots(record, visit)}
    for key in talk.wanted(record.entry.id):
        if key in every:
            yield _label(every[key], record, visit)


def _slots(record: Record, visit: Visit) -> tuple[Slot, ...]:
    """Everything that can be asked for."""
    form = visit.book.forms[REGISTRATION]
    every = path.slots(form.whole, record.answers, record.entry.products)
    return tuple(slot for slot in every if slot.question.kind is not Kind.CONSENT)


def _name(slot: Slot) -> str:
    return f"want-{slot.product}-{slot.question.key}"


def _label(slot: Slot, record: Record, visit: Visit) -> str:
    label = visit.say(f"{slot.question.words}.label")
    if slot.product and record.entry.products > 1:
        return visit.say("label-product", label=label, n=str(slot.product))
    return label
