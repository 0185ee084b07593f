"""
One step for many registrations: the chosen ones of a page, or all that the list means.

Only those go on whose status the step leads on from; what is told, and to how many, is shown
before. What was not taken on is said with its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.forms import Form, form_of
from bot.console.listing.asked import Asked, filters
from bot.console.listing.bulk import meant
from bot.console.record.moving import LONGEST_REASON, mark, message_of, of_province
from bot.console.record.together import Going, may_be_told, take_on
from bot.console.rights import Right, needs
from bot.console.shown import counted
from handlers.desk.progress import STEPS
from storage.finding import statuses_of
from storage.records import find_talks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from aiohttp import web
    from multidict import MultiMapping

    from bot.console.listing.page import Listing
    from bot.console.pages import Pages
    from bot.console.parts import Parts
    from bot.console.record.together import Gone
    from bot.console.visit import Visit
    from handlers.desk.progress import Step

MOST = 500
"""Registrations that go on at a time; whoever writes to us meanwhile is not kept waiting."""


@dataclass(frozen=True, slots=True)
class Move:
    """
    A step for these `numbers` of a list; of them are `going` those that it leads on, by status.

    `staying` are those that the step leads nowhere, counted by status, and `later` is how many
    are left for another time.
    """

    wanted: Asked
    scope: str
    key: str
    numbers: Sequence[int]
    going: Mapping[int, str]
    staying: Counter[str]
    later: int
    reason: str
    tells: bool

    @property
    def step(self) -> Step:
        """What is to be done."""
        return STEPS[self.key]


class Moves:
    """`POST /staff/registrations/bulk/steps`, which asks, and `…/steps/do`, which does."""

    def __init__(self, parts: Parts, pages: Pages, listing: Listing) -> None:
        self._parts = parts
        self._pages = pages
        self._listing = listing

    @needs(Right.WRITE)
    async def ask(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Say what would become of how many, and ask."""
        form = await form_of(request)
        move = await self._read(form, visit)
        return await self._sheet(move, visit) if move else await self._again(form, visit)

    @needs(Right.WRITE)
    async def do(self, request: web.Request, visit: Visit) -> web.StreamResponse:
        """Do what was shown; what comes to anything else is shown again."""
        form = await form_of(request)
        move = await self._read(form, visit)
        if move is None:
            return await self._again(form, visit)
        if move.step.reason and not move.reason:
            return await self._sheet(move, visit, wrong="reason")
        text = message_of(visit, move.key, move.reason)
        unseen = move.tells and move.step.tells and form.get("shown") != mark(text)
        changed = form.get("number") != str(len(move.going))
        if changed or unseen or not move.going:
            return await self._sheet(move, visit, changed=changed)
        going = [
            Going(number, move.key, was, move.reason, tells=move.tells)
            for number, was in move.going.items()
        ]
        gone = await take_on(self._parts, visit, going)
        words = _words(move, list(gone.values()), visit)
        return self._pages.told(visit, move.wanted.path, words)

    async def _read(self, form: MultiMapping[str], visit: Visit) -> Move | None:
        """What the form means; None where it lacks something."""
        key = form.get("step", "")
        if key not in steps_for(visit):
            return None
        wanted, chosen = meant(form, visit)
        found = await statuses_of(self._parts.reader, filters(wanted, visit), chosen)
        if not found:
            return None
        ready = [(number, was) for number, was in found.items() if was in STEPS[key].since]
        staying = Counter(was for was in found.values() if was not in STEPS[key].since)
        return Move(
            wanted,
            form.get("scope", ""),
            key,
            list(found),
            dict(ready[:MOST]),
            staying,
            max(0, len(ready) - MOST),
            " ".join(form.get("reason", "")[:LONGEST_REASON].split()),
            "tells" in form or "number" not in form,
        )

    async def _sheet(
        self, move: Move, visit: Visit, wrong: str = "", *, changed: bool = False
    ) -> web.StreamResponse:
        talks = await find_talks(self._parts.reader, list(move.going), visit.colleague.communes)
        told = sum(may_be_told(move.step, talk, self._parts) for talk in talks.values())
        text = ""
        if move.step.tells and told and (move.reason or not move.step.reason):
            text = message_of(visit, move.key, move.reason)
        typed = {"reason": move.reason, "tells": "yes" if move.tells else ""}
        problems = {wrong: visit.say(f"step-wrong-{wrong}")} if wrong else {}
        values = {
            "move": move,
            "count": counted(len(move.going)),
            "told": counted(told),
            "may_tell": bool(told),
            "staying": [
                (visit.say(f"status-{status.replace('_', '-')}"), counted(count))
                for status, count in move.staying.items()
            ],
            "later": counted(move.later) if move.later else "",
            "text": text,
            "mark": mark(message_of(visit, move.key, move.reason)),
            "changed": changed,
            "form": Form(typed, problems),
            "here": move.wanted.path,
        }
        return self._pages.show("bulk-steps", visit, values, 422 if wrong else 200)

    async def _again(self, form: MultiMapping[str], visit: Visit) -> web.StreamResponse:
        wanted, _ = meant(form, visit)
        problems = {"bulk": visit.say("moves-nothing")}
        return await self._listing.show(wanted, visit, form, Form(form, problems))


def steps_for(visit: Visit) -> dict[str, str]:
    """The steps that this visitor may take registrations, in words."""
    province = of_province(visit)
    return {
        key: visit.say(f"step-{key}")
        for key, step in STEPS.items()
        if province or not step.province
    }


def _words(move: Move, gone: Sequence[Gone], visit: Visit) -> str:
    """How many went on and how many of them were told, and why others did not."""
    done = [one for one in gone if not one.refused]
    told = sum(one.told for one in done)
    said = [visit.say("moves-done", count=counted(len(done)), told=counted(told))]
    if move.tells and move.step.tells and told < len(done):
        said.append(visit.say("moves-untold", count=counted(len(done) - told)))
    refused = Counter(one.refused for one in gone if one.refused)
    said += [visit.say(f"moves-not-{why}", count=counted(count)) for why, count in refused.items()]
    if move.staying:
        said.append(visit.say("moves-staying", count=counted(move.staying.total())))
    if move.later:
        said.append(visit.say("moves-later", count=counted(move.later)))
    return " ".join(said)
