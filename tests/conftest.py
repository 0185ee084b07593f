"""What many tests share: both databases, the content, and where child processes live."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from content.model import Book
from tests.book import the_book
from tests.databases import KINDS, emptied, hurry, postgresql

settings.register_profile("any pace", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any pace")


@pytest.fixture(scope="session")
def server() -> Iterator[Path]:
    """A PostgreSQL of our own for the whole run."""
    with postgresql() as folder:
        hurry(folder)
        yield folder


@pytest.fixture(params=KINDS)
def database(request: pytest.FixtureRequest, tmp_path: Path, server: Path) -> str:
    """The address of an empty database, of one kind and then of the other."""
    return emptied(request.param, tmp_path, server)


@pytest.fixture(scope="session")
def book() -> Book:
    """The pack that ships, with the demo's office and round."""
    return the_book()


@pytest.fixture(scope="session")
def childhood(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of child processes: no settings, and a place to keep compiled modules."""
    dropped = ("BOT_", "FAILPOINT", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return kept | {"PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("compiled"))}
