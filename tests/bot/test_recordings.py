"""What staff recorded lies where channels look for it, before anybody is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.recordings import keep_recordings
from content.load import load
from content.model import Book
from storage.media import Absent, Folder
from tests.content.packs import GOOD, copy
from tests.sounds import ogg

MB = 1024 * 1024
ROOMY, FULL = (8000 * MB, 10000 * MB), (1, 10000 * MB)


@pytest.fixture
def recorded(tmp_path: Path) -> Book:
    """A book with one sentence in H'Mông."""
    pack = copy(GOOD, tmp_path)
    (pack.folder / "audio" / "mong").mkdir(parents=True)
    (pack.folder / "audio" / "mong" / "programme-about.ogg").write_bytes(ogg())
    for language in ("vi", "en"):
        pack.change(f"text/{language}/settings.ftl", "", "aid-mong = tiếng Mông\n")
    return load(pack.folder)


async def test_each_is_kept_under_the_id_that_messages_name(recorded: Book, tmp_path: Path) -> None:
    media = Folder(tmp_path / "media", lambda _: ROOMY)
    await keep_recordings(recorded, media)

    assert await media.get(recorded.recordings["mong"]["programme-about"].media) == ogg()


async def test_what_is_there_needs_no_room(recorded: Book, tmp_path: Path) -> None:
    await keep_recordings(recorded, Folder(tmp_path / "media", lambda _: ROOMY))
    full = Folder(tmp_path / "media", lambda _: FULL)
    await keep_recordings(recorded, full)

    assert [one async for one in full.iter()] == [
        recorded.recordings["mong"]["programme-about"].media
    ]


async def test_a_full_disk_keeps_nobody_from_being_answered(
    recorded: Book, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    media = Folder(tmp_path / "media", lambda _: FULL)
    await keep_recordings(recorded, media)

    assert "a recording is not kept: NoRoom" in caplog.text
    with pytest.raises(Absent):
        await media.get(recorded.recordings["mong"]["programme-about"].media)
