"""Every part of the program, each built once and given what it needs of the others."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.accounts import Files, always, open_accounts
from bot.activities.board import Board
from bot.activities.news import Usher, seats
from bot.after_commit import ActingStore
from bot.channels.attaching import Attachments
from bot.channels.picture_links import PictureLinks
from bot.channels.web import Web
from bot.chat_limit import Limit
from bot.coming_back import Comer, coming_back
from bot.console.inbox.watch import Watch
from bot.copies import copies
from bot.digests import Teller, digests
from bot.failpoints import reach
from bot.housekeeping import clean_up
from bot.jobs import Jobs
from bot.keeping import Keeper
from bot.mail import mail_of
from bot.notices.announcer import Announcer, announcer
from bot.outbox import Outbox
from bot.own_key import NoKey, keys_made
from bot.photos import Photos
from bot.recordings import keep_recordings
from bot.reminders import reminders
from bot.shelf import Shelf
from bot.turn import Lane
from handlers import absence, codes, machine, sheet
from handlers.effects import Erase
from storage.activities import seed
from storage.engine import open_engine, open_reader
from storage.jobs import Rota
from storage.media import Folder
from storage.outbox import Ledger
from storage.pace import Buckets
from storage.renaming import rename
from storage.timers import Timers
from storage.upgrade import upgrade

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

    from bot.accounts import Account
    from bot.channels.base import Channel
    from bot.console.inbox.window import Windows
    from bot.settings import Settings
    from content.model import Book
    from storage.hearing import Heard


@dataclass(frozen=True, slots=True)
class House:
    """Every part of the program."""

    shelf: Shelf
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
    windows: Windows
    watch: Watch
    announcer: Announcer
    jobs: Jobs


async def build(settings: Settings, book: Book, opened: AsyncExitStack) -> House:
    """Put it together; what must be closed in the end is left with `opened`."""
    engine, reader = open_engine(settings.database), open_reader(settings.database)
    opened.push_async_callback(engine.dispose)
    opened.push_async_callback(reader.dispose)
    await upgrade(engine)
    await seed(engine, book.activities, datetime.now(UTC))
    shelf = Shelf(book, settings.content, reader)
    board = Board(shelf, reader, settings.public_url)
    await board.look()
    book = board.book()
    await rename(engine, book.renamed.get(sheet.REGISTRATION, {}))
    worker = secrets.token_hex(8)
    ledger = Ledger(engine, worker, settings.beat)
    store = ActingStore(engine, machine.step, codes.digits, worker, reach, ledger.outcomes)
    opened.push_async_callback(store.close)
    pace = Limit(settings.chat_limit) if settings.chat_limit else None
    lane = Lane(store, board.book, pace, board.look)
    chat = Web()
    media, photos = Folder(settings.data_dir / "media"), Photos()
    opened.callback(photos.close)
    await keep_recordings(book, media)
    files = Files(
        Attachments(media, engine, reader),
        PictureLinks(media, settings.public_url, _keys(settings)),
    )
    limited = await open_accounts(settings, book, engine, reader, opened, files)
    accounts = tuple(one.account for one in limited)
    limits = {one.account.channel.account: one.limit for one in limited}
    windows: Windows = {
        chat.account: always,
        **{one.account.channel.account: one.window for one in limited},
    }
    outbox = Outbox(channels_of(chat, accounts), ledger, Buckets(engine), limits)
    served = [one.account for one in channels_of(chat, accounts)]
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
    public = settings.public_url or f"http://127.0.0.1:{settings.port}"
    jobs = (
        clean_up(engine, reader, erased),
        reminders(timers, lane.hear, served, settings.quiet_hours),
        seats(Usher(engine, reader, board.book, lane.hear, served, settings.quiet_hours)),
        coming_back(Comer(engine, reader, lane.hear, served, settings.quiet_hours)),
        digests(Teller(engine, reader, board.book, lane.hear, mail_of(settings), public)),
        copies(settings),
    )
    return House(
        shelf=shelf,
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
        windows=windows,
        watch=Watch(reader),
        jobs=Jobs(Rota(engine, reader, worker, ledger.living), jobs),
        announcer=announcer(settings, engine, reader, outbox, board.book),
    )


def _keys(settings: Settings) -> list[str]:
    """What addresses of pictures are proved with; without any, no picture has one."""
    if not settings.public_url:
        return []
    try:
        return keys_made(settings)
    except NoKey:
        return []


def channels_of(chat: Web, accounts: Sequence[Account]) -> list[Channel]:
    """Everything that messages are sent by."""
    return [chat, *(one.channel for one in accounts)]
