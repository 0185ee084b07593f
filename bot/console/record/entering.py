"""
Signs people up who called or sent a paper: one page, by keyboard, one after the other.

What is typed is kept on the server every few seconds, so that a log-in that ends or a network that
drops takes nothing; the commune and the way people agreed stay for the next.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from aiohttp import web

from bot.console.forms import Form, form_of
from bot.console.record.deeds import account_for, hand_in, now
from bot.console.record.fields import Field, fields, typed_into, understood
from bot.console.rights import Right, needs
from bot.console.shown import REGISTRATION
from bot.console.visit import Refused
from bot.text import clean
from content.form import Kind
from handlers import asking, days, path
from handlers.codes import code
from handlers.deeds import StaffOpened, Written
from handlers.effects import Agreed
from handlers.state import BY_STAFF, NO_ANSWERS
from storage.columns import OFFICE
from storage.entries import entered_by, forget_typed, keep_typed, typed_so_far
from storage.queries import COMMUNE
from storage.records import Talk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.visit import Visit

PAGE = "/staff/entry"
TOPICS = "topics"
STAYS = ("how", COMMUNE)
"""What the next page begins with."""

NOT_KEPT = frozenset({"seal", "more", "key"})
KEY = re.compile(r"[0-9a-f]{32}")
LONGEST = 2000


class Entering:
    """`/staff/entry`."""

    def __init__(self, parts: Parts, pages: Pages) -> None:
        self._parts = parts
        self._pages = pages

    @needs(Right.WRITE)
    async def page(self, _request: web.Request, visit: Visit) -> web.StreamResponse:
        """`GET /staff/entry`: with what was typed before and not saved."""
        typed = await typed_so_far(self._parts.reader, visit.colleague.id)
        return self._show(visit, Form(typed), kept=len(typed) > len(STAYS))

    @needs(Right.WRITE)
    async def keep(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/entry/draft`: what is typed so far."""
        at, typed = datetime.now(UTC), _typed(await form_of(request))
        await keep_typed(self._parts.engine, visit.colleague.id, typed, at)
        when = f"{at.astimezone(days.VIETNAM):%H:%M:%S}"
        headers = {"Cache-Control": "no-store"}
        return web.Response(text=visit.say("entry-kept", at=when), headers=headers)

    @needs(Right.WRITE)
    async def save(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """`POST /staff/entry`: sign somebody up, then on to the next or to the registration."""
        form = await form_of(request)
        typed = _typed(form)
        answers, problems = _read(typed, visit)
        how = typed.get("how", "")
        if how not in BY_STAFF:
            problems["how"] = visit.say("entry-need-how")
        if "agreed" not in typed:
            problems["agreed"] = visit.say("entry-need-agreed")
        if problems:
            return self._show(visit, Form(typed, problems))
        key = _once(form.get("key", ""), typed)
        number = await self._opened(visit, Agreed(how), answers, key)
        stays = {name: typed.get(name, "") for name in STAYS}
        await forget_typed(self._parts.engine, visit.colleague.id)
        if "more" in form:
            await keep_typed(self._parts.engine, visit.colleague.id, stays, datetime.now(UTC))
            return self._pages.done(visit, PAGE, "entry-done", code=code(number))
        where = f"/staff/registrations/{number}"
        return self._pages.done(visit, where, "entry-done", code=code(number))

    async def _opened(
        self, visit: Visit, how: Agreed, answers: tuple[Written, ...], key: str
    ) -> int:
        """The number of what was opened in a talk of its own, once for each key."""
        talk = Talk(OFFICE, key, "", open=False, state="{}", ours=True)
        deed = StaffOpened(now(), visit.colleague.id, how, answers)
        answer = await hand_in(self._parts, talk, deed, key)
        if answer.refused or not answer.registration:
            before = await entered_by(self._parts.reader, key)
            if before is None:
                raise Refused(503, "refused-later")
            return before
        number = answer.registration
        await account_for(self._parts, visit, "registration.entered", number, how.value)
        return number

    def _show(self, visit: Visit, form: Form, *, kept: bool = False) -> web.StreamResponse:
        given = asking.given(visit.book)
        values = {
            "fields": _fields(visit),
            "form": form,
            "kept": kept,
            "key": secrets.token_hex(16),
            "how": {one.value: visit.say(f"agreed-{one}") for one in sorted(BY_STAFF)},
            "consent": visit.book.wording.say(visit.language, "registration-consent-data", given),
            "here": PAGE,
        }
        return self._pages.show("record/entry", visit, values, 422 if form.problems else 200)


def _fields(visit: Visit) -> tuple[Field, ...]:
    """The questions of a sign-up; those about news are for the producer alone to answer."""
    form = visit.book.forms[REGISTRATION]
    slots = path.slots(form.signup, NO_ANSWERS, 1)
    return fields((one for one in slots if one.question.kind is not Kind.TOPICS), NO_ANSWERS, visit)


def _typed(form: Mapping[str, str]) -> dict[str, str]:
    return {name: clean(text, LONGEST) for name, text in form.items() if name not in NOT_KEPT}


def _once(page: str, typed: Mapping[str, str]) -> str:
    """The same for the same words of one page, however often they are sent."""
    page = page if KEY.fullmatch(page) else secrets.token_hex(16)
    return hashlib.sha256(f"{page}{sorted(typed.items())}".encode()).hexdigest()[:32]


def _read(typed: Mapping[str, str], visit: Visit) -> tuple[tuple[Written, ...], dict[str, str]]:
    """The answers of the page, or what is wrong with them by field."""
    today, problems = days.day(datetime.now(UTC)), dict[str, str]()
    answers: list[Written] = []
    for one in _fields(visit):
        found = understood(one, typed_into(one, typed), visit, today)
        if not found.value and not found.problem and one.needed:
            problems[one.name] = visit.say("entry-need", label=one.label)
        elif found.problem:
            problems[one.name] = found.problem
        elif _elsewhere(one, found.value, visit):
            problems[one.name] = visit.say("entry-elsewhere")
        elif found.value:
            answers.append(Written(*one.slot.key, "", found.value, found.raw))
    return tuple(answers), problems


def _elsewhere(one: Field, value: str, visit: Visit) -> bool:
    """Whether this is a commune that is not the visitor's to work for."""
    communes = visit.colleague.communes
    return one.slot.question.key == COMMUNE and communes is not None and value not in communes
