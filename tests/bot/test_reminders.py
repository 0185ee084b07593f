"""Whoever leaves a form half done is reminded of it once, in the daytime, unless they came back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from bot.channels.base import Incoming
from bot.reminders import MOST, reminders
from bot.setting_kinds import quiet_hours
from bot.turn import Lane
from handlers import absence, codes, machine
from handlers.events import Event, Followed, Left, Moment, Said, Withdrew
from storage.schema import conversation, inbox, outbox, timer
from storage.timers import Timers
from storage.unit import Store
from tests.storage.desk import ACCOUNT, Desk, book, desk

MORNING = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""Nine o'clock in Vietnam."""

DAY = timedelta(hours=24)
BEGUN = ("ghi danh", "đồng ý", "Lý A Páo")
REMINDER = "em vẫn giữ, lúc nào tiện"


@dataclass(slots=True)
class Village:
    """People who talk to the program, and its clock."""

    desk: Desk
    lane: Lane
    clock: time_machine.Traveller
    said: int = 0

    async def hear(self, chat: str, event: Event) -> str:
        """What is said to this."""
        self.said += 1
        heard = await self.lane.hear(Incoming(ACCOUNT, chat, f"u{self.said}", event, "vi"))
        return heard.replies[0].message.text if heard.replies else ""

    async def says(self, chat: str, *texts: str) -> str:
        """What is said to the last of these."""
        said = ""
        for text in texts:
            self.clock.shift(timedelta(seconds=5))
            said = await self.hear(chat, Said(now(), text))
        return said

    async def passes(self, time: timedelta, accounts: tuple[str, ...] = (ACCOUNT,)) -> list[str]:
        """Time passes, and the program looks at its timers; the chats that it spoke to."""
        self.clock.shift(time)
        timers = Timers(self.desk.engine, self.desk.reader, absence.unfinished)
        before = len(await self.desk.rows(outbox))
        job = reminders(timers, self.lane.hear, accounts, quiet_hours("20:00-07:00"))
        await job.do()
        sent = (await self.desk.rows(outbox))[before:]
        assert all(REMINDER in row["payload"] for row in sent)
        return sorted(row["address"] for row in sent)

    async def bound(self) -> dict[str, str]:
        """The timers that there are, by chat: what each is bound to."""
        return {row["address"]: row["bound_to"] for row in await self.desk.rows(timer)}


def now() -> Moment:
    at = datetime.now(UTC)
    return Moment(at, at, 0)


@pytest.fixture
async def village(database: str) -> AsyncIterator[Village]:
    with time_machine.travel(MORNING, tick=False) as clock:
        async with desk(database) as one:
            store = Store(one.engine, machine.step, codes.digits, "w1")
            lane = Lane(store, book)
            lane.start()
            yield Village(one, lane, clock)
            await lane.stop()


async def test_somebody_who_left_is_reminded_once(village: Village) -> None:
    await village.says("1", *BEGUN)

    assert await village.passes(DAY) == ["1"]
    assert await village.passes(DAY) == []
    assert await village.bound() == {}


async def test_nobody_is_reminded_before_it_is_time(village: Village) -> None:
    await village.says("1", *BEGUN)

    assert await village.passes(DAY - timedelta(minutes=1)) == []
    assert await village.passes(timedelta(minutes=1)) == ["1"]


@pytest.mark.parametrize(
    ("words", "place"), [("0912 000 111", "est-name"), ("giải thích", "contact-phone")]
)
async def test_whoever_came_back_is_waited_for_anew(
    village: Village, words: str, place: str
) -> None:
    await village.says("1", *BEGUN)
    await village.passes(timedelta(hours=23))
    await village.says("1", words)

    assert await village.passes(timedelta(hours=2)) == []
    assert await village.bound() == {"1": f"registration/0/{place}"}
    assert await village.passes(timedelta(hours=22)) == ["1"]


