"""
The labelled phrasings: what people type, and what they mean by it.

`asked/KEY.toml` holds phrasings of one entry of the questions people ask (or of one command), by
kind of spelling; `outside/THEME.toml` holds what no entry answers. A phrasing is written as rural
users type, without a look at what would find it.

About a third of the files is held back: the figure that is told comes from them alone. Which ones
is decided by a hash of the file's name, so that all phrasings of a question fall on one side, and
before a file is opened: whoever tunes cannot see the other part by accident.

`blind/` came later, when the retrieval was done: written from the names of the entries alone, by
somebody who had seen neither their wordings nor what finds them, and kept before it was measured.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent
ASKED = HERE / "asked"
OUTSIDE = HERE / "outside"
BLIND = HERE / "blind"
KINDS = (
    "marked",
    "unmarked",
    "teencode",
    "typo",
    "telex",
    "dialect",
    "fragment",
    "second-language",
)


class Part(StrEnum):
    """Which files are opened."""

    TUNING = "tuning"
    HELD_BACK = "held-back"
    BLIND = "blind"


class Case(NamedTuple):
    """One phrasing; `key` is the entry it asks for, empty when none answers it."""

    key: str
    kind: str
    text: str


def part(name: str) -> Part:
    """The part that a file belongs to, by its name."""
    held_back = int(sha256(name.encode()).hexdigest(), 16) % 3 == 0
    return Part.HELD_BACK if held_back else Part.TUNING


def asked(wanted: Part) -> Iterator[Case]:
    """The phrasings of questions, of one part."""
    for name, kind, text in _phrasings(ASKED, wanted):
        yield Case(name, kind, text)


def outside(wanted: Part) -> Iterator[Case]:
    """What no entry answers, of one part."""
    for _, kind, text in _phrasings(OUTSIDE, wanted):
        yield Case("", kind, text)


def _phrasings(folder: Path, wanted: Part) -> Iterator[tuple[str, str, str]]:
    for name, kinds in _tables(folder, wanted):
        for kind, texts in kinds.items():
            for text in texts:
                yield name, kind, text


def _tables(folder: Path, wanted: Part) -> Iterator[tuple[str, dict[str, list[str]]]]:
    if wanted is Part.BLIND:
        yield from _toml(BLIND / f"{folder.name}.toml").items()
        return
    for file in sorted(folder.glob("*.toml")):
        if part(file.stem) is wanted:
            yield file.stem, _toml(file)


def _toml(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text("utf-8"))
