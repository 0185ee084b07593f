"""Requests that nobody should send: each gets a plain answer, and everybody else is served."""

from __future__ import annotations

import asyncio
import json
import random
import time
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.bot.raw import ask, connected, parsed
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.telegram.test_malformed import body
from tests.whole import tables
from tests.whole.program import SECRET, Program

BODIES = 20_000
CONNECTIONS = 8
PLAIN = {200, 400, 413, 415}
SLOW = 20
CANARY = "Canary"

PATH = "/telegram/webhook"
JSON = "Content-Type: application/json"
RIGHT = f"X-Telegram-Bot-Api-Secret-Token: {SECRET}"
HEAD = f"POST {PATH} HTTP/1.1\r\n{JSON}\r\n{RIGHT}"


@pytest.fixture
def program(tmp_path: Path, pack: Path, telegram: FakeTelegram) -> Program:
    """One that hears everything, however fast it comes."""
    return Program(tmp_path / "here", pack, telegram.url, more={"BOT_CHAT_LIMIT": "0"})


@pytest.mark.timeout(300)
async def test_spoilt_bodies_by_the_thousand(program: Program) -> None:
    seed = time.time_ns() % 100_000
    print("seed", seed)
    chance = random.Random(seed)
    bodies = [named(body(chance), number) for number in range(1, BODIES + 1)]
    async with program.serving():
        began = time.monotonic()
        statuses = sum(
            await asyncio.gather(
                *(send_all(program, bodies[first::CONNECTIONS]) for first in range(CONNECTIONS))
            ),
            Counter[int](),
        )
        taken = time.monotonic() - began
        stored = await tables.count(program.database, "inbox")
        again = bodies[:: BODIES // 200]
        await asyncio.gather(send_all(program, again), send_all(program, again))
    print(f"{BODIES} bodies in {taken:.1f} s, {stored} stored", dict(statuses))

    assert set(statuses) <= PLAIN
    assert stored > BODIES // 40  # the storm reaches the tables, not only the parser
    assert await tables.count(program.database, "inbox") == stored
    assert await tables.count(program.database, "message WHERE author = 'person'") == stored
    assert_discreet(program.log)


def named(spoilt: bytes, number: int) -> bytes:
    """The body under a name of its own, from somebody whose name must not be seen."""
    renamed = spoilt.replace(b'"update_id": 900', b'"update_id": %d' % number)
    return renamed.replace(b'"Mai"', f'"{CANARY}"'.encode())


async def send_all(program: Program, bodies: list[bytes]) -> Counter[int]:
    """Send them over one connection, by hand: a client library would mend some."""
    statuses: Counter[int] = Counter()
    async with connected(program.port) as (reader, writer):
        for spoilt in bodies:
            head = f"{HEAD}\r\nHost: localhost\r\nContent-Length: {len(spoilt)}\r\n\r\n"
            writer.write(head.encode() + spoilt)
            answer = parsed(await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 30))
            call = await reader.readexactly(int(answer.headers["content-length"]))
            assert not call or json.loads(call)["method"] in {"answerCallbackQuery", "sendMessage"}
            statuses[answer.status] += 1
    return statuses


def assert_discreet(log: str) -> None:
    """No traceback, no secret and nobody's name."""
    for word in ("Traceback", CANARY, SECRET, TOKEN, TOKEN.partition(":")[2]):
        assert word not in log, word


UPDATE = json.dumps({"update_id": 1, "message": {"message_id": 1}}).encode()
LONG = b'{"update_id": "' + b"x" * 2 * 1024 * 1024 + b'"}'
CHUNK = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"

