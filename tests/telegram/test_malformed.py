"""
Bodies that nobody should send, by the thousand: every one gets a plain answer.

More of them: `python -m tests.telegram.test_malformed 20000 [seed]`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import random
import sys
from collections import Counter

import pytest

from bot.channels.base import Incoming
from bot.channels.telegram import Telegram
from bot.channels.telegram_webhook import PATH, SECRET_HEADER, TelegramWebhook
from bot.text import clean
from handlers.events import Said
from tests.fakes.telegram_server import TOKEN
from tests.telegram import samples
from tests.telegram.serving import NOON, Left, serving
from tests.telegram.spoiling import JUNK, spoil

COUNT = 5000
SEED = 20261123
ALLOWED = {200, 400, 403, 413, 415}
SECRET = "a-secret"
SOUND = [update for update, _ in (samples.HEARD | samples.IGNORED).values()]

TOKENS = [
    *(b"NaN Infinity -0 1e999 true false null".split()),
    b'"\\ud800"',
    b'"\\u0000"',
    b'"\\udc00\\ud800"',
    b'"\xff\xfe"',
    b"9" * 5000,
    b"[" * 3000,
    b'{"a":' * 3000,
    b'"id":true,',
    b'"update_id":1,',
    b"\0",
    b"{}",
    b"[]",
    b",",
    b'"',
    b"-1",
    b"1.5",
    '"\u202eă"'.encode(),
]


def body(chance: random.Random) -> bytes:
    """A sample with something wrong in its parts, its bytes, or both."""
    update = chance.choice(SOUND)
    wrong = chance.randrange(3)
    if wrong:
        update = spoil(update, chance.randrange, chance.choice(JUNK))
    written = json.dumps(update, ensure_ascii=chance.random() < 0.5)
    sound = written.encode(errors="surrogatepass")
    return sound if wrong == 1 else mutated(sound, chance)


def mutated(sound: bytes, chance: random.Random) -> bytes:
    """The bytes after one to four accidents."""
    spoilt = bytearray(sound)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(spoilt) + 1)
        match chance.randrange(7):
            case 0 if spoilt:
                spoilt[place % len(spoilt)] ^= 1 << chance.randrange(8)
            case 1:
                del spoilt[place:]
            case 2:
                del spoilt[place : place + chance.randrange(1, 30)]
            case 3:
                spoilt[place:place] = chance.choice(TOKENS)
            case 4:  # a value replaced
                start = spoilt.find(b":", place) + 1
                ends = [end for mark in b",}]" if (end := spoilt.find(mark, start)) > 0]
                if start and ends:
                    spoilt[start : min(ends)] = chance.choice(TOKENS)
            case 5:  # a piece twice
                spoilt[place:place] = spoilt[place : place + chance.randrange(1, 200)]
            case _:
                spoilt[place:place] = chance.randbytes(chance.randrange(1, 8))
    return bytes(spoilt)


async def storm(count: int, seed: int) -> tuple[Counter[int], int]:
    """Send that many spoilt bodies; the statuses, and how many became events."""
    chance = random.Random(seed)
    heard: list[Incoming] = []

    async def hear(incoming: Incoming) -> Left:
        heard.append(incoming)
        event = incoming.event
        if isinstance(event, Said) and (not event.text or event.text != clean(event.text)):
            raise AssertionError("a text that is not clean was heard")
        return Left()

    statuses: Counter[int] = Counter()
    todo = [body(chance) for _ in range(count)]
    async with (
        Telegram(TOKEN, "http://127.0.0.1:1") as channel,
        serving(TelegramWebhook(channel, [SECRET], hear, lambda: NOON)) as url,
    ):
        async with asyncio.TaskGroup() as senders:
            sent = [senders.create_task(send_all(url, todo[start::8])) for start in range(8)]
        for one in sent:
            statuses += one.result()
    return statuses, len(heard)


async def send_all(url: str, todo: list[bytes]) -> Counter[int]:
    """Send the bodies over one connection, by hand: a client library would mend some."""
    port = int(url.split(":")[2].split("/", maxsplit=1)[0])
    statuses: Counter[int] = Counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for spoilt in todo:
        head = (
            f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            f"{SECRET_HEADER}: {SECRET}\r\nContent-Length: {len(spoilt)}\r\n\r\n"
        )
        writer.write(head.encode() + spoilt)
        answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
        statuses[int(answer.split()[1])] += 1
        length = int(answer.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
        call = await reader.readexactly(length)
        assert not call or json.loads(call)["method"] == "answerCallbackQuery"
    writer.close()
    await writer.wait_closed()
    return statuses


async def test_a_spoilt_body_gets_a_plain_answer(caplog: pytest.LogCaptureFixture) -> None:
    statuses, heard = await storm(COUNT, SEED)

    assert set(statuses) <= ALLOWED
    assert statuses.total() == COUNT
    assert statuses[200] > COUNT // 5  # the storm reaches the decoder, not only the parser
    assert heard > COUNT // 50
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    print(*asyncio.run(storm(count, int(sys.argv[2]) if len(sys.argv) > 2 else SEED)))
