"""`dev` sets up what is needed, once, and hands over."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest

from bot.settings import PREFIX, Settings
from tests.house import dev
from tests.house.locks import ROOT

FILES = ("dev", "pyproject.toml", "requirements.lock", "requirements.run.lock")
SETTINGS = {PREFIX + field.name.upper() for field in fields(Settings)}
BARE = {"PATH": os.defpath, "LANG": "C.UTF-8"}

ECHO = """#!/bin/sh
echo "$@"
exit 7
"""
"""A Python that says what it was asked to run, and fails in its own way."""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what `dev` needs, with no environment yet."""
    for name in FILES:
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.fixture
def ready(checkout: Path) -> Path:
    """A checkout that is set up already, with a Python that only repeats its arguments."""
    python = checkout / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(ECHO)
    python.chmod(0o755)
    module = dev.load(checkout / "dev")
    module.INSTALLED.write_text(f"{module.mark(module.RUN_LOCK)} {module.mark(module.FULL_LOCK)}")
    return checkout


def ask(checkout: Path, *args: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `dev` as a person would, with these settings and no others."""
    command = [sys.executable, str(checkout / "dev"), *args]
    return subprocess.run(command, env=BARE | settings, capture_output=True, text=True, timeout=50)


@pytest.mark.parametrize(
    ("typed", "started"),
    [
        (["run"], "-m bot serve --demo"),
        (["run", "--port", "9"], "-m bot serve --demo --port 9"),
        (["test"], "-m pytest -n auto --dist worksteal"),
        (["test", "-k", "house"], "-m pytest -k house"),
        (["bench", "turns"], "-m tests.bench turns"),
        (["eval", "--tuning"], "-m tests.eval --tuning"),
        (["talk", "--script", "a.txt"], "-m bot talk --script a.txt"),
    ],
)
def test_a_command_hands_over_arguments_and_exit_code(
    ready: Path, typed: list[str], started: str
) -> None:
    answer = ask(ready, *typed)

    assert (answer.stdout, answer.stderr, answer.returncode) == (f"{started}\n", "", 7)


@pytest.mark.parametrize(
    ("setting", "demo"),
    [
        ("BOT_TELEGRAM_TOKEN", False),
        ("BOT_TELEGRAM_TOKEN_FILE", False),
        ("BOT_ZALO_OA_ID", False),
        ("BOT_DATA_DIR", False),
        ("BOT_DATABASE_URL", False),
        ("BOT_PORT", True),
        ("BOT_LOG", True),
    ],
)
def test_a_setting_that_says_whose_bot_it_is_ends_the_demo(
    ready: Path, setting: str, demo: bool
) -> None:
    answer = ask(ready, "run", **{setting: "x"})

    assert ("--demo" in answer.stdout.split()) == demo


def test_an_empty_setting_is_no_setting(ready: Path) -> None:
    assert "--demo" in ask(ready, "run", BOT_TELEGRAM_TOKEN="").stdout


@pytest.mark.parametrize("beginning", dev.load().WHOSE)
def test_what_ends_the_demo_is_a_setting_that_the_program_has(beginning: str) -> None:
    assert any(name.startswith(beginning) for name in SETTINGS)


def test_check_runs_every_step_and_names_those_that_failed(ready: Path) -> None:
    answer = ask(ready, "check")

    assert answer.returncode == 1
    for step in ("ruff format", "ruff check", "mypy", "importlinter", "bot check", "tests.space"):
        assert step in answer.stdout
    assert answer.stdout.splitlines()[-1].endswith(
        "ruff format, ruff check, mypy, lint-imports, bot check, every state"
    )


def test_check_fails_for_a_lock_older_than_pyproject(ready: Path) -> None:
    (ready / ".venv/bin/python").write_text("#!/bin/sh\n")
    assert ask(ready, "check").returncode == 0
    pyproject = ready / "pyproject.toml"
    pyproject.write_text(pyproject.read_text("utf-8").replace('"jinja2', '"another", "jinja2'))

    answer = ask(ready, "check")

    assert answer.returncode == 1
    assert answer.stdout.splitlines()[-1].endswith(": lock")


def test_without_ensurepip_one_line_says_what_to_install(checkout: Path, tmp_path: Path) -> None:
    library = Path(sysconfig.get_path("stdlib"))
    split = tmp_path / "split" / sys.platlibdir / library.name
    split.mkdir(parents=True)
    for part in library.iterdir():
        if part.name != "ensurepip":
            (split / part.name).symlink_to(part)

    answer = ask(checkout, "run", PYTHONHOME=str(tmp_path / "split"))

    assert answer.returncode == 1
    assert answer.stdout + answer.stderr == (
        "Thiếu python3-venv. Chạy: apt-get install -y python3-venv\n"
    )


def test_help_lists_every_command(ready: Path) -> None:
    answer = ask(ready, "help")

    listed = re.findall(r"^ +\./dev (\w+) +\S", answer.stdout, re.MULTILINE)
    assert listed == list(dev.load().COMMANDS)
    assert "None" not in answer.stdout


@pytest.mark.parametrize("typed", [[], ["-h"], ["--help"]])
def test_help_is_what_one_gets_when_asking_nothing_else(ready: Path, typed: list[str]) -> None:
    assert ask(ready, *typed).stdout == ask(ready, "help").stdout


def test_an_unknown_command_is_one_line_and_a_failure(ready: Path) -> None:
    answer = ask(ready, "rnu")

    assert answer.returncode == 1
    assert "rnu" in answer.stderr
    assert answer.stderr.count("\n") == 1


class Setup:
    """Takes the place of making environments and installing; remembers what was asked of it."""

    def __init__(self, module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        self.module = module
        self.done: list[str] = []
        self.broken = False
        monkeypatch.setattr(module.venv, "create", self.create)
        monkeypatch.setattr(module, "install", self.install)

    def create(self, folder: Path, **_: object) -> None:
        self.done.append("made")
        folder.mkdir(exist_ok=True)

    def install(self, lock: Path) -> None:
        if self.broken:
            raise KeyboardInterrupt
        self.done.append(lock.name)

    def prepare(self, lock: str) -> list[str]:
        """Ask for what a lock holds; what was done for it."""
        self.done.clear()
        self.module.prepare(self.module.ROOT / lock)
        return self.done


@pytest.fixture
def setup(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Setup:
    return Setup(dev.load(checkout / "dev"), monkeypatch)


def test_what_is_set_up_is_not_set_up_again(setup: Setup) -> None:
    assert setup.prepare("requirements.run.lock") == ["made", "requirements.run.lock"]
    assert setup.prepare("requirements.run.lock") == []


def test_the_tests_add_to_what_the_program_needs(setup: Setup) -> None:
    setup.prepare("requirements.run.lock")

    assert setup.prepare("requirements.lock") == ["requirements.lock"]
    assert setup.prepare("requirements.run.lock") == []
    assert setup.prepare("requirements.lock") == []


def test_an_interrupted_set_up_is_made_anew(setup: Setup) -> None:
    setup.prepare("requirements.run.lock")
    setup.broken = True
    with pytest.raises(KeyboardInterrupt):
        setup.prepare("requirements.lock")
    setup.broken = False

    assert setup.prepare("requirements.run.lock") == ["made", "requirements.run.lock"]


def test_a_changed_lock_is_installed_in_a_new_environment(setup: Setup, checkout: Path) -> None:
    setup.prepare("requirements.run.lock")
    with (checkout / "requirements.run.lock").open("a") as lock:
        lock.write("# changed\n")

    assert setup.prepare("requirements.run.lock") == ["made", "requirements.run.lock"]


def test_another_python_gets_a_new_environment(
    setup: Setup, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup.prepare("requirements.run.lock")
    monkeypatch.setattr(sys, "version", "3.99.0")

    assert setup.prepare("requirements.run.lock") == ["made", "requirements.run.lock"]
