"""Who comes to an activity: the list, the door with codes and tickets, and who was there."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

from bot.activities.lists import write_list
from bot.activities.tickets import NAMED
from bot.console.activities.writing import found
from bot.console.forms import form_of
from bot.console.rights import Right, needs
from bot.console.shown import counted, covered, time
from bot.console.visit import Refused
from handlers import codes
from handlers.activities import shown
from handlers.seats import OCCUPIED, Standing
from handlers.words import spoken
from storage import guests
from storage.audit import Deed
from storage.staff import tell_audit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.activities import Entered
    from storage.guests import Guest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CODE = 200
THERE = "yes"
"""What a page says of who was there."""


class Guests:
    """`/staff/activities/{number}` and the door."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.ANNOUNCE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/activities/{number}`: what it is, and who comes."""
        return await self._show("activities/one", await found(self._parts, request), visit)

    @needs(Right.ANNOUNCE)
    async def door(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/activities/{number}/door`: to note who has come."""
        return await self._show("activities/door", await found(self._parts, request), visit)

    @needs(Right.ANNOUNCE)
    async def come(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/activities/{number}/door`: somebody came, by code or by their ticket."""
        one, form = await found(self._parts, request), await form_of(request)
        number, code = one.activity.number, form.get("code", "")[:LONGEST_CODE].strip()
        held = await guests.ticket(self._parts.reader, code.rpartition("/")[2])
        seat = held[1].id if held and held[0] == number else codes.number(code) or 0
        return await self._comes(number, seat, visit)

    @needs(Right.ANNOUNCE)
    async def ticket(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/checkin/{token}`: what the QR code of a ticket leads to."""
        number, guest = await self._held(request)
        values = {
            "number": number,
            "guest": _guest(guest, visit),
            "token": request.match_info["token"],
            "here": request.path,
        }
        return self._pages.show("activities/ticket", visit, values)

    @needs(Right.ANNOUNCE)
    async def take_ticket(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/checkin/{token}`: whoever has this ticket came."""
        number, guest = await self._held(request)
        return await self._comes(number, guest.id, visit)

    @needs(Right.ANNOUNCE)
    async def attended(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """
        `POST /staff/activities/{number}/attended`: who of those on the page was there.

        Whoever came at the door since the page was opened stays.
        """
        one, form = await found(self._parts, request), await form_of(request)
        number = one.activity.number
        there = {
            guest.id: f"there-{guest.id}" in form or _came_since(guest, form)
            for guest in await guests.guests(self._parts.reader, number)
            if f"known-{guest.id}" in form and guest.standing in OCCUPIED
        }
        now, by = datetime.now(UTC), visit.colleague.id
        await guests.mark(self._parts.engine, number, there, now, by)
        where = f"/staff/activities/{number}"
        came = counted(sum(there.values()))
        return self._pages.done(visit, where, "activities-attended", came=came)

    @needs(Right.ANNOUNCE)
    async def settle(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/activities/{number}/seats`: a seat confirmed or given up by phone."""
        one, form = await found(self._parts, request), await form_of(request)
        number, seat = one.activity.number, codes.number(form.get("code", "")) or 0
        step = guests.confirm if form.get("step") == "confirm" else guests.take_back
        now, by = datetime.now(UTC), visit.colleague.id
        if not await step(self._parts.engine, number, seat, now, by):
            raise Refused(404, "refused-missing")
        key = "activities-confirmed" if step is guests.confirm else "activities-given-up"
        return self._pages.done(visit, f"/staff/activities/{number}", key)

    @needs(Right.ANNOUNCE)
    async def sheet(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/activities/{number}/sheet`: the list to be printed and signed, here only."""
        if not visit.proven:
            raise Refused(403, "refused-unproven")
        one = await found(self._parts, request)
        number = one.activity.number
        deed = Deed("export", visit.colleague.id, f"activity {number}", "sheet", visit.source)
        await tell_audit(self._parts.engine, deed)
        listed = await guests.guests(self._parts.reader, number)
        with tempfile.TemporaryDirectory(prefix="sheet-") as folder:
            out = Path(folder) / "sheet.xlsx"
            write_list(visit.book, one.activity, listed, out)
            content = out.read_bytes()
        headers = {
            "Content-Disposition": f'attachment; filename="diem-danh-{number}.xlsx"',
            "Content-Type": XLSX,
            "Cache-Control": "no-store",
        }
        return web.Response(body=content, headers=headers)

    async def _held(self, request: web.Request) -> tuple[int, Guest]:
        held = await guests.ticket(self._parts.reader, request.match_info["token"])
        if held is None:
            raise Refused(404, "refused-missing")
        return held

    async def _comes(self, number: int, seat: int, visit: Visit) -> web.StreamResponse:
        """Back to the door, which says who came, or why nobody did."""
        guest = await guests.check_in(self._parts.engine, number, seat, datetime.now(UTC))
        door = f"/staff/activities/{number}/door"
        if guest is None:
            return self._pages.done(visit, door, "activities-no-such-code")
        if guest.standing is Standing.WAITING:
            line = counted(guest.line)
            return self._pages.done(visit, door, "activities-waits", name=guest.name, line=line)
        if guest.arrived_at is not None:
            at = time(guest.arrived_at)
            return self._pages.done(visit, door, "activities-came-already", name=guest.name, at=at)
        return self._pages.done(visit, door, "activities-came", name=guest.name)

    async def _show(self, page: str, one: Entered, visit: Visit) -> web.StreamResponse:
        activity = one.activity
        listed = await guests.guests(self._parts.reader, activity.number)
        place = visit.book.places.by_code.get(activity.commune)
        here = [_guest(each, visit) for each in listed if each.standing in OCCUPIED]
        values = {
            "one": activity,
            "words": activity.said(visit.language),
            "when": spoken(shown.when(activity), visit.book.wording, visit.language),
            "deadline": time(activity.deadline),
            "kind": visit.say(f"activities-kind-{activity.kind}"),
            "commune": place.name if place else "",
            "taken": counted(activity.seats - activity.left),
            "seats": counted(activity.seats),
            "here": f"/staff/activities/{activity.number}",
            "guests": here,
            "waiting": [_guest(each, visit) for each in listed if each.standing not in OCCUPIED],
            "came": counted(sum(each["came"] != "" for each in here)),
        }
        return self._pages.show(page, visit, values)


def _came_since(one: Guest, form: Mapping[str, str]) -> bool:
    """Whether somebody is known to be there whom the page that was sent did not show as such."""
    return bool(one.attended) and form.get(f"known-{one.id}") != THERE


def _guest(one: Guest, visit: Visit) -> dict[str, str]:
    place = visit.book.places.by_code.get(one.commune)
    return {
        "id": str(one.id),
        "code": codes.code(one.id),
        "name": one.name,
        "phone": covered(one.phone) if one.phone else "",
        "producer": one.producer,
        "commune": place.name if place else one.commune,
        "standing": visit.say(
            f"attendance-standing-{one.standing.name.lower()}", line=counted(one.line)
        ),
        "offered": "yes" if one.standing is Standing.OFFERED else "",
        "came": time(one.arrived_at),
        "there": "" if one.attended is None else THERE if one.attended else "no",
    }


TICKET = f"/staff/checkin/{NAMED}"
"""What the QR code of a ticket names."""