REFUSALS = {
    "sound": (HEAD, UPDATE, 200),
    "no secret": (f"POST {PATH} HTTP/1.1\r\n{JSON}", UPDATE, 403),
    "wrong secret": (HEAD[:-1], UPDATE, 403),
    "secret with marks": (f"{HEAD}ế", UPDATE, 403),
    "wrong secret and no JSON": (f"{HEAD}x", b"{", 403),
    "a form": (HEAD.replace("application/json", "multipart/form-data"), UPDATE, 415),
    "no type": (HEAD.replace(f"{JSON}\r\n", ""), UPDATE, 415),
    "compressed": (f"{HEAD}\r\nContent-Encoding: gzip", UPDATE, 415),
    "other methods": (HEAD.replace("POST", "GET"), b"", 405),
    "nothing": (HEAD, b"", 400),
    "a list": (HEAD, b"[1]", 400),
    "a key twice": (HEAD, b'{"update_id": 1, "update_id": 2}', 400),
    "not a number": (HEAD, b'{"update_id": NaN}', 400),
    "no UTF-8": (HEAD, b'{"update_id": "\xff"}', 400),
    "too deep": (HEAD, b"[" * 100_000, 400),
    "a long number": (HEAD, b'{"update_id": ' + b"9" * 5000 + b"}", 400),
    "too long": (HEAD, LONG, 413),
    "a long head": (f"{HEAD}\r\nX-Long: {'x' * 100_000}", UPDATE, 400),
    "another host": (HEAD, UPDATE, 421),
}
"""What is sent: the head, the body, and the status of the answer."""


@pytest.mark.timeout(120)
async def test_what_is_wrong_is_refused_without_a_word(program: Program) -> None:
    answers = {}
    async with program.serving() as process:
        before = memory(process.pid)
        for name, (head, sent, _) in REFUSALS.items():
            host = "evil.example" if name == "another host" else "localhost"
            whole = f"{head}\r\nContent-Length: {len(sent)}"
            answers[name] = await ask(program.port, whole, sent, host)
        chunked = f"{HEAD}\r\nTransfer-Encoding: chunked"
        answers["too long, in chunks"] = await ask(program.port, chunked, CHUNK * 32 + b"0\r\n\r\n")
        for _ in range(20):
            await ask(program.port, f"{HEAD}\r\nContent-Length: {len(LONG)}", LONG)
        grown = memory(process.pid) - before

    expected = {name: status for name, (_, _, status) in REFUSALS.items()}
    assert {name: answer.status for name, answer in answers.items()} == {
        **expected,
        "too long, in chunks": 413,
    }
    assert {answer.body for answer in answers.values()} == {b""}
    assert all("content-security-policy" in answer.headers for answer in answers.values())
    assert grown < 20_000_000
    assert await tables.count(program.database, "inbox") == 0
    assert_discreet(program.log)


def memory(process: int) -> int:
    """The bytes that a process has in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
    return pages * 4096


HALF_A_HEAD = f"POST {PATH} HTTP/1.1\r\nX-Half: ".encode()
HALF_A_BODY = f"{HEAD}\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{{".encode()


@pytest.mark.timeout(120)
async def test_slow_clients_are_closed_and_others_served(
    program: Program, telegram: FakeTelegram
) -> None:
    phone = telegram.phone()
    async with program.serving(), AsyncExitStack() as stack:
        began = time.monotonic()
        slow = [await stack.enter_async_context(connected(program.port)) for _ in range(SLOW)]
        for number, (_, writer) in enumerate(slow):
            writer.write(HALF_A_HEAD if number % 2 else HALF_A_BODY)
        phone.starts()
        await phone.reads()
        for _ in range(10):
            assert (await ask(program.port, "GET /healthz HTTP/1.1")).body == b"ok"
        served = time.monotonic() - began
        refused = [await asyncio.wait_for(reader.readline(), 20) for reader, _ in slow[::2]]
        answered = time.monotonic() - began
        closed = [await asyncio.wait_for(reader.read(), 20) for reader, _ in slow[1::2]]
        gone = time.monotonic() - began
    print(f"others served in {served:.2f} s; 408 after {answered:.1f} s, closed after {gone:.1f} s")

    assert served < 5
    assert set(refused) == {b"HTTP/1.1 408 Request Timeout\r\n"}
    assert set(closed) == {b""}
    assert (answered < 10, gone < 15) == (True, True)
    assert_discreet(program.log)
