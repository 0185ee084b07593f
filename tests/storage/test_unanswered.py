"""What the book could not answer is counted for the team, and never by whom it was asked."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path

import openpyxl

from bot.papers.questions import export_questions
from storage.cleaning import clean
from storage.schema import unanswered
from storage.unanswered import asked
from storage.unit import Store
from tests.storage.desk import Desk, book


async def test_the_same_words_are_one_question_whoever_asks(office: Desk, store: Store) -> None:
    again = office.store("w2")
    first = [office.said("wonder Thưởng bao nhiêu", str(chat)) for chat in range(3)]
    await store.hear([*first, office.said("wonder mua máy ở đâu", "9")], book())
    await office.hear(again, "wonder thuong  bao nhieu", chat="4")

    often, once = await asked(office.reader)
    assert (often.text, often.times) == ("Thưởng bao nhiêu", 4)
    assert (often.last_at - often.first_at) == timedelta(seconds=1)
    assert (once.text, once.times) == ("mua máy ở đâu", 1)
    assert set(unanswered.c.keys()) == {"folded", "text", "times", "first_at", "last_at"}


async def test_a_question_heard_twice_by_the_channel_counts_once(
    office: Desk, store: Store
) -> None:
    for _ in range(2):
        await store.hear([office.said("wonder why", key="same")], book())

    assert [one.times for one in await asked(office.reader)] == [1]


async def test_a_question_goes_half_a_year_after_it_was_asked_last(
    office: Desk, store: Store
) -> None:
    await office.hear(store, "wonder why")
    office.now += timedelta(days=100)
    await office.hear(store, "wonder why", "wonder how")

    early = await clean(office.engine, office.reader, office.now + timedelta(days=179))
    late = await clean(office.engine, office.reader, office.now + timedelta(days=181))

    assert (early.unanswered, late.unanswered) == (0, 2)
    assert await asked(office.reader) == []


async def test_staff_get_them_as_a_paper_the_most_asked_first(
    office: Desk, store: Store, tmp_path: Path
) -> None:
    await office.hear(store, "wonder =1+1", "wonder why", "wonder why")
    table, sheet = tmp_path / "hoi.csv", tmp_path / "hoi.xlsx"

    assert await export_questions(office.reader, table) == 2
    assert await export_questions(office.reader, sheet, office.now + timedelta(seconds=-1)) == 1

    with table.open(encoding="utf-8-sig", newline="") as stream:
        head, *rows = csv.reader(stream)
    assert head[1] == "Số lần"
    assert [row[:2] for row in rows] == [["why", "2"], ["'=1+1", "1"]]
    [_, [text, times, *when]] = openpyxl.load_workbook(sheet).worksheets[0].values
    assert (text, times) == ("why", 2)
    assert f"{when[1]:%d/%m/%Y %H:%M}" == "23/11/2026 12:00"
