"""A database with people who agreed to hear of training courses, and workers that tell them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels.base import Channel
from bot.notices.announcer import announcer
from bot.outbox import Outbox
from bot.settings import read_settings
from handlers.state import Conversation
from storage import ledgers, notices
from storage.codec import encode_conversation
from storage.columns import Announcing, Sending
from storage.engine import open_engine, open_reader
from storage.notices import Draft, Notice
from storage.outbox import Ledger
from storage.pace import Buckets
from storage.schema import answer, contact, conversation, delivery, registration
from storage.upgrade import upgrade
from tests.book import the_book
from tests.whole.until import until

TOPIC = "training"
ACCOUNT = "test:1"
DRAFT = Draft("A course", TOPIC, {"vi": "Mời anh/chị dự lớp tập huấn."})
LIMIT = 1000.0
STATE = encode_conversation(Conversation(language="vi", topics=frozenset({TOPIC})))
DAY = {"BOT_QUIET_HOURS": "none", "BOT_BEAT": "1"}


@dataclass(slots=True)
class Desk:
    """One database; `settings` are those of every worker."""

    engine: AsyncEngine
    reader: AsyncEngine
    settings: dict[str, str] = field(default_factory=lambda: dict(DAY))

    async def people(self, count: int, account: str = ACCOUNT) -> list[str]:
        """So many people more, by address."""
        now = datetime.now(UTC)
        async with self.engine.begin() as connection:
            last = await connection.scalar(select(func.coalesce(func.max(contact.c.id), 0))) or 0
            ids = range(last + 1, last + count + 1)
            people = [{"id": n, **_person(account, n), "created_at": now} for n in ids]
            await connection.execute(insert(contact), people)
            await connection.execute(insert(conversation), [_talk(account, n, now) for n in ids])
        return [f"p{n}" for n in ids]

    async def are(self, phone: str, *addresses: str, shared: bool = False) -> None:
        """These contacts shared the same number as their own, which others may use too."""
        theirs = contact.c.address.in_(addresses)
        async with self.engine.begin() as connection:
            await connection.execute(update(contact).where(theirs).values(phone=phone))
            if shared:
                number = await connection.scalar(select(func.min(contact.c.id)).where(theirs))
                await connection.execute(insert(registration).values(_registered(number or 0)))
                given = {"registration_id": number, "question": "phone-shared", "value": "yes"}
                more = {"product": 0, "source": "chat", "at": datetime.now(UTC)}
                await connection.execute(insert(answer).values({**given, **more}))

    async def was_here(self, address: str, at: datetime) -> None:
        """When the person last turned to us."""
        theirs = conversation.c.address == address
        async with self.engine.begin() as connection:
            await connection.execute(update(conversation).where(theirs).values(interacted_at=at))

    async def leaves(self, address: str) -> None:
        """The person blocked us there."""
        theirs = contact.c.address == address
        async with self.engine.begin() as connection:
            away = update(contact).where(theirs).values(unreachable_since=datetime.now(UTC))
            await connection.execute(away)

    async def withdraw(self, address: str) -> None:
        """The person wants to hear nothing more of the topic."""
        theirs = conversation.c.address == address
        async with self.engine.begin() as connection:
            await connection.execute(update(conversation).where(theirs).values(consents=""))

    async def notice(self, draft: Draft = DRAFT) -> int:
        """A notice that is due now."""
        now = datetime.now(UTC)
        number = await notices.create(self.engine, draft, now)
        await notices.schedule(self.engine, number, now, now)
        return number

    @asynccontextmanager
    async def worker(
        self, *channels: Channel, name: str = "w1", limit: float = LIMIT, places: int = 16
    ) -> AsyncIterator[Outbox]:
        """A process at work; at the end it is stopped as on SIGTERM."""
        ledger = Ledger(self.engine, name, 1.0)
        limits = {one.account: limit for one in channels}
        outbox = Outbox(channels, ledger, Buckets(self.engine), limits)
        settings = read_settings(self.settings)
        announces = announcer(settings, self.engine, self.reader, outbox, the_book, places)
        await outbox.open()
        work = [asyncio.create_task(one.run()) for one in (outbox, announces)]
        try:
            yield outbox
        finally:
            for task in work:
                task.cancel()
            await asyncio.wait(work)

    async def stands(self, number: int) -> Notice:
        """The notice as it stands."""
        one = await notices.find(self.reader, number)
        assert one is not None
        return one

    async def comes_to(self, number: int, status: Announcing) -> None:
        """Wait until it has come so far."""

        async def there() -> bool:
            return (await self.stands(number)).status is status

        await until(there, 60)

    async def counts(self, number: int) -> dict[Sending, int]:
        """How many rows are in which state, without those of which there are none."""
        found = await ledgers.counts(self.reader, number)
        return {status: count for status, count in found.items() if count}

    async def rows(self, number: int) -> Sequence[Any]:
        """The ledger of a notice, in order."""
        wanted = select(delivery).where(delivery.c.notice_id == number).order_by(delivery.c.n)
        async with self.reader.connect() as connection:
            return (await connection.execute(wanted)).all()


def _person(account: str, number: int) -> dict[str, Any]:
    return {"account": account, "address": f"p{number}", "language": "vi"}


def _registered(number: int) -> dict[str, Any]:
    now = datetime.now(UTC)
    return {
        "id": number,
        "code": str(number),
        "contact_id": number,
        "status": "draft",
        "products": 1,
        "version": 1,
        "opened_at": now,
        "updated_at": now,
    }


def _talk(account: str, number: int, now: datetime) -> dict[str, Any]:
    return {
        "account": account,
        "address": f"p{number}",
        "contact_id": number,
        "state": STATE,
        "consents": TOPIC,
        "version": 1,
        "seq": 0,
        "heard_at": now,
        "interacted_at": now,
    }


@asynccontextmanager
async def opened(database: str) -> AsyncIterator[Desk]:
    """An empty database with the tables."""
    async with AsyncExitStack() as stack:
        engine, reader = open_engine(database), open_reader(database)
        stack.push_async_callback(engine.dispose)
        stack.push_async_callback(reader.dispose)
        await upgrade(engine)
        yield Desk(engine, reader)
