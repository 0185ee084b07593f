"""The list of activities, and writing one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.activities import announcing
from bot.console.activities import typed
from bot.console.forms import Form, form_of
from bot.console.rights import Right, needs
from bot.console.shown import counted, time
from bot.console.visit import Refused, number_in
from content.activities import ActivityKind
from storage import activities, changing, notices

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.gate import Parts
    from bot.console.pages import Pages
    from bot.console.visit import Visit
    from storage.activities import Entered

NEW = "/staff/activities/new"


class Writing:
    """`/staff/activities`, `/staff/activities/new` and `…/{number}/edit`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.ANNOUNCE)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/activities`: those to come, or all that were made last."""
        all_of_them = request.query.get("when") == "all"
        reader, now = self._parts.reader, datetime.now(UTC)
        found = await (activities.newest(reader) if all_of_them else activities.coming(reader, now))
        values = {
            "rows": [_row(one, visit) for one in found],
            "all": all_of_them,
            "here": request.path_qs,
        }
        return self._pages.show("activities/list", visit, values)

    @needs(Right.ANNOUNCE)
    async def new(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/activities/new`."""
        return self._form(visit, Form({"kind": ActivityKind.TRAINING.value}), NEW)

    @needs(Right.ANNOUNCE)
    async def create(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/activities/new`."""
        activity, form = typed.filled(await form_of(request), visit)
        if form.problems:
            return self._form(visit, form, NEW)
        now, by = datetime.now(UTC), visit.colleague.id
        number = await activities.create(self._parts.engine, activity, "{}", now, by)
        return self._pages.done(visit, f"/staff/activities/{number}", "activities-created")

    @needs(Right.ANNOUNCE)
    async def edit(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/activities/{number}/edit`."""
        one = await found(self._parts, request)
        form = Form(typed.typed_of(one.activity, visit.book))
        return self._form(visit, form, request.path, one)

    @needs(Right.ANNOUNCE)
    async def write(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/activities/{number}/edit`: who has a seat hears of a new time or place."""
        one = await found(self._parts, request)
        number = one.activity.number
        activity, form = typed.filled(await form_of(request), visit, number)
        if form.problems:
            return self._form(visit, form, request.path, one)
        now, by = datetime.now(UTC), visit.colleague.id
        try:
            told = await changing.edit(self._parts.engine, number, activity, now, by)
        except changing.TooFew as few:
            problem = visit.say("activities-wrong-few", occupied=counted(few.occupied))
            return self._form(visit, Form(form.typed, {"seats": problem}), request.path, one)
        except changing.Gone:
            raise Refused(409, "activities-off") from None
        key = "activities-edited-told" if told else "activities-edited"
        return self._pages.done(visit, f"/staff/activities/{number}", key)

    @needs(Right.ANNOUNCE)
    async def announce(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/activities/{number}/announce`: the draft of its notice."""
        one = await found(self._parts, request)
        draft = announcing.draft(one, visit.book)
        now, by = datetime.now(UTC), visit.colleague.id
        number = await notices.create(self._parts.engine, draft, now, by)
        return self._pages.done(visit, f"/staff/notices/{number}", "notices-created")

    @needs(Right.ANNOUNCE)
    async def cancel(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/activities/{number}/cancel`: whoever has a seat is told."""
        one = await found(self._parts, request)
        number, by = one.activity.number, visit.colleague.id
        if not await activities.cancel(self._parts.engine, number, datetime.now(UTC), by):
            raise Refused(409, "activities-off")
        return self._pages.done(visit, f"/staff/activities/{number}", "activities-cancelled")

    def _form(
        self, visit: Visit, form: Form, action: str, one: Entered | None = None
    ) -> web.StreamResponse:
        values = {
            "form": form,
            "action": action,
            "one": one.activity if one else None,
            "title": one.activity.said(visit.language).title if one else "",
            "kinds": {kind.value: visit.say(f"activities-kind-{kind}") for kind in ActivityKind},
            "languages": visit.book.languages,
            "here": action,
        }
        return self._pages.show("activities/form", visit, values, 422 if form.problems else 200)


async def found(parts: Parts, request: web.Request) -> Entered:
    """The activity in the address."""
    try:
        return await activities.find(parts.reader, number_in(request))
    except LookupError:
        raise Refused(404, "refused-missing") from None


def _row(one: Entered, visit: Visit) -> dict[str, str]:
    activity = one.activity
    return {
        "id": str(activity.number),
        "title": activity.said(visit.language).title,
        "kind": visit.say(f"activities-kind-{activity.kind}"),
        "when": time(activity.starts),
        "taken": f"{counted(activity.seats - activity.left)}/{counted(activity.seats)}",
        "waiting": counted(activity.waiting) if activity.waiting else "",
        "off": visit.say("activities-called-off") if activity.cancelled else "",
    }
