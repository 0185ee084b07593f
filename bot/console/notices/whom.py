"""Whom something is announced to, as a part of a form: filled in, shown again, counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.console.shown import REGISTRATION, counted
from bot.console.typed_days import midnight, read_day
from bot.notices.file import ChannelName
from bot.notices.sheet import plan
from content.folding import fold
from content.places import Exactly
from handlers.answers import show
from handlers.days import VIETNAM
from handlers.state import Status
from storage.audience import Audience
from storage.notices import Draft
from storage.queries import GROUP

if TYPE_CHECKING:
    from bot.console.parts import Parts
    from bot.console.visit import Visit
    from content.model import Book

LONGEST_LIST = 4000
_AT = re.compile(r"at-([0-9]{1,9})")


def whom(typed: Mapping[str, str], visit: Visit) -> tuple[Audience, dict[str, str]]:
    """Whom the form means, and what is wrong with that by field."""
    audience, strange = _audience(typed, visit.book)
    problems = {}
    if strange:
        problems["communes"] = visit.say("notices-wrong-communes", names=", ".join(strange))
    if typed.get("seen-since", "").strip() and audience.seen_since is None:
        problems["seen-since"] = visit.say("notices-wrong-day")
    return audience, problems


def typed_of(audience: Audience, book: Book) -> dict[str, str]:
    """The part of a form that an audience would have come from."""
    places = book.places.by_code
    communes = [places[one].name for one in audience.communes if one in places]
    typed = {"communes": "\n".join(communes)}
    many: Mapping[str, Iterable[object]] = {
        "group": audience.groups,
        "status": audience.statuses,
        "channel": audience.channels,
        "language": audience.languages,
        "at": audience.activities,
    }
    typed |= {f"{name}-{value}": "on" for name, values in many.items() for value in values}
    if audience.seen_since is not None:
        typed["seen-since"] = f"{audience.seen_since.astimezone(VIETNAM):%d/%m/%Y}"
    return typed


def choices(visit: Visit, typed: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The words of all that can be ticked, by field and value; also of what is over."""
    book, say = visit.book, visit.say
    question = book.forms[REGISTRATION].by_key[GROUP]
    on = {str(one.number): one.said(visit.language).title for one in book.activities}
    ticked = (found[1] for name in typed if (found := _AT.fullmatch(name)))
    return {
        "group": {one: show(question, one, book, visit.language) for one in question.choices},
        "status": {one.value: say(f"status-{_dashed(one)}") for one in Status},
        "channel": {one.value: say(f"channel-{_dashed(one)}") for one in ChannelName},
        "language": {one: say(f"notices-language-{one}") for one in book.languages},
        "at": {number: f"#{number}" for number in ticked} | on,
    }


async def counts(parts: Parts, audience: Audience, topic: str, visit: Visit) -> dict[str, str]:
    """How many are chosen and how many would hear of it now, as numbers to be read."""
    if topic not in visit.book.topics:
        return {"chosen": "0", "now": "0"}
    draft = Draft("", topic, {}, audience=audience)
    columns = await plan(parts.reader, draft, parts.means, datetime.now(UTC))
    return {
        "chosen": counted(sum(one.chosen for one in columns)),
        "now": counted(sum(one.now for one in columns)),
    }


def _audience(typed: Mapping[str, str], book: Book) -> tuple[Audience, list[str]]:
    """Whom the form means, and the names of places that it names and we do not know."""
    codes, strange = list[str](), list[str]()
    for name in typed.get("communes", "")[:LONGEST_LIST].replace(",", "\n").splitlines():
        match book.places.find(name) if fold(name) else None:
            case Exactly(one):
                codes.append(one.place.code)
            case None:
                pass
            case _:
                strange.append(name.strip())

    def ticked(name: str, values: Iterable[str]) -> tuple[str, ...]:
        return tuple(value for value in values if f"{name}-{value}" in typed)

    activities = [int(found[1]) for name in typed if (found := _AT.fullmatch(name))]
    seen = read_day(typed.get("seen-since", ""))
    audience = Audience(
        communes=tuple(dict.fromkeys(codes)),
        groups=ticked("group", book.forms[REGISTRATION].by_key[GROUP].choices),
        statuses=ticked("status", Status),
        channels=ticked("channel", ChannelName),
        languages=ticked("language", book.languages),
        activities=tuple(activities),
        seen_since=midnight(seen).astimezone(UTC) if seen else None,
    )
    return audience, strange


def _dashed(word: str) -> str:
    return word.replace("_", "-")
