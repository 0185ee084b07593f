"""By which link somebody came: written down once, and gone with the person."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import select

from bot.papers.registrations import export_registrations
from handlers.events import Followed, Moment
from storage.engine import open_reader
from storage.filters import Filters
from storage.hearing import Hearing
from storage.schema import contact, registration
from tests.book import the_book
from tests.console.producers import SENT, WEAVER, Producer, Village, a_village


@pytest.fixture
async def village(database: str) -> AsyncIterator[Village]:
    village = await a_village(database)
    yield village
    await village.store.close()
    await village.engine.dispose()


async def comes(producer: Producer, source: str, key: str) -> None:
    now = datetime.now(UTC)
    event = Followed(Moment(now, now, 0), source)
    hearing = Hearing(producer.account, producer.address, key, event, "vi")
    await producer.village.store.hear([hearing], the_book())


async def sources(village: Village) -> tuple[list[str], list[str]]:
    """Those of people and those of registrations."""
    async with village.engine.connect() as connection:
        people = await connection.scalars(select(contact.c.source).order_by(contact.c.id))
        entries = await connection.scalars(
            select(registration.c.source).order_by(registration.c.id)
        )
        return list(people), list(entries)


async def test_the_first_link_counts(village: Village) -> None:
    first, second = village.somebody(), village.somebody()
    await comes(first, "xa-00901", "a")
    await comes(first, "xa-00952", "b")
    await second.says("chào em")
    await comes(second, "xa-00952", "c")

    assert (await sources(village))[0] == ["xa-00901", ""]


async def test_it_is_in_the_export_by_its_name_and_goes_with_the_person(
    village: Village, database: str, tmp_path: Path
) -> None:
    producer = village.somebody()
    await comes(producer, "xa-00901", "a")
    await producer.says("ghi danh", "đồng ý", *WEAVER, "1", "tất cả")
    await producer.taps(SENT)
    reader = open_reader(database)
    await export_registrations(reader, the_book(), tmp_path / "list.xlsx", Filters())
    head, row = openpyxl.load_workbook(tmp_path / "list.xlsx").worksheets[0].values

    assert dict(zip(head, row, strict=True))["Đến từ"] == "Áp phích xã Lùng Tám"
    assert await sources(village) == (["xa-00901"], ["xa-00901"])

    await producer.says("xoá dữ liệu")
    await producer.taps(next(label for label in producer.buttons if "Xoá" in label))

    assert await sources(village) == ([""], [""])
    await reader.dispose()
