"""Reads the tables of places: communes, what they are also called, and the other provinces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from content.places import Former, Place, Unit
from content.provinces import Province, Rank

if TYPE_CHECKING:
    from content.tables import Table


@dataclass(frozen=True, slots=True)
class Alias:
    """Another spelling of the place with this code."""

    name: str
    code: str


def places(file: Table) -> tuple[Place, ...]:
    """The communes and wards, each with what it was made from."""
    read = []
    for table in file.tables("place", naming="code"):
        districts = tuple(part.strip() for part in table.text("district").split(","))
        read.append(
            Place(
                code=table.text("code"),
                name=table.text("name"),
                kind=table.word("kind", Unit, Unit.COMMUNE),
                districts=districts,
                made_from=tuple(_former(each, districts[0]) for each in _parts(table)),
            )
        )
        table.close()
    return tuple(read)


def _parts(table: Table) -> list[Table]:
    """The old units of a place, which problems call by its code."""
    parts = list(table.tables("made-from"))
    for part in parts:
        part.key = table.key
    return parts


def _former(table: Table, district: str) -> Former:
    former = Former(
        name=table.text("name"),
        kind=table.word("kind", Unit, Unit.COMMUNE),
        district=table.text("district", required=False) or district,
        part=table.flag("part"),
    )
    table.close()
    return former


def aliases(file: Table) -> tuple[Alias, ...]:
    """Other spellings of places."""
    read = []
    for table in file.tables("alias", naming="name"):
        read.append(Alias(table.text("name"), table.text("code")))
        table.close()
    return tuple(read)


def provinces(file: Table) -> tuple[Province, ...]:
    """The other provinces and cities, each with what it was made from."""
    read = []
    for table in file.tables("province", naming="name"):
        read.append(
            Province(
                name=table.text("name"),
                rank=table.word("rank", Rank, Rank.PROVINCE),
                made_from=table.texts("made-from", required=True),
                also=table.texts("also"),
            )
        )
        table.close()
    return tuple(read)
