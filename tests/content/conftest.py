"""A small good pack to spoil, and the pack that ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.load import load
from content.model import Book
from tests.content.packs import GOOD, SHIPPED, Pack, copy


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """A copy of the small good pack."""
    return copy(GOOD, tmp_path)


@pytest.fixture(scope="session")
def small() -> Book:
    """The book of the small good pack."""
    return load(GOOD)


@pytest.fixture(scope="session")
def shipped() -> Book:
    """The book that ships."""
    return load(SHIPPED)
