"""
Bodies that nobody should send, by the thousand: each gets a plain answer, and none counts twice.

More of them: `python -m tests.zalo_bot.test_malformed 20000 [seed]`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from bot.channels import zalo_bot_account
from bot.channels.zalo_bot_webhook import PATH, SECRET_HEADER
from bot.text import clean
from handlers.events import Said
from tests.fakes.zalo_bot_server import SECRET
from tests.telegram.serving import NOON
from tests.telegram.spoiling import JUNK, spoil
from tests.telegram.test_malformed import mutated
from tests.whole import tables
from tests.zalo_bot import samples
from tests.zalo_bot.house import House

COUNT = 10_000
SEED = 20261123
CONNECTIONS = 8
ALLOWED = {200, 400, 403, 413, 415}

SOUND = [sample for sample, _ in (samples.HEARD | samples.IGNORED).values()]


def body(chance: random.Random, number: int) -> bytes:
    """A sample with something wrong in its parts, its bytes, or both."""
    update = chance.choice(SOUND)
    if isinstance(update.get("message"), dict):
        update = update | {"message": update["message"] | {"message_id": f"m{number}"}}
    if not chance.randrange(4):
        update = {"ok": True, "result": update}
    wrong = chance.randrange(3)
    if wrong:
        update = spoil(update, chance.randrange, chance.choice(JUNK))
    written = json.dumps(update, ensure_ascii=chance.random() < 0.5)
    sound = written.encode(errors="surrogatepass")
    return sound if wrong == 1 else mutated(sound, chance)


async def send_all(port: int, todo: list[bytes], secret: str = SECRET) -> Counter[int]:
    """Send the bodies over one connection, by hand: a client library would mend some."""
    statuses: Counter[int] = Counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for spoilt in todo:
        head = (
            f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            f"{SECRET_HEADER}: {secret}\r\nContent-Length: {len(spoilt)}\r\n\r\n"
        )
        writer.write(head.encode() + spoilt)
        answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 30)
        statuses[int(answer.split()[1])] += 1
        assert b"content-length: 0\r\n" in answer.lower()
    writer.close()
    await writer.wait_closed()
    return statuses


async def storm(house: House, bodies: list[bytes], secret: str = SECRET) -> Counter[int]:
    """Send them over several connections at a time; the statuses."""
    async with asyncio.TaskGroup() as senders:
        sent = [
            senders.create_task(send_all(house.port, bodies[start::CONNECTIONS], secret))
            for start in range(CONNECTIONS)
        ]
    return sum((one.result() for one in sent), Counter[int]())


async def kept(house: House) -> tuple[int, int]:
    """How many updates and how many words of people are stored."""
    said = await tables.count(house.database, "message WHERE author = 'person'")
    return await tables.count(house.database, "inbox"), said


def bodies_of(count: int, seed: int) -> list[bytes]:
    chance = random.Random(seed)
    return [body(chance, number) for number in range(count)]


@pytest.mark.timeout(300)
async def test_spoilt_bodies_get_a_plain_answer_and_count_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One moment for all: a message without name and date is known again for a minute.
    monkeypatch.setattr(zalo_bot_account, "now", lambda: NOON)
    bodies = bodies_of(COUNT, SEED)
    house = House(tmp_path, "http://127.0.0.1:1")
    async with house.open():
        forged = await storm(house, bodies[:500], "x" + SECRET[1:])
        assert await kept(house) == (0, 0)

        caplog.clear()
        statuses = await storm(house, bodies)
        first = await kept(house)
        again = await storm(house, bodies[::20])
        second = await kept(house)

    keys = {(one.address, one.update_key) for one in house.heard}
    assert set(forged) <= {200, 403}
    assert forged[200] <= 5  # those that were spoilt to nothing
    assert set(statuses + again) <= ALLOWED
    assert statuses.total() == COUNT
    assert statuses[200] > COUNT // 5  # the storm reaches the decoder, not only the parser
    assert first[0] == first[1] == len(keys) > COUNT // 20  # and the tables
    assert second == first
    assert all(
        one.event.text == clean(one.event.text) != ""
        for one in house.heard
        if isinstance(one.event, Said)
    )
    errors = [one for one in caplog.records if one.name.endswith("zalo_bot_webhook")]
    assert not [one for one in errors if one.levelno >= logging.WARNING]


async def main(count: int, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with House(Path(folder), "http://127.0.0.1:1").open() as house:
            print(await storm(house, bodies_of(count, seed)), await kept(house))


if __name__ == "__main__":
    asyncio.run(
        main(
            int(sys.argv[1]) if len(sys.argv) > 1 else COUNT,
            int(sys.argv[2]) if len(sys.argv) > 2 else SEED,
        )
    )
