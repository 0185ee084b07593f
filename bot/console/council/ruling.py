"""
What the rows of the Council's list come to, held against the registrations that they name.

A registration is taken on when all of its products have their result: it is certified where one of
them was chosen. What is already so is left alone, and nothing is set otherwise than it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.console.record.together import Going
from bot.papers.council import MOST
from bot.papers.judged import TOTAL, Judged, Wrong, judged
from content.folding import fold
from handlers.codes import code
from handlers.desk.progress import STEPS
from handlers.state import Status
from storage.judging import entrants_of

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.console.visit import Visit
    from storage.handed import Line, List
    from storage.judging import Entrant

JUDGE, CERTIFY, DECLINE = "judge", "certify", "decline"
LONGEST_REASON = 500
_DECIDED = {Status.CERTIFIED.value: True, Status.NOT_CERTIFIED.value: False}
_READY = STEPS[JUDGE].since | STEPS[CERTIFY].since


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row of the list: what was read in it and, in words, what became of it or is wrong with it.

    It has neither as long as there is no result in it, and where it is about to count.
    """

    line: Line
    said: Judged
    code: str
    outcome: str = ""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    What one registration comes to: whether it is `chosen`, by which rows.

    Where its products fared differently it is `mixed`: no message of ours says which was chosen.
    """

    number: int
    maker: str
    status: str
    chosen: bool
    mixed: bool
    rows: tuple[Row, ...]

    def going(self, visit: Visit) -> Going:
        """The step to its result, told in the chat or by phone, with the Council's words for it."""
        reason = visit.say("council-reason", results="; ".join(self.results(visit)))
        step = CERTIFY if self.chosen else DECLINE
        tells = not self.mixed
        return Going(
            self.number, step, Status.JUDGED, reason[:LONGEST_REASON], tells=tells, calls=True
        )

    def results(self, visit: Visit) -> list[str]:
        """What was decided of each product, with its points."""
        return [_result(row.said, visit) for row in self.rows]


@dataclass(frozen=True, slots=True)
class Ruling:
    """All rows in their order, and what is to be done about the registrations among them."""

    rows: tuple[Row, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def chosen(self) -> list[Verdict]:
        """The registrations that are to be certified."""
        return [one for one in self.verdicts if one.chosen]

    @property
    def others(self) -> list[Verdict]:
        """Those that were not chosen."""
        return [one for one in self.verdicts if not one.chosen]


async def ruled(reader: AsyncEngine, one: List, lines: Sequence[Line], visit: Visit) -> Ruling:
    """What the list comes to now."""
    rows = [_row(one, line, visit) for line in lines]
    numbers = {row.said.number for row in rows if row.said.number}
    entrants = await entrants_of(reader, numbers, visit.colleague.communes)
    looked = [_looked(row, entrants, visit) for row in rows]
    looked = _matched(looked, entrants, visit)
    by_number: defaultdict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(looked):
        if row.said.number and row.said.number in entrants:
            by_number[row.said.number].append(at)
    verdicts = []
    for number, places in by_number.items():
        own = [looked[at] for at in places]
        if all(row.outcome for row in own):
            continue
        verdict, key, args = _weighed(number, own, entrants[number], visit)
        if verdict:
            verdicts.append(verdict)
        for at in places if key else ():
            looked[at] = _with(looked[at], key, args, visit)
    return Ruling(tuple(looked), tuple(verdicts))


def _row(one: List, line: Line, visit: Visit) -> Row:
    said = judged(line.cells, one.mapping, visit.book)
    known = code(said.number) if said.number else ""
    if line.outcome:
        return Row(line, said, known, visit.say(f"council-became-{line.outcome}"))
    return Row(line, said, known, problems=tuple(_words(each, visit) for each in said.wrong))


def _words(wrong: Wrong, visit: Visit) -> str:
    column = visit.say(f"council-{wrong.column}") if wrong.column else ""
    return visit.say(f"council-wrong-{wrong.why}", column=column, text=wrong.text)


def _looked(row: Row, entrants: Mapping[int, Entrant], visit: Visit) -> Row:
    """The row with what is wrong about who it names."""
    if row.outcome or row.said.chosen is None or not row.said.number:
        return row
    entrant = entrants.get(row.said.number)
    if entrant is None:
        return _worse(row, visit.say("council-wrong-unknown"))
    if fold(row.said.maker) != fold(entrant.maker):
        known = visit.say("council-wrong-maker", text=row.said.maker, known=entrant.maker)
        return _worse(row, known)
    return row


def _matched(rows: list[Row], entrants: Mapping[int, Entrant], visit: Visit) -> list[Row]:
    """The rows with what is wrong about their products: unknown ones, and those named again."""
    left = {
        number: [fold(name) for name in entrant.products.values()]
        for number, entrant in entrants.items()
    }
    found = []
    for row in rows:
        names = left.get(row.said.number)
        if names is None or row.outcome:
            found.append(row)
            continue
        name = fold(row.said.product)
        if name in names:
            names.remove(name)
            found.append(row)
            continue
        every = [fold(each) for each in entrants[row.said.number].products.values()]
        key = "council-wrong-twice" if name in every else "council-wrong-product"
        found.append(_worse(row, visit.say(key, text=row.said.product)))
    return found


def _weighed(
    number: int, rows: list[Row], entrant: Entrant, visit: Visit
) -> tuple[Verdict | None, str, Mapping[str, str]]:
    """What its rows come to, or with what words they come to nothing now."""
    if all(row.said.chosen is None for row in rows):
        return None, "", {}
    whole = len(rows) == len(entrant.products)
    if not whole or any(row.problems or row.said.chosen is None for row in rows):
        return None, "council-wrong-others" if len(entrant.products) > 1 else "", {}
    results = {bool(row.said.chosen) for row in rows}
    chosen = True in results
    decided = _DECIDED.get(entrant.status)
    if decided is chosen:
        return None, "council-already", {}
    status = visit.say(f"status-{entrant.status.replace('_', '-')}")
    if entrant.status not in _READY:
        key = "council-wrong-status" if decided is None else "council-wrong-decided"
        return None, key, {"status": status}
    mixed = len(results) > 1
    return Verdict(number, entrant.maker, entrant.status, chosen, mixed, tuple(rows)), "", {}


def _with(row: Row, key: str, args: Mapping[str, str], visit: Visit) -> Row:
    """The row with what keeps its registration where it is, unless it has its own trouble."""
    if row.problems or row.outcome or row.said.chosen is None:
        return row
    words = visit.say(key, **args)
    return replace(row, outcome=words) if key == "council-already" else _worse(row, words)


def _worse(row: Row, words: str) -> Row:
    return replace(row, problems=(*row.problems, words))


def _result(said: Judged, visit: Visit) -> str:
    decided = visit.say("council-chosen" if said.chosen else "council-not-chosen")
    points = [f"{said.points[key]:f}" for key in (*MOST, TOTAL) if key in said.points]
    shown = " / ".join(points)
    words = visit.say("council-result-of", product=said.product, result=decided)
    return ", ".join(one for one in (words, shown, said.remark) if one)
