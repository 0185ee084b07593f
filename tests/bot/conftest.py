"""A folder with settings of its own for every test that asks for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.installation import Installation


@pytest.fixture
def installation(tmp_path: Path, childhood: dict[str, str]) -> Installation:
    return Installation(tmp_path, childhood)
