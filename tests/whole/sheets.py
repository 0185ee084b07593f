"""An exported table, read as a spreadsheet reads it: one mapping a row, by the headings."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import openpyxl

Row = dict[str, Any]


def read_sheet(path: Path) -> list[Row]:
    """The rows of an .xlsx or a .csv file."""
    return _from_csv(path) if path.suffix == ".csv" else _from_xlsx(path)


def _from_csv(path: Path) -> list[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [dict(row) for row in csv.DictReader(file)]


def _from_xlsx(path: Path) -> list[Row]:
    book = openpyxl.load_workbook(path)
    try:
        head, *rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    finally:
        book.close()
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]
