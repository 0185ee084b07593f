"""The rules of pyproject.toml about who may import and call what: each holds, and can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.locks import ROOT

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as go; go()"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The four folders with next to nothing in them, under the rules of this repository."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module in (
        "bot/__init__",
        "bot/channels/__init__",
        "bot/channels/telegram",
        "bot/turn",
        "storage/__init__",
        "storage/unit",
        "handlers/__init__",
        "handlers/state",
        "handlers/form",
        "content/__init__",
        "content/model",
    ):
        path = tmp_path / f"{module}.py"
        path.parent.mkdir(exist_ok=True, parents=True)
        path.touch()
    return tmp_path


def broken_contracts(tree: Path) -> list[str]:
    """The first words of every contract that this tree breaks."""
    command = [sys.executable, "-c", LINT_IMPORTS]
    answer = subprocess.run(command, cwd=tree, capture_output=True, text=True)
    broken = [line.split()[0] for line in answer.stdout.splitlines() if line.endswith(" BROKEN")]
    assert bool(broken) == bool(answer.returncode), answer.stdout
    return broken


@pytest.mark.parametrize(
    ("importer", "line", "broken"),
    [
        ("storage/unit", "import bot.turn", ["A"]),
        ("handlers/form", "import storage.unit", ["A"]),
        ("content/model", "import handlers.form", ["A"]),
        ("handlers/form", "import asyncio", ["handlers"]),
        ("handlers/form", "import random", ["handlers"]),
        ("handlers/form", "from time import monotonic", ["handlers"]),
        ("content/model", "import aiohttp.web", ["handlers"]),
        ("content/model", "from sqlalchemy.ext import asyncio", ["handlers"]),
        ("storage/unit", "import handlers.form", ["storage"]),
        ("storage/unit", "import handlers", ["storage"]),
        ("bot/turn", "import telegram", ["Only"]),
        ("storage/unit", "import telegram", ["Only"]),
        ("handlers/form", "import telegram", ["handlers"]),
        ("bot/turn", "import storage.unit, handlers.form, content.model", []),
        ("storage/unit", "import handlers.state, content.model, asyncio, sqlalchemy", []),
        ("handlers/form", "import content.model", []),
        ("bot/channels/telegram", "import telegram", []),
    ],
)
def test_an_import_breaks_the_contract_it_should(
    tree: Path, importer: str, line: str, broken: list[str]
) -> None:
    (tree / f"{importer}.py").write_text(f"{line}\n")

    assert broken_contracts(tree) == broken


def test_using_a_channel_is_not_knowing_its_library(tree: Path) -> None:
    (tree / "bot/channels/telegram.py").write_text("import telegram\n")
    (tree / "bot/turn.py").write_text("import bot.channels.telegram\n")

    assert broken_contracts(tree) == []


def test_a_shape_may_use_what_storage_may_not(tree: Path) -> None:
    (tree / "handlers/state.py").write_text("import handlers.form\n")
    (tree / "storage/unit.py").write_text("import handlers.state\n")

    assert broken_contracts(tree) == []


@pytest.mark.parametrize(
    "line",
    [
        "from datetime import UTC, datetime\n\nNOW = datetime.now(UTC)\n",
        "from uuid import uuid4\n\nNEW = uuid4()\n",
        "import secrets\n\nNEW = secrets.token_hex()\n",
        "import os\n\nHOST = os.environ\n",
    ],
)
@pytest.mark.parametrize(
    ("folder", "pure"), [("handlers", True), ("content", True), ("bot", False)]
)
def test_the_pure_folders_are_given_time_and_chance(folder: str, pure: bool, line: str) -> None:
    name = f"--stdin-filename={ROOT / folder / 'example.py'}"
    command = [sys.executable, "-m", "ruff", "check", "--output-format=concise", name, "-"]

    answer = subprocess.run(command, cwd=ROOT, input=line, capture_output=True, text=True)

    assert ("TID251" in answer.stdout) == pure
    assert answer.returncode == pure
