"""
How a database is opened: SQLite the safe way, or PostgreSQL; the rest of the code cannot tell.

Two engines for a database. The one for writing takes SQLite's write lock when a transaction
begins: begun lazily, two turns of one person could both read the state that only one may replace.
It has one connection there, so that writers of this process wait in a fair queue and not in
SQLite's sleeping one; never open a second transaction on it while holding the first. The one for
reading (pages, exports) sees a snapshot and makes nobody wait.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, func, make_url, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from storage.sqlite_driver import Driver

if TYPE_CHECKING:
    from sqlalchemy import Table
    from sqlalchemy.engine import URL, Connection, Dialect
    from sqlalchemy.pool import ConnectionPoolEntry

BUSY_MILLISECONDS = 5000
"""How long a transaction waits for another program's write lock before it gives up."""

MOMENT_MILLISECONDS = 50
"""How long writers may be held up so that the log can be emptied."""

_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    f"busy_timeout={BUSY_MILLISECONDS}",
    "wal_autocheckpoint=8000",
    "cache_size=-8192",
)
"""
`secure_delete` overwrites what is erased. `wal_autocheckpoint` is the last resort: a turn that has
to move the log into the file makes its batch wait, so `checkpoint` does it beside them.
"""

POSTED: Mapping[str, Any] = {"posted": True}
"""
The option of a statement that gives nothing back and need not be waited for.

On SQLite, that it failed is raised by the next statement that is waited for, or by the commit.
"""

REST_SECONDS = 1.0
"""A PostgreSQL connection unused for so long is asked whether it still lives."""

Insert = sqlite.Insert | postgresql.Insert


def database_url(setting: str) -> URL:
    """
    The address a setting means: a file's path, `sqlite:///…` or `postgresql://…`.

    Raises ValueError, without the password, when it means none of these.
    """
    if "://" not in setting:
        return make_url("sqlite+aiosqlite://").set(database=str(Path(setting).expanduser()))
    try:
        url = make_url(setting)
    except Exception:  # noqa: BLE001 (the parser's own errors repeat the address and its password)
        raise ValueError("the database address cannot be read") from None
    kind = url.drivername.partition("+")[0]
    if kind == "sqlite":
        return url.set(drivername="sqlite+aiosqlite")
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+asyncpg")
    raise ValueError(f"'{kind}' is no database this program knows: use sqlite or postgresql")


def open_engine(url: str) -> AsyncEngine:
    """The engine for transactions that write."""
    address = database_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address, "BEGIN IMMEDIATE", pool_size=1)
    return _postgresql(address)


def open_reader(url: str) -> AsyncEngine:
    """The engine for pages and exports: each transaction reads one snapshot and writes nothing."""
    address = database_url(url)
    if address.get_backend_name() == "sqlite":
        return _sqlite(address, "BEGIN", pool_size=4)
    reader = _postgresql(address)
    return reader.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


async def take_turns(connection: AsyncConnection, what: str) -> None:
    """Wait until no other process does the same; SQLite's writers take turns as it is."""
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_advisory_xact_lock(func.hashtext(what))))


def side_by_side(engine: AsyncEngine) -> int:
    """How many batches of turns it pays to have on the way at once."""
    return 1 if engine.dialect.name == "sqlite" else 2


async def checkpoint(reader: AsyncEngine, *, whole: bool = False) -> bool:
    """
    Move SQLite's log into the file, as far as that keeps nobody waiting; for every second.

    Done `whole`, nothing is left in the log, so that what was erased is nowhere to be found; false
    when somebody who reads or writes stood in the way.
    """
    if reader.dialect.name != "sqlite":
        return True
    async with reader.connect() as connection:
        raw: Any = (await connection.get_raw_connection()).driver_connection
        if not whole:
            await raw.execute_fetchall("PRAGMA wal_checkpoint(PASSIVE)")
            return True
        try:
            await raw.execute_fetchall(f"PRAGMA busy_timeout={MOMENT_MILLISECONDS}")
            [(busy, _, _)] = await raw.execute_fetchall("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            await raw.execute_fetchall(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        return not busy


def insert(dialect: Dialect, table: Table) -> Insert:
    """An insert that knows `on_conflict_do_nothing` and `on_conflict_do_update`."""
    return sqlite.insert(table) if dialect.name == "sqlite" else postgresql.insert(table)


def _sqlite(url: URL, begin: str, pool_size: int) -> AsyncEngine:
    engine = create_async_engine(
        url,
        module=Driver(),
        hide_parameters=True,
        poolclass=AsyncAdaptedQueuePool,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=2 * BUSY_MILLISECONDS / 1000,
        connect_args={"cached_statements": 512, "isolation_level": None},
    )

    @event.listens_for(engine.sync_engine, "connect")
    def prepare(raw: Any, _record: object) -> None:
        cursor = raw.cursor()
        for pragma in _PRAGMAS:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin, execution_options=POSTED)

    @event.listens_for(engine.sync_engine, "do_execute")
    def post(cursor: Any, statement: str, parameters: Any, context: Any) -> bool:
        if posted := context.execution_options.get("posted", False):
            cursor.post(statement, parameters)
        return bool(posted)

    @event.listens_for(engine.sync_engine, "do_executemany")
    def post_many(cursor: Any, statement: str, rows: Any, context: Any) -> bool:
        if posted := context.execution_options.get("posted", False):
            cursor.post_many(statement, rows)
        return bool(posted)

    return engine


def _postgresql(url: URL) -> AsyncEngine:
    engine = create_async_engine(
        url,
        hide_parameters=True,
        pool_size=8,
        max_overflow=8,
        pool_timeout=10,
        pool_recycle=1800,
        connect_args={
            "timeout": 5,
            "command_timeout": 10,
            "server_settings": {"application_name": "bot", "timezone": "UTC"},
        },
    )
    _ping_the_idle(engine)
    return engine


def _ping_the_idle(engine: AsyncEngine) -> None:
    """
    Ask a connection that has rested whether it still lives, before it is used.

    SQLAlchemy's own `pool_pre_ping` asks every time, at three round trips; a busy connection
    that dies shows it by the statement that fails, and the turn is taken again on a new one.
    """
    pool_engine = engine.sync_engine

    @event.listens_for(pool_engine, "checkin")
    def rest(_raw: Any, record: ConnectionPoolEntry) -> None:
        record.info["rests_since"] = monotonic()

    @event.listens_for(pool_engine, "checkout")
    def wake(raw: Any, record: ConnectionPoolEntry, _proxy: object) -> None:
        if monotonic() - record.info.get("rests_since", monotonic()) < REST_SECONDS:
            return
        try:
            pool_engine.dialect.do_ping(raw)
        except Exception as error:
            raise DisconnectionError from error
