"""
`activity`: a training course or a fair, from a file to the list of who was there.

The commands write rows and return; the program that serves tells people.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from bot.activities import announcing, attended, file, letters, lists
from bot.commands.on_database import on_database
from bot.commands.stopping import USAGE, stop
from bot.commands.surroundings import book_or_stop, settings_or_stop
from bot.notices import saying
from bot.notices.file import Mistaken
from bot.notices.picture import kept
from bot.tell import tell
from content.limits import text_problem
from handlers import codes
from handlers.days import VIETNAM
from handlers.seats import Standing
from storage import activities, changing, guests, notices
from storage.media import Folder, NoRoom

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from storage.activities import Entered
    from storage.guests import Guest

T = TypeVar("T")


def create(path: Path) -> None:
    """Make an activity of a file; the last line is `activity ID`."""
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)
    _there(path)
    try:
        activity, audience, picture = file.read(path, book)
    except Mistaken as mistakes:
        stop([tell("activity-mistakes", file=path.name), *mistakes.lines], USAGE)

    async def do(engine: AsyncEngine) -> int:
        shown = await kept(picture, Folder(settings.data_dir / "media")) if picture else None
        invitation = activities.Invitation(audience, shown)
        return await activities.create(engine, activity, invitation, datetime.now(UTC))

    try:
        number = _run(do)
    except NoRoom:
        stop(tell("notice-no-room"))
    typer.echo(f"activity {number}")


def edit(number: int, path: Path) -> None:
    """Write it anew from a file; whoever has a seat is told of another time or place."""
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)
    _there(path)
    try:
        activity = file.read(path, book).activity
    except Mistaken as mistakes:
        stop([tell("activity-mistakes", file=path.name), *mistakes.lines], USAGE)
    try:
        told = _run(lambda engine: changing.edit(engine, number, activity, datetime.now(UTC)))
    except changing.TooFew as few:
        stop(tell("activity-too-few", occupied=str(few.occupied)), USAGE)
    except changing.Gone:
        stop(tell("activity-off-already"), USAGE)
    typer.echo(tell("activity-edited-told" if told else "activity-edited"))


def listed() -> None:
    """The activities made last, and how many of their seats are taken."""
    for one in _run(activities.newest):
        activity = one.activity
        taken = tell(
            "activity-listed",
            taken=str(activity.seats - activity.left),
            seats=str(activity.seats),
            waiting=str(activity.waiting),
        )
        called_off = f"  ({tell('activity-off')})" if activity.cancelled else ""
        when = f"{activity.starts.astimezone(VIETNAM):%d/%m/%Y %H:%M}"
        typer.echo(f"{activity.number}  {when}  {_title(one)}: {taken}{called_off}")


def seats(number: int, out: Path) -> None:
    """Write the list of who comes, to be printed or filled in."""
    settings = settings_or_stop()
    book = book_or_stop(settings.content, demo=True)
    if out.suffix.lower() not in lists.SUFFIXES:
        stop(tell("list-suffix", file=out.name), USAGE)

    async def do(engine: AsyncEngine) -> int:
        one = await activities.find(engine, number)
        found = await guests.guests(engine, number)
        lists.write_list(book, one.activity, found, out)
        return len(found)

    typer.echo(tell("activity-seats", count=str(_run(do, out)), file=str(out)))


def invite(number: int, out: Path) -> None:
    """Write the letters of invitation, to be printed."""
    book = book_or_stop(settings_or_stop().content, demo=True)

    async def do(engine: AsyncEngine) -> None:
        one = await activities.find(engine, number)
        found = await guests.guests(engine, number)
        letters.write_letters(book, one.activity, found, out)

    _run(do, out)
    typer.echo(tell("notice-report-file", file=str(out)))


def checkin(number: int, code: str) -> None:
    """Note that somebody has come, by the code of their seat or the link in their ticket."""
    now = datetime.now(UTC)

    async def do(engine: AsyncEngine) -> Guest | None:
        await activities.find(engine, number)
        held = await guests.ticket(engine, code.rpartition("/")[2])
        one = held[1].id if held and held[0] == number else _seat(code)
        return await guests.check_in(engine, number, one, now)

    guest = _run(do)
    if guest is None:
        stop(tell("activity-no-such-code", code=code), USAGE)
    if guest.standing is Standing.WAITING:
        stop(tell("activity-waits", name=guest.name, line=str(guest.line)), USAGE)
    if guest.arrived_at is not None:
        at = f"{guest.arrived_at.astimezone(VIETNAM):%H:%M %d/%m/%Y}"
        typer.echo(tell("activity-came-already", name=guest.name, at=at))
    else:
        typer.echo(tell("activity-came", name=guest.name))


def attendance(number: int, path: Path) -> None:
    """Write down who was there, from the list that somebody filled in."""
    book = book_or_stop(settings_or_stop().content, demo=True)
    _there(path)

    async def do(engine: AsyncEngine) -> dict[int, bool]:
        await activities.find(engine, number)
        known = {one.id for one in await guests.guests(engine, number)}
        there = attended.read(path, book, known)
        await guests.mark(engine, number, there, datetime.now(UTC))
        return there

    try:
        there = _run(do)
    except attended.Unreadable as mistakes:
        stop([tell("attended-mistakes", file=path.name), *mistakes.lines], USAGE)
    came = sum(there.values())
    typer.echo(tell("activity-attended", came=str(came), missed=str(len(there) - came)))


def confirm(number: int, code: str) -> None:
    """Confirm an offered seat for somebody who said so on the phone."""
    now = datetime.now(UTC)
    if not _run(lambda engine: guests.confirm(engine, number, _seat(code), now)):
        stop(tell("activity-nothing-offered", code=code), USAGE)
    typer.echo(tell("activity-confirmed"))


def give_up(number: int, code: str) -> None:
    """Give a seat to the next in line, for somebody who said on the phone that they do not come."""
    now = datetime.now(UTC)
    if not _run(lambda engine: guests.take_back(engine, number, _seat(code), now)):
        stop(tell("activity-no-such-code", code=code), USAGE)
    typer.echo(tell("activity-given-up"))


def cancel(number: int) -> None:
    """Call it off; whoever has a seat is told."""

    async def do(engine: AsyncEngine) -> bool:
        await activities.find(engine, number)
        return await activities.cancel(engine, number, datetime.now(UTC))

    if not _run(do):
        stop(tell("activity-off-already"), USAGE)
    typer.echo(tell("activity-cancelled"))


def announce(number: int) -> None:
    """Make the draft of its notice; the last line is `notice ID`."""
    book = book_or_stop(settings_or_stop().content, demo=True)

    async def do(engine: AsyncEngine) -> tuple[int, str]:
        one = await activities.find(engine, number)
        if one.activity.cancelled:
            stop(tell("activity-off-already"), USAGE)
        draft = announcing.draft(one, book)
        text = saying.said(draft, book, book.languages[0]).message.text
        if problem := text_problem(text):
            stop(f"text: {problem}", USAGE)
        return await notices.create(engine, draft, datetime.now(UTC)), text

    notice, text = _run(do)
    typer.echo(text)
    typer.echo(f"\nnotice {notice}")


def _run(do: Callable[[AsyncEngine], Awaitable[T]], out: Path | None = None) -> T:
    try:
        return on_database(settings_or_stop(), do, out)
    except LookupError as missing:
        stop(tell("no-such-activity", number=str(missing)), USAGE)


def _there(path: Path) -> None:
    if not path.is_file():
        stop(tell("no-such-file", file=str(path)), USAGE)


def _seat(code: str) -> int:
    """The number of a seat's code; 0 where a digit must be wrong."""
    return codes.number(code) or 0


def _title(one: Entered) -> str:
    return next(iter(one.activity.words.values())).title
