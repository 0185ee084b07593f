"""Notices and a course for the pages to show, with what became of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from handlers.seats import Standing
from storage import activities, notices
from storage.activities import EVERYBODY
from storage.columns import Announcing, Sending
from storage.due_notices import take_due
from storage.freezing import freeze
from storage.notices import Door, Draft
from storage.outbox import Ledger
from storage.persons import Windows
from storage.schema import chunk, conversation, delivery, notice, seat
from tests.book import the_book

TEXT = "Sở Công Thương mời anh/chị dự lớp tập huấn: 8 giờ 00 thứ Năm 10/12/2026."
WORDS = {"vi": TEXT, "en": "The department invites you to a course."}
DOOR = Door("register", {"vi": "Ghi danh", "en": "Sign up"})
TICKET_NAME = "abcdefghijklmnopqrstuvw1"
DRAFT = Draft("Lớp tập huấn hồ sơ", "training", WORDS, (DOOR,))


async def agrees(engine: AsyncEngine) -> None:
    """Everybody who talked to us agreed to hear of training courses."""
    async with engine.begin() as connection:
        await connection.execute(update(conversation).values(consents="training"))


async def announced(engine: AsyncEngine) -> int:
    """A draft, and the notice after it that failed for somebody; gives that one's number."""
    now = datetime.now(UTC)
    await notices.create(engine, DRAFT, now)
    await agrees(engine)
    number = await notices.create(engine, DRAFT, now)
    await notices.schedule(engine, number, now, now)
    ledger = Ledger(engine, "w1")
    await ledger.beat()
    one = await take_due(engine, "w1", ledger.living(), now, now - timedelta(hours=1))
    assert one is not None
    assert one.id == number
    await freeze(engine, "w1", one, Windows(now - timedelta(days=2), now - timedelta(days=7)), now)
    async with engine.begin() as connection:
        mine = delivery.c.notice_id == number
        for n in list(await connection.scalars(select(delivery.c.n).where(mine))):
            fate = (Sending.FAILED, "bad request") if n % 2 else (Sending.SENT, "")
            change = {"status": fate[0], "error": fate[1], "at": now}
            await connection.execute(update(delivery).where(mine, delivery.c.n == n).values(change))
        await connection.execute(update(chunk).where(chunk.c.notice_id == number).values(done=True))
        over = {"status": Announcing.DONE, "finished_at": now}
        await connection.execute(update(notice).where(notice.c.id == number).values(over))
    return number


async def held(engine: AsyncEngine) -> int:
    """A course that somebody has a seat at, and somebody else waits for one."""
    now = datetime.now(UTC)
    number = await activities.create(
        engine, replace(the_book().activities[0], seats=1), EVERYBODY, now
    )
    first = ("Vàng Thị Mỷ", Standing.HELD, TICKET_NAME)
    second = ("Lò Văn Sú", Standing.WAITING, TICKET_NAME[::-1])
    async with engine.begin() as connection:
        for name, standing, token in (first, second):
            row = {"activity_id": number, "contact_id": 1, "name": name, "phone": "+84912000111"}
            more = {"standing": standing, "at": now, "token": token}
            await connection.execute(insert(seat).values(**row, **more))
    return number
