"""`notice plan`: the sheet that staff look at before a notice goes out."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from bot.channels.zalo_terms import TermsError
from bot.commands.notice import found, run
from bot.commands.stopping import CONFIGURATION, stop
from bot.commands.surroundings import settings_or_stop
from bot.notices import sheet
from bot.tell import tell

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

SUMS = ("chosen", "without_consent", "unreachable", "same_person", "outside", "now", "paid")


def plan(number: int) -> None:
    """Say who would get it now, who would not and why, and how long it takes."""
    settings = settings_or_stop()
    try:
        means = sheet.means_of(settings)
    except TermsError as mistakes:
        stop(mistakes.lines, CONFIGURATION)

    async def look(engine: AsyncEngine) -> tuple[sheet.Column, ...]:
        one = await found(engine, number)
        return await sheet.plan(engine, one.draft, means, datetime.now(UTC))

    columns = run(settings, look)
    for column in columns:
        typer.echo(_column(column))
    typer.echo(tell("notice-plan-sum", now=str(sum(column.now for column in columns))))


def _column(column: sheet.Column) -> str:
    numbers = {name: str(getattr(column, name)) for name in SUMS}
    args = {name.replace("_", "-"): value for name, value in numbers.items()}
    line = tell("notice-plan", account=column.account, minutes=f"{column.minutes:.0f}", **args)
    if not column.paid:
        return line
    most = f"{column.most:,}".replace(",", ".")
    return f"{line} {tell('notice-plan-paid', paid=str(column.paid), most=most)}"
