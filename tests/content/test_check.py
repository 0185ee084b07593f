"""Every kind of mistake in a pack: one change to a good pack, and what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.check import check
from tests.content.packs import GOOD, SHIPPED, Pack

ELIGIBILITY = "forms/eligibility.toml"
REGISTRATION = "forms/registration.toml"
VI = "text/vi/registration.ftl"
EN = "text/en/registration.ftl"


def told(folder: Path) -> list[str]:
    return [str(problem) for problem in check(folder)]


@pytest.mark.parametrize("folder", [GOOD, SHIPPED])
def test_a_good_pack_has_no_mistake(folder: Path) -> None:
    assert told(folder) == []
