"""
The life of the program, from its start to its end.

Its parts are started in the order in which one needs another, and stopped in the opposite one: no
new events, then the turns in hand, then what is still to be sent. The start waits for the database
and for nothing else; a channel that cannot be reached is lost until it is found.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.activities import calendar_file, tickets
from bot.channels import web as web_chat
from bot.channels.web import web_routes
from bot.channels.web_porter import Porter
from bot.console.parts import Parts
from bot.console.routes import console_routes
from bot.door.peers import source_behind
from bot.house import build, channels_of
from bot.housekeeping import keep_log_short
from bot.notices.sheet import means_of
from bot.own_key import seal_of
from bot.papers.sources import doors_of
from bot.server import Server
from bot.setting_kinds import site_code
from handlers.events import Moment
from storage.links import issue_link
from storage.staff import Role
from storage.talk import attached_to, lines_after

if TYPE_CHECKING:
    from aiohttp import web

    from bot.commands.finding import Finding
    from bot.house import House
    from bot.settings import Settings
    from content.model import Book

EMPTYING = 5.0
ANSWERING = 2.0


@dataclass(frozen=True, slots=True)
class Running:
    """Where the program listens, which accounts it serves, and a link for the one invited."""

    port: int
    accounts: tuple[str, ...]
    link: str


async def run(
    settings: Settings,
    book: Book,
    stop: asyncio.Event,
    ready: Callable[[Running], None],
    *,
    alone: bool,
    invited: str = "",
) -> None:
    """
    Serve until `stop` is set; `alone` when no other program can serve from this database.

    `invited` is the name of an administrator to make a link for.
    """
    async with AsyncExitStack() as opened:
        house = await build(settings, book, opened)
        server = Server(settings, _routes(settings, house), lambda: _is_well(house))
        if alone:
            await house.ledger.be_alone()
        await house.outbox.open()
        house.lane.start()
        await server.open()
        if settings.metrics_port:
            from bot.metrics import served

            await opened.enter_async_context(served(house, settings.metrics_port))
        async with asyncio.TaskGroup() as tasks:
            loops = [tasks.create_task(loop) for loop in _loops(house)]
            try:
                ready(await _running(settings, house, server.port, invited))
                await stop.wait()
            finally:
                await _finish(house, server)
                for loop in loops:
                    loop.cancel()


async def _running(settings: Settings, house: House, port: int, invited: str) -> Running:
    accounts = tuple(one.account for one in channels_of(house.chat, house.accounts))
    address = settings.public_url or f"http://127.0.0.1:{port}"
    link = await issue_link(house.engine, invited, Role.ADMIN, (), address) if invited else ""
    return Running(port, accounts, link)


def _routes(settings: Settings, house: House) -> Iterator[web.RouteDef]:
    source = source_behind(settings.trusted_proxies)
    secure = settings.public_url.startswith("https:")
    yield from web_routes(
        house.chat,
        web_chat.Parts(
            porter=Porter(source, secure=secure),
            hear=house.lane.hear,
            moment_of=moment_of,
            lines_after=lambda address, seen: lines_after(
                house.reader, house.chat.account, address, seen
            ),
            book=house.board.book,
            media=house.media,
            attached_to=lambda address, media: attached_to(
                house.reader, house.chat.account, address, media
            ),
            photos=house.photos,
            site_code=site_code(settings.zalo_site_proof),
        ),
    )
    yield from console_routes(
        Parts(
            engine=house.engine,
            reader=house.reader,
            book=house.board.book,
            source_of=source,
            database=settings.database,
            media=house.media,
            seal=seal_of(settings),
            doctor=lambda thorough: _doctor(settings, thorough),
            hear=house.lane.hear,
            means=means_of(settings),
            windows=house.windows,
            watch=house.watch,
            mails=bool(settings.smtp_host),
            secure=secure,
            shelf=house.shelf,
            doors=doors_of(settings),
            closing=settings.closing_day,
        )
    )
    yield from calendar_file.routes(house.reader, house.board.book().languages[0])
    yield from tickets.routes(house.reader, house.board.book, settings.public_url)
    for account in house.accounts:
        yield from account.routes(house.lane.hear)
    if settings.zalo_site_proof:
        from bot.channels.zalo_grant import site_proof

        yield site_proof(settings.zalo_site_proof)


def _doctor(settings: Settings, thorough: bool) -> list[Finding]:  # noqa: FBT001 (of a callable)
    """What the doctor finds; it brings much with it, so it comes when it is called."""
    from bot.commands.doctor import at_a_glance, findings

    return list(findings(settings) if thorough else at_a_glance(settings))


def _loops(house: House) -> Iterator[Coroutine[None, None, None]]:
    """What goes on by itself, until it is cancelled."""
    yield house.outbox.run()
    yield house.keeper.run()
    yield house.announcer.run()
    yield house.board.run()
    yield house.jobs.run()
    yield keep_log_short(house.reader, house.erased)
    for account in house.accounts:
        yield from account.loops(house.lane.hear)


async def _finish(house: House, server: Server) -> None:
    """No new events, then the turns in hand, then what they had to say."""
    house.chat.close()
    house.watch.close()
    await server.close()
    await house.lane.stop()
    await house.outbox.emptied(EMPTYING)


async def _is_well(house: House) -> bool:
    """Whether the database answers and the sender runs."""
    try:
        async with asyncio.timeout(ANSWERING), house.reader.connect() as connection:
            await connection.execute(text("SELECT 1"))
    except (SQLAlchemyError, OSError, TimeoutError):
        return False
    return house.outbox.running


def moment_of(age: timedelta) -> Moment:
    """The moment of something that happened so long ago and is heard now."""
    now = datetime.now(UTC)
    return Moment(now, now - age, 0)
