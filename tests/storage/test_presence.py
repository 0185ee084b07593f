"""Who can be reached, and when somebody last turned to us."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.events import Event, Followed, Left, MediaRefused, Said, StaffSpoke
from storage.instants import micros
from storage.schema import contact, conversation
from storage.unit import Store
from tests.storage.desk import Desk, book, moment
from tests.storage.stand_in import NOON


async def test_somebody_who_left_is_unreachable_until_they_come_back(
    office: Desk, store: Store
) -> None:
    await store.hear([office.hearing(Left(moment()))], book())
    [gone] = await office.rows(contact)
    await store.hear([office.hearing(Followed(moment()))], book())
    [back] = await office.rows(contact)

    assert (gone["unreachable_since"], gone["reason"]) == (moment().heard, "left")
    assert (back["unreachable_since"], back["reason"]) == (None, "")


async def test_whoever_writes_again_can_be_reached_again(office: Desk, store: Store) -> None:
    await store.hear([office.hearing(Left(moment()))], book())
    await office.hear(store, "hello")
    [back] = await office.rows(contact)

    assert (back["unreachable_since"], back["reason"]) == (None, "")


@pytest.mark.parametrize("together", [True, False])
async def test_who_is_there_is_known_by_when_things_happened(
    office: Desk, store: Store, *, together: bool
) -> None:
    """Leaving and coming back, which arrive in any order, in one batch or in two."""
    minute = timedelta(minutes=1)
    came, left = Followed(moment(age=minute)), Left(moment(age=2 * minute))
    left_since, came_before = Left(moment(age=minute)), Followed(moment(age=2 * minute))
    happened: dict[str, list[Event]] = {"here": [came, left], "gone": [left_since, came_before]}
    for chat, events in happened.items():
        hearings = [office.hearing(one, chat) for one in events]
        for batch in [hearings] if together else [[one] for one in hearings]:
            await store.hear(batch, book())
    here, gone = await office.rows(contact)

    assert (here["unreachable_since"], here["reason"]) == (None, "")
    assert (gone["unreachable_since"], gone["reason"]) == (NOON - minute, "left")


async def test_when_somebody_last_turned_to_us_is_kept(office: Desk, store: Store) -> None:
    """What happens by itself is not that, nor does a late event set it back."""
    hour = timedelta(hours=1)
    said = office.hearing(Said(moment(age=hour), "hello"))
    [heard] = await store.hear([said], book())
    events: list[Event] = [
        Said(moment(age=2 * hour), "late"),
        MediaRefused(moment(), "m1", "too-big"),
        StaffSpoke(moment()),
    ]
    for event in events:
        await store.hear([office.hearing(event)], book())
    [talk] = await office.rows(conversation)

    assert talk["interacted_at"] == NOON - hour
    assert [one.interacted_at for one in heard.replies] == [micros(NOON - hour)]
