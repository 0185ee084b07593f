"""
Only one program serves from an SQLite file: whoever holds its lease.

The lease is a lock on a small file beside the database, which SQLite takes for us in the way of
each operating system. It ends with the process, however that ends.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from storage.engine import database_url


class Taken(Exception):
    """Another program serves from this database."""


@contextmanager
def lease(setting: str) -> Iterator[bool]:
    """
    Hold the lease of a database; gives whether this program is now the only one.

    On PostgreSQL, which has no lease, it never is. Raises `Taken` when another program holds it,
    and `PermissionError` where the file cannot be written.
    """
    url = database_url(setting)
    if url.get_backend_name() != "sqlite" or not url.database:
        yield False
        return
    with closing(_held(f"{url.database}.lease")):
        yield True


def _held(file: str) -> sqlite3.Connection:
    try:
        holder = sqlite3.connect(file, timeout=0, isolation_level=None)
    except sqlite3.OperationalError as trouble:
        raise PermissionError(errno.EACCES, f"{file}: {trouble}") from None
    try:
        holder.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as trouble:
        holder.close()
        if trouble.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise Taken from None
        raise PermissionError(errno.EACCES, f"{file}: {trouble}") from None
    return holder
