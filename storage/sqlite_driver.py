"""
aiosqlite with one trip to its thread for each statement, or none.

SQLAlchemy's own cursor makes three or four (open, execute, fetch, close), and each costs more
than the statement itself. A statement that is only `posted` is not waited for at all: the thread
works on it while the next one is prepared. If it fails, the next
statement that is waited for, or the commit, raises what it raised.

The connection, its thread and its errors are aiosqlite's. The names used here are those of
`sqlalchemy.dialects.sqlite.aiosqlite` in 2.1 and of aiosqlite 0.22.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from functools import partial
from typing import Any

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
    AsyncAdapt_aiosqlite_dbapi,
)
from sqlalchemy.util import EMPTY_DICT, await_only

_Outcome = tuple[Any, int, int, list[Any]]


def _run(raw: sqlite3.Connection, statement: str, parameters: Any) -> _Outcome:
    """Execute and fetch in the connection's thread."""
    cursor = raw.execute(statement, parameters)
    rows = cursor.fetchall() if cursor.description else []
    return cursor.description, cursor.rowcount, cursor.lastrowid or 0, rows


def _run_many(raw: sqlite3.Connection, statement: str, rows: Any) -> _Outcome:
    """Execute once for each row in the connection's thread."""
    cursor = raw.executemany(statement, rows)
    return None, cursor.rowcount, 0, []


class _Cursor(AsyncAdapt_aiosqlite_cursor):
    """The outcome of a statement, whole; there is nothing left to close."""

    __slots__ = ("_outcome",)

    _adapt_connection: _Connection

    def __init__(self, adapt_connection: _Connection) -> None:
        self._adapt_connection = adapt_connection
        self._connection = adapt_connection._connection
        self._soft_closed_memoized = EMPTY_DICT
        self._rows = deque()
        self._outcome: _Outcome = (None, -1, 0, [])

    @property
    def description(self) -> Any:
        return self._outcome[0]

    @property
    def rowcount(self) -> int:
        return self._outcome[1]

    @property
    def lastrowid(self) -> int:
        return self._outcome[2]

    def execute(self, operation: Any, parameters: Any = None) -> None:
        self._go(_run, operation, parameters or ())

    def executemany(self, operation: Any, seq_of_parameters: Any) -> None:
        self._go(_run_many, operation, seq_of_parameters)

    def post(self, operation: Any, parameters: Any) -> None:
        """Execute without waiting."""
        self._adapt_connection.post(_run, operation, parameters)

    def post_many(self, operation: Any, rows: Any) -> None:
        """Execute for each row without waiting."""
        self._adapt_connection.post(_run_many, operation, rows)

    def close(self) -> None:
        self._rows.clear()

    async def _async_soft_close(self) -> None:
        """Nothing is open."""

    def _go(self, run: Any, operation: Any, parameters: Any) -> None:
        self._outcome = self._adapt_connection.ask(run, operation, parameters)
        self._rows = deque(self._outcome[3])


class _Connection(AsyncAdapt_aiosqlite_connection):
    __slots__ = ("_failure", "_posted")

    _cursor_cls = _Cursor  # type: ignore[assignment]  # declared as the class it extends

    def __init__(self, dbapi: Any, connection: Any) -> None:
        super().__init__(dbapi, connection)
        self._posted = False
        self._failure: Exception | None = None

    def post(self, run: Any, operation: Any, parameters: Any) -> None:
        """Have a statement executed in its turn, and wait for nothing."""
        connection = self._connection
        self._posted = True
        work = partial(self._work, run, connection._conn, operation, parameters)
        connection._tx.put_nowait((None, work))

    def ask(self, run: Any, *parameters: Any) -> Any:
        """What a function of the raw connection gives, after all that was posted has worked."""
        connection = self._connection
        try:
            return await_only(
                connection._execute(self._if_all_worked, run, connection._conn, *parameters)
            )
        except Exception as error:  # noqa: BLE001 (SQLAlchemy turns it into its own)
            self._handle_exception(error)

    def commit(self) -> None:
        """Commit what has worked; raises what did not."""
        self.ask(sqlite3.Connection.commit)
        self._posted = False

    def rollback(self) -> None:
        """Roll back if there is anything to; a pool asks this of every connection it gets back."""
        raw = self._connection._connection
        if raw is not None and (self._posted or raw.in_transaction):
            super().rollback()
        self._posted, self._failure = False, None

    def _work(self, run: Any, *parameters: Any) -> None:
        """In the connection's thread, as the next one."""
        try:
            run(*parameters)
        except Exception as failure:  # noqa: BLE001 (told when somebody asks)
            self._failure = self._failure or failure

    def _if_all_worked(self, run: Any, *parameters: Any) -> Any:
        if self._failure is not None:
            raise self._failure
        return run(*parameters)


class Driver(AsyncAdapt_aiosqlite_dbapi):
    """What `create_async_engine(module=…)` takes in the place of aiosqlite."""

    def __init__(self) -> None:
        super().__init__(aiosqlite, sqlite3)

    def connect(self, *args: Any, **options: Any) -> _Connection:
        """Open a connection with its thread, which never keeps the program from ending."""
        connection: Any = aiosqlite.connect(*args, **options)
        connection._thread.daemon = True
        return _Connection(self, await_only(connection))
