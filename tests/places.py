"""
The communes and wards of `places.toml`, made from the table beside it.

`content/tuyen-quang/places.csv` has a line for each commune, ward or town of before 1 July 2025 and
what it is in now; a split one has a line for each part. It was put together from what was published
of the resolution that made them (Nghị quyết 1684/NQ-UBTVQH15); the codes are those of the national
statistics office. The 124 codes and names agree with three public lists, but for where six names
carry their tone ("Thuận Hoà", "Thuận Hòa"), which is the same word to whoever looks for it.

Edit the table, then run
`python -m tests.places`, which writes the places anew; other spellings and the provinces, further
down in the file, are written by hand. A test compares the two.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

PACK = Path(__file__).parents[1] / "content" / "tuyen-quang"
TABLE, PLACES = PACK / "places.csv", PACK / "places.toml"
BEGIN, END = "# --- former ", "# --- other spellings"


class Line(NamedTuple):
    """One unit of before, or a part of it, and the unit of today that it is in."""

    province: str
    code: str
    name: str
    kind: str
    former: str
    former_kind: str
    district: str
    part: str


def table() -> list[Line]:
    """The lines of the table, those of one unit of today together."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return [Line(**row) for row in csv.DictReader(stream)]


def written(page: str) -> str:
    """The text of `places.toml` with its places as the table has them now."""
    before, after = page.index(BEGIN), page.index(END)
    return page[:before] + "".join(_provinces(table())) + page[after:]


def _provinces(lines: list[Line]) -> Iterator[str]:
    for province, group in groupby(lines, lambda one: one.province):
        own = list(group)
        now = {one.code for one in own}
        were = {(one.former, one.former_kind, one.district) for one in own}
        yield f"{BEGIN}{province}: {len(now)} units from {len(were)} ---\n\n"
        for _, place in groupby(own, lambda one: one.code):
            yield "\n".join(_place(list(place))) + "\n\n"


def _place(made_from: list[Line]) -> Iterator[str]:
    """One unit of today; an old one says its district where most of them were in another."""
    first = made_from[0]
    most, *others = (name for name, _ in Counter(one.district for one in made_from).most_common())
    yield "[[place]]"
    yield f'code = "{first.code}"'
    yield f'name = "{first.name}"'
    yield f'kind = "{first.kind}"'
    yield f'district = "{", ".join((most, *others))}"'
    yield "made-from = ["
    for one in made_from:
        part = ", part = true" if one.part else ""
        district = f', district = "{one.district}"' if one.district != most else ""
        yield f'    {{ name = "{one.former}", kind = "{one.former_kind}"{part}{district} }},'
    yield "]"


if __name__ == "__main__":
    PLACES.write_text(written(PLACES.read_text("utf-8")), "utf-8")
