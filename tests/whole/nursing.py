"""A sign-up at Zalo with a program that dies on the way, and what must be left of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import groupby

from tests.fakes.zalo_hand import Hand
from tests.fakes.zalo_screen import Bubble
from tests.whole import tables
from tests.whole.producers import Producer
from tests.whole.program import Program, ready, reaped, stopped
from tests.whole.test_kill import TWICE

PATIENCE = 120.0
HURRY = 0.01
"""Zalo's five tries, in a minute instead of two hours: a start may take long on a busy machine."""


async def signs_up(program: Program, phone: Hand, one: Producer) -> Bubble:
    """
    Say the sign-up, choosing by buttons or numbers; what is said last.

    Whoever talks lets the program write down first that the last reply was sent. A reply that
    comes again word for word is no other reply, nor is the form for a phone number one.
    """
    said = Bubble("", "")

    async def acts(line: str) -> Bubble:
        await until_settled(program)
        if line.startswith("["):
            phone.taps(line[1:-1])
        else:
            phone.says(line)
        while True:
            reply = await phone.reads(PATIENCE)
            if reply.text != said.text and not reply.asks_info:
                return reply

    for line in one.lines:
        said = await acts(line)
        while "Đúng" in said.labels:
            said = await acts("[Đúng]")
    return said


@asynccontextmanager
async def kept_alive(program: Program, fail: str) -> AsyncIterator[list[int]]:
    """Serve, and again after dying; gives the codes it died with."""
    deaths: list[int] = []
    process = await program.start(fail)
    assert await ready(process), program.log

    async def start_again() -> None:
        nonlocal process
        deaths.append(await process.wait())
        await reaped(process)
        process = await program.start()
        assert await ready(process), program.log

    nurse = asyncio.create_task(start_again())
    try:
        yield deaths
        await nurse
        assert await stopped(process) == 0, program.log
    finally:
        nurse.cancel()
        await reaped(process)


async def until_settled(program: Program) -> None:
    """Everything said was sent and written down."""
    async with asyncio.timeout(PATIENCE):
        while await tables.unsent(program.database):
            await asyncio.sleep(0.05)


async def nothing_is_lost(program: Program, phone: Hand, one: Producer, place: str) -> None:
    """One registration with every answer, every reply, each event stored once."""
    [answers] = (await tables.answers(program.database)).values()
    said = await tables.count(program.database, "inbox")
    texts = [bubble.text for bubble in phone.bubbles if not bubble.asks_info]
    replies = [len(list(same)) for _, same in groupby(texts)]

    assert answers == answers | one.stored, place
    assert await tables.count(program.database, "message WHERE author = 'person'") == said
    assert len(replies) == said, place
    assert sorted(replies)[-2:] == ([1, 2] if place in TWICE else [1, 1]), place
    assert await tables.unknown(program.database) == 0
    assert "Traceback" not in program.log
