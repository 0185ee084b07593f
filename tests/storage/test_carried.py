"""A reply travels in the webhook's answer where nothing is lost by it, and can be had again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update

from storage.columns import Sending
from storage.outcomes import Outcome, Outcomes
from storage.schema import contact, outbox
from storage.unit import Store
from tests.storage.desk import Desk, book, stale, text_of


class Cut(Exception):
    """The connection broke."""


async def test_a_reply_is_carried_and_given_again_to_a_duplicate(
    office: Desk, store: Store
) -> None:
    event = office.said("hello", answerable=True)
    [first] = await store.hear([event], book())
    [again] = await office.store().hear([event], book())

    [row] = await office.rows(outbox)
    assert first.answer
    assert (first.replies, row["status"]) == ((), Sending.ANSWERED)
    assert (again.duplicate, again.answer) == (True, first.answer)


async def test_a_duplicate_in_the_same_batch_gets_the_same_answer(
    office: Desk, store: Store
) -> None:
    event = office.said("hello", answerable=True)
    first, again = await store.hear([event, event], book())

    assert again.answer == first.answer is not None


async def test_it_is_not_given_again_once_something_else_was_said(
    office: Desk, store: Store
) -> None:
    event = office.said("hello", answerable=True)
    await store.hear([event], book())
    await office.hear(store, "next", answerable=True)
    [again] = await store.hear([event], book())

    assert (again.duplicate, again.answer) == (True, None)


async def test_it_waits_for_what_is_still_on_its_way(office: Desk, store: Store) -> None:
    await office.hear(store, "by call")
    [held] = await office.hear(store, "one", answerable=True)
    async with office.engine.begin() as connection:
        await connection.execute(update(outbox).values(status=Sending.SENT))
    [carried] = await office.hear(store, "two", answerable=True)

    assert (held.answer, text_of(held)) == (None, "one")
    assert carried.answer


async def test_a_turn_writes_in_passing_that_the_last_reply_arrived(office: Desk) -> None:
    outcomes = Outcomes()
    store = office.store(outcomes=outcomes)
    [first] = await office.hear(store, "by call")
    outcomes.note(Outcome(first.replies[0].id, Sending.SENT, "m7"))
    [second] = await office.hear(store, "one", answerable=True)

    [row, _] = await office.rows(outbox)
    assert (row["status"], row["message_id"]) == (Sending.SENT, "m7")
    assert second.answer
    assert not len(outcomes)


async def test_a_turn_that_fails_has_written_nothing_in_passing(office: Desk) -> None:
    outcomes, broken = Outcomes(), False

    def fail(place: str) -> None:
        if broken and place == "turn.before_commit":
            raise Cut

    store = office.store(outcomes=outcomes, failpoint=fail)
    [first] = await office.hear(store, "by call")
    outcomes.note(Outcome(first.replies[0].id, Sending.SENT, "m7"))
    broken = True
    with pytest.raises(Cut):
        await office.hear(store, "one", answerable=True)

    [row] = await office.rows(outbox)
    assert row["status"] == Sending.PENDING
    broken = False
    [second] = await office.hear(store, "two", answerable=True)
    assert second.answer


async def test_another_workers_row_is_not_written_in_passing(office: Desk, store: Store) -> None:
    [first] = await office.hear(store, "by call")
    outcomes = Outcomes()
    other = office.store("w2", outcomes=outcomes)
    outcomes.note(Outcome(first.replies[0].id, Sending.SENT, "m7"))
    await office.hear(other, "one", answerable=True)

    [row, _] = await office.rows(outbox)
    assert row["status"] == Sending.PENDING


async def test_a_code_goes_by_a_call(office: Desk, store: Store) -> None:
    [heard] = await office.hear(store, "code", answerable=True)

    assert (heard.answer, text_of(heard)) == (None, "482-157-3")


async def test_to_somebody_who_was_refused_once_everything_goes_by_a_call(
    office: Desk, store: Store
) -> None:
    await office.hear(store, "hello", answerable=True)
    async with office.engine.begin() as connection:
        await connection.execute(update(contact).values(refused_at=office.now))
    [heard] = await office.hear(store, "again", answerable=True)

    assert (heard.answer, text_of(heard)) == (None, "again")


async def test_of_two_replies_in_a_batch_the_second_follows_the_first(
    office: Desk, store: Store
) -> None:
    batch = [office.said("one", answerable=True), office.said("two", answerable=True)]
    first, second = await store.hear(batch, book())

    assert first.answer
    assert second.answer is None
    assert second.replies[0].seq == 2


async def test_the_last_reply_to_a_backlog_can_be_carried(office: Desk, store: Store) -> None:
    batch = [stale(office.said(text, answerable=True)) for text in ("one", "two")]
    first, second = await store.hear(batch, book())

    assert (text_of(first), first.answer) == ("", None)
    assert second.answer
    assert second.answer.message.text == "two"


@pytest.mark.parametrize(("place", "stored"), [("turn.before_commit", 0), ("turn.after_commit", 1)])
async def test_a_commit_that_broke_off_is_cleared_up_by_the_next_try(
    office: Desk, place: str, stored: int
) -> None:
    cuts = [place]

    def cut(reached: str) -> None:
        if reached in cuts:
            cuts.remove(reached)
            raise Cut

    store = office.store(failpoint=cut)
    event = office.said("hello")
    with pytest.raises(Cut):
        await store.hear([event], book())
    assert len(await office.rows(outbox)) == stored

    [heard] = await store.hear([event], book())
    [row] = await office.rows(outbox)
    assert (heard.duplicate, text_of(heard)) == (bool(stored), "hello")
    assert heard.replies[0].id == row["id"]
    office.now += timedelta(seconds=1)
    [later] = await store.hear([event], book())
    assert later.replies == ()
