"""What the pages for newcomers name exists, and both languages name the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from bot.__main__ import app
from bot.settings import Settings

ROOT = Path(__file__).parents[2]
IN_BOTH = ("README", "ZALO")
PAGES = (
    "CONTRIBUTING.md",
    "ARCHITECTURE.md",
    *(f"{name}{ending}" for name in IN_BOTH for ending in (".md", ".vi.md")),
)
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

    named = words(page, r"\b(BOT_[A-Z_]+)\b")
    assert {name.removesuffix("_FILE") for name in named} <= known


@pytest.mark.parametrize("page", PAGES)
def test_every_page_and_picture_linked_is_there(page: str) -> None:
    for target in LINK.findall((ROOT / page).read_text("utf-8")):
        assert (ROOT / target).is_file(), target


@pytest.mark.parametrize("name", IN_BOTH)
def test_both_languages_show_the_same_commands_and_settings(name: str) -> None:
    both = [(ROOT / f"{name}{ending}").read_text("utf-8") for ending in (".md", ".vi.md")]
    commands = [
        [
            line.split("#")[0].strip()
            for line in map(str.strip, text.splitlines())
            if line.startswith(("./dev", ".venv", "export", "apt-get", "git", "BOT_"))
        ]
        for text in both
    ]
    settings = [set(re.findall(r"\bBOT_[A-Z_]+\b", text)) for text in both]

    assert len(commands[0]) == len(commands[1])
    assert settings[0] == settings[1]


def test_both_zalo_pages_have_the_same_headings_tables_and_codes() -> None:
    shapes = []
    for page in ("ZALO.md", "ZALO.vi.md"):
        text = (ROOT / page).read_text("utf-8")
        lines = text.splitlines()
        levels = [line.split()[0] for line in lines if line.startswith("#")]
        rows = [line.count("|") for line in lines if line.strip().startswith("|")]
        shapes.append((levels, rows, re.findall(r"`(-\d+|[a-z]+_[a-z_]+)`", text)))

    assert shapes[0] == shapes[1]
