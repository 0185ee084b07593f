"""What the tests of the running program share."""

from __future__ import annotations

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


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path, server: Path) -> str:
    """An empty database of each kind."""
    return fresh(request.param, tmp_path, server)


@pytest.fixture(scope="session")
def book() -> Book:
    """The pack that ships, in demo dress."""
    return load(OWN_PACK, demo=True)
