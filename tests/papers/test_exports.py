"""Exports made by a child process."""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path

import pytest

from bot.papers import exports
from bot.papers.exports import AT_ONCE, Exports, NotMade
from bot.papers.order import Order
from bot.papers.plan import plan_of
from storage.filters import Filters
from tests.book import the_book
from tests.console.producers import Village


@pytest.fixture
def order(database: str) -> Order:
    return Order(database, plan_of(the_book()), Filters())


async def test_a_child_reads_and_writes_by_itself(
    village: Village, order: Order, tmp_path: Path
) -> None:
    await village.registered()
    made = Exports()

    streamed = b"".join([piece async for piece in made.stream(order)])
    out = tmp_path / "x.csv"
    await made.to_file(Order(order.database, order.plan, order.filters, out))

    assert "Vàng Thị Mỷ" in streamed.decode("utf-8-sig")
    assert out.read_bytes() == streamed


@pytest.mark.usefixtures("village")
async def test_an_export_that_is_given_up_leaves_its_place(order: Order) -> None:
    made = Exports()

    for _ in range(AT_ONCE + 1):
        async with aclosing(made.stream(order)) as pieces:
            await anext(pieces)

    assert [piece async for piece in made.stream(order)]


@pytest.mark.usefixtures("village")
async def test_an_export_that_takes_too_long_is_given_up(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exports, "LONGEST", 0.01)

    with pytest.raises(NotMade, match="too long"):
        async for _ in Exports().stream(order):
            pass


async def test_what_went_wrong_is_told_by_its_name_alone(order: Order, tmp_path: Path) -> None:
    searched = Filters(words=("vang thi my",))
    broken = Order(str(tmp_path / "missing" / "bot.db"), order.plan, searched)

    with pytest.raises(NotMade) as told:
        async for _ in Exports().stream(broken):
            pass

    assert str(told.value) == "OperationalError"
