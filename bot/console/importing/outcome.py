"""The list that was handed in as a spreadsheet, with what became of each row beside it."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from aiohttp import web

from bot.papers.plan import Column, Plan
from bot.papers.registrations import paper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.console.visit import Visit
    from storage.handed import Line, List

_WIDTH, _WORDS_WIDTH = 20, 60
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Row(Protocol):
    """A row with what became of it in words, or what is wrong with it, and a code."""

    @property
    def line(self) -> Line:
        """The row as it was handed in."""

    @property
    def outcome(self) -> str:
        """What became of it; empty while nothing has."""

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with it."""

    @property
    def code(self) -> str:
        """The code of what it became."""


async def outcome_answer(
    one: List, rows: Sequence[Row], visit: Visit, name: str
) -> web.StreamResponse:
    """The file as a download of this name."""
    headers = {
        "Content-Disposition": f'attachment; filename="{name}-{one.id}.xlsx"',
        "Cache-Control": "no-store",
    }
    content = await outcome_file(one, rows, visit)
    return web.Response(body=content, content_type=_XLSX, headers=headers)


async def outcome_file(one: List, rows: Sequence[Row], visit: Visit) -> bytes:
    """The file, ready to be handed in again once it was put right."""
    own = [Column(heading, f"cell-{at}", _WIDTH) for at, heading in enumerate(one.head)]
    added = [
        Column(visit.say("import-outcome"), "outcome", _WORDS_WIDTH),
        Column(visit.say("list-code"), "code", _WIDTH),
    ]
    plan = Plan(visit.say("import-outcome"), (*own, *added))
    return await asyncio.to_thread(_written, plan, rows)


def _written(plan: Plan, rows: Sequence[Row]) -> bytes:
    with tempfile.TemporaryDirectory(prefix="import-") as folder:
        out = Path(folder) / "outcome.xlsx"
        width = len(plan.columns) - 2
        with paper(out, plan) as sheet:
            sheet.head(plan.columns)
            for row in rows:
                cells = [*row.line.cells, *[""] * width][:width]
                said = row.outcome or "; ".join(row.problems)
                sheet.row([cell or None for cell in (*cells, said, row.code)])
        return out.read_bytes()
