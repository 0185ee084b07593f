"""Producers who talk to the real conversation, each turn stored as the program stores it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from handlers import codes, machine
from handlers.events import Chose, Event, Followed, Left, MediaKind, Moment, Said, SentMedia
from handlers.state import Status
from storage.codec import decode_message
from storage.columns import metadata
from storage.engine import insert, open_engine
from storage.hearing import Hearing
from storage.listed import relist
from storage.media import new_id
from storage.schema import answer, outbox, registration
from storage.unit import Store
from tests.book import the_book

WEAVER = ("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh Sợi Xanh", "2", "Lùng Tám", "Khăn lanh")
TEA_MAKER = ("Đặng Văn Chúa", "0219 3888 000", "Chè Cao Bồ", "1", "Cao Bồ", "Chè Shan tuyết")
SMITH = ("Lò Văn Sú", "0987 654 321", "Rèn Pà Vầy Sủ", "4", "Pà Vầy Sủ", "Dao rèn")
SENT = "Gửi ghi danh"
WRITES = "Đồng ý, tôi nhắn"


@dataclass(frozen=True, slots=True)
class Village:
    """Everybody who may talk to the bot, on one database."""

    store: Store
    engine: AsyncEngine
    numbers: itertools.count[int]

    def somebody(self, account: str = "web:main") -> Producer:
        return Producer(self, account, f"chat-{next(self.numbers)}")

    async def registered(
        self, details: tuple[str, ...] = WEAVER, group: str = "1", account: str = "web:main"
    ) -> Producer:
        """Somebody who has sent a registration."""
        producer = self.somebody(account)
        await producer.registers(details, group)
        return producer

    async def set_status(self, number: int, status: Status) -> None:
        """What staff decide, as the console to come will write it."""
        async with self.engine.begin() as connection:
            await connection.execute(
                update(registration).where(registration.c.id == number).values(status=status.value)
            )

    async def add_products(self, number: int, *names: str) -> None:
        """More products of the same registration."""
        more = {(at, "prod-name"): name for at, name in enumerate(names, 2)}
        await self.add_answers(number, more)
        async with self.engine.begin() as connection:
            await connection.execute(
                update(registration)
                .where(registration.c.id == number)
                .values(products=1 + len(names))
            )

    async def rename(self, number: int, name: str) -> None:
        """The same registration under another name."""
        await self.add_answers(number, {(0, "est-name"): name, (0, "contact-name"): name})
        async with self.engine.begin() as connection:
            await connection.execute(
                update(registration).where(registration.c.id == number).values(title=name)
            )
            await connection.run_sync(relist, [number])

    async def add_answers(self, number: int, answers: Mapping[tuple[int, str], str]) -> None:
        """Answers given later, in any order."""
        rows = [
            {
                "registration_id": number,
                "product": product,
                "question": question,
                "value": value,
                "raw": value,
                "source": "chat",
                "at": datetime.now(UTC),
            }
            for (product, question), value in answers.items()
        ]
        async with self.engine.begin() as connection:
            write = insert(connection.dialect, answer)
            await connection.execute(
                write.on_conflict_do_update(
                    index_elements=["registration_id", "product", "question"],
                    set_={"value": write.excluded.value},
                ),
                rows,
            )
            await connection.run_sync(relist, [number])


class Producer:
    """One person in one chat."""

    def __init__(self, village: Village, account: str, address: str) -> None:
        self.village = village
        self.account = account
        self.address = address
        self.turns = 0
        self.buttons: dict[str, str] = {}
        self.heard = ""

    async def says(self, *texts: str) -> None:
        for text in texts:
            await self.hears(Said(self.now(), text))

    async def taps(self, label: str) -> None:
        await self.hears(Chose(self.now(), self.buttons[label]))

    async def registers(self, details: tuple[str, ...], group: str = "1") -> None:
        await self.hears(Followed(self.now()))
        await self.says("ghi danh", "đồng ý", *details, group, "tất cả")
        await self.taps(SENT)

    async def registers_another(self, details: tuple[str, ...], group: str = "1") -> None:
        """As a helper, of somebody who has not agreed yet."""
        await self.says("ghi hộ", "3", *details, group)
        await self.taps(SENT)

    async def claims(self, code: str, phone: str) -> None:
        """Ask for what a helper made."""
        await self.says("nhận ghi danh", "đồng ý", code, phone)

    async def asks_for_a_call(self, phone: str, name: str) -> None:
        await self.hears(Followed(self.now()))
        await self.says("gọi lại", "đồng ý", phone, name, "2", "2")

    async def asks(self, question: str) -> None:
        await self.hears(Followed(self.now()))
        await self.says("cán bộ")
        if WRITES in self.buttons:
            await self.taps(WRITES)
        await self.says(question)

    async def speaks(self) -> str:
        """Send a voice note; gives the name it is wanted under."""
        name = new_id()
        await self.hears(SentMedia(self.now(), name, MediaKind.VOICE, "r", 20_000, "audio/ogg"))
        return name

    async def leaves(self) -> None:
        """Block us."""
        await self.hears(Left(self.now()))

    async def told(self) -> list[str]:
        """What staff did to this talk has made it say, in order."""
        key = outbox.c.update_key
        mine = (
            outbox.c.address == self.address,
            or_(*(key.like(f"{one}%") for one in ("staff-", "silent:", "digest:"))),
        )
        async with self.village.engine.begin() as connection:
            found = await connection.scalars(
                select(outbox.c.payload).where(*mine).order_by(outbox.c.seq)
            )
        return [decode_message(payload).text for payload in found]

    async def number(self) -> int:
        """The number of the newest registration."""
        async with self.village.engine.begin() as connection:
            found = await connection.execute(
                select(registration.c.id).order_by(registration.c.id.desc()).limit(1)
            )
        return int(found.scalar_one())

    async def code(self) -> str:
        return codes.code(await self.number())

    def now(self) -> Moment:
        now = datetime.now(UTC)
        return Moment(now, now, 0)

    async def hears(self, event: Event) -> None:
        self.turns += 1
        hearing = Hearing(
            self.account,
            self.address,
            f"{self.address}/{self.turns}",
            event,
            "vi",
            answerable=False,
        )
        (heard,) = await self.village.store.hear([hearing], the_book())
        for queued in heard.replies:
            self.heard = queued.message.text
            self.buttons = {one.label: one.payload for one in queued.message.choices}


async def a_village(database: str) -> Village:
    engine = open_engine(database)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    store = Store(engine, machine.step, codes.digits, "tests")
    return Village(store, engine, itertools.count(1))


async def crowd(village: Village, more: int) -> None:
    """Many registrations at once, put straight into the tables."""
    at = datetime.now(UTC)
    async with village.engine.begin() as connection:
        last = (await connection.scalar(select(func.max(registration.c.id)))) or 0
        numbers = range(last + 1, last + 1 + more)
        heads = [
            {
                "id": number,
                "code": f"{number:07}",
                "status": "interest",
                "products": 1,
                "version": 1,
                "opened_at": at,
                "sent_at": at,
                "updated_at": at,
            }
            for number in numbers
        ]
        answers = [
            {
                "registration_id": number,
                "product": 0,
                "question": question,
                "value": f"Tên gọi số {number}",
                "source": "chat",
                "at": at,
            }
            for number in numbers
            for question in ("contact-name", "est-name", "rep-name", "est-address-detail")
        ]
        await connection.execute(insert(connection.dialect, registration), heads)
        await connection.execute(insert(connection.dialect, answer), answers)
        await connection.run_sync(relist, numbers)
