"""Several processes on one database lose nothing of each other's and do nothing twice."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.schema import answer, conversation, inbox, message, outbox, registration
from storage.unit import Store
from tests.storage.child import Child
from tests.storage.desk import Desk, book, desk


async def test_no_turn_of_one_person_is_lost_among_eight_stores(office: Desk) -> None:
    stores = [office.store(f"w{number}") for number in range(8)]
    await office.hear(stores[0], "open")

    async def talk(number: int, store: Store) -> None:
        for turn in range(20):
            await store.hear([office.said(f"q-{number}-{turn}=x")], book())

    await asyncio.gather(*(talk(*each) for each in enumerate(stores)))
    [talked] = await office.rows(conversation)
    rows = await office.rows(outbox)
    assert len(await office.rows(answer)) == 160
    assert '"lost":161' in talked["state"]
    assert (talked["seq"], talked["version"]) == (161, 161)
    assert sorted(row["seq"] for row in rows) == list(range(1, 162))


async def test_every_event_three_times_at_once_is_heard_once(office: Desk) -> None:
    stores = [office.store(f"w{number}") for number in range(3)]
    chats = [str(number) for number in range(10)]
    await stores[0].hear([office.said("open", chat) for chat in chats], book())
    events = [office.said(f"q-{turn}=x", chat) for turn in range(12) for chat in chats]

    async def deliver(store: Store, seed: int) -> int:
        order = events[:]
        random.Random(seed).shuffle(order)
        heard = [
            one
            for start in range(0, len(order), 8)
            for one in await store.hear(order[start : start + 8], book())
        ]
        return sum(not one.duplicate for one in heard)

    fresh = await asyncio.gather(*(deliver(store, seed) for seed, store in enumerate(stores)))
    assert sum(fresh) == len(events)
    assert len(await office.rows(inbox)) == len(events) + 10
    assert len(await office.rows(answer)) == len(events)
    assert len(await office.rows(message)) == 2 * (len(events) + 10)


async def test_strangers_met_by_two_stores_at_once_are_met_once(office: Desk) -> None:
    stores = [office.store(f"w{number}") for number in range(4)]
    chats = [str(number) for number in range(30)]

    await asyncio.gather(
        *(store.hear([office.said("hello", chat) for chat in chats], book()) for store in stores)
    )
    talks = await office.rows(conversation)
    assert len(talks) == 30
    assert {talk["seq"] for talk in talks} == {4}


async def test_two_programs_on_one_database(office: Desk) -> None:
    await office.hear(office.store(), "open")
    keys = {name: [f"q-{name}-{turn}" for turn in range(40)] for name in "ab"}
    programs = [Child(office.url, [(key, f"{key}=x") for key in mine]) for mine in keys.values()]
    assert [program.end() for program in programs] == [(40, 0), (40, 0)]

    found = {row["question"] for row in await office.rows(answer)}
    assert found == {*keys["a"], *keys["b"]}
    assert len(await office.rows(outbox)) == 81


WORDS = st.lists(
    st.tuples(
        st.sampled_from([0, 1]),
        st.one_of(
            st.sampled_from(["open", "quiet", "boom", "status interest"]),
            st.builds("{}={}".format, st.sampled_from("abc"), st.sampled_from("12")),
            st.builds("drop {}".format, st.sampled_from("abc")),
        ),
    ),
    max_size=25,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(WORDS)
async def test_what_is_stored_is_what_was_said(
    tmp_path: Path, words: list[tuple[int, str]]
) -> None:
    path = tmp_path / "bot.db"
    path.unlink(missing_ok=True)
    async with desk(str(path)) as office:
        stores = [office.store("w0"), office.store("w1")]
        await office.hear(stores[0], "open")
        meant: dict[str, str] = {}
        everything: list[dict[str, str]] = [meant]
        for which, text in words:
            await office.hear(stores[which], text)
            if text == "open":
                meant = {}
                everything.append(meant)
            elif "=" in text:
                meant[text[0]] = text[2]
            elif text.startswith("drop"):
                meant.pop(text[5], None)
        heads = sorted(await office.rows(registration), key=lambda row: row["opened_at"])
        found: dict[int, dict[str, str]] = {head["id"]: {} for head in heads}
        for row in await office.rows(answer):
            found[row["registration_id"]][row["question"]] = row["value"]

    assert list(found.values()) == everything
