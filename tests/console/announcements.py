"""Notices for the pages to show: a draft, and one that was sent to some and not to others."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from storage import notices
from storage.columns import Announcing, Sending
from storage.due_notices import take_due
from storage.freezing import freeze
from storage.notices import Door, Draft
from storage.outbox import Ledger
from storage.persons import Windows
from storage.schema import chunk, conversation, delivery, notice

TEXT = "Sở Công Thương mời anh/chị dự lớp tập huấn: 8 giờ 00 thứ Năm 10/12/2026."
WORDS = {"vi": TEXT, "en": "The department invites you to a course."}
DOOR = Door("register", {"vi": "Ghi danh", "en": "Sign up"})
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
