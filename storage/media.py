"""
Where photos and papers lie: a store of bytes by id, here a folder of plain files.

The folder can be copied like any other. A name is an id of ours and nothing else, so that nothing
a stranger sends ever becomes part of a path.
"""

from __future__ import annotations

import asyncio
import errno
import os
import re
import secrets
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

ID = re.compile(r"[0-9a-f]{32}")
FLOOR_BYTES = 500 * 1024 * 1024
FLOOR_SHARE = 0.05
UNFINISHED = ".unfinished-"


class NoRoom(Exception):
    """The disk is nearly full: photos are refused until there is space again, text goes on."""


class Absent(Exception):
    """Nothing is kept under this id."""


class Media(Protocol):
    """A store of bytes by id; an id that `new_id` could not have made is `Absent`."""

    async def put(self, media: str, content: bytes) -> bool:
        """Keep the content for good; false when the id was there before (it is replaced)."""

    async def get(self, media: str) -> bytes:
        """What is kept under the id, or raise `Absent`."""

    async def delete(self, media: str) -> None:
        """Forget the id; one that is not there is forgotten already."""

    def iter(self) -> AsyncIterator[str]:
        """Every id kept, in no particular order."""


def new_id() -> str:
    """A name that nobody can guess."""
    return secrets.token_hex(16)


class Folder:
    """
    Media as files in two levels of folders: `ab/cd/abcd…`.

    A file appears under its name whole or not at all, and stays after a loss of power: it is
    written beside its place, flushed to the disk and renamed. `room` says how many bytes the disk
    has free and in all.
    """

    def __init__(self, root: Path, room: Callable[[Path], tuple[int, int]] | None = None) -> None:
        self.root = root.resolve()
        self.root.mkdir(parents=True, exist_ok=True)
        self.room = room or free_and_total

    async def put(self, media: str, content: bytes) -> bool:
        return await asyncio.to_thread(self._put, self._path(media), content)

    async def get(self, media: str) -> bytes:
        path = self._path(media)
        try:
            return await asyncio.to_thread(path.read_bytes)
        except FileNotFoundError:
            raise Absent(media) from None

    async def delete(self, media: str) -> None:
        path = self._path(media)
        await asyncio.to_thread(path.unlink, missing_ok=True)

    async def iter(self) -> AsyncIterator[str]:
        for shelf in await asyncio.to_thread(children, self.root, "??/??"):
            for path in await asyncio.to_thread(children, shelf, "*"):
                if ID.fullmatch(path.name):
                    yield path.name

    def _path(self, media: str) -> Path:
        if not ID.fullmatch(media):
            raise Absent(media)
        path = (self.root / media[:2] / media[2:4] / media).resolve()
        if not path.is_relative_to(self.root):
            raise Absent(media)
        return path

    def _put(self, path: Path, content: bytes) -> bool:
        self._need_room(len(content))
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            new = not path.exists()
            Path(unfinished).replace(path)
        except OSError as trouble:
            Path(unfinished).unlink(missing_ok=True)
            if trouble.errno == errno.ENOSPC:
                raise NoRoom("the disk is full") from trouble
            raise
        flush_folder(path.parent)
        return new

    def _need_room(self, size: int) -> None:
        free, total = self.room(self.root)
        if free - size < max(FLOOR_BYTES, FLOOR_SHARE * total):
            raise NoRoom(f"{free // 1024 // 1024} MB free")


def free_and_total(folder: Path) -> tuple[int, int]:
    """The bytes that are free, and all there are, on the disk of a folder."""
    usage = shutil.disk_usage(folder)
    return usage.free, usage.total


def children(folder: Path, pattern: str) -> list[Path]:
    """What a folder holds just now."""
    return list(folder.glob(pattern))


def flush_folder(folder: Path) -> None:
    """Make a rename last through a loss of power; Windows neither can nor needs to."""
    with suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
