"""Figures as a chart shows them: bars, each with its label, its number and where it leads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.shown import counted
from bot.papers.sources import source_labels
from handlers.answers import show
from handlers.state import Status
from storage.queries import GROUP

if TYPE_CHECKING:
    from bot.console.visit import Visit
    from storage.statistics import Tally

ROOM = 260
"""How long the longest bar is, in the units of the drawing."""

LADDER = (
    Status.COLLECTING,
    Status.COMPLETE,
    Status.PRINTED,
    Status.FILED_COMMUNE,
    Status.SENT_PROVINCE,
    Status.JUDGED,
    Status.CERTIFIED,
)
"""The steps that a registration takes once it was sent; whoever came far has taken all before."""

_REACHED = {Status.NOT_CERTIFIED.value: LADDER.index(Status.JUDGED)} | {
    one.value: at for at, one in enumerate(LADDER)
}
LIST = "/staff/registrations"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `length` of `ROOM`, and `path` to the list of what it counts, or nothing."""

    label: str
    number: str
    length: int
    path: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, `key` names it on its page."""

    key: str
    title: str
    bars: tuple[Bar, ...]


def chart(key: str, title: str, rows: Iterable[tuple[str, int, str]]) -> Chart:
    """A chart of labels, numbers and paths."""
    found = list(rows)
    most = max((number for _, number, _ in found), default=0) or 1
    bars = tuple(
        Bar(label, counted(number), round(ROOM * number / most), path)
        for label, number, path in found
    )
    return Chart(key, title, bars)


def by_status(found: Tally, visit: Visit) -> Chart:
    """In the order in which a registration goes through them."""
    rows = [
        (visit.say(f"status-{one.replace('_', '-')}"), number, f"{LIST}?status={one.value}")
        for one in Status
        if (number := found.statuses.get(one.value, 0))
    ]
    return chart("status", visit.say("statistics-by-status"), rows)


def by_channel(found: Tally, visit: Visit) -> Chart:
    """The most used first."""
    rows = (
        (
            visit.say(f"channel-{name.replace('_', '-')}") if name else "?",
            number,
            f"{LIST}?channel={name}" if name else "",
        )
        for name, number in _most_first(found.channels)
    )
    return chart("channel", visit.say("statistics-by-channel"), rows)


def by_source(found: Tally, visit: Visit, most: int = 10) -> Chart:
    """The ways that most came by."""
    labels = source_labels(visit.book, visit.language) | {"": visit.say("source-none")}
    rows = ((labels.get(tag, tag), number, "") for tag, number in _most_first(found.sources)[:most])
    return chart("source", visit.say("statistics-by-source"), rows)


def by_group(found: Mapping[str, int], visit: Visit) -> Chart:
    """The groups of products, in the order of the form."""
    question = visit.book.forms["registration"].by_key[GROUP]
    rows = (
        (
            show(question, one, visit.book, visit.language),
            found.get(one, 0),
            f"{LIST}?group={one}",
        )
        for one in question.choices
    )
    return chart("group", visit.say("statistics-by-group"), rows)


def funnel(
    found: Tally, people: int | None, answered: Mapping[tuple[int, str], int], visit: Visit
) -> Chart:
    """
    How many came how far: each step with those who went on from it.

    Of those who were sent every question of the sign-up was answered.
    """
    by_key = visit.book.forms["registration"].by_key
    drafts = found.statuses.get(Status.DRAFT.value, 0)
    sent = sum(found.statuses.values()) - drafts
    rows = [(visit.say("statistics-people"), people, "")] if people is not None else []
    rows.append((visit.say("statistics-begun"), drafts + sent, ""))
    for (_, key), number in answered.items():
        label = visit.say(f"{by_key[key].words}.label")
        rows.append((visit.say("statistics-answered", question=label), number + sent, ""))
    rows.append((visit.say("statistics-sent"), sent, LIST))
    for at, step in enumerate(LADDER):
        reached = sum(
            number for status, number in found.statuses.items() if _REACHED.get(status, -1) >= at
        )
        rows.append((visit.say(f"status-{step.replace('_', '-')}"), reached, ""))
    return chart("funnel", visit.say("statistics-funnel"), rows)


def _most_first(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))
