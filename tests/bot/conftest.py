"""What the tests of the running program share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.settings import OWN_PACK
from content.load import load
from content.model import Book
from tests.databases import KINDS, fresh, postgresql


@pytest.fixture(scope="session")
def server() -> Iterator[Path]:
    """PostgreSQL, for as long as the tests take."""
    with postgresql() as folder:
        yield folder


@pytest.fixture(scope="session")
def childhood(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of child processes: no settings, and a place to keep compiled modules."""
    dropped = ("BOT_", "FAILPOINT", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return kept | {"PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled"))}


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path, server: Path) -> str:
    """An empty database of each kind."""
    return fresh(request.param, tmp_path, server)


@pytest.fixture(scope="session")
def book() -> Book:
    """The pack that ships, in demo dress."""
    return load(OWN_PACK, demo=True)
