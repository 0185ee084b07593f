"""What the pages for newcomers name exists, and both languages name the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from bot.__main__ import app
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "README.vi.md", "CONTRIBUTING.md", "ARCHITECTURE.md")
LINK = re.compile(r"\]\(([^)#]+)\)")


def words(page: str, pattern: str) -> set[str]:
    """What a page names after such words."""
    return set(re.findall(pattern, (ROOT / page).read_text("utf-8")))


@pytest.mark.parametrize("page", PAGES)
def test_every_command_named_exists(page: str) -> None:
    listed = (ROOT / "dev").read_text("utf-8")
    known = set(getattr(get_command(app), "commands", {}))

    assert all(f'"{word}":' in listed for word in words(page, r"dev ([a-z]+)\b(?! )"))
    assert words(page, r"-m bot ([a-z]+)") <= known


@pytest.mark.parametrize("page", PAGES)
def test_every_setting_named_exists(page: str) -> None:
    known = {f"BOT_{name.upper()}" for name in Settings.__dataclass_fields__}

    assert words(page, r"\b(BOT_[A-Z_]+)\b") <= known


@pytest.mark.parametrize("page", PAGES)
def test_every_page_and_picture_linked_is_there(page: str) -> None:
    for target in LINK.findall((ROOT / page).read_text("utf-8")):
        assert (ROOT / target).is_file(), target


def test_both_readmes_show_the_same_commands() -> None:
    shown = [
        [line.split("#")[0].strip() for line in (ROOT / page).read_text("utf-8").splitlines()]
        for page in ("README.md", "README.vi.md")
    ]
    commands = [
        [line for line in lines if line.startswith(("./dev", ".venv", "export", "apt-get", "git"))]
        for lines in shown
    ]

    assert len(commands[0]) == len(commands[1])
