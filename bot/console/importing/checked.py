"""A list as its page shows it: what each row gives, what is wrong with it, what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers.answers import show
from handlers.codes import code
from handlers.desk.handed import COMMUNE, Problem, askable, given_in
from storage.handed import Line, List
from storage.importing import THERE

if TYPE_CHECKING:
    from datetime import datetime

    from bot.console.visit import Visit
    from handlers.state import Answers

PATIENCE = 20
"""Rows read before somebody else gets a turn."""

NOT_YOURS = "not-yours"
"""A commune that is not among an officer's own."""


@dataclass(frozen=True, slots=True)
class Row:
    """
    One row: `answers` where it is good, `problems` in words where not.

    `outcome` says in words what became of it, with the `code` of what it became.
    """

    line: Line
    answers: Answers
    problems: tuple[str, ...]
    outcome: str
    code: str


async def checked(one: List, lines: list[Line], at: datetime, visit: Visit) -> list[Row]:
    """Every row of the list, read by its mapping."""
    rows = []
    for line in lines:
        rows.append(_row(one, line, at, visit))
        if len(rows) % PATIENCE == 0:
            await asyncio.sleep(0)
    return rows


def shown(row: Row, mapping: Mapping[int, str], visit: Visit) -> list[str]:
    """What was read in each of the columns that answer something."""
    questions = askable(visit.book)
    said = {question: given.value for (_, question), given in row.answers.items()}
    return [
        show(questions[key], said[key], visit.book, visit.language) if key in said else ""
        for key in mapping.values()
    ]


def _row(one: List, line: Line, at: datetime, visit: Visit) -> Row:
    if line.outcome:
        known = line.outcome == THERE
        outcome = visit.say("import-row-there" if known else "import-row-made")
        return Row(line, {}, (), outcome, "" if known else code(line.registration or 0))
    given = given_in(line.cells, one.mapping, at, visit.book)
    problems = [*given.problems, *_elsewhere(given.answers, visit)]
    words = tuple(_words(problem, visit) for problem in problems)
    return Row(line, {} if words else given.answers, words, "", "")


def _elsewhere(answers: Answers, visit: Visit) -> list[Problem]:
    own = visit.colleague.communes
    if own is None:
        return []
    given = answers.get((0, COMMUNE))
    if given is None:
        return [Problem(COMMUNE, "missing")]
    return [] if given.value in own else [Problem(COMMUNE, NOT_YOURS, given.raw)]


def _words(problem: Problem, visit: Visit) -> str:
    question = askable(visit.book)[problem.question]
    label = visit.say(f"{question.words}.label")
    key = f"import-problem-{problem.reason}"
    return visit.say(key, label=label, text=problem.text, reading=problem.reading)
