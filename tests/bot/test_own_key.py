"""The key that seals what is stored: from the setting, or made once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.own_key import FILE, NoKey, keys, keys_made
from bot.settings import Settings, read_settings

OLD, NEW = "0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"


def settings(folder: Path, **more: str) -> Settings:
    return read_settings({"BOT_DATA_DIR": str(folder / "data"), **more})


def test_the_setting_is_the_key_and_may_hold_two(tmp_path: Path) -> None:
    given = settings(tmp_path, BOT_SECRET_KEY=f"{OLD}, {NEW}")

    assert keys(given) == keys_made(given) == [OLD, NEW]
    assert not (tmp_path / "data").exists()


def test_without_one_a_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    given = settings(tmp_path)
    with pytest.raises(NoKey):
        keys(given)
    with ThreadPoolExecutor(8) as several:
        made = list(several.map(lambda _: keys_made(given), range(16)))

    assert len({key for (key,) in made}) == 1
    assert keys(given) == made[0]
    assert [path.name for path in (tmp_path / "data").iterdir()] == [FILE]
    assert (tmp_path / "data" / FILE).stat().st_mode & 0o077 == 0


def test_several_machines_need_the_setting(tmp_path: Path) -> None:
    with pytest.raises(NoKey):
        keys_made(settings(tmp_path, BOT_DATABASE_URL="postgresql://u@h/d"))
