"""The rows of an export: what of a registration stands in each column of its plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from operator import attrgetter

from bot.papers.plan import ERASED, Cell, Column, Plan, Shape
from content.form import Kind
from handlers.answers import SHOWN
from handlers.codes import code
from handlers.days import VIETNAM
from handlers.reading.marks import lacks_marks
from storage.queries import Entry

CellOf = Callable[[Entry, int], Cell]


class Rows:
    """Makes the rows of registrations by a plan; what can be prepared for all rows is."""

    def __init__(self, plan: Plan) -> None:
        self._cells = [
            _cell_of(column) if plan.each_product or not column.product else _of_all(column)
            for column in plan.columns
        ]
        self._each_product = plan.each_product

    def of(self, entry: Entry) -> Iterator[list[Cell]]:
        """A row for each product or for all of them; one without any has a row all the same."""
        rows = max(entry.products, 1) if self._each_product else 1
        for product in range(1, rows + 1):
            yield [cell(entry, product) for cell in self._cells]


def _cell_of(column: Column) -> CellOf:
    """The way to a column's cell from a registration and the number of one of its products."""
    if not column.kind:
        return _field(column)
    question, read = column.source, _reading(column)
    if column.product:

        def of_product(entry: Entry, product: int) -> Cell:
            value = entry.answers.get((product, question))
            return read(value) if value else None

        return of_product
    key = (0, question)

    def of_establishment(entry: Entry, _product: int) -> Cell:
        value = entry.answers.get(key)
        return read(value) if value else None

    return of_establishment


def _of_all(column: Column) -> CellOf:
    """The way to a cell that holds what is said of every product."""
    question, read = column.source, _reading(column)

    def of_entry(entry: Entry, _product: int) -> Cell:
        said = (
            str(read(value))
            for (_, asked), value in sorted(entry.answers.items())
            if asked == question and value
        )
        return ", ".join(dict.fromkeys(said)) or None

    return of_entry


def _reading(column: Column) -> Callable[[str], Cell]:
    """What becomes of a stored value in this column."""
    labels, shown = column.labels, SHOWN.get(Kind(column.kind), str)
    match column.shape:
        case Shape.LABELS:
            return lambda value: labels.get(value) or _several(labels, value)
        case Shape.NUMBER | Shape.YEAR:
            return lambda value: int(value) if value.isdecimal() else value
        case Shape.DAY:
            return lambda value: _day(value) or shown(value)
        case Shape.MARK:
            return lambda _: "✔"
        case Shape.TEXT:
            return shown


def _several(labels: Mapping[str, str], value: str) -> str:
    return ", ".join(labels.get(one, one) for one in value.split(","))


def _day(value: str) -> date | None:
    """The day of a value, unless it is a month or no date at all."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _field(column: Column) -> CellOf:
    labels = column.labels
    match column.source:
        case "status":
            return lambda entry, _: labels.get(
                f"{ERASED if entry.erased_at else ''}{entry.status}", entry.status
            )
        case "round" | "channel" | "source" | "agreed" as name:
            return _named(name, labels)
        case "assigned_to":
            return lambda entry, _: labels.get(str(entry.assigned_to))
        case "when":
            return lambda entry, _: in_vietnam(entry.sent_at or entry.opened_at)
        case "consented_at" | "sent_at" | "opened_at" as name:
            moment = attrgetter(name)
            return lambda entry, _: in_vietnam(moment(entry))
        case "unmarked":
            return _unmarked(labels)
        case _:
            return _FIELDS[column.source]


_FIELDS: Mapping[str, CellOf] = {
    "code": lambda entry, _: code(entry.id),
    "title": lambda entry, _: entry.title or None,
    "product": lambda entry, product: product if entry.products else None,
    "products": lambda entry, _: entry.products or None,
    "twins": lambda entry, _: ", ".join(map(code, entry.twins)) or None,
}


def _named(name: str, labels: Mapping[str, str]) -> CellOf:
    """A field whose values have names, and go by themselves without one."""

    def of_entry(entry: Entry, _product: int) -> Cell:
        value = getattr(entry, name)
        return labels.get(value, value) or None

    return of_entry


def _unmarked(labels: Mapping[str, str]) -> CellOf:
    """Which names were typed without their marks: staff look before anything is printed."""
    names = [(*named.split("/"), label) for named, label in labels.items()]

    def of_product(entry: Entry, product: int) -> Cell:
        answers = entry.answers
        found = [
            label
            for kind, key, label in names
            if (value := answers.get((product, key)) or answers.get((0, key)))
            and lacks_marks(value, person=kind == Kind.NAME)
        ]
        return ", ".join(found) or None

    return of_product


def in_vietnam(at: datetime | None) -> datetime | None:
    """A time as it stands in a cell: to the minute, and without a zone."""
    return at and at.astimezone(VIETNAM).replace(tzinfo=None, second=0, microsecond=0)