async def test_waiting_anew_costs_no_turn(village: Village) -> None:
    await village.says("1", *BEGUN)
    for hours in (23, 21, 21):
        await village.passes(timedelta(hours=hours))
        await village.says("1", "giải thích")
        assert await village.passes(timedelta(hours=2)) == []

    keys = [row["update_key"] for row in await village.desk.rows(inbox)]
    assert not [one for one in keys if one.startswith("timer:")]


async def test_a_form_that_was_finished_or_left_is_not_reminded_of(village: Village) -> None:
    await village.says("done", *BEGUN, "để sau")
    await village.says("none", "ghi danh")
    await village.says("refused", "ghi danh", "không")

    assert await village.passes(DAY) == []
    assert "done" not in await village.bound()


async def test_a_review_that_was_not_sent_is_reminded_of(village: Village) -> None:
    answers = ("0912 000 111", "HTX Lanh", "Hợp tác xã", "Lùng Tám", "Khăn lanh", "1", "không")
    said = await village.says("1", *BEGUN, *answers)
    assert "xem lại" in said

    assert await village.passes(DAY) == ["1"]


async def test_at_night_nobody_is_woken(village: Village) -> None:
    village.clock.shift(timedelta(hours=13))
    await village.says("1", *BEGUN)

    assert await village.passes(DAY) == []
    assert await village.passes(timedelta(hours=8, minutes=50)) == []
    assert await village.passes(timedelta(minutes=15)) == ["1"]


@pytest.mark.parametrize("words", ["dừng", "thôi không nhắc", "đừng nhắc nữa"])
async def test_whoever_wants_no_reminder_gets_none(village: Village, words: str) -> None:
    await village.says("1", *BEGUN, words, "để sau", "tiếp")

    assert await village.passes(DAY) == []
    assert await village.bound() == {}


@pytest.mark.parametrize("gone", [Withdrew, Left])
async def test_whoever_went_away_gets_none(village: Village, gone: type[Withdrew | Left]) -> None:
    await village.says("1", *BEGUN)
    await village.hear("1", gone(now()))

    assert await village.passes(DAY) == []
    assert await village.bound() == {}


async def test_erasing_everything_takes_the_timer_along(village: Village) -> None:
    await village.says("1", *BEGUN)
    await village.hear("1", Withdrew(now()))

    assert await village.bound() == {}


async def test_only_the_accounts_that_are_served_are_looked_at(village: Village) -> None:
    await village.says("1", *BEGUN)

    assert await village.passes(DAY, ("zalo_oa:2",)) == []
    assert await village.passes(timedelta(), (ACCOUNT,)) == ["1"]


async def test_a_timer_that_is_found_again_is_not_heard_again(village: Village) -> None:
    await village.says("1", *BEGUN, "0912 000 111")
    await village.passes(timedelta())
    village.clock.shift(DAY - timedelta(seconds=5))
    assert await village.passes(timedelta()) == []
    [row] = await village.desk.rows(timer)
    assert await village.passes(timedelta(seconds=5)) == ["1"]

    async with village.desk.engine.begin() as connection:
        await connection.execute(timer.insert().values(dict(row)))

    assert await village.passes(timedelta()) == []


async def test_a_morning_full_of_timers_leaves_room_for_replies(village: Village) -> None:
    for number in range(MOST + 5):
        await village.says(f"{number:03}", *BEGUN)

    assert len(await village.passes(DAY)) == MOST
    assert len(await village.passes(timedelta(seconds=10))) == 5


async def test_a_turn_that_opens_no_form_writes_no_timer(village: Village) -> None:
    await village.hear("1", Followed(now()))
    await village.says("1", "lịch", "chương trình")
    assert await village.bound() == {}

    await village.says("1", "điều kiện", "1")
    assert await village.bound() == {"1": "eligibility/0/prod-group"}


async def test_a_reminder_does_not_keep_nameless_answers_longer(village: Village) -> None:
    await village.says("1", "điều kiện", "1")
    [before] = await village.desk.rows(conversation)
    assert await village.passes(DAY) == ["1"]
    [after] = await village.desk.rows(conversation)

    assert after["expires_at"] == before["expires_at"] is not None
    assert after["heard_at"] > before["heard_at"]
