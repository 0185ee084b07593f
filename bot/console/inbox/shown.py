"""A matter and what was asked for in it, as the pages of the inbox say them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from bot.console.shown import channel, cover_middle, covered, time
from bot.voices import KINDS
from handlers.answers import show
from handlers.codes import code
from handlers.effects import Wish
from handlers.reading.phone import show_phone

if TYPE_CHECKING:
    from bot.console.visit import Visit
    from storage.inbox import Matter
    from storage.requests import Asking

CALLBACK = "callback"
PHONE = re.compile(r"(?<!\d)(?:\+?84|0)(?:[ .-]?\d){8,10}(?!\d)")
SHORT = 120
"""Characters of what was said last, in the list."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter as its line in the list says it; `mine` that the visitor has taken it."""

    person: int
    name: str
    wish: str
    said: str
    waits: str
    exactly: str
    staff: str
    mine: bool
    answering: bool
    channel: str


def entry(one: Matter, visit: Visit) -> Entry:
    """A line of the list."""
    since = one.waiting_since or one.closed_at or one.changed_at
    wishes = dict.fromkeys(visit.say(f"requests-{each.wish}") for each in one.requests)
    asked = next((each.text for each in reversed(one.requests) if each.text), "")
    said = discreet(one.said or asked, visit)
    return Entry(
        person=one.person,
        name=called(one, visit),
        wish=", ".join(wishes) or visit.say(f"inbox-why-{one.why}"),
        said=said if len(said) <= SHORT else f"{said[:SHORT].rstrip()}…",
        waits=_ago(since, visit, waits=one.waiting_since is not None),
        exactly=time(since),
        staff=one.staff,
        mine=one.staff_id == visit.colleague.id,
        answering=one.until is not None,
        channel=channel(one.account.partition(":")[0], visit),
    )


def discreet(text: str, visit: Visit) -> str:
    """A text with the middle of each phone number covered, but for the office's own."""
    office = _digits(visit.book.office.phone)

    def cover(found: re.Match[str]) -> str:
        return found[0] if _digits(found[0]) == office else cover_middle(found[0])

    return PHONE.sub(cover, text)


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def called(one: Matter, visit: Visit) -> str:
    """Somebody's name, or that it is not known."""
    return one.name or visit.say("inbox-unnamed", number=str(one.person))


def lasting(time: timedelta, visit: Visit) -> str:
    """A length of time in its two largest units: 2 ngày 3 giờ."""
    minutes = max(0, int(time.total_seconds()) // 60)
    days, hours, rest = minutes // 1440, minutes // 60 % 24, minutes % 60
    units = (("days", days), ("hours", hours), ("minutes", rest))
    said = [visit.say(f"inbox-{unit}", n=str(n)) for unit, n in units if n]
    return " ".join(said[:2]) or visit.say("inbox-moment")


def _ago(since: datetime, visit: Visit, *, waits: bool) -> str:
    past = lasting(datetime.now(UTC) - since, visit)
    return visit.say("inbox-waits" if waits else "inbox-ago", time=past)


class Voice(StrEnum):
    """Where the voice note of a request is."""

    HERE = "here"
    COMING = "coming"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Card:
    """One request as its card says it."""

    id: int
    wish: str
    name: str
    phone: str
    hour: str
    language: str
    text: str
    channel: str
    codes: str
    claim: bool
    voice: Voice | None
    file: str
    when: str
    done: str


def card(one: Asking, visit: Visit, whole: frozenset[int] = frozenset()) -> Card:
    """A request; its number is covered unless it is among those to be shown whole."""
    questions = visit.book.forms[CALLBACK].by_key
    return Card(
        id=one.id,
        wish=visit.say(f"requests-{one.wish}"),
        name=one.name,
        phone=show_phone(one.phone) if one.id in whole else covered(one.phone),
        hour=show(questions["call-hour"], one.hour, visit.book, visit.language),
        language=show(questions["contact-language"], one.language, visit.book, visit.language),
        text=one.text,
        channel=channel(one.channel, visit),
        codes=", ".join(map(code, one.registrations)),
        claim=one.wish == Wish.CLAIM,
        voice=_voice(one),
        file=f"tin-thoai-{one.id}.{KINDS.get(one.mime, '')}",
        when=time(one.at),
        done=time(one.done_at),
    )


def _voice(one: Asking) -> Voice | None:
    if not one.media:
        return None
    if one.mime:
        return Voice.HERE
    return Voice.COMING if one.on_its_way else Voice.GONE
