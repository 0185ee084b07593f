"""The list of activities, and writing one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from bot.activities import announcing
from bot.activities.announcing import TOPICS
from bot.console import meanwhile
from bot.console.activities import typed
from bot.console.forms import Form, form_of
from bot.console.notices import whom
from bot.console.notices.pictured import LARGEST, pictured, shown
from bot.console.rights import Right, needs
from bot.console.shown import counted, time
from bot.console.visit import Refused, number_in
from content.activities import ActivityKind
from storage import activities, changing, notices
from storage.activities import Invitation

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.notices.pictured import Pictured
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from content.activities import Activity
    from storage.activities import Entered
    from storage.audience import Audience

NEW = "/staff/activities/new"


class Invites(NamedTuple):
    """How a form says that an activity is announced."""

    audience: Audience
    picture: Pictured

    async def invitation(self, parts: Parts) -> Invitation:
        """The same with its picture kept."""
        return Invitation(self.audience, await self.picture.kept(parts))


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
        return await self._form(visit, Form({"kind": ActivityKind.TRAINING.value}), NEW)

    @needs(Right.ANNOUNCE, largest=LARGEST)
    async def create(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/activities/new`."""
        activity, invites, form = await self._sent(request, visit)
        if form.problems:
            return await self._form(visit, form, NEW)
        now, by = datetime.now(UTC), visit.colleague.id
        invitation = await invites.invitation(self._parts)
        number = await activities.create(self._parts.engine, activity, invitation, now, by)
        return self._pages.done(visit, f"/staff/activities/{number}", "activities-created")

    @needs(Right.ANNOUNCE)
    async def edit(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/activities/{number}/edit`."""
        one = await found(self._parts, request)
        return await self._form(visit, Form(_stored(one, visit)), request.path, one)

    @needs(Right.ANNOUNCE)
    async def picture(self, request: web.Request, _visit: Visit) -> web.StreamResponse:
        """`GET /staff/activities/{number}/picture`."""
        return await shown(self._parts, (await found(self._parts, request)).invitation.picture)

    @needs(Right.ANNOUNCE, largest=LARGEST)
    async def write(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/activities/{number}/edit`: who has a seat hears of a new time or place."""
        one = await found(self._parts, request)
        number = one.activity.number
        activity, invites, form = await self._sent(request, visit, one)
        if not form.problems:
            form = meanwhile.shown_again(form.typed, _stored(one, visit), visit) or form
        if form.problems:
            return await self._form(visit, form, request.path, one)
        now, by = datetime.now(UTC), visit.colleague.id
        invitation = await invites.invitation(self._parts)
        try:
            told = await changing.edit(self._parts.engine, number, activity, now, by, invitation)
        except changing.TooFew as few:
            problem = visit.say("activities-wrong-few", occupied=counted(few.occupied))
            problems = {"seats": problem, **invites.picture.problems(visit, again=True)}
            return await self._form(visit, Form(form.typed, problems), request.path, one)
        except changing.Gone:
            raise Refused(409, "activities-off") from None
        key = "activities-edited-told" if told else "activities-edited"
        return self._pages.done(visit, f"/staff/activities/{number}", key)

    @needs(Right.ANNOUNCE)
    async def announce(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/activities/{number}/announce`: the draft of its notice."""
        one = await found(self._parts, request)
        if one.activity.cancelled:
            raise Refused(409, "activities-off")
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

    async def _sent(
        self, request: web.Request, visit: Visit, one: Entered | None = None
    ) -> tuple[Activity, Invites, Form]:
        """The form that was sent, with everything that is wrong with it."""
        fields, number = await form_of(request), one.activity.number if one else 0
        activity, form = typed.filled(fields, visit, number)
        audience, unclear = whom.whom(fields, visit)
        picture = await pictured(request, fields, one.invitation.picture if one else None)
        problems = {**form.problems, **unclear}
        problems |= picture.problems(visit, again=bool(problems))
        return activity, Invites(audience, picture), Form(fields, problems)

    async def _form(
        self, visit: Visit, form: Form, action: str, one: Entered | None = None
    ) -> web.StreamResponse:
        audience, _ = whom.whom(form.typed, visit)
        kind = form.typed.get("kind", "")
        topic = TOPICS[ActivityKind(kind)] if kind in set(ActivityKind) else ""
        picture = one.invitation.picture if one else None
        values = {
            "picture": f"/staff/activities/{one.activity.number}/picture"
            if one and picture
            else "",
            "choices": whom.choices(visit, form.typed),
            "counts": await whom.counts(self._parts, audience, topic, visit),
            "live": False,
            "form": form,
            "was": meanwhile.opened_on(form, _stored(one, visit), visit) if one else "",
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


def _stored(one: Entered, visit: Visit) -> dict[str, str]:
    """The form that it would have come from."""
    filled = typed.typed_of(one.activity, visit.book)
    return filled | whom.typed_of(one.invitation.audience, visit.book)


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
