"""
Bodies and signatures that nobody should send, by the thousand: every one gets a plain answer.

More of them: `python -m tests.zalo_oa.test_malformed 20000 [seed]`.
"""

from __future__ import annotations

import asyncio
import json
import logging
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.channels.base import Incoming
from bot.channels.zalo_oa_webhook import PATH, SIGNATURE_HEADER
from bot.text import clean
from handlers.events import Said
from tests.fakes.zalo_server import OA_SECRET, FakeZalo
from tests.telegram.spoiling import JUNK, spoil
from tests.telegram.test_malformed import mutated
from tests.zalo_oa import samples
from tests.zalo_oa.house import running
from tests.zalo_oa.serving import Ear, Notebook, mac_of, serving, webhook

COUNT = 10_000
SIGNED = 5_000
SEED = 20261123
CONNECTIONS = 8

SOUND = [
    *(event for event, _ in samples.HEARD.values()),
    *(event for event, _ in samples.REPORTED.values()),
    *(event for event, _ in samples.IGNORED.values()),
]

Made = tuple[bytes, str]
"""A body and its signature header; an empty one is not sent."""


def written(event: object, chance: random.Random) -> bytes:
    text = json.dumps(event, ensure_ascii=chance.random() < 0.5)
    return text.encode(errors="surrogatepass")


def forged(chance: random.Random) -> Made:
    """A sound event whose body or whose signature was changed after it had been signed."""
    body = written(chance.choice(SOUND), chance)
    mac = mac_of(body)
    if chance.randrange(2):
        spoilt = mutated(body, chance)
        return (spoilt if spoilt != body else body + b" "), f"mac={mac}"
    place = chance.randrange(len(mac))
    wrong = [
        mac[:place]
        + chance.choice(sorted(set("0123456789abcdef") - {mac[place]}))
        + mac[place + 1 :],
        mac[:place],
        mac[:place] + chance.choice("ghij\u0663\u00e9;,") + mac[place:],
        mac_of(body, chance.choice(["", OA_SECRET[:-1], OA_SECRET.upper(), "x"])),
        mac_of(body, app_id=str(chance.randrange(10**18))),
        "",
    ]
    return body, chance.choice(["mac=", "", "MAC=", "mac=mac="]) + chance.choice(wrong)


def spoilt(chance: random.Random) -> Made:
    """An event with something wrong in its parts, its bytes, or both, and rightly signed."""
    event, wrong = chance.choice(SOUND), chance.randrange(3)
    if wrong:
        event = spoil(event, chance.randrange, chance.choice(JUNK))
    body = written(event, chance)
    body = body if wrong == 1 else mutated(body, chance)
    return body, f"mac={mac_of(body)}"


async def storm(url: str, make: Callable[[random.Random], Made], count: int) -> Counter[int]:
    """Send that many; the statuses."""
    chance = random.Random(SEED)
    todo = [make(chance) for _ in range(count)]
    async with asyncio.TaskGroup() as senders:
        sent = [
            senders.create_task(send_all(url, todo[start::CONNECTIONS]))
            for start in range(CONNECTIONS)
        ]
    return sum((one.result() for one in sent), Counter[int]())


async def send_all(url: str, todo: list[Made]) -> Counter[int]:
    """Send them over one connection, by hand: a client library would mend some."""
    port = int(url.split(":")[2].split("/", maxsplit=1)[0])
    statuses: Counter[int] = Counter()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for body, signature in todo:
        head = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        if signature:
            head += f"{SIGNATURE_HEADER}: {signature}\r\n"
        head += f"Content-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
        assert b"content-length: 0\r\n" in answer.lower()
        statuses[int(answer.split()[1])] += 1
        if b"connection: close" in answer.lower():
            writer.close()
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.close()
    await writer.wait_closed()
    return statuses


async def forgeries(count: int) -> tuple[Counter[int], list[int], list[object]]:
    """Send forged events to the whole program: statuses, rows in the tables, and reports."""
    with tempfile.TemporaryDirectory() as folder:
        async with FakeZalo() as zalo, running(Path(folder), zalo) as house:
            statuses = await storm(house.url, forged, count)
            tables = ("inbox", "contact", "conversation", "message", "outbox", "media")
            rows = [await house.count(table) for table in tables]
            return statuses, rows, [*house.notebook.notes]


@pytest.mark.timeout(120)
async def test_a_forged_event_is_refused_and_leaves_nothing(
    caplog: pytest.LogCaptureFixture,
) -> None:
    statuses, rows, notes = await forgeries(COUNT)

    assert set(statuses) <= {400, 403}
    assert statuses.total() == COUNT
    assert statuses[403] > COUNT // 2  # the storm reaches the signature, not only the parser
    assert not any(rows)
    assert not notes
    assert not [record for record in caplog.records if record.name.startswith("bot.")]


class Clean(Ear):
    """An ear that takes only what is clean."""

    async def hear(self, incoming: Incoming) -> None:
        event = incoming.event
        if isinstance(event, Said) and (not event.text or event.text != clean(event.text)):
            raise AssertionError("a text that is not clean was heard")
        await super().hear(incoming)


async def test_a_spoilt_event_with_a_good_signature_gets_a_plain_answer(
    caplog: pytest.LogCaptureFixture,
) -> None:
    ear, notebook = Clean(), Notebook()
    async with serving(webhook(ear, notebook)) as url:
        statuses = await storm(url, spoilt, SIGNED)

    assert set(statuses) <= {200, 400, 403}
    assert statuses.total() == SIGNED
    assert statuses[200] > SIGNED // 5
    assert len(ear.heard) > SIGNED // 20
    assert notebook.notes
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


if __name__ == "__main__":
    SEED = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    print(*asyncio.run(forgeries(int(sys.argv[1]) if len(sys.argv) > 1 else COUNT)))
