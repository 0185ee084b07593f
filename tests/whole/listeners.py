"""Many people who agreed to hear of training courses, written down without their talks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert, select

from handlers.state import Conversation
from storage.codec import encode_conversation
from storage.engine import open_engine
from storage.schema import contact, conversation, registration
from storage.upgrade import upgrade
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.fakes.zalo_phone import Phone as ZaloPhone
from tests.fakes.zalo_server import OA_ID, FakeZalo
from tests.whole.program import Program

ACCOUNT = f"telegram:{TOKEN.partition(':')[0]}"
ON_ZALO = f"zalo_oa:{OA_ID}"
TOPIC = "training"
STATE = encode_conversation(Conversation(language="vi", topics=frozenset({TOPIC})))


async def listening(program: Program, telegram: FakeTelegram, count: int) -> list[Phone]:
    """So many people on Telegram, known to the program before it serves."""
    phones = [telegram.phone() for _ in range(count)]
    for phone in phones:
        phone.knows_the_bot()
    await known(program, ACCOUNT, [str(phone.id) for phone in phones])
    return phones


async def listening_on_zalo(
    program: Program, zalo: FakeZalo, count: int, ago: timedelta = timedelta()
) -> list[ZaloPhone]:
    """So many people who wrote to the Official Account so long ago, and the program knows it."""
    phones = [zalo.phone() for _ in range(count)]
    for phone in phones:
        phone.person.follows = True
        zalo.official.interacts(phone.person)
        phone.person.interacted -= ago.total_seconds()
    await known(program, ON_ZALO, [phone.id for phone in phones], ago)
    return phones


async def known(
    program: Program, account: str, addresses: Sequence[str], ago: timedelta = timedelta()
) -> None:
    """These people have agreed to hear of training courses, and turned to us so long `ago`."""
    engine = open_engine(program.database)
    program.data.mkdir(parents=True, exist_ok=True)
    await upgrade(engine)
    now = datetime.now(UTC) - ago
    people = [
        {"account": account, "address": address, "language": "vi", "created_at": now}
        for address in addresses
    ]
    try:
        async with engine.begin() as connection:
            await connection.execute(insert(contact), people)
            rows = select(contact.c.id, contact.c.address).where(contact.c.account == account)
            ids = {address: number for number, address in await connection.execute(rows)}
            talks = [
                {
                    "account": account,
                    "address": address,
                    "contact_id": ids[address],
                    "state": STATE,
                    "consents": TOPIC,
                    "version": 1,
                    "seq": 0,
                    "heard_at": now,
                    "interacted_at": now,
                }
                for address in addresses
            ]
            await connection.execute(insert(conversation), talks)
    finally:
        await engine.dispose()


async def has_registered(program: Program, phone: Phone, code: str) -> None:
    """One of them has a registration with this code."""
    engine = open_engine(program.database)
    now = datetime.now(UTC)
    try:
        async with engine.begin() as connection:
            theirs = select(contact.c.id).where(contact.c.address == str(phone.id))
            row = {
                "id": 1,
                "code": code,
                "contact_id": await connection.scalar(theirs),
                "status": "interest",
                "products": 1,
                "version": 1,
                "opened_at": now,
                "updated_at": now,
            }
            await connection.execute(insert(registration).values(row))
    finally:
        await engine.dispose()


def copies(phones: Iterable[Phone | ZaloPhone]) -> Counter[int]:
    """How many people got so many messages."""
    return Counter(len(phone.bubbles) for phone in phones)
