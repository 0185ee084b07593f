"""
Killed at any step of its path, the program loses nothing and asks nothing twice.

Every line of the talk at every step, which takes some minutes: `python -m tests.whole.test_kill`.
"""

from __future__ import annotations

import asyncio
import random
import re
import tempfile
import time
from collections.abc import Collection, Mapping
from itertools import chain
from pathlib import Path

import aiohttp
import pytest

from content.load import load
from content.model import Book
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.whole import tables
from tests.whole.lives import STORED, TALK, Lives, heard, replies
from tests.whole.program import ROOT, SECRET, Program, filled_pack

AT_ONCE = 3
"""Talks that go on beside each other: while one program starts, another works."""

TURN = (
    "turn.before_begin",
    "turn.after_keys",
    "turn.after_read",
    "turn.after_step",
    "turn.after_write",
    "turn.before_commit",
    "turn.after_commit",
)
OUTBOX = ("outbox.before_http", "outbox.after_http", "outbox.before_settle", "outbox.after_settle")
TWICE = ("outbox.after_http", "outbox.before_settle")
"""Between sending and writing it down: only there may a reply come once more."""

TOKENS = {"zalo.after_claim", "zalo.after_answer", "zalo.after_commit"}
"""Of the refresh of a Zalo token; `tests/zalo_tokens` is killed there."""

NOTICES = {"notice.after_mark", "notice.before_http", "notice.before_settle"}
"""Of a notice on its way; `test_notice_kill` is killed there."""

LINES = len(TALK)
PLACES = TURN + OUTBOX
SOME = {place: set(range(number, LINES, len(PLACES))) for number, place in enumerate(PLACES)}
"""Every line in the turn of some place."""


UNPOINTED = {"BOT_PUBLIC_URL": ""}
"""A program that points the webhook anew at each start has the last update brought twice."""


def test_every_failpoint_of_the_program_is_tried() -> None:
    named = {
        name
        for folder in ("bot", "storage")
        for path in (ROOT / folder).rglob("*.py")
        for name in re.findall(r'(?:reach|failpoint)\("([^"]+)"\)', path.read_text("utf-8"))
    }

    assert named == set(SOME) | TOKENS | NOTICES


@pytest.mark.timeout(300)
async def test_killed_once_it_goes_on_where_it_was(tmp_path: Path, pack: Path, book: Book) -> None:
    await all_survive(SOME, tmp_path, pack, book, polling=True)


@pytest.mark.timeout(300)
async def test_killed_while_telegram_waits_for_its_answer(
    tmp_path: Path, pack: Path, book: Book
) -> None:
    deadly = {place: {LINES - 1 - number} for number, place in enumerate(TURN)}

    await all_survive(deadly, tmp_path, pack, book, polling=False)


@pytest.mark.slow
@pytest.mark.timeout(900)
async def test_killed_again_and_again_it_goes_on_where_it_was(
    tmp_path: Path, pack: Path, book: Book
) -> None:
    seed = time.time_ns() % 100_000
    print("seed", seed)
    chance = random.Random(seed)
    deadly = {place: set(chance.sample(range(LINES), 3)) for place in PLACES}

    await all_survive(deadly, tmp_path, pack, book, polling=True)


async def all_survive(
    deadly: Mapping[str, Collection[int]], folder: Path, pack: Path, book: Book, *, polling: bool
) -> None:
    """Play a talk for each place, killed there in the turns of these lines."""
    said, slots = replies(book), asyncio.Semaphore(AT_ONCE)

    async def survives(place: str, lines: Collection[int]) -> None:
        async with slots, FakeTelegram() as telegram:
            telegram.bot()
            program = Program(folder / place, pack, telegram.url, polling, more=UNPOINTED)
            if not polling:
                await point_webhook(telegram, program)
            lives = Lives(program, telegram.phone(), said, place, lines)
            await lives.play()
            await nothing_is_lost(lives)

    async with asyncio.TaskGroup() as talks:
        for place, lines in deadly.items():
            talks.create_task(survives(place, lines))


async def point_webhook(telegram: FakeTelegram, program: Program) -> None:
    """Have the updates brought to this program, as somebody does by hand."""
    wanted = {"url": program.webhook, "secret_token": SECRET}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{telegram.url}/bot{TOKEN}/setWebhook", json=wanted) as answer,
    ):
        assert answer.status == 200


async def nothing_is_lost(lives: Lives) -> None:
    """One registration with every answer, every reply in its order, each event stored once."""
    database = lives.program.database
    [stored] = (await tables.answers(database)).values()
    cut = lives.deadly if lives.place in TWICE else ()
    read = [[text] * (2 if number in cut else 1) for number, text in enumerate(lives.said)]

    assert stored == STORED, lives.place
    assert heard(lives.phone) == list(chain.from_iterable(read)), lives.place
    assert await tables.count(database, "inbox") == LINES
    assert await tables.count(database, "message WHERE author = 'person'") == LINES
    assert await tables.unsent(database) == await tables.unknown(database) == 0
    assert await tables.is_sound(database)
    assert "Traceback" not in lives.program.log


async def everywhere(folder: Path) -> None:
    """Kill it at every step of the turn of every line."""
    pack = filled_pack(folder)
    places = dict.fromkeys(PLACES, range(LINES))
    await all_survive(places, folder / "polling", pack, load(pack), polling=True)
    places = dict.fromkeys(TURN, range(LINES))
    await all_survive(places, folder / "webhook", pack, load(pack), polling=False)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        asyncio.run(everywhere(Path(made)))
