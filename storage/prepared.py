"""
Core statements as they run on a turn's path: compiled once, given plain tuples.

SQLAlchemy's own handling of each row's parameters costs as much as the database does. Here a
statement is compiled once for a dialect, its parameters are the values of its `names` in that
order, in the database's own types, and rows come back as tuples.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, column, select, values

from storage.engine import POSTED, insert

if TYPE_CHECKING:
    from sqlalchemy import BindParameter, Table
    from sqlalchemy.engine import Connection, Dialect
    from sqlalchemy.sql import ClauseElement
    from sqlalchemy.types import TypeEngine

    from storage.engine import Insert

SIZES = (1, 2, 4, 8, 16, 32, 64)
"""How many items a `Listed` statement is compiled for; a list is filled up by its last item."""


def each(name: str, numbers: range, kind: type[TypeEngine[Any]]) -> list[BindParameter[Any]]:
    """Parameters name0, name1, … of a `Listed` statement."""
    return [bindparam(f"{name}{n}", type_=kind()) for n in numbers]


class Prepared:
    """One statement that is run with one tuple of values, or with many."""

    def __init__(self, build: Callable[[Dialect], ClauseElement], names: str) -> None:
        self._build = build
        self._names = names.split()
        self._compiled: dict[str, str] = {}

    def post(self, connection: Connection, values: tuple[Any, ...]) -> None:
        """Run it once, without waiting for it where that can be."""
        connection.exec_driver_sql(self.sql(connection), values, POSTED)

    def one(self, connection: Connection, values: tuple[Any, ...]) -> Sequence[Any]:
        """Run it once and return its rows, if it has any."""
        result = connection.exec_driver_sql(self.sql(connection), values)
        return result.fetchall() if result.returns_rows else ()

    def many(self, connection: Connection, rows: list[tuple[Any, ...]]) -> None:
        """Run it for each row, without waiting for it where that can be; nothing for none."""
        if rows:
            connection.exec_driver_sql(self.sql(connection), rows, POSTED)

    def sql(self, connection: Connection) -> str:
        """The statement in the words of this connection's database."""
        dialect = connection.dialect
        return self._compiled.get(dialect.name) or self._compile(dialect)

    def _compile(self, dialect: Dialect) -> str:
        compiled: Any = self._build(dialect).compile(dialect=dialect)
        if compiled.positiontup != self._names:
            raise TypeError(f"give the values in this order: {' '.join(compiled.positiontup)}")
        self._compiled[dialect.name] = str(compiled)
        return str(compiled)


class Listed:
    """
    One statement over a list: values before it, then up to 64 items of `names` each.

    `build` is given the dialect and the numbers 0, 1, …; the parameters of item n are the
    item's names followed by n.
    """

    def __init__(
        self, build: Callable[[Dialect, range], ClauseElement], names: str, before: str = ""
    ) -> None:
        def sized(size: int) -> Prepared:
            items = (f"{name}{n}" for n in range(size) for name in names.split())
            return Prepared(lambda dialect: build(dialect, range(size)), " ".join([before, *items]))

        self._sized = [sized(size) for size in SIZES]
        self._single = len(names.split()) == 1

    def rows(
        self, connection: Connection, before: tuple[Any, ...], items: list[Any]
    ) -> Sequence[Any]:
        """Run it over all items, 64 at a time, and return its rows."""
        found: list[Any] = []
        for statement, given in self._statements(items):
            found += statement.one(connection, before + given)
        return found

    def post(self, connection: Connection, before: tuple[Any, ...], items: list[Any]) -> None:
        """Run it over all items, 64 at a time, without waiting for it where that can be."""
        for statement, given in self._statements(items):
            statement.post(connection, before + given)

    def _statements(self, items: list[Any]) -> Iterator[tuple[Prepared, tuple[Any, ...]]]:
        for start in range(0, len(items), SIZES[-1]):
            part = items[start : start + SIZES[-1]]
            choice = (len(part) - 1).bit_length()
            part += part[-1:] * (SIZES[choice] - len(part))
            yield (
                self._sized[choice],
                tuple(part) if self._single else tuple(v for item in part for v in item),
            )


class Written:
    """
    An insert of any number of rows in one statement: 64 at once take half the time of 64 in turn.

    Missing rows are filled up with NULLs and left out by the statement, so a few sizes do. `then`
    makes more of the plain insert (an upsert, say). The first of `names` is never NULL, and no two
    rows of a call have the same key.
    """

    def __init__(
        self, table: Table, names: str, then: Callable[[Insert], ClauseElement] | None = None
    ) -> None:
        columns = [table.c[name] for name in names.split()]

        def sized(size: int) -> Prepared:
            def build(dialect: Dialect) -> ClauseElement:
                rows = (
                    values(*(column(c.name, c.type) for c in columns))
                    .data(
                        [
                            tuple(bindparam(f"{c.name}_{n}", type_=c.type) for c in columns)
                            for n in range(size)
                        ]
                    )
                    .cte("given")
                )
                there = select(rows).where(rows.c[columns[0].name].is_not(None))
                new = insert(dialect, table).from_select(columns, there)
                return then(new) if then else new

            return Prepared(build, " ".join(f"{c.name}_{n}" for n in range(size) for c in columns))

        self._sized = [sized(size) for size in (*SIZES, 2 * SIZES[-1])]
        self._nothing = (None,) * len(columns)

    def write(self, connection: Connection, rows: list[tuple[Any, ...]]) -> None:
        """Write these rows, without waiting for it where that can be."""
        for statement, given in self._statements(rows):
            statement.post(connection, given)

    def rows(self, connection: Connection, rows: list[tuple[Any, ...]]) -> list[Any]:
        """Write these rows; gives what the statement returns."""
        found: list[Any] = []
        for statement, given in self._statements(rows):
            found += statement.one(connection, given)
        return found

    def _statements(
        self, rows: list[tuple[Any, ...]]
    ) -> Iterator[tuple[Prepared, tuple[Any, ...]]]:
        for start in range(0, len(rows), 2 * SIZES[-1]):
            part = rows[start : start + 2 * SIZES[-1]]
            choice = (len(part) - 1).bit_length()
            missing = (1 << choice) - len(part)
            yield self._sized[choice], (*chain.from_iterable(part), *missing * self._nothing)
