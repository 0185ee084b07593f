"""
Takes registrations a step on, however many: each as an event of its own talk, a batch at a time.

Every one has its line in the history and in the audit, and its producer hears of it where that can
be.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.record.deeds import hand_in, now
from bot.console.visit import Refused
from bot.turn import MOST_TURNS
from handlers.deeds import StaffMoved
from handlers.desk import progress
from storage.audit import Deed
from storage.records import find_talks
from storage.staff import tell_audit

if TYPE_CHECKING:
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from handlers.desk.progress import Step
    from storage.records import Talk

LATER, GONE = "later", "gone"


@dataclass(frozen=True, slots=True)
class Going:
    """A registration that is to go a step on, from the status that it was seen in."""

    number: int
    step: str
    was: str
    reason: str = ""
    tells: bool = True
    calls: bool = False


@dataclass(frozen=True, slots=True)
class Gone:
    """What came of it: the word for why it was `refused`, or whether the producer was told."""

    refused: str = ""
    told: bool = False


async def take_on(parts: Parts, visit: Visit, going: Sequence[Going]) -> Mapping[int, Gone]:
    """
    What came of each, by number.

    Who is to be told and cannot be is called by phone, where it `calls`.
    """
    done: dict[int, Gone] = {}
    for start in range(0, len(going), MOST_TURNS):
        part = going[start : start + MOST_TURNS]
        communes = visit.colleague.communes
        talks = await find_talks(parts.reader, [one.number for one in part], communes)
        became = await asyncio.gather(
            *(_take(parts, visit, one, talks.get(one.number)) for one in part)
        )
        moved = [(one, gone) for one, gone in zip(part, became, strict=True) if not gone.refused]
        await tell_audit(parts.engine, *(_deed(one, gone, visit) for one, gone in moved))
        done |= {one.number: gone for one, gone in zip(part, became, strict=True)}
    return done


def may_be_told(step: Step, talk: Talk, parts: Parts) -> bool:
    """Whether a producer can hear of a step in their chat just now."""
    window_of = parts.windows.get(talk.account)
    if not step.tells or not talk.open or window_of is None:
        return False
    until = window_of(talk.interacted_at).until
    return until is None or datetime.now(UTC) < until


async def _take(parts: Parts, visit: Visit, one: Going, talk: Talk | None) -> Gone:
    if talk is None:
        return Gone(GONE)
    told = one.tells and may_be_told(progress.STEPS[one.step], talk, parts)
    calls = one.calls and not told
    who = visit.colleague.id
    deed = StaffMoved(now(), who, one.number, one.step, one.was, one.reason, told, calls)
    try:
        return Gone((await hand_in(parts, talk, deed)).refused, told)
    except Refused:
        return Gone(LATER)


def _deed(one: Going, gone: Gone, visit: Visit) -> Deed:
    told = " (told)" if gone.told else ""
    detail = f"{one.was} > {progress.STEPS[one.step].to}{told}"
    who = visit.colleague.id
    return Deed("registration.moved", who, str(one.number), detail, visit.source)
