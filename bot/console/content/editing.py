"""One sentence: its words, how every channel shows them, and what they were."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.content.preview import shown, variables
from bot.console.content.sentences import area_name
from bot.console.content.words import digest, knows, with_drafts
from bot.console.forms import Form, form_of
from bot.console.rights import Right, needs
from bot.console.visit import Refused
from bot.text import clean
from content.changes import Changes, Unreadable, pattern_of
from content.sentences import mentions
from storage.editions import leave_alone, reword, rewordings

if TYPE_CHECKING:
    from aiohttp import web

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from storage.editions import Rewording

LONGEST = 5000
"""Characters of a sentence that anybody would want to keep."""


class Editing:
    """`/staff/content/sentences/{language}/{key}`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.PUBLISH)
    async def page(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET`: the sentence as it would be published now."""
        language, key = self._asked(request)
        draft = await self._draft(language, key)
        text = draft.text if draft else self._holds(language, key)
        return self._show(request, visit, Form({"text": text, "was": digest(text)}), draft)

    @needs(Right.PUBLISH)
    async def keep(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST`: `do` is look, keep, or leave (take back what is being changed)."""
        language, key = self._asked(request)
        typed = await form_of(request)
        text = clean(typed.get("text", ""), LONGEST + 1)
        draft = await self._draft(language, key)
        held = self._holds(language, key)
        here = f"/staff/content/sentences/{language}/{key}"
        if typed.get("do") == "leave":
            await leave_alone(self._parts.engine, language, key)
            return self._pages.done(visit, here, "content-left-alone")
        problems = self._problems(visit, language, key, text)
        if typed.get("was") != digest(draft.text if draft else held):
            problems["text"] = visit.say("content-changed-meanwhile", by=draft.by if draft else "–")
        if not problems and typed.get("do") == "keep":
            problems = await self._checked(visit, language, key, text)
        form = Form({"text": text, "was": typed.get("was", "")}, problems)
        if problems or typed.get("do") != "keep":
            return self._show(request, visit, form, draft, 422 if problems else 200)
        if text == held:
            await leave_alone(self._parts.engine, language, key)
        else:
            who, now = visit.colleague.id, datetime.now(UTC)
            await reword(self._parts.engine, language, key, text, who, now)
        return self._pages.done(visit, here, "content-kept")

    def _asked(self, request: web.Request) -> tuple[str, str]:
        language, key = request.match_info["language"], request.match_info["key"]
        if not knows(self._parts.book(), language, key):
            raise Refused(404, "refused-missing")
        return language, key

    def _holds(self, language: str, key: str) -> str:
        return self._parts.book().wording.written(language, key)

    async def _draft(self, language: str, key: str) -> Rewording | None:
        drafts = await rewordings(self._parts.reader)
        return next((one for one in drafts if (one.language, one.key) == (language, key)), None)

    def _problems(self, visit: Visit, language: str, key: str, text: str) -> dict[str, str]:
        """What is wrong with the words by themselves."""
        if not text:
            return {"text": visit.say("content-empty")}
        if len(text) > LONGEST:
            return {"text": visit.say("content-too-long", most=str(LONGEST))}
        try:
            named = mentions(pattern_of(text))
        except Unreadable:
            return {"text": visit.say("content-unreadable")}
        known = self._parts.book().wording.variables(language, key)
        strange = sorted((variables(text) - known) | named.functions)
        if strange:
            return {"text": visit.say("content-strange", names=", ".join(strange))}
        for one in shown(key, text):
            if one.too_long:
                where = visit.say(f"channel-{one.channel}")
                return {"text": visit.say("content-over", channel=where, most=str(one.most))}
        return {}

    async def _checked(self, visit: Visit, language: str, key: str, text: str) -> dict[str, str]:
        """What the check of the whole book says of it."""
        drafts = await rewordings(self._parts.reader)
        others = with_drafts(self._parts.shelf.changes, drafts).sentences
        own = {**others.get(language, {}), key: text}
        told = await self._parts.shelf.problems(Changes({**others, language: own}))
        mine = [one for one in told if one.key == key]
        return {"text": visit.say("content-check", told=mine[0].message)} if mine else {}

    def _show(
        self,
        request: web.Request,
        visit: Visit,
        form: Form,
        draft: Rewording | None,
        status: int = 200,
    ) -> web.Response:
        language, key = self._asked(request)
        wording = self._parts.book().wording
        held = self._holds(language, key)
        shipped = self._parts.shelf.shipped(language).get(key, held)
        values = {
            "form": form,
            "key": key,
            "language": language,
            "languages": [one for one in visit.book.languages if knows(visit.book, one, key)],
            "area": area_name(visit, self._file(language, key)),
            "variables": sorted(wording.variables(language, key)),
            "shown": list(shown(key, form.typed["text"])),
            "held": held,
            "shipped": shipped if shipped != held else "",
            "draft": draft,
            "here": request.path_qs,
        }
        return self._pages.show("content/sentence", visit, values, status)

    def _file(self, language: str, key: str) -> str:
        files = self._parts.book().wording.by_file(language).items()
        return next((file for file, keys in files if key in keys), "")
