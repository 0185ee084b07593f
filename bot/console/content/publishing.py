"""What is being changed, all of it at a glance: checked, then published as one edition."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.content.words import differences, digest, with_drafts
from bot.console.forms import Form, form_of
from bot.console.rights import Right, needs
from storage.audit import Deed
from storage.editions import Edition, changes_now, publish, rewordings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.editions import Rewording

NOTE = 200
"""Characters of what was changed, and why."""


class Publishing:
    """`/staff/content/publish`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PUBLISH)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET`: every difference, and what the check says."""
        return await self._show(request, visit, {}, {})

    @needs(Right.PUBLISH)
    async def publish(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST`: publish what the page showed, and nothing else."""
        typed = await form_of(request)
        number, before = await changes_now(self._parts.reader)
        drafts = await rewordings(self._parts.reader)
        after = with_drafts(before, drafts)
        if not drafts:
            return await self._show(request, visit, typed, {}, 409)
        if typed.get("seen") != _seen(number, drafts):
            problem = {"note": visit.say("content-changed-since")}
            return await self._show(request, visit, typed, problem, 409)
        note = typed.get("note", "").strip()
        if len(note) > NOTE:
            problem = {"note": visit.say("content-note-long", most=str(NOTE))}
            return await self._show(request, visit, typed, problem, 422)
        if await self._parts.shelf.problems(after):
            return await self._show(request, visit, typed, {}, 422)
        new = Edition(number + 1, datetime.now(UTC), visit.colleague.name, note, None, after)
        deed = Deed(
            "content.published", visit.colleague.id, str(new.number), "", address=visit.source
        )
        if not await publish(self._parts.engine, new, deed, tuple(drafts)):
            problem = {"note": visit.say("content-changed-since")}
            return await self._show(request, visit, typed, problem, 409)
        await self._parts.shelf.look()
        done = "/staff/content/editions"
        return self._pages.done(visit, done, "content-published", number=str(new.number))

    async def _show(
        self,
        request: web.Request,
        visit: Visit,
        typed: Mapping[str, str],
        problems: dict[str, str],
        status: int = 200,
    ) -> web.Response:
        number, before = await changes_now(self._parts.reader)
        drafts = await rewordings(self._parts.reader)
        after = with_drafts(before, drafts)
        told = await self._parts.shelf.problems(after) if drafts else []
        shipped = {one: self._parts.shelf.shipped(one) for one in visit.book.languages}
        by = {(one.language, one.key): one for one in drafts}
        values = {
            "form": Form({"note": typed.get("note", "")}, problems),
            "differences": list(differences(before, after, shipped)),
            "by": by,
            "told": [(one.file, one.key, one.message) for one in told],
            "seen": _seen(number, drafts),
            "note_most": NOTE,
            "here": request.path_qs,
        }
        return self._pages.show("content/publish", visit, values, status)


def _seen(number: int, drafts: Sequence[Rewording]) -> str:
    return digest(str(number), *(f"{one.language}{one.key}\n{one.text}" for one in drafts))
