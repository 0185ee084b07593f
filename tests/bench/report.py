"""
What a benchmark found, as a table that reads the same in a terminal and in BENCHMARKS.md.

With `--keep` every row is also appended to `results.jsonl`, and the tables in BENCHMARKS.md are
written anew from there: the last run of each benchmark counts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.surroundings import ROOT

RESULTS = Path(__file__).with_name("results.jsonl")
PAGE = ROOT / "BENCHMARKS.md"

Row = Mapping[str, str | float]


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one benchmark, all with the same columns, and a sentence to read them by."""

    name: str
    rows: Sequence[Row]
    note: str = ""

    def lines(self) -> list[str]:
        """The table in Markdown, its columns aligned, numbers to the right."""
        columns = list(self.rows[0])
        cells = [[shown(row[column]) for column in columns] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
        right = [not isinstance(self.rows[0][column], str) for column in columns]
        rule = [
            "-" * (width - 1) + ":" if to_right else "-" * width
            for width, to_right in zip(widths, right, strict=True)
        ]
        written = [_line(columns, widths, right), _line(rule, widths, right)]
        written += [_line(row, widths, right) for row in cells]
        return [*written, "", self.note] if self.note else written


def shown(value: str | float) -> str:
    """A number with as many digits as mean something."""
    if isinstance(value, str):
        return value
    if value >= 100 or value == int(value):
        return f"{value:,.0f}"
    return f"{value:.3g}"


def keep(tables: Iterable[Table], machine: Sequence[str]) -> None:
    """Append these rows to the results and write the page's tables anew."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with RESULTS.open("a", encoding="utf-8") as file:
        for table in tables:
            for row in table.rows:
                entry = {"bench": table.name, "at": at, "row": row, "note": table.note}
                file.write(json.dumps(entry, ensure_ascii=False) + "\n")
    page = PAGE.read_text("utf-8")
    for table in _latest().values():
        page = _put(page, table.name, table.lines())
    page = _put(page, "machine", machine)
    PAGE.write_text(page, "utf-8")


def _latest() -> dict[str, Table]:
    """The last run of each benchmark."""
    entries = [json.loads(line) for line in RESULTS.read_text("utf-8").splitlines()]
    last = {entry["bench"]: entry["at"] for entry in entries}
    tables: dict[str, Table] = {}
    for name, at in last.items():
        found = [one for one in entries if one["bench"] == name and one["at"] == at]
        tables[name] = Table(name, [one["row"] for one in found], found[0]["note"])
    return tables


def _put(page: str, name: str, lines: Sequence[str]) -> str:
    """The page with these lines between the marks of this name."""
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    text = "\n".join(["", "", *lines, "", ""])
    return re.sub(
        f"{re.escape(begin)}.*?{re.escape(end)}",
        lambda _: f"{begin}{text}{end}",
        page,
        flags=re.DOTALL,
    )


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = (
        cell.rjust(width) if to_right else cell.ljust(width)
        for cell, width, to_right in zip(cells, widths, right, strict=True)
    )
    return f"| {' | '.join(padded)} |"
