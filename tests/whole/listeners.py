"""Many people who agreed to hear of training courses, written down without their talks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import insert

from handlers.state import Conversation
from storage.codec import encode_conversation
from storage.engine import open_engine
from storage.schema import contact, conversation
from storage.upgrade import upgrade
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.whole.program import Program

ACCOUNT = f"telegram:{TOKEN.partition(':')[0]}"
TOPIC = "training"
STATE = encode_conversation(Conversation(language="vi", topics=frozenset({TOPIC})))


async def listening(program: Program, telegram: FakeTelegram, count: int) -> list[Phone]:
    """So many people on Telegram, known to the program before it serves."""
    phones = [telegram.phone() for _ in range(count)]
    for phone in phones:
        phone.knows_the_bot()
    engine = open_engine(program.database)
    program.data.mkdir(parents=True, exist_ok=True)
    await upgrade(engine)
    now = datetime.now(UTC)
    try:
        async with engine.begin() as connection:
            people = [
                {
                    "id": n,
                    "account": ACCOUNT,
                    "address": str(phone.id),
                    "language": "vi",
                    "created_at": now,
                }
                for n, phone in enumerate(phones, 1)
            ]
            await connection.execute(insert(contact), people)
            talks = [
                {
                    "account": ACCOUNT,
                    "address": one["address"],
                    "contact_id": one["id"],
                    "state": STATE,
                    "consents": TOPIC,
                    "version": 1,
                    "seq": 0,
                    "heard_at": now,
                }
                for one in people
            ]
            await connection.execute(insert(conversation), talks)
    finally:
        await engine.dispose()
    return phones


def copies(phones: Sequence[Phone]) -> Counter[int]:
    """How many people got so many messages."""
    return Counter(len(phone.bubbles) for phone in phones)
