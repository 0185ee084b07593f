"""The report of what people asked that the book could not answer, as a spreadsheet or CSV."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.papers.cells import in_vietnam
from bot.papers.plan import Column, Plan, Shape
from bot.papers.registrations import paper
from bot.tell import tell
from storage.unanswered import asked

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine


async def export_questions(reader: AsyncEngine, out: Path, since: datetime | None = None) -> int:
    """Write the questions asked since a time to a file; gives how many there were."""
    questions = await asked(reader, since)
    plan = _plan()
    with paper(out, plan) as sheet:
        sheet.head(plan.columns)
        for one in questions:
            sheet.row([one.text, one.times, in_vietnam(one.first_at), in_vietnam(one.last_at)])
    return len(questions)


def _plan() -> Plan:
    columns = (
        ("text", 60, Shape.TEXT),
        ("times", 10, Shape.NUMBER),
        ("first", 18, Shape.DAY),
        ("last", 18, Shape.DAY),
    )
    return Plan(
        tell("questions-title"),
        tuple(Column(tell(f"questions-{key}"), key, width, shape) for key, width, shape in columns),
    )
