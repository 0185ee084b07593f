"""The lock files are whole, hold no address, and say what pyproject.toml asks for."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.house import dev
from tests.house.locks import FULL, ROOT, RUN, pins

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
RUN_ASKED = [
    *PYPROJECT["project"]["dependencies"],
    *PYPROJECT["project"]["optional-dependencies"]["speed"],
]
DEV_ASKED = PYPROJECT["dependency-groups"]["dev"]


def plain(name: str) -> str:
    """A package's name as a lock spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the files that the lock check reads."""
    for name in ("dev", "pyproject.toml", FULL.name, RUN.name):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


def test_the_lock_check_is_content() -> None:
    assert list(dev.load().lock_problems()) == []


@pytest.mark.parametrize("name", [FULL.name, RUN.name])
def test_an_address_in_a_lock_is_a_problem(checkout: Path, name: str) -> None:
    with (checkout / name).open("a", encoding="utf-8") as lock:
        lock.write("--extra-index-url https" + "://packages.example/simple\n")

    problems = list(dev.load(checkout / "dev").lock_problems())

    assert [problem.partition(":")[0] for problem in problems] == [name]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"aiohttp>=3.14,<3.15"', '"aiohttp>=3.15"'),
        ('requires-python = ">=3.11"', 'requires-python = ">=3.12"'),
        ('"pytest>=', '"one-more",\n    "pytest>='),
        ("speed = [", "more = []\nspeed = ["),
    ],
)
def test_dependencies_changed_without_the_locks_are_a_problem(
    checkout: Path, before: str, after: str
) -> None:
    pyproject = checkout / "pyproject.toml"
    text = pyproject.read_text("utf-8")
    assert before in text
    pyproject.write_text(text.replace(before, after, 1), "utf-8")

    assert len(list(dev.load(checkout / "dev").lock_problems())) == 2


def test_a_change_of_tool_settings_leaves_the_locks_valid(checkout: Path) -> None:
    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as pyproject:
        pyproject.write("\n[tool.another]\nsetting = 1\n")

    assert list(dev.load(checkout / "dev").lock_problems()) == []


@pytest.mark.parametrize("path", [FULL, RUN], ids=lambda path: path.name)
def test_every_line_of_a_lock_is_a_package_with_its_hashes(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()

    found = pins(path).values()

    assert len(lines) == 1 + sum(1 + pin.hashes for pin in found)


@pytest.mark.parametrize("asked", [*RUN_ASKED, *DEV_ASKED])
def test_the_lock_holds_a_version_that_was_asked_for(asked: str) -> None:
    wanted = Requirement(asked)

    pin = pins(FULL)[plain(wanted.name)]

    assert wanted.specifier.contains(pin.version)


def test_the_container_runs_what_was_tested() -> None:
    full = pins(FULL)

    assert {name: pin for name, pin in full.items() if name in pins(RUN)} == pins(RUN)


def test_the_container_carries_no_test_tools() -> None:
    tools = {plain(Requirement(asked).name) for asked in DEV_ASKED}

    assert tools.isdisjoint(pins(RUN))
