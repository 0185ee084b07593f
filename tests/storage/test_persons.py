"""A number that the channel vouches for is known as the contact's own, until it is erased."""

from __future__ import annotations

from datetime import timedelta

from handlers.events import Moment, SharedPhone
from storage.hearing import Hearing
from storage.schema import contact
from tests.storage.desk import ACCOUNT, Desk
from tests.storage.hall import Hall, hall


async def phone_of(office: Desk) -> list[str]:
    return [row["phone"] for row in await office.rows(contact)]


async def shares(there: Hall, chat: str, phone: str, *, own: bool) -> None:
    """Share a number with the channel's own button."""
    there.at += timedelta(minutes=1)
    event = SharedPhone(Moment(there.at, there.at, 0), phone, own)
    await there.store.hear([Hearing(ACCOUNT, chat, f"{chat}-shared", event, "vi")], there.book)


async def test_it_is_kept_where_it_answers_a_question_and_goes_with_the_rest(office: Desk) -> None:
    there = await hall(office, 3)
    await there.ask("1")
    await shares(there, "1", "0912 000 111", own=True)
    kept = await phone_of(office)
    await there.hear("1", "xoá dữ liệu", "go/erased/all")

    assert kept == ["+84912000111"]
    assert await phone_of(office) == [""]


async def test_somebody_elses_number_says_nothing_of_who_it_is(office: Desk) -> None:
    there = await hall(office, 3)
    await there.ask("1")
    await shares(there, "1", "0912 000 111", own=False)
    await there.hear("1", "đúng")

    assert await phone_of(office) == [""]


async def test_one_that_nobody_asked_for_is_not_kept(office: Desk) -> None:
    there = await hall(office, 3)
    await there.hear("1", "chào")
    await shares(there, "1", "0912 000 111", own=True)

    assert await phone_of(office) == [""]
