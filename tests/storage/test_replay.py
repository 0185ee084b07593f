"""A backup that is put back does not bring back who was erased since it was made."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from storage.engine import open_engine
from storage.replay import erase_again
from storage.schema import registration
from storage.upgrade import upgrade
from tests.storage.desk import Desk, desk

CANARY, OTHER = "Zebratwo", "Hạc Trắng"


async def upgraded(path: Path) -> None:
    engine = open_engine(str(path))
    await upgrade(engine)
    await engine.dispose()


async def live(office: Desk, chat: str, *names: str, status: str = "interest") -> None:
    """Register each of these."""
    store = office.store()
    for name in names:
        await office.hear(store, "open", f"est-name={name}", f"status {status}", chat=chat)


async def copied(path: Path, to: Path) -> None:
    """What a backup made now would hold."""
    async with desk(str(path)):
        pass  # the last one to leave moves the log into the file
    shutil.copy(path, to)


async def traces(path: Path, word: str) -> bool:
    """Whether the word is in a table or in the file."""
    async with desk(str(path)) as office:
        found = word in await office.everything()
    return found or word.encode() in path.read_bytes()


async def test_whoever_was_erased_since_is_erased_again(tmp_path: Path) -> None:
    now, old = tmp_path / "now.db", tmp_path / "old.db"
    await upgraded(now)
    async with desk(str(now)) as office:
        await live(office, "1", CANARY)
        await live(office, "2", OTHER)
    await copied(now, old)
    async with desk(str(now)) as office:
        await office.hear(office.store(), "erase", chat="1", key="later")

    assert await traces(old, CANARY)
    assert await erase_again(str(now), str(old)) == 1
    assert not await traces(old, CANARY)
    assert await traces(old, OTHER)
    assert await erase_again(str(now), str(old)) == 0


@pytest.mark.parametrize("status", ["interest", "draft"])
async def test_a_single_registration_that_was_erased_goes_again(
    tmp_path: Path, status: str
) -> None:
    now, old = tmp_path / "now.db", tmp_path / "old.db"
    await upgraded(now)
    async with desk(str(now)) as office:
        await live(office, "1", CANARY, OTHER, status=status)
        first = (await office.rows(registration))[0]["id"]
    await copied(now, old)
    async with desk(str(now)) as office:
        await office.hear(office.store(), f"erase {first}", chat="1", key="later")

    await erase_again(str(now), str(old))
    assert not await traces(old, CANARY)
    assert await traces(old, OTHER)


async def test_whoever_came_back_before_the_backup_stays(tmp_path: Path) -> None:
    now, old = tmp_path / "now.db", tmp_path / "old.db"
    await upgraded(now)
    async with desk(str(now)) as office:
        await live(office, "1", CANARY)
        await office.hear(office.store(), "erase", chat="1")
        await live(office, "1", OTHER)
    await copied(now, old)

    assert await erase_again(str(now), str(old)) == 0
    assert await traces(old, OTHER)
