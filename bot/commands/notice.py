"""
`notice`: an announcement, from a file to its report.

The commands write rows and return; whichever program serves from the database does the sending,
and `--wait` only watches it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from bot.activities import announcing
from bot.commands.on_database import on_database
from bot.commands.stopping import USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.commands.words import moment_or_stop
from bot.notices import file, saying
from bot.notices.picture import kept
from bot.notices.report import write_report
from bot.notices.trying import try_out
from bot.tell import tell
from handlers import codes
from handlers.days import VIETNAM
from storage import activities, notices
from storage.columns import Sending
from storage.ledgers import again, arrived, counts, skip_rest
from storage.media import Folder, NoRoom

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.settings import Settings
    from storage.notices import Draft, Notice

WATCH = 0.5
OPEN = {Sending.PENDING, Sending.IN_FLIGHT}
COUNTED = ("sent", "failed", "unknown", "skipped")
T = TypeVar("T")


def create(path: Path) -> None:
    """Make a draft of a file; the last line is `notice ID`."""
    number = _of_file(path, notices.create)
    typer.echo(f"\nnotice {number}")


def edit(number: int, path: Path) -> None:
    """Write it anew from a file, as long as it is not under way."""
    _of_file(path, lambda engine, draft, now: notices.edit(engine, number, draft, now))
    typer.echo(f"\n{tell('notice-edited')}")


def send(number: int, at: str, *, wait: bool) -> None:
    """Have it sent, now or from a moment on."""
    settings = settings_or_stop()
    now = datetime.now(UTC)
    when = moment_or_stop(at) if at else now
    run(settings, lambda engine: notices.schedule(engine, number, when, now))
    typer.echo(tell("notice-scheduled", at=_shown(when)))
    if wait:
        run(settings, lambda engine: _watch(engine, number))


def test(number: int, code: str) -> None:
    """Send it to whoever has this registration, as a notice of its own."""

    async def do(engine: AsyncEngine) -> int:
        return await try_out(engine, await found(engine, number), code, datetime.now(UTC))

    if codes.number(code) is None:
        stop(tell("dossier-no-code", code=code), USAGE)
    made = run(settings_or_stop(), do)
    typer.echo(tell("notice-test", code=code))
    typer.echo(f"notice {made}")


def pause(number: int) -> None:
    """Send nothing more for now."""
    run(settings_or_stop(), lambda engine: notices.pause(engine, number, datetime.now(UTC)))
    typer.echo(tell("notice-paused"))


def resume(number: int) -> None:
    """Go on where it was paused."""
    run(settings_or_stop(), lambda engine: notices.resume(engine, number, datetime.now(UTC)))
    typer.echo(tell("notice-resumed"))


def cancel(number: int) -> None:
    """Never send what is not sent yet."""

    async def do(engine: AsyncEngine) -> None:
        await notices.cancel(engine, number, datetime.now(UTC))
        await skip_rest(engine, number, datetime.now(UTC))

    run(settings_or_stop(), do)
    typer.echo(tell("notice-cancelled"))


def retry(number: int, *, unknown: bool) -> None:
    """Send once more to those it failed for, or to those of whom nobody knows."""
    status = Sending.UNKNOWN if unknown else Sending.FAILED

    async def do(engine: AsyncEngine) -> int:
        await found(engine, number)
        return await again(engine, number, status, datetime.now(UTC))

    typer.echo(tell("notice-again", count=str(run(settings_or_stop(), do))))


def report(number: int, out: Path | None) -> None:
    """
    How many got it; one `name: count` a line, and a file with a row for each if asked for.

    `delivered` and `seen` are those of whom the platform has told so, where it tells.
    """
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)

    async def look(engine: AsyncEngine) -> list[str]:
        one = await found(engine, number)
        if out is not None:
            await write_report(engine, book, number, out)
        delivered, seen = await arrived(engine, number)
        lines = _lines(one, await counts(engine, number))
        return [*lines, *([f"delivered: {delivered}", f"seen: {seen}"] if delivered else [])]

    typer.echo("\n".join(run(settings, look, out)))
    if out is not None:
        typer.echo(tell("notice-report-file", file=str(out)))


def listed() -> None:
    """The notices made last."""
    for one in run(settings_or_stop(), notices.newest):
        when = _shown(one.send_at) if one.send_at else "-"
        typer.echo(f"{one.id}  {_status(one)}  {when}  {one.draft.title}")


async def _watch(engine: AsyncEngine, number: int) -> None:
    """A line that grows until the notice is over, or stands still because somebody wants it to."""
    one = await notices.find(engine, number)
    while one is not None and one.status in notices.OPEN:
        found = await counts(engine, number)
        over = sum(count for status, count in found.items() if status not in OPEN)
        typer.echo(f"\r{tell('notice-progress', over=str(over), of=str(one.total))}", nl=False)
        await asyncio.sleep(WATCH)
        one = await notices.find(engine, number)
    typer.echo()
    if one is not None:
        typer.echo("\n".join(_lines(one, await counts(engine, number))))


def _of_file(path: Path, do: Callable[[AsyncEngine, Draft, datetime], Awaitable[T]]) -> T:
    """What is done with the notice in a file gives; its words are shown."""
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)
    if not path.is_file():
        stop(tell("no-such-file", file=str(path)), USAGE)
    try:
        draft, picture = file.read(path, book)
    except file.Mistaken as mistakes:
        stop([tell("notice-mistakes", file=path.name), *mistakes.lines], USAGE)

    async def work(engine: AsyncEngine) -> T:
        for number in filter(None, map(announcing.activity_of, draft.doors)):
            try:
                await activities.find(engine, number)
            except LookupError:
                stop(tell("no-such-activity", number=str(number)), USAGE)
        shown = await kept(picture, Folder(settings.data_dir / "media")) if picture else None
        return await do(engine, replace(draft, picture=shown), datetime.now(UTC))

    try:
        done = run(settings, work)
    except NoRoom:
        stop(tell("notice-no-room"))
    typer.echo(saying.said(draft, book, book.languages[0]).message.text)
    return done


def _lines(one: Notice, found: dict[Sending, int]) -> Iterable[str]:
    yield f"status: {_status(one)}"
    yield f"audience: {sum(found.values())}"
    for name in COUNTED:
        yield f"{name}: {found[Sending[name.upper()]]}"
    yield f"pending: {sum(found[status] for status in OPEN)}"


def _status(one: Notice) -> str:
    reason = f" ({tell(f'notice-reason-{one.reason}')})" if one.reason else ""
    return f"{one.status.name.lower()}{reason}"


def _shown(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%d/%m/%Y %H:%M}"


async def found(engine: AsyncEngine, number: int) -> Notice:
    """The notice of this number; raises LookupError."""
    one = await notices.find(engine, number)
    if one is None:
        raise LookupError(number)
    return one


def run(
    settings: Settings, do: Callable[[AsyncEngine], Awaitable[T]], out: Path | None = None
) -> T:
    """What is done with the database gives; says in one line why it cannot be done."""
    try:
        return on_database(settings, do, out)
    except LookupError as missing:
        stop(tell("no-such-notice", number=str(missing)), USAGE)
    except notices.Refused as refused:
        stop(tell("notice-not-now", status=refused.status.name.lower()), USAGE)
