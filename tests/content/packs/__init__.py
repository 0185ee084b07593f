"""A small content pack without a mistake, and a way to make one mistake in a copy of it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

GOOD = Path(__file__).parent / "good"
SHIPPED = Path(__file__).parents[3] / "content" / "tuyen-quang"


@dataclass(frozen=True, slots=True)
class Pack:
    """A copy of a pack that may be spoilt."""

    folder: Path

    def change(self, file: str, old: str, new: str) -> None:
        """Write `new` in place of the first `old`; of nothing, at the end."""
        path = self.folder / file
        text = path.read_text("utf-8") if path.exists() else ""
        assert old in text
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(old, new, 1) if old else text + new, "utf-8")


def copy(pack: Path, to: Path) -> Pack:
    """A copy of the pack in a new folder."""
    return Pack(Path(shutil.copytree(pack, to / "pack")))
