"""An export that a child process is to make, as JSON between the two."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.papers.plan import Column, Plan, Shape
from storage.filters import Filters
from storage.finding import By, Sorting


@dataclass(frozen=True, slots=True)
class Order:
    """What to read, from which database, and the file to write; CSV to the output without one."""

    database: str
    plan: Plan
    filters: Filters
    out: Path | None = None
    sorting: Sorting | None = None


def to_json(order: Order) -> bytes:
    """The order as the child reads it."""
    return json.dumps(asdict(order), default=_plain).encode()


def from_json(text: bytes) -> Order:
    """The order as it was given."""
    given: dict[str, Any] = json.loads(text)
    return Order(
        database=given["database"],
        plan=Plan(
            **{**given["plan"], "columns": tuple(map(_column, given["plan"]["columns"]))},
        ),
        filters=_filters(given["filters"]),
        out=Path(given["out"]) if given["out"] else None,
        sorting=_sorting(given["sorting"]) if given["sorting"] else None,
    )


def _column(given: dict[str, Any]) -> Column:
    return Column(**{**given, "shape": Shape(given["shape"])})


def _filters(given: dict[str, Any]) -> Filters:
    communes, since, until = given["communes"], given["since"], given["until"]
    return Filters(
        **{
            **given,
            "since": since and datetime.fromisoformat(since),
            "until": until and datetime.fromisoformat(until),
            "words": tuple(given["words"]),
            "communes": None if communes is None else frozenset(communes),
        }
    )


def _sorting(given: dict[str, Any]) -> Sorting:
    return Sorting(By(given["by"]), given["descending"], tuple(given["ranks"]))


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case _:
            return str(value)
