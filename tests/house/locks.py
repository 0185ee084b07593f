"""Reads a lock file, for the tests that compare it with something."""

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).parents[2]
FULL = ROOT / "requirements.lock"
RUN = ROOT / "requirements.run.lock"

_ENTRY = re.compile(
    r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; (?P<marker>.*?))? \\\n"
    r"(?P<hashes>(?: +--hash=.*\n)+)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Pin:
    """One package of a lock: exactly this version, where the marker holds."""

    name: str
    version: str
    marker: str | None
    hashes: int

    def applies(self) -> bool:
        """Whether this machine installs it."""
        return self.marker is None or Marker(self.marker).evaluate()


def pins(path: Path) -> dict[str, Pin]:
    """Every package that a lock names, by name."""
    found = (
        Pin(entry["name"], entry["version"], entry["marker"], entry["hashes"].count("sha256:"))
        for entry in _ENTRY.finditer(path.read_text("utf-8"))
    )
    return {pin.name: pin for pin in found}
