"""The picture that an activity's file names goes with the notice of it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from storage import notices
from storage.engine import open_engine, open_reader
from storage.media import Folder
from storage.upgrade import upgrade
from tests.web.pictures import photo

FILE = """
kind = "training"
starts = "2036-12-10 08:00"
ends = "2036-12-10 16:30"
deadline = "2036-12-07 17:00"
seats = 30
picture = "anh.jpg"
[vi]
title = "Tập huấn làm hồ sơ"
place = "hội trường UBND xã"
description = "Mang theo sản phẩm."
"""


@pytest.mark.parametrize(("content", "code"), [(photo(), 0), (b"hello", 2)])
async def test_a_file_names_a_picture(tmp_path: Path, content: bytes, code: int) -> None:
    database, file = str(tmp_path / "bot.db"), tmp_path / "lop.toml"
    file.write_text(FILE, "utf-8")
    (tmp_path / "anh.jpg").write_bytes(content)
    engine = open_engine(database)
    await upgrade(engine)
    await engine.dispose()

    async def run(*words: str) -> Result:
        environ = {"BOT_DATABASE_URL": database, "BOT_DATA_DIR": str(tmp_path)}
        return await asyncio.to_thread(
            lambda: CliRunner().invoke(app, ["activity", *words], env=environ)
        )

    created = await run("create", str(file))

    assert created.exit_code == code, created.output
    if code:
        assert "`picture`: 'anh.jpg' is not-accepted" in created.stderr
        return
    await run("announce", "1")
    reader = open_reader(database)
    one = await notices.find(reader, 1)
    await reader.dispose()
    assert one is not None
    assert one.draft.picture is not None
    kept = await Folder(tmp_path / "media").get(one.draft.picture.media)
    assert kept.startswith(b"\xff\xd8\xff")
