"""
Puts answers down for a producer, one part of the dossier at a time.

Where somebody else has changed an answer since the page was opened, both are shown, and whoever
types chooses; what nobody else touched is not asked about.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.forms import Form, form_of
from bot.console.record.deeds import account_for, hand_in, now, talk_of
from bot.console.record.fields import (
    Field,
    Typed,
    beyond,
    fields,
    filled,
    mark,
    typed_into,
    understood,
)
from bot.console.rights import Right, needs
from bot.console.shown import REGISTRATION
from bot.console.visit import Refused, number_in
from handlers import days, path
from handlers.codes import code
from handlers.deeds import StaffWrote, Written
from handlers.registration import MOST_PRODUCTS
from handlers.state import Answer, Source
from storage.records import read_record
from storage.requests import voices_done

if TYPE_CHECKING:
    from collections.abc import Mapping

    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from handlers.state import AnswerKey
    from storage.records import File, Record

HOW = ("phone", "paper", "mistake")
"""How staff know what they type: from a call, from a paper, or that it was wrong."""

MINE, THEIRS = "mine", "theirs"


@dataclass(slots=True)
class Filled:
    """A page as it was filled in, field by field, and the answers that would come of it."""

    typed: dict[str, str] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)
    clashes: list[Field] = field(default_factory=list)
    answers: list[Written] = field(default_factory=list)


class Editing:
    """`/staff/registrations/{number}/edit/{product}/{section}`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.WRITE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET …/edit/{product}/{section}`: the fields as they are."""
        record, each = await self._found(request, visit)
        typed = {name: text for one in each for name, text in filled(one, one.now).items()}
        return self._show(request, visit, record, each, Filled(typed))

    @needs(Right.WRITE)
    async def save(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST …/edit/{product}/{section}`."""
        record, each = await self._found(request, visit)
        form = await form_of(request)
        page = _filled_in(form, each, record, visit)
        how = form.get("how", "")
        if page.answers and how not in HOW:
            page.problems["how"] = visit.say("edit-how-needed")
        if page.problems or page.clashes:
            return self._show(request, visit, record, each, page)
        if page.answers and not await self._write(visit, record, page.answers, how):
            record, each = await self._found(request, visit)
            return self._show(request, visit, record, each, _filled_in(form, each, record, visit))
        where = f"/staff/registrations/{record.entry.id}"
        key = "edit-done" if page.answers else "edit-nothing"
        return self._pages.done(visit, where, key, count=str(len(page.answers)))

    async def _write(self, visit: Visit, record: Record, answers: list[Written], how: str) -> bool:
        """Have the answers taken; false where somebody was quicker with one of them."""
        number = record.entry.id
        talk = await talk_of(self._parts, visit, number)
        deed = StaffWrote(now(), visit.colleague.id, number, tuple(answers), how)
        answer = await hand_in(self._parts, talk, deed)
        if answer.keys:
            return False
        if answer.refused:
            raise Refused(503, "refused-later")
        keys = {(one.product, one.question) for one in answers}
        heard = [one.id for one in record.files if (one.product, one.question) in keys]
        await voices_done(self._parts.engine, heard, datetime.now(UTC))
        detail = f"{how}: {', '.join(sorted(key for _, key in keys))}"
        await account_for(self._parts, visit, "registration.written", number, detail)
        return True

    async def _found(self, request: web.Request, visit: Visit) -> tuple[Record, tuple[Field, ...]]:
        number, product = number_in(request), int(request.match_info["product"])
        record = await read_record(self._parts.reader, number, visit.colleague.communes)
        if record is None or record.entry.erased_at:
            raise Refused(404, "refused-missing")
        products = record.entry.products
        if product > min(products + 1, MOST_PRODUCTS):
            raise Refused(404, "refused-missing")
        form = visit.book.forms[REGISTRATION]
        slots = path.slots(form.whole, record.answers, max(products, product))
        section = request.match_info["section"]
        own = [one for one in slots if one.product == product and one.question.section == section]
        each = fields(own, record.answers, visit)
        if not each:
            raise Refused(404, "refused-missing")
        return record, each

    def _show(
        self,
        request: web.Request,
        visit: Visit,
        record: Record,
        each: tuple[Field, ...],
        page: Filled,
    ) -> web.StreamResponse:
        number, first = record.entry.id, each[0].slot
        values = {
            "number": number,
            "code": code(number),
            "title": _title(visit, first.product, first.question.section, record),
            "fields": each,
            "form": Form(page.typed, page.problems),
            "clashes": [one.name for one in page.clashes],
            "marks": {one.name: _marks(one, record, visit) for one in each},
            "voices": _voices(each, record),
            "how": {one: visit.say(f"typed-{one}") for one in HOW},
            "new": first.product > record.entry.products,
            "here": request.path,
        }
        status = 422 if page.problems else 409 if page.clashes else 200
        return self._pages.show("record/edit", visit, values, status)


def _filled_in(
    form: Mapping[str, str], each: tuple[Field, ...], record: Record, visit: Visit
) -> Filled:
    """Read the page: what was changed on it, what is wrong, and what somebody else changed."""
    page, today = Filled({"how": form.get("how", "")}), days.day(datetime.now(UTC))
    for one in each:
        text = typed_into(one, form)
        was, _, shown = form.get(f"was-{one.name}", "").partition(".")
        take = form.get(f"take-{one.name}", "")
        page.typed |= filled(one, one.now if take == THEIRS else text)
        if take == THEIRS or mark(visit, text) == shown or text == one.now:
            continue
        if mark(visit, _value(one.slot.key, record)) != was:
            page.clashes.append(one)
            continue
        typed = understood(one, text, visit, today)
        if typed.problem:
            page.problems[one.name] = typed.problem
        else:
            page.answers.append(_written(one, typed, record))
    _check_wholes(page, each, record, visit)
    return page


def _check_wholes(page: Filled, each: tuple[Field, ...], record: Record, visit: Visit) -> None:
    """A part may not be more than its whole, as both would be from now on."""
    at = datetime.now(UTC)
    fresh = {
        (one.product, one.question): Answer(one.value, one.raw, Source.STAFF, at)
        for one in page.answers
    }
    after = {**record.answers, **fresh}
    for one in each:
        value = after[one.slot.key].value if one.slot.key in after else ""
        problem = beyond(one, value, after, visit) if value else ""
        if problem:
            page.problems.setdefault(one.name, problem)


def _written(one: Field, typed: Typed, record: Record) -> Written:
    key = one.slot.key
    return Written(*key, _value(key, record), typed.value, typed.raw)


def _value(key: AnswerKey, record: Record) -> str:
    given = record.answers.get(key)
    return given.value if given else ""


def _marks(one: Field, record: Record, visit: Visit) -> str:
    """What stands for the answer as it is now, and for what the page shows of it."""
    return f"{mark(visit, _value(one.slot.key, record))}.{mark(visit, one.now)}"


def _voices(each: tuple[Field, ...], record: Record) -> Mapping[str, list[File]]:
    """The voice notes that answer each of these questions."""
    return {
        one.name: [
            file
            for file in record.files
            if (file.product, file.question) == one.slot.key and file.mime.startswith("audio/")
        ]
        for one in each
    }


def _title(visit: Visit, product: int, section: str, record: Record) -> str:
    name = visit.say(f"section-{section}")
    if product and max(record.entry.products, product) > 1:
        return visit.say("label-product", label=name, n=str(product))
    return name
