"""
A copy of everything in one file, made while the program serves, and the way back.

The file is a plain tar: the database as it was at one moment, checked, and the photos and papers.
It is for SQLite; PostgreSQL has tools of its own (`pg_dump`).
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

DATABASE = "database"
MEDIA = re.compile(r"media/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{32}")
ASIDE = ".before-restore"


class NotABackup(Exception):
    """This file is no backup of ours, or a damaged one; nothing was changed."""


def back_up(database: Path, media: Path, file: Path) -> int:
    """
    Write the database and the media to `file`, which appears when it is whole.

    Gives how many photos and papers there are in it. Raises `NotABackup` where the database is
    damaged, and FileNotFoundError without the folder that the file is to be in.
    """
    with tempfile.TemporaryDirectory(prefix="backup-", dir=file.absolute().parent) as folder:
        copy, made = Path(folder) / DATABASE, Path(folder) / "made"
        _copy(database, copy)
        made.touch(mode=0o600)
        files = list(_files(media))
        with tarfile.open(made, "w") as archive:
            archive.add(copy, DATABASE)
            for one in files:
                archive.add(one, f"media/{one.relative_to(media).as_posix()}", recursive=False)
        made.replace(file)
    return len(files)


def restore(file: Path, database: Path, media: Path, ready: Callable[[Path], None]) -> int:
    """
    Put back what a backup holds; gives how many photos and papers it had.

    `ready` is given the database that was in it before it takes the place of the present one.
    Nobody may be using the database. What was there before is kept beside it. Raises `NotABackup`.
    """
    database.absolute().parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="restore-", dir=database.absolute().parent) as folder:
        unpacked = Path(folder)
        count = _unpack(file, unpacked)
        _check(unpacked / DATABASE)
        ready(unpacked / DATABASE)
        for old in (database, media):
            _set_aside(old)
        for log in (f"{database}-wal", f"{database}-shm"):
            Path(log).unlink(missing_ok=True)
        (unpacked / DATABASE).replace(database)
        if (unpacked / "media").exists():
            shutil.move(unpacked / "media", media)
    return count


def _copy(database: Path, copy: Path) -> None:
    """One moment of a database that others go on writing to."""
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(copy)) as target:
        try:
            source.backup(target)
        except sqlite3.DatabaseError as trouble:
            raise NotABackup(str(trouble)) from None
    _check(copy)


def _check(database: Path) -> None:
    try:
        with closing(sqlite3.connect(database)) as opened:
            whole = opened.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            tied = opened.execute("PRAGMA foreign_key_check").fetchall() == []
            ours = opened.execute("SELECT count(*) FROM registration").fetchall() != []
    except sqlite3.DatabaseError as trouble:
        raise NotABackup(str(trouble)) from None
    if not (whole and tied and ours):
        raise NotABackup("the database in it is damaged")


def _files(media: Path) -> Iterator[Path]:
    for path in sorted(media.glob("??/??/*")):
        if MEDIA.fullmatch(f"media/{path.relative_to(media).as_posix()}"):
            yield path


def _unpack(file: Path, folder: Path) -> int:
    """Only names that a backup can have; anything else in it means that it is none."""
    count = 0
    try:
        with tarfile.open(file, "r:") as archive:
            for member in archive:
                if not (
                    member.isfile() and (member.name == DATABASE or MEDIA.fullmatch(member.name))
                ):
                    raise NotABackup(member.name)
                content = archive.extractfile(member)
                if content is None:
                    raise NotABackup(member.name)
                path = folder / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                with content, path.open("wb") as target:
                    shutil.copyfileobj(content, target)
                count += member.name != DATABASE
    except tarfile.TarError as trouble:
        raise NotABackup(str(trouble)) from None
    if not (folder / DATABASE).is_file():
        raise NotABackup("there is no database in it")
    return count


def _set_aside(old: Path) -> None:
    aside = old.with_name(old.name + ASIDE)
    if not old.exists():
        return
    if aside.is_dir():
        shutil.rmtree(aside)
    else:
        aside.unlink(missing_ok=True)
    old.replace(aside)
