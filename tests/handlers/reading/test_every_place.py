"""Every commune and ward, by its new and its old names, without marks and with one slip."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest

from content.folding import fold
from content.model import Book
from handlers.answers import Several, Understood, read
from handlers.reading.places import ELSEWHERE
from tests.handlers.reading.questions import TODAY

KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE = {
    key: [row[near] for near in (at - 1, at + 1) if 0 <= near < len(row)]
    for row in KEYS
    for at, key in enumerate(row)
}
SHORTEST = 4
"""Letters of a name of which one may be wrong; of "Ỷ La" nothing would be left."""


@pytest.fixture(scope="module")
def named(book: Book) -> dict[str, set[str]]:
    """The codes of the places that each name, new or old, without marks, may mean."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in book.places.by_code.values():
        for name in (place.name, *(former.name for former in place.made_from)):
            found[fold(name)].add(place.code)
    return found


def slips(name: str) -> Iterator[str]:
    """The name with one letter left out, doubled, exchanged with the next, or its neighbour's."""
    for at, letter in enumerate(name):
        before, after = name[:at], name[at + 1 :]
        yield before + after
        if letter == " ":
            continue
        yield before + letter + letter + after
        yield from (before + near + after for near in BESIDE.get(letter, ()))
        if after[:1] not in {"", " ", letter}:
            yield before + after[0] + letter + after[1:]


def codes(typed: str, book: Book) -> tuple[set[str], bool]:
    """What a place question understands, and whether it asks about it."""
    question = book.forms["registration"].by_key["est-commune-code"]
    match read(question, typed, book, TODAY):
        case Understood(value, literal):
            return {value}, not literal
        case Several(values):
            return set(values), True
        case _:
            return set(), True


def test_every_name_new_or_old_is_found_without_marks(
    book: Book, named: dict[str, set[str]]
) -> None:
    assert len({place.name for place in book.places.by_code.values()}) == 124
    for name, places in named.items():
        for typed in (name, f"xa {name}", f"em o {name} a", name.upper()):
            assert codes(typed, book)[0] == places, typed


def test_a_new_name_as_it_is_written_is_taken_unless_it_is_another_units_as_well(
    book: Book, named: dict[str, set[str]]
) -> None:
    for place in book.places.by_code.values():
        found, asks = codes(place.name, book)
        assert place.code in found
        assert asks is (len(named[fold(place.name)]) > 1), place.name


def test_every_name_is_found_with_one_slip_and_always_said_back(
    book: Book, named: dict[str, set[str]]
) -> None:
    """What a slip makes of one name may be the name of another; then that is asked about."""
    provinces = book.provinces
    for name, places in named.items():
        if len(name.replace(" ", "")) < SHORTEST:
            continue
        for typed in {" ".join(slip.split()) for slip in slips(name)} - {name}:
            found, asks = codes(typed, book)
            assert asks, typed
            abroad = found == {ELSEWHERE} and provinces.find(typed) is not None
            assert places & found or found == named.get(typed) or abroad, (name, typed, found)


def test_no_place_is_called_like_a_command(book: Book, named: dict[str, set[str]]) -> None:
    assert not [name for name in named if book.commands.possible(name)]
