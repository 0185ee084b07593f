"""Both databases, for every test that asks for one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import KINDS, emptied, hurry, postgresql


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
