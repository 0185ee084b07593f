"""Writes a notice: its words and its audience, with the counts of whom it would reach."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.activities.announcing import TOPICS
from bot.console import meanwhile
from bot.console.forms import Form, form_of
from bot.console.notices import typed, whom
from bot.console.notices.pictured import LARGEST, pictured
from bot.console.rights import Right, needs
from bot.console.visit import Refused, number_in
from content.activities import ActivityKind
from storage import notices

if TYPE_CHECKING:
    from aiohttp import web
    from multidict import MultiMapping

    from bot.console.notices.pictured import Pictured
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.notices import Draft, Notice

NEW = "/staff/notices/new"


class Composing:
    """`/staff/notices/new` and `/staff/notices/{number}/edit`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.ANNOUNCE)
    async def new(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/notices/new`."""
        return await self._show(visit, Form({"topic": visit.book.topics[0]}), NEW)

    @needs(Right.ANNOUNCE, largest=LARGEST)
    async def create(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/notices/new`; asked only to count, it counts."""
        fields = await form_of(request)
        sent, picture = typed.filled(fields, visit), await pictured(request, fields)
        if (form := _to_show(sent, picture, fields, visit)) is not None:
            return await self._show(visit, form, NEW, sent.draft)
        now, by = datetime.now(UTC), visit.colleague.id
        draft = replace(sent.draft, picture=await picture.kept(self._parts))
        number = await notices.create(self._parts.engine, draft, now, by)
        return self._pages.done(visit, f"/staff/notices/{number}", "notices-created")

    @needs(Right.ANNOUNCE)
    async def edit(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/notices/{number}/edit`."""
        one = await self._open(request)
        form = Form(typed.typed_of(one.draft, visit.book))
        return await self._show(visit, form, request.path, one.draft, one)

    @needs(Right.ANNOUNCE, largest=LARGEST)
    async def write(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/notices/{number}/edit`."""
        one = await self._open(request)
        fields = await form_of(request)
        sent = typed.filled(fields, visit, one.draft)
        picture = await pictured(request, fields, one.draft.picture)
        form = _to_show(sent, picture, fields, visit) or meanwhile.shown_again(
            fields, typed.stored(one.draft, visit.book), visit
        )
        if form is not None:
            return await self._show(visit, form, request.path, sent.draft, one)
        draft = replace(sent.draft, picture=await picture.kept(self._parts))
        try:
            now, by = datetime.now(UTC), visit.colleague.id
            await notices.edit(self._parts.engine, one.id, draft, now, by)
        except notices.Refused:
            raise Refused(409, "notices-begun") from None
        return self._pages.done(visit, f"/staff/notices/{one.id}", "notices-edited")

    @needs(Right.ANNOUNCE)
    async def count(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/notices/count`: the counts alone, as a notice's or an activity's form is."""
        kind = request.query.get("kind", "")
        topic = TOPICS[ActivityKind(kind)] if kind in set(ActivityKind) else ""
        audience, _ = whom.whom(request.query, visit)
        topic = request.query.get("topic", topic)
        values = {"counts": await whom.counts(self._parts, audience, topic, visit), "live": True}
        return self._pages.show("notices/count", visit, values)

    async def _open(self, request: web.Request) -> Notice:
        one = await notices.find(self._parts.reader, number_in(request))
        if one is None:
            raise Refused(404, "refused-missing")
        if one.status not in notices.EDITABLE:
            raise Refused(409, "notices-begun")
        return one

    async def _show(
        self,
        visit: Visit,
        form: Form,
        action: str,
        draft: Draft | None = None,
        one: Notice | None = None,
    ) -> web.StreamResponse:
        draft = draft or typed.filled(form.typed, visit).draft
        stored = typed.stored(one.draft, visit.book) if one else {}
        values = {
            "form": form,
            "was": meanwhile.opened_on(form, stored, visit) if one else "",
            "action": action,
            "one": one,
            "choices": typed.choices(visit, form.typed),
            "languages": visit.book.languages,
            "room": {name: typed.room(visit.book, name) for name in visit.book.languages},
            "counts": await whom.counts(self._parts, draft.audience, draft.topic, visit),
            "live": False,
            "here": action,
        }
        return self._pages.show("notices/form", visit, values, 422 if form.problems else 200)


def _to_show(
    sent: typed.Filled, picture: Pictured, fields: MultiMapping[str], visit: Visit
) -> Form | None:
    """The form as it is shown again, to count or with what is wrong; None where it is right."""
    counting = "count" in fields
    others = {} if counting else sent.form.problems
    wrong = {**others, **picture.problems(visit, again=counting or bool(others))}
    return Form(fields, wrong) if wrong or counting else None
