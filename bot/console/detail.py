"""One registration: every answer with where it comes from, photos, papers and consents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.opening import PICTURES, opened
from bot.console.record.around import around
from bot.console.record.asking import waited_for
from bot.console.record.fields import NOT_TYPED
from bot.console.record.moving import steps
from bot.console.record.past import agreed, past
from bot.console.rights import Right, needs
from bot.console.shown import REGISTRATION, Row, covered, row, time
from bot.console.visit import Refused, number_in
from content.form import About, Kind
from handlers import path
from handlers.answers import show
from handlers.desk.progress import IN_HAND
from handlers.reading.phone import show_phone
from handlers.sheet import HELPING
from storage.audit import Deed
from storage.history import read_history
from storage.keeping import SLIP
from storage.records import Record, find_file, find_talk, read_record
from storage.staff import tell_audit

if TYPE_CHECKING:
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from handlers.path import Slot
    from storage.records import File

FILES = frozenset({Kind.PHOTO, Kind.PAPER})


@dataclass(frozen=True, slots=True)
class Fact:
    """
    One question with its answer, empty where there is none.

    `typed` is what the person wrote where that was read as something else; `source` says who gave
    the answer and when. A `phone` number may have its middle covered.
    """

    label: str
    value: str
    typed: str
    source: str
    phone: bool
    needed: bool
    files: tuple[File, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the dossier, of one product or of the establishment, and where it is edited."""

    name: str
    facts: tuple[Fact, ...]
    edit: str


class Detail:
    """`/staff/registrations/{number}` and what can be seen there."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.SEE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/registrations/{number}`."""
        return await self._show(await self._record(request, visit), visit, whole=False)

    @needs(Right.ANSWER)
    async def phones(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/registrations/{number}/phones`: the page with whole numbers."""
        if not visit.proven:
            raise Refused(403, "refused-unproven")
        record = await self._record(request, visit)
        deed = Deed("phone.seen", visit.colleague.id, record.entry.code, address=visit.source)
        await tell_audit(self._parts.engine, deed)
        return await self._show(record, visit, whole=True)

    @needs(Right.ANSWER)
    async def file(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/registrations/{number}/files/{file}`: a photo or paper."""
        number, name = number_in(request), request.match_info["file"]
        found = await find_file(self._parts.reader, number, name, visit.colleague.communes)
        if found is None:
            raise Refused(404, "refused-missing")
        deed = Deed("file.seen", visit.colleague.id, str(number), address=visit.source)
        return await opened(self._parts, visit, found.id, found.mime, deed, found.question)

    async def _record(self, request: web.Request, visit: Visit) -> Record:
        communes = visit.colleague.communes
        record = await read_record(self._parts.reader, number_in(request), communes)
        if record is None:
            raise Refused(404, "refused-missing")
        return record

    async def _show(self, record: Record, visit: Visit, *, whole: bool) -> web.StreamResponse:
        parts = list(_parts(record, visit, whole=whole))
        talk = await find_talk(self._parts.reader, record.entry.id, visit.colleague.communes)
        values = {
            "number": record.entry.id,
            "head": _head(record, visit),
            "parts": parts,
            "consents": [agreed(one, visit) for one in record.consents],
            "slip": _slip(record, visit),
            "more": record.entry.products + 1,
            "waited_for": list(waited_for(talk, record, visit)) if talk else [],
            "may_ask": bool(talk and talk.open and record.entry.status in IN_HAND),
            "covered": not whole and any(fact.phone for part in parts for fact in part.facts),
            "pictures": PICTURES,
            "steps": () if record.entry.erased_at else steps(visit, record.entry.status),
            "past": past(await read_history(self._parts.reader, record.entry.id), record, visit),
            "here": f"/staff/registrations/{record.entry.id}",
            **await around(self._parts, record, talk, visit, whole=whole),
        }
        return self._pages.show("registration", visit, values)


def _head(record: Record, visit: Visit) -> Row:
    values = {key: answer.value for key, answer in record.answers.items()}
    return row(replace(record.entry, answers=values), visit)


def _parts(record: Record, visit: Visit, *, whole: bool) -> Iterator[Part]:
    """The parts that have questions, the establishment's first, then each product's."""
    form = visit.book.forms[REGISTRATION]
    slots = path.slots(form.whole, record.answers, record.entry.products)
    for product in range(record.entry.products + 1):
        for section in form.sections:
            own = [
                slot
                for slot in slots
                if slot.product == product
                and slot.question.section == section
                and slot.question.kind is not Kind.CONSENT
            ]
            if own:
                facts = tuple(_fact(slot, record, visit, whole=whole) for slot in own)
                typed = any(slot.question.kind not in NOT_TYPED for slot in own)
                where = f"/staff/registrations/{record.entry.id}/edit/{product}/{section}"
                yield Part(_name(own, record, visit), facts, where if typed else "")


def _name(slots: Sequence[Slot], record: Record, visit: Visit) -> str:
    first = slots[0]
    name = visit.say(f"section-{first.question.section}")
    if first.question.about is About.PRODUCT and record.entry.products > 1:
        return visit.say("label-product", label=name, n=str(first.product))
    return name


def _fact(slot: Slot, record: Record, visit: Visit, *, whole: bool) -> Fact:
    question, book = slot.question, visit.book
    label = visit.say(f"{question.words}.label")
    files = tuple(
        one for one in record.files if (one.product, one.question) == (slot.product, question.key)
    )
    given = record.answers.get(slot.key)
    if given is None:
        return Fact(label, "", "", "", phone=False, needed=question.required, files=files)
    is_phone = question.kind is Kind.PHONE and bool(given.value)
    value = show(question, given.value, book, visit.language)
    if is_phone:
        value = show_phone(given.value) if whole else covered(given.value)
    if question.kind in FILES:
        value = ""
    typed = given.raw if given.raw not in {value, given.value} and not is_phone else ""
    return Fact(
        label,
        value or ("" if files else visit.say("record-skipped")),
        typed,
        visit.say(f"record-by-{given.source}", at=time(given.at)),
        phone=is_phone,
        needed=False,
        files=files,
    )


def _slip(record: Record, visit: Visit) -> Fact:
    """The signed slip by which somebody agreed whom a helper signed up."""
    question = visit.book.forms[HELPING].by_key[SLIP]
    files = tuple(one for one in record.files if one.question == SLIP)
    label = visit.say(f"{question.words}.label")
    return Fact(label, "", "", "", phone=False, needed=False, files=files)
