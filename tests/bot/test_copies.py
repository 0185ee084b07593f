"""A copy every night, two weeks of them, and the way back from one."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select

from bot.commands import doctor_copies
from bot.copies import KEPT, copy_nightly, folder_of
from bot.settings import Settings, read_settings
from storage.backup import restore
from storage.engine import open_engine, open_reader
from storage.schema import contact
from storage.upgrade import upgrade

EVENING = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 23, 19, 30, tzinfo=UTC)
"""Half past two on the 24th in Vietnam."""


@pytest.fixture
async def settings(tmp_path: Path) -> Settings:
    """An installation that one person came to, three days ago."""
    data = tmp_path / "data"
    data.mkdir()
    engine = open_engine(str(data / "bot.sqlite3"))
    await upgrade(engine)
    await comes(engine, EVENING - timedelta(days=3))
    await engine.dispose()
    return read_settings({"BOT_DATA_DIR": str(data)})


async def comes(engine: object, at: datetime) -> None:
    """Somebody new."""
    person = {"account": "test:1", "address": f"{at:%d%H}", "created_at": at}
    async with engine.begin() as connection:  # type: ignore[attr-defined]
        await connection.execute(insert(contact).values(person))


async def test_one_is_made_each_night_and_two_weeks_are_kept(settings: Settings) -> None:
    assert await copy_nightly(settings, EVENING)
    assert not await copy_nightly(settings, EVENING + timedelta(hours=5))
    for night in range(20):
        assert await copy_nightly(settings, NIGHT + timedelta(days=night))
        assert not await copy_nightly(settings, NIGHT + timedelta(days=night, minutes=10))

    names = sorted(path.name for path in folder_of(settings).iterdir())
    assert len(names) == KEPT
    assert (names[0], names[-1]) == ("2026-11-30.backup", "2026-12-13.backup")


async def test_what_was_there_that_night_can_be_put_back(settings: Settings) -> None:
    await copy_nightly(settings, NIGHT)
    engine = open_engine(settings.database)
    await comes(engine, NIGHT)
    await engine.dispose()
    [copy] = folder_of(settings).iterdir()

    restore(copy, Path(settings.database), settings.data_dir / "media", lambda _: None)

    reader = open_reader(settings.database)
    async with reader.connect() as connection:
        assert await connection.scalar(select(func.count()).select_from(contact)) == 1
    await reader.dispose()


async def test_a_copy_that_cannot_be_made_is_tried_again(settings: Settings) -> None:
    folder_of(settings).write_text("in the way", "utf-8")
    assert not await copy_nightly(settings, NIGHT)
    folder_of(settings).unlink()
    assert await copy_nightly(settings, NIGHT + timedelta(minutes=10))


@pytest.mark.parametrize(("hours", "well"), [(0, True), (35, True), (37, False)])
async def test_the_doctor_sees_how_old_it_is(
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    hours: int,
    well: bool,
) -> None:
    await copy_nightly(settings, NIGHT)
    [copy] = folder_of(settings).iterdir()
    os.utime(copy, (NIGHT.timestamp(), NIGHT.timestamp()))
    monkeypatch.setattr(doctor_copies, "now", lambda: NIGHT + timedelta(hours=hours))

    [finding] = doctor_copies.copied(settings)

    assert finding.well is well
    assert f"{hours} giờ" in finding.words


def test_the_doctor_misses_a_copy_of_what_is_older_than_one(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days, well in ((-2, True), (0, False)):
        monkeypatch.setattr(doctor_copies, "now", lambda: EVENING + timedelta(days=days))  # noqa: B023
        [finding] = doctor_copies.copied(settings)
        assert finding.well is well
