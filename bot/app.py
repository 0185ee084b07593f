"""
The one place that knows how the parts are put together.

Everything is built once, started in the order in which one part needs another, and stopped in the
opposite one: no new events, then the turns in hand, then what is still to be sent. The start waits
for the database and for nothing else; a channel that cannot be reached is lost until it is found.
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable, Coroutine, Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.accounts import open_accounts
from bot.activities import calendar_file
from bot.activities.board import Board
from bot.activities.news import Usher, seats
from bot.after_commit import ActingStore
from bot.channels import web as web_chat
from bot.channels.web import Web, web_routes
from bot.channels.web_porter import Porter
from bot.chat_limit import Limit
from bot.console import gate as console
from bot.console.routes import console_routes
from bot.copies import copies
from bot.door.peers import source_behind
from bot.failpoints import reach
from bot.housekeeping import clean_up, keep_log_short
from bot.jobs import Jobs
from bot.keeping import Keeper
from bot.notices.announcer import Announcer, announcer
from bot.outbox import Outbox
from bot.photos import Photos
from bot.reminders import reminders
from bot.server import Server
from bot.setting_kinds import site_code
from bot.turn import Lane
from handlers import absence, codes, machine, sheet
from handlers.effects import Erase
from handlers.events import Moment
from storage.activities import seed
from storage.engine import open_engine, open_reader
from storage.jobs import Rota
from storage.media import Folder
from storage.outbox import Ledger
from storage.pace import Buckets
from storage.renaming import rename
from storage.staff import Role, issue_link
from storage.talk import lines_after
from storage.timers import Timers
from storage.upgrade import upgrade

if TYPE_CHECKING:
    from aiohttp import web
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.accounts import Account
    from bot.channels.base import Channel
    from bot.settings import Settings
    from content.model import Book
    from storage.hearing import Heard

EMPTYING = 5.0
ANSWERING = 2.0


@dataclass(frozen=True, slots=True)
class Running:
    """Where the program listens, which accounts it serves, and a link for the one invited."""

    port: int
    accounts: tuple[str, ...]
    link: str


@dataclass(frozen=True, slots=True)
class House:
    """Every part of the program."""

    board: Board
    engine: AsyncEngine
    reader: AsyncEngine
    ledger: Ledger
    store: ActingStore
    lane: Lane
    outbox: Outbox
    keeper: Keeper
    media: Folder
    photos: Photos
    erased: asyncio.Event
    chat: Web
    accounts: tuple[Account, ...]
    announcer: Announcer
    jobs: Jobs


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
        house = await _build(settings, book, opened)
        server = Server(settings, _routes(settings, house), lambda: _is_well(house))
        if alone:
            await house.ledger.be_alone()
        await house.outbox.open()
        house.lane.start()
        await server.open()
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
    accounts = tuple(one.account for one in _channels(house.chat, house.accounts))
    address = settings.public_url or f"http://127.0.0.1:{port}"
    link = await issue_link(house.engine, invited, Role.ADMIN, (), address) if invited else ""
    return Running(port, accounts, link)


async def _build(settings: Settings, book: Book, opened: AsyncExitStack) -> House:
    engine, reader = open_engine(settings.database), open_reader(settings.database)
    opened.push_async_callback(engine.dispose)
    opened.push_async_callback(reader.dispose)
    await upgrade(engine)
    await seed(engine, book.activities, datetime.now(UTC))
    board = Board(book, reader, settings.public_url)
    await board.look()
    await rename(engine, book.renamed.get(sheet.REGISTRATION, {}))
    worker = secrets.token_hex(8)
    ledger = Ledger(engine, worker, settings.beat)
    store = ActingStore(engine, machine.step, codes.digits, worker, reach, ledger.outcomes)
    opened.push_async_callback(store.close)
    lane = Lane(store, board.book, Limit(settings.chat_limit) if settings.chat_limit else None)
    chat = Web()
    limited = await open_accounts(settings, book, engine, reader, opened)
    accounts = tuple(one.account for one in limited)
    limits = {one.account.channel.account: one.limit for one in limited}
    outbox = Outbox(_channels(chat, accounts), ledger, Buckets(engine), limits)
    served = [one.account for one in _channels(chat, accounts)]
    media, photos = Folder(settings.data_dir / "media"), Photos()
    opened.callback(photos.close)
    fetches = {one.channel.account: one.fetch for one in accounts}
    keeper = Keeper(engine, media, photos, fetches, lane.hear)

    erased = asyncio.Event()

    def act(heard: Heard) -> None:
        outbox.take(heard.replies)
        keeper.heed(heard.effects)
        if any(type(effect) is Erase for effect in heard.effects):
            erased.set()

    store.act = act
    timers = Timers(engine, reader, absence.unfinished)
    usher = Usher(engine, reader, board.book, lane.hear, served, settings.quiet_hours)
    jobs = (
        clean_up(engine, reader, erased),
        reminders(timers, lane.hear, served, settings.quiet_hours),
        seats(usher),
        copies(settings),
    )
    return House(
        board=board,
        engine=engine,
        reader=reader,
        ledger=ledger,
        store=store,
        lane=lane,
        outbox=outbox,
        keeper=keeper,
        media=media,
        photos=photos,
        erased=erased,
        chat=chat,
        accounts=accounts,
        jobs=Jobs(Rota(engine, reader, worker, ledger.living), jobs),
        announcer=announcer(settings, engine, reader, outbox, board.book),
    )


def _channels(chat: Web, accounts: Sequence[Account]) -> list[Channel]:
    return [chat, *(one.channel for one in accounts)]


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
            photos=house.photos,
            site_code=site_code(settings.zalo_site_proof),
        ),
    )
    yield from console_routes(
        console.Parts(
            engine=house.engine,
            reader=house.reader,
            book=house.board.book,
            source_of=source,
            database=settings.database,
            media=house.media,
            secure=secure,
        )
    )
    yield from calendar_file.routes(house.reader, house.board.book().languages[0])
    for account in house.accounts:
        yield from account.routes(house.lane.hear)
    if settings.zalo_site_proof:
        from bot.channels.zalo_grant import site_proof

        yield site_proof(settings.zalo_site_proof)


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
