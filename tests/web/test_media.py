"""The folder of photos and papers: whole files under our own names, and nothing outside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.media import Absent, Folder, NoRoom, free_and_total, new_id

MB = 1024 * 1024
TRICKS = [
    "..",
    "../../etc/passwd",
    "/etc/passwd",
    "..\\..\\windows\\win.ini",
    "C:\\windows\\win.ini",
    "\\\\server\\share",
    "con",
    "nul.jpg",
    "a" * 4096,
    "0" * 31,
    "0" * 33,
    "A" * 32,
    "0" * 31 + "\n",
    "0" * 31 + "\0",
    "0" * 15 + "/" + "0" * 16,
    "٠" * 32,
    "",
    ".",
    "~",
    "%2e%2e%2f",
]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "media", plenty)


def plenty(_: Path) -> tuple[int, int]:
    return 8_000 * MB, 10_000 * MB


async def ids(folder: Folder) -> list[str]:
    return sorted([media async for media in folder.iter()])


async def test_what_is_put_can_be_got_listed_and_deleted(folder: Folder) -> None:
    one, two = sorted([new_id(), new_id()])
    assert await folder.put(one, b"one")
    assert await folder.put(two, b"two")

    assert await folder.get(one) == b"one"
    assert await ids(folder) == [one, two]

    await folder.delete(one)
    await folder.delete(one)
    assert await ids(folder) == [two]
    with pytest.raises(Absent):
        await folder.get(one)


async def test_putting_again_replaces_and_says_so(folder: Folder) -> None:
    media = new_id()

    assert await folder.put(media, b"one")
    assert not await folder.put(media, b"two")

    assert await folder.get(media) == b"two"


async def test_another_process_finds_what_was_put(folder: Folder) -> None:
    media = new_id()
    await folder.put(media, b"one")

    assert await Folder(folder.root).get(media) == b"one"


@pytest.mark.parametrize("name", TRICKS)
async def test_a_tricky_name_reaches_nothing(folder: Folder, name: str) -> None:
    before = sorted(folder.root.parent.rglob("*"))

    with pytest.raises(Absent):
        await folder.put(name, b"trick")
    with pytest.raises(Absent):
        await folder.get(name)
    with pytest.raises(Absent):
        await folder.delete(name)

    assert sorted(folder.root.parent.rglob("*")) == before


async def test_a_link_out_of_the_folder_is_not_followed(folder: Folder) -> None:
    media = new_id()
    outside = folder.root.parent / "outside"
    outside.mkdir()
    (folder.root / media[:2]).symlink_to(outside)

    with pytest.raises(Absent):
        await folder.put(media, b"out")

    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("free", "total", "fits"),
    [
        (499 * MB, 1_000 * MB, False),
        (502 * MB, 1_000 * MB, True),
        (900 * MB, 20_000 * MB, False),
        (1_100 * MB, 20_000 * MB, True),
    ],
)
async def test_below_500_megabytes_or_a_twentieth_there_is_no_room(
    tmp_path: Path, free: int, total: int, fits: bool
) -> None:
    folder = Folder(tmp_path, lambda _: (free, total))
    media = new_id()

    if fits:
        await folder.put(media, b"x" * MB)
    else:
        with pytest.raises(NoRoom):
            await folder.put(media, b"x" * MB)

    assert await ids(folder) == ([media] if fits else [])


async def test_a_write_that_breaks_leaves_nothing_under_the_name(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    media = new_id()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(NoRoom):
        await folder.put(media, b"half")

    assert await ids(folder) == []
    assert [path for path in folder.root.rglob("*") if path.is_file()] == []


async def test_a_stranger_s_file_in_the_folder_is_not_listed(folder: Folder) -> None:
    media = new_id()
    await folder.put(media, b"one")
    (folder.root / media[:2] / media[2:4] / "notes.txt").write_text("hello")
    (folder.root / "README").write_text("hello")

    assert await ids(folder) == [media]


def test_the_real_disk_has_room_to_report(tmp_path: Path) -> None:
    free, total = free_and_total(tmp_path)

    assert 0 < free <= total
