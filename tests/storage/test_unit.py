"""A batch of turns is stored whole, once, and nothing more of a person than was agreed to."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from handlers.events import MediaKind, SentMedia
from handlers.state import Status
from storage.columns import Sending
from storage.hearing import Heard
from storage.instants import micros
from storage.rows import Rows
from storage.schema import (
    answer,
    consent,
    contact,
    conversation,
    inbox,
    listed,
    media,
    message,
    outbox,
    registration,
    request,
)
from storage.unit import Store
from tests.storage.desk import ACCOUNT, Desk, book, moment, stale, text_of


async def test_a_stranger_gets_a_contact_a_talk_and_a_reply(office: Desk, store: Store) -> None:
    [heard] = await store.hear([office.said("hello")], book())

    [person] = await office.rows(contact)
    [talk] = await office.rows(conversation)
    [row] = await office.rows(outbox)
    [reply] = heard.replies
    assert (person["account"], person["address"]) == (ACCOUNT, "1")
    assert (talk["contact_id"], talk["seq"], talk["version"]) == (person["id"], 1, 1)
    assert (row["id"], row["owner"], row["status"]) == (reply.id, "w1", Sending.PENDING)
    assert (reply.seq, reply.message.text, heard.duplicate) == (1, "hello", False)


async def test_what_was_answered_is_there_with_its_source_and_a_code(
    office: Desk, store: Store
) -> None:
    await office.hear(store, "open", "contact-name=Vàng Thị Mỷ", "contact-phone=+84912000111")

    [head] = await office.rows(registration)
    answers = await office.rows(answer)
    assert (head["code"], head["status"], head["version"]) == (f"{head['id']:07d}", "draft", 3)
    [found_by] = await office.rows(listed)
    assert found_by["search"] == f"{head['code']} vang thi my +84912000111 0912000111"
    assert [(one["question"], one["value"], one["raw"]) for one in answers] == [
        ("contact-name", "Vàng Thị Mỷ", "raw Vàng Thị Mỷ"),
        ("contact-phone", "+84912000111", "raw +84912000111"),
    ]
    assert answers[0]["source"] == "chat"


async def test_an_answer_changed_or_taken_back_is_changed_or_gone(
    office: Desk, store: Store
) -> None:
    await office.hear(store, "open", "est-name=A", "prod-name=B", "est-name=C", "drop prod-name")

    [only] = await office.rows(answer)
    [head] = await office.rows(registration)
    assert (only["question"], only["value"]) == ("est-name", "C")
    [found_by] = await office.rows(listed)
    assert (head["version"], found_by["search"]) == (5, f"{head['code']} c")
    assert (found_by["maker"], found_by["title_order"]) == ("c", "")


async def test_a_registration_that_is_sent_says_since_when(office: Desk, store: Store) -> None:
    await office.hear(store, "open")
    sent_at = office.now + timedelta(seconds=1)
    await office.hear(store, "status interest", "status withdrawn")

    [head] = await office.rows(registration)
    assert (head["status"], head["title"], head["sent_at"]) == ("withdrawn", "Cơ sở", sent_at)
    assert head["updated_at"] == office.now


async def test_several_events_of_one_chat_in_one_batch_follow_each_other(
    office: Desk, store: Store
) -> None:
    texts = ("open", "est-name=A", "est-name=B", "code", "prod-name=C")
    heard = await store.hear([office.said(text) for text in texts], book())

    [talk] = await office.rows(conversation)
    lines = await office.rows(message)
    found = {one["question"]: one["value"] for one in await office.rows(answer)}
    assert [one.replies[0].seq for one in heard] == [1, 2, 3, 4, 5]
    assert (talk["seq"], talk["version"]) == (5, 1)
    assert found == {"est-name": "B", "prod-name": "C"}
    assert [line["author"] for line in lines] == ["person", "bot"] * 5


async def test_chats_of_one_batch_do_not_mix(office: Desk, store: Store) -> None:
    chats = [str(number) for number in range(40)]
    for text in ("open", "est-name={}", "prod-name={}"):
        await store.hear([office.said(text.format(chat), chat) for chat in chats], book())

    owner = {one["id"]: one["address"] for one in await office.rows(contact)}
    whose = {one["id"]: owner[one["contact_id"]] for one in await office.rows(registration)}
    answers = await office.rows(answer)
    assert len(answers) == 80
    assert all(one["value"] == whose[one["registration_id"]] for one in answers)
    assert len({one["code"] for one in await office.rows(registration)}) == 40


@pytest.mark.parametrize("again", ["in the same batch", "later", "after a restart"])
async def test_an_event_that_comes_twice_is_heard_once(office: Desk, again: str) -> None:
    store = office.store()
    await office.hear(store, "open")
    once = office.said("est-name=A", key="twice")
    if again == "in the same batch":
        heard = await store.hear([once, once], book())
    else:
        heard = await store.hear([once], book())
        store = store if again == "later" else office.store()
        heard += await store.hear([once], book())

    [talk] = await office.rows(conversation)
    assert [one.duplicate for one in heard] == [False, True]
    assert heard[1] == Heard(duplicate=True)
    assert talk["seq"] == 2
    assert len(await office.rows(message)) == 4
    assert len(await office.rows(inbox)) == 2


async def test_the_same_key_on_another_account_is_another_event(office: Desk, store: Store) -> None:
    first = office.said("hello", key="1")
    await store.hear([first], book())
    other = type(first)("telegram:2", "1", "1", first.event)
    [heard] = await store.hear([other], book())

    assert not heard.duplicate
    assert len(await office.rows(contact)) == 2


async def test_a_step_that_raises_is_answered_and_changes_nothing_else(
    office: Desk, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    await office.hear(store, "open", "est-name=A")
    with caplog.at_level(logging.ERROR):
        heard = await store.hear([office.said("boom Vàng Thị Mỷ"), office.said("hi", "2")], book())

    [before] = [one for one in await office.rows(conversation) if one["address"] == "1"]
    assert text_of(heard[0]) == book().wording.say("vi", "oops")
    assert text_of(heard[1]) == "hi"
    assert '"lost":2' in before["state"]
    assert "RuntimeError" in caplog.text
    assert "Vàng" not in caplog.text


async def test_before_consent_nothing_that_was_said_is_kept(office: Desk, store: Store) -> None:
    await office.hear(store, "tên tôi là Mỷ", "note est-type=coop")

    [talk] = await office.rows(conversation)
    lines = await office.rows(message)
    assert [(line["kind"], line["text"]) for line in lines] == [("text", "")] * 4
    assert talk["expires_at"] == (office.now + timedelta(days=7)).replace(minute=0, second=0)

    await office.hear(store, "open", "est-name=A")
    [talk] = await office.rows(conversation)
    kept = [line["text"] for line in await office.rows(message) if line["text"]]
    assert talk["expires_at"] is None
    assert kept[0] == "open"
    assert kept[2:] == ["est-name=A", "est-name is A"]


async def test_consent_is_a_history_and_a_present_state(office: Desk, store: Store) -> None:
    await office.hear(store, "topic training", "open")

    [talk] = await office.rows(conversation)
    found = [(one["topic"], one["given"], one["channel"]) for one in await office.rows(consent)]
    assert talk["consents"] == "dossier,training"
    assert found == [("training", True, "telegram"), ("dossier", True, "telegram")]


async def test_a_wish_to_be_called_is_on_the_list(office: Desk, store: Store) -> None:
    await office.hear(store, "call about tea")

    [wish] = await office.rows(request)
    assert (wish["wish"], wish["phone"], wish["hour"]) == ("call", "+84912000111", "noon")
    assert wish["done_at"] is None


async def test_photos_wanted_and_dropped_are_marked(office: Desk, store: Store) -> None:
    await office.hear(store, "open")
    photo = SentMedia(moment(office.now), "m1", MediaKind.PHOTO, "far", 9, "image/jpeg", "my tea")
    [kept] = await store.hear([office.hearing(photo)], book())
    [before] = await office.rows(media)
    [dropped] = await office.hear(store, "drop photo")
    [after] = await office.rows(media)
    [line] = await office.rows(message, kind="photo")

    assert [type(effect).__name__ for effect in kept.effects] == ["KeepMedia"]
    assert [type(effect).__name__ for effect in dropped.effects] == ["DropMedia"]
    assert (before["state"], before["remote"], before["question"]) == (0, "far", "photo")
    assert (after["state"], after["remote"]) == (3, "")
    assert (line["text"], line["media"]) == ("my tea", "m1")


async def test_another_registration_is_read_whole_in_the_turn_that_goes_to_it(
    office: Desk,
) -> None:
    store = office.store()
    await office.hear(store, "open", "est-name=A", "open", "est-name=B", "prod-name=C")
    first, second = (one["id"] for one in await office.rows(registration))
    fresh = office.store()
    heard = await office.hear(fresh, f"go {first}", "prod-name=D", f"go {second}")

    assert text_of(heard[0]) == "True ['est-name']"
    assert text_of(heard[2]) == "True ['est-name', 'prod-name']"
    found = {(one["registration_id"], one["value"]) for one in await office.rows(answer)}
    assert found == {(first, "A"), (first, "D"), (second, "B"), (second, "C")}


async def test_what_somebody_else_changed_is_seen_by_the_next_turn(office: Desk) -> None:
    store = office.store()
    await office.hear(store, "open", "est-name=A")
    async with office.engine.begin() as connection:
        await connection.execute(
            update(registration).values(title="theirs", version=registration.c.version + 1)
        )
        await connection.execute(update(answer).values(value="B"))
    [told, _] = await office.hear(store, "tell est-name", "prod-name=C")

    [head] = await office.rows(registration)
    assert text_of(told) == "B"
    assert (head["title"], head["version"]) == ("theirs", 4)
    assert [one["value"] for one in await office.rows(answer)] == ["B", "C"]


@pytest.mark.parametrize("late", ["talks", "registrations"])
async def test_a_write_over_an_unseen_change_is_refused_whole(
    office: Desk, store: Store, late: str
) -> None:
    await office.hear(store, "open", "est-name=A")
    before = await office.everything()
    [talk] = await office.rows(conversation)
    [head] = await office.rows(registration)
    times = {"heard_at", "interacted_at", "opened_at", "updated_at"}
    rows = Rows()
    named = (
        "account address contact_id state consents book_version version seq last_outbox_id "
        "heard_at expires_at interacted_at"
    )
    rows.talks = [tuple(micros(talk[n]) if n in times else talk[n] for n in named.split())]
    named = (
        "id code contact_id status round title products verdict version opened_at sent_at "
        "updated_at channel source agreed"
    )
    rows.registrations = [tuple(micros(head[n]) if n in times else head[n] for n in named.split())]
    # the other one is written by whoever read it last
    current = getattr(rows, "registrations" if late == "talks" else "talks")
    current.clear()

    with pytest.raises(IntegrityError):
        async with office.engine.begin() as connection:
            await connection.run_sync(rows.write)

    assert await office.everything() == before


async def test_of_a_backlog_only_the_last_reply_is_sent(office: Desk, store: Store) -> None:
    await office.hear(store, "open")
    batch = [
        stale(office.said("est-name=A")),
        office.said("other", "2"),
        stale(office.said("prod-name=B")),
        stale(office.said("quiet")),
    ]
    heard = await store.hear(batch, book())

    statuses = {one["seq"]: one["status"] for one in await office.rows(outbox, address="1")}
    assert [text_of(one) for one in heard] == ["", "other", "prod-name is B", ""]
    assert statuses == {1: Sending.PENDING, 2: Sending.SKIPPED, 3: Sending.PENDING}
    assert len(await office.rows(answer)) == 2


async def test_a_chat_is_told_that_it_is_too_fast_and_its_talk_stays(
    office: Desk, store: Store
) -> None:
    from storage.hearing import Hearing, Manner

    await office.hear(store, "open")
    event = office.said("est-name=A").event
    [heard] = await store.hear(
        [Hearing(ACCOUNT, "1", "fast", event, manner=Manner.TOO_FAST)], book()
    )

    assert text_of(heard) == book().wording.say("vi", "too-fast")
    assert await office.rows(answer) == []
    assert len(await office.rows(inbox)) == 2


async def test_lines_of_a_chat_are_ordered_even_when_the_clock_goes_back(
    office: Desk, store: Store
) -> None:
    await office.hear(store, "one")
    office.now -= timedelta(hours=1)
    await office.hear(store, "two")
    await store.hear([office.said("three"), office.said("four")], book())

    times = [micros(line["at"]) for line in await office.rows(message)]
    assert times == sorted(set(times))
    assert len(times) == 8


async def test_the_draft_is_a_draft_again_after_a_restart(office: Desk) -> None:
    await office.hear(office.store(), "open", "est-name=A")
    [heard] = await office.hear(office.store(), "prod-name=B")

    [head] = await office.rows(registration)
    assert text_of(heard) == "prod-name is B"
    assert head["status"] == Status.DRAFT
    assert [one["value"] for one in await office.rows(answer)] == ["A", "B"]
