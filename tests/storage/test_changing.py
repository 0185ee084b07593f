"""An activity is moved: whoever has a seat hears of it once, and nobody loses one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from content.activities import Activity
from handlers.seats import Standing
from storage.activities import cancel, find
from storage.changing import Gone, TooFew, edit
from tests.storage.desk import Desk
from tests.storage.hall import Hall, hall
from tests.storage.test_seat_news import DAY, HOUR, watching


async def changed(there: Hall, **values: Any) -> bool:
    """The activity with these values; whether people are told."""
    one = (await find(there.office.reader, there.number)).activity
    return await edit(there.office.engine, there.number, replace(one, **values), there.at)


def later(one: Activity, by: timedelta) -> dict[str, Any]:
    return {"starts": one.starts + by, "ends": one.ends + by}


async def test_another_time_is_told_once_to_all_on_the_list(office: Desk) -> None:
    there = await hall(office, 1)
    watch = await watching(there, "1", "2")
    one = there.book.activities[0]

    assert await changed(there, **later(one, DAY))

    told = await watch.look(one.starts - 9 * DAY)
    assert [chat for chat, _ in told] == ["1", "2"]
    assert all("nay là 8 giờ 00 thứ Sáu 11/12/2026" in text for _, text in told)
    assert await watch.look(one.starts - 9 * DAY + HOUR) == []


async def test_each_change_is_told_and_the_reminders_go_by_the_new_day(office: Desk) -> None:
    there = await hall(office, 1)
    watch = await watching(there, "1")
    one = there.book.activities[0]
    reminded = await watch.look(one.starts - 7 * DAY + HOUR)

    await changed(there, **later(one, 7 * DAY))
    first = await watch.look(one.starts - 6 * DAY)
    await changed(there, **later(one, 8 * DAY))
    second = await watch.look(one.starts - 6 * DAY + HOUR)
    again = await watch.look(one.starts + DAY + HOUR)

    assert ["Em nhắc trước" in text for _, text in reminded] == [True]
    assert ["17/12/2026" in text for _, text in first] == [True]
    assert ["18/12/2026" in text for _, text in second] == [True]
    assert ["Em nhắc trước" in text for _, text in again] == [True]


async def test_other_words_are_told_to_nobody(office: Desk) -> None:
    there = await hall(office, 1)
    watch = await watching(there, "1")
    one = there.book.activities[0]
    words = {name: replace(words, description="Khác") for name, words in one.words.items()}

    assert not await changed(there, words=words)
    assert await watch.look(one.starts - 9 * DAY) == []


async def test_whoever_comes_after_the_change_knows_it(office: Desk) -> None:
    there = await hall(office, 2)
    watch = await watching(there, "1")
    one = there.book.activities[0]
    await changed(there, **later(one, DAY))
    await there.look()
    await there.takes("2")

    assert [chat for chat, _ in await watch.look(one.starts - 9 * DAY)] == ["1"]


async def test_seats_that_are_added_go_to_whoever_waits_and_none_is_taken_away(
    office: Desk,
) -> None:
    there = await hall(office, 1)
    await watching(there, "1", "2", "3")

    await changed(there, seats=2)
    with pytest.raises(TooFew) as refused:
        await changed(there, seats=1)

    assert refused.value.occupied == 2
    assert len(await there.standing(Standing.OFFERED)) == 1
    assert len(await there.standing(Standing.WAITING)) == 1


async def test_what_is_called_off_or_not_there_is_not_changed(office: Desk) -> None:
    there = await hall(office, 1)
    await cancel(office.engine, there.number, there.at)

    with pytest.raises(Gone):
        await changed(there, seats=5)
    with pytest.raises(LookupError):
        await edit(office.engine, 99, there.book.activities[0], there.at)
