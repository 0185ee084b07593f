"""What has been kept long enough goes; what has not stays."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from handlers.events import MediaKind, SentMedia
from storage import sweeping
from storage.cleaning import Cleaned, clean
from storage.columns import Sending
from storage.keeping import Kept, dropped, keep
from storage.requests import Wanted, mark_done
from storage.schema import answer, conversation, inbox, message, outbox, registration, request
from storage.unit import Store
from tests.storage.desk import Desk, book, moment

NOTHING = Cleaned(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)


async def cleaned(office: Desk, **later: int) -> Cleaned:
    return await clean(office.engine, office.reader, office.now + timedelta(**later))


async def test_on_the_same_day_everything_stays(office: Desk, store: Store) -> None:
    await office.hear(store, "note a=b", "open", "est-name=A", answerable=True)
    before = await office.everything()

    assert await cleaned(office) == NOTHING
    assert await office.everything() == before


async def test_answers_that_name_nobody_go_after_a_week_without_consent(
    office: Desk, store: Store
) -> None:
    await office.hear(store, "note est-type=coop")
    await office.hear(store, "note est-type=coop", "open", chat="2")
    assert (await cleaned(office, days=6, hours=22)).nameless_answers == 0
    assert (await cleaned(office, days=7)).nameless_answers == 1

    first, _ = await office.rows(conversation)
    assert "coop" not in first["state"]
    assert "est-type" not in first["state"]
    assert first["expires_at"] is None
    await office.hear(store, "hello")
    assert (await cleaned(office, days=30)).nameless_answers == 0


async def test_whoever_comes_back_in_time_keeps_them(office: Desk, store: Store) -> None:
    await office.hear(store, "note est-type=coop")
    office.now += timedelta(days=6)
    await office.hear(store, "hello")

    assert (await cleaned(office, days=2)).nameless_answers == 0


async def test_a_draft_goes_after_ninety_days_and_what_was_sent_stays(
    office: Desk, store: Store
) -> None:
    await office.hear(store, "open", "est-name=A", "open", "est-name=B", "status interest")
    assert (await cleaned(office, days=89)).drafts == 0
    assert (await cleaned(office, days=91)).drafts == 1

    [left] = await office.rows(registration)
    assert left["status"] == "interest"
    assert [one["value"] for one in await office.rows(answer)] == ["B"]
    [heard] = await office.hear(store, "est-name=C")
    assert heard.replies


async def test_keys_go_after_a_month_and_lines_after_a_year(office: Desk, store: Store) -> None:
    await office.hear(store, "one", "two", "three")
    office.now += timedelta(days=31)
    await office.hear(store, "four")
    assert (await cleaned(office)).update_keys == 3
    assert len(await office.rows(inbox)) == 1

    assert (await cleaned(office, days=340)).messages == 6
    assert len(await office.rows(message)) == 2


@pytest.mark.parametrize(
    ("status", "kept"),
    [
        (Sending.ANSWERED, timedelta(hours=24)),
        (Sending.SENT, timedelta(days=30)),
        (Sending.SKIPPED, timedelta(days=30)),
        (Sending.FAILED, timedelta(days=30)),
        (Sending.UNKNOWN, timedelta(days=365)),
        (Sending.PENDING, None),
        (Sending.IN_FLIGHT, None),
    ],
)
async def test_outgoing_rows_go_once_nobody_asks_for_them(
    office: Desk, store: Store, status: Sending, kept: timedelta | None
) -> None:
    await office.hear(store, "hello")
    async with office.engine.begin() as connection:
        await connection.execute(update(outbox).values(status=status))

    async def left(at: datetime) -> int:
        await clean(office.engine, office.reader, at)
        return len(await office.rows(outbox))

    assert await left(office.now + (kept or timedelta(days=400)) - timedelta(minutes=1)) == 1
    assert await left(office.now + (kept or timedelta(days=400)) + timedelta(minutes=1)) == (
        kept is None
    )


async def test_a_voice_note_goes_a_month_after_staff_are_done_with_it(
    office: Desk, store: Store
) -> None:
    await office.hear(store, "open")
    for name in ("a" * 32, "b" * 32):
        note = SentMedia(moment(office.now), name, MediaKind.VOICE, "r", 1, "audio/ogg")
        await store.hear([office.hearing(note)], book())
        assert await keep(office.engine, Kept(name, "", 1, "audio/ogg"))
    [first, _] = await office.rows(request)
    async with office.engine.begin() as connection:
        assert await mark_done(connection, first["id"], Wanted(), 1, office.now)
    assert (await cleaned(office, days=29)).voices == 0
    assert (await cleaned(office, days=31)).voices == 1

    assert [one["media"] for one in await office.rows(request)] == ["", "b" * 32]
    assert await dropped(office.engine, 9) == ["a" * 32]
    assert (await cleaned(office, days=99)).voices == 0


async def test_many_rows_go_in_slices(
    office: Desk, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweeping, "SLICE", 7)
    for _ in range(3):
        await store.hear([office.said("hello", str(chat)) for chat in range(10)], book())

    assert (await cleaned(office, days=31)).update_keys == 30
    assert await office.rows(inbox) == []


async def test_a_talk_that_was_cleaned_is_read_again(office: Desk, store: Store) -> None:
    await office.hear(store, "note est-type=coop")
    await cleaned(office, days=8)
    await office.hear(store, "hello")

    [talk] = await office.rows(conversation)
    assert "coop" not in talk["state"]
