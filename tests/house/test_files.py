"""What the repository holds is the same on every machine."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.locks import ROOT

MACHINE_PATH = re.compile(
    r"(?<![\w./:<-])/(?:home|root|work|farm|tmp|Users|opt/[a-z]+)/[\w.]|\b[A-Z]:\\\\?Users",
    re.ASCII,
)
MADE = {"__pycache__", "data", "build", "dist", "htmlcov", "vendor"}
BINARY = {".png", ".jpg", ".webp", ".ttf", ".woff2", ".ico", ".docx", ".pdf", ".xlsx"}


def kept_files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file of ours: not what tools make or what was made by others."""
    for path in sorted(folder.iterdir()):
        if path.is_dir():
            if path.name not in MADE and (not path.name.startswith(".") or path.name == ".ci"):
                yield from kept_files(path)
        elif path.suffix not in BINARY and not path.name.startswith(".coverage"):
            yield path


def machine_paths(text: str) -> list[str]:
    """The places of one machine that a text names."""
    return MACHINE_PATH.findall(text)


def test_no_file_names_a_place_on_one_machine() -> None:
    naming = [
        str(path.relative_to(ROOT))
        for path in kept_files()
        if machine_paths(path.read_text("utf-8", errors="replace"))
    ]

    assert naming == []


@pytest.mark.parametrize("folder", ["home", "root", "work", "farm", "tmp", "Users", "opt/thing"])
def test_a_place_on_one_machine_is_noticed(folder: str) -> None:
    assert machine_paths(f"see /{folder}/someone/notes")


@pytest.mark.parametrize(
    "text", ["GET /staff/home/x", "a/tmp/b", "/data/photos", "/usr/bin/chromium"]
)
def test_other_paths_are_left_alone(text: str) -> None:
    assert not machine_paths(text)
