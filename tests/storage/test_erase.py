"""What somebody takes back is nowhere any more, and what others said is untouched."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.events import MediaKind, SentMedia
from storage.columns import Keeping, Sending
from storage.schema import (
    answer,
    consent,
    contact,
    conversation,
    listed,
    media,
    message,
    outbox,
    registration,
    request,
)
from storage.unit import Store
from tests.storage.desk import Desk, book, desk, moment, text_of

CANARY = "Chim-Yến"
PHONE = "+84912345678"


async def live(office: Desk, store: Store, chat: str) -> None:
    """Leave traces everywhere: a draft, a sent registration, a photo, a wish, open sends."""
    words = (
        f"my name is {CANARY}",
        f"note est-type={CANARY}",
        "open",
        f"contact-name={CANARY}",
        f"contact-phone={PHONE}",
        "est-commune-code=00694",
        "prod-group=1",
        "status interest",
        f"call {CANARY}",
        "open",
        f"est-name={CANARY}",
    )
    await office.hear(store, *words, chat=chat)
    photo = SentMedia(moment(office.now), f"m-{chat}", MediaKind.PHOTO, "far", 9, "", CANARY)
    await store.hear([office.hearing(photo, chat)], book())


@pytest.mark.parametrize("remembered", [True, False])
async def test_everything_of_a_person_is_gone(office: Desk, remembered: bool) -> None:
    store = office.store()
    await live(office, store, "1")
    assert CANARY in await office.everything()
    if not remembered:
        store = office.store()
    [heard] = await office.hear(store, "erase")
    traces = await office.everything()

    assert CANARY not in traces
    assert PHONE not in traces
    assert PHONE[3:] not in traces
    assert text_of(heard) == "forgotten"
    assert [type(one).__name__ for one in heard.effects] == ["Erase", "DropMedia"]


async def test_it_is_overwritten_in_the_file_too(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"
    async with desk(str(path)) as office:
        store = office.store()
        for chat in range(20):
            await live(office, store, str(chat))
        for chat in range(20):
            await office.hear(store, "erase", chat=str(chat))
    # the last connection has moved the log into the file and removed it
    assert not path.with_suffix(".db-wal").exists()
    assert CANARY.encode() not in path.read_bytes()


async def test_what_is_counted_stays_and_belongs_to_nobody(office: Desk, store: Store) -> None:
    await live(office, store, "1")
    [sent, _] = await office.rows(registration)
    await office.hear(store, "erase")

    [head, draft] = await office.rows(registration)
    left = {one["question"]: (one["value"], one["raw"]) for one in await office.rows(answer)}
    agreed = [(one["topic"], one["contact_id"]) for one in await office.rows(consent)]
    [photo] = await office.rows(media)
    assert (head["code"], head["status"], head["sent_at"]) == (
        sent["code"],
        "interest",
        sent["sent_at"],
    )
    assert (head["contact_id"], head["title"]) == (None, "")
    found_by = {one["registration_id"]: one for one in await office.rows(listed)}[head["id"]]
    assert (found_by["search"], found_by["commune"]) == (head["code"], "00694")
    assert not found_by["phone"] + found_by["maker"] + found_by["name_order"]
    assert head["erased_at"]
    assert (draft["contact_id"], draft["title"], draft["erased_at"]) == (
        None,
        "",
        head["erased_at"],
    )
    assert left == {"est-commune-code": ("00694", ""), "prod-group": ("1", "")}
    assert agreed == [("dossier", None), ("call", None), ("dossier", None)]
    assert (photo["state"], photo["registration_id"]) == (Keeping.DROPPED, None)
    assert await office.rows(request) == []


async def test_the_person_is_told_and_may_begin_again(office: Desk, store: Store) -> None:
    await live(office, store, "1")
    [told] = await office.hear(store, "erase")
    [row] = await office.rows(outbox)
    assert (row["id"], row["status"]) == (told.replies[0].id, Sending.PENDING)

    await office.hear(store, "hello", "open", "est-name=New")
    [talk] = await office.rows(conversation)
    [person] = await office.rows(contact)
    [found] = [one for one in await office.rows(answer) if one["value"] == "New"]
    assert talk["consents"] == "dossier"
    assert person["erased_at"]
    assert found["raw"] == "raw New"


async def test_others_keep_what_is_theirs(office: Desk, store: Store) -> None:
    await live(office, store, "2")
    before = await office.everything()
    await office.hear(store, "hello")
    await office.hear(store, "erase")

    lines = [line for line in await office.rows(message) if line["contact_id"] == 1]
    for line in before.splitlines():
        assert line.startswith("counter") or line in await office.everything()
    assert len(lines) == 11 * 2 + 2


async def test_one_registration_can_go_and_the_other_stay(office: Desk, store: Store) -> None:
    await office.hear(store, "open", f"est-name={CANARY}", "open", "est-name=B")
    first, second = (one["id"] for one in await office.rows(registration))
    await office.hear(store, f"erase {first}", "prod-name=C")

    [gone, left] = await office.rows(registration)
    [talk] = await office.rows(conversation)
    assert CANARY not in await office.everything()
    assert (gone["contact_id"], left["id"]) == (None, second)
    assert [one["value"] for one in await office.rows(answer)] == ["B", "C"]
    assert talk["consents"] == "dossier"


async def test_nobody_can_erase_what_is_anothers(office: Desk, store: Store) -> None:
    await live(office, store, "2")
    theirs = await office.rows(registration)
    answers = await office.rows(answer)
    await office.hear(store, "open", f"erase {theirs[0]['id']}")

    assert (await office.rows(registration))[:2] == theirs
    assert await office.rows(answer) == answers


async def test_what_follows_in_the_same_batch_is_kept(office: Desk, store: Store) -> None:
    await live(office, store, "1")
    texts = ("est-name=X", "erase", "open", "est-name=Y")
    heard = await store.hear([office.said(text) for text in texts], book())

    heads = await office.rows(registration)
    [talk] = await office.rows(conversation)
    agreed = [one["topic"] for one in await office.rows(consent) if one["contact_id"]]
    assert CANARY not in await office.everything()
    assert [one["contact_id"] for one in heads] == [None, None, talk["contact_id"]]
    assert agreed == ["dossier"]
    assert [text_of(one) for one in heard][1:] == [
        "forgotten",
        f"opened {heads[2]['id']}",
        "est-name is Y",
    ]
