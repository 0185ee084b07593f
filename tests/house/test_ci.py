"""The run for every change installs what is lacking and fails when anything fails."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.house.locks import ROOT


def program(path: Path, text: str) -> None:
    """An executable shell script."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/bash\n{text}\n")
    path.chmod(0o755)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout whose `dev` and whose system only write down what they are asked."""
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci/run", tmp_path / ".ci")
    for name in ("dirname", "bash"):
        (tmp_path / "system").mkdir(exist_ok=True)
        (tmp_path / "system" / name).symlink_to(shutil.which(name) or name)
    program(tmp_path / "system/python3", "true")
    program(tmp_path / "system/chromium", "true")
    program(tmp_path / "system/apt-get", 'echo "apt-get $*"')
    program(tmp_path / "dev", 'echo "dev $*"')
    return tmp_path


def ci(checkout: Path) -> subprocess.CompletedProcess[str]:
    command = ["bash", ".ci/run"]
    system = {"PATH": str(checkout / "system")}
    return subprocess.run(
        command, cwd=checkout, env=system, capture_output=True, text=True, timeout=20
    )


def test_a_complete_system_is_checked_and_tested(checkout: Path) -> None:
    answer = ci(checkout)

    assert answer.stdout.splitlines() == ["dev check", "dev test"]
    assert answer.returncode == 0


def test_what_is_lacking_is_installed_first(checkout: Path) -> None:
    program(checkout / "system/python3", "false")
    (checkout / "system/chromium").unlink()

    said = ci(checkout).stdout.splitlines()

    assert said[0].startswith("apt-get update")
    assert said[1].endswith("python3-venv chromium")
    assert said[2:] == ["dev check", "dev test"]


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_failure_passes_through(checkout: Path, command: str) -> None:
    program(checkout / "dev", f'[ "$1" != {command} ] || exit 3')

    assert ci(checkout).returncode == 3


@pytest.mark.parametrize("name", ["dev", ".ci/run"])
def test_the_way_in_can_be_executed(name: str) -> None:
    assert (ROOT / name).stat().st_mode & 0o111 == 0o111
