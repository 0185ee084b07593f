"""An export that a child process is to make, as JSON between the two."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.papers.plan import Column, Plan, Shape
from storage.finding import Filters


@dataclass(frozen=True, slots=True)
class Order:
    """What to read, from which database, and the file to write; CSV to the output without one."""

    database: str
    plan: Plan
    filters: Filters
    out: Path | None = None


def to_json(order: Order) -> bytes:
    """The order as the child reads it."""
    return json.dumps(asdict(order), default=_plain).encode()


def from_json(text: bytes) -> Order:
    """The order as it was given."""
    given: dict[str, Any] = json.loads(text)
    return Order(
        database=given["database"],
        plan=Plan(given["plan"]["title"], tuple(map(_column, given["plan"]["columns"]))),
        filters=_filters(given["filters"]),
        out=Path(given["out"]) if given["out"] else None,
    )


def _column(given: dict[str, Any]) -> Column:
    return Column(**{**given, "shape": Shape(given["shape"])})


def _filters(given: dict[str, Any]) -> Filters:
    communes, since = given["communes"], given["since"]
    return Filters(
        **{
            **given,
            "since": since and datetime.fromisoformat(since),
            "words": tuple(given["words"]),
            "communes": None if communes is None else frozenset(communes),
        }
    )


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.isoformat()
        case frozenset():
            return sorted(value)
        case _:
            return str(value)
