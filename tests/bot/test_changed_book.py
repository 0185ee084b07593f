"""A changed book strands nobody: 1,000 people sit at every step of its forms as it is published."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.base import Incoming
from bot.turn import Lane
from content.load import load
from content.model import Book
from handlers import codes, machine, payloads, sheet
from handlers.events import Chose, Moment, Said
from handlers.state import Asked, Stage
from storage.codec import decode_conversation
from storage.renaming import rename
from storage.schema import answer, conversation, registration
from storage.unit import Store
from tests.bot.installation import ROOT
from tests.content.packs import SHIPPED, copy
from tests.content.packs.changed import changed
from tests.storage.desk import ACCOUNT, Desk, book, desk

pytestmark = pytest.mark.timeout(300)

PEOPLE = 1000
SIGN_UP = {
    "ghi danh": "",
    "đồng ý": "consent-data",
    "Lý A Páo": "contact-name",
    "0912 000 111": "contact-phone",
    "HTX Lanh Sợi Xanh": "est-name",
    "Hợp tác xã": "est-type",
    "Lùng Tám": "est-commune-code",
    "Khăn lanh": "prod-name",
    "1": "prod-group",
    "không": "topics",
}
"""What is typed at the sign-up, each with the question it answers."""

FIRST_WORDS = ("điều kiện", "1", "Lùng Tám", "Hợp tác xã", "1")
NOW = (
    *("consent-data", "contact-name", "contact-nickname", "contact-phone", "est-commune-code"),
    *("maker-type", "prod-name", "prod-group", "topics"),
)
"""The questions of the sign-up in the changed book, in their order."""

Row = Mapping[str, object]


def script(person: int) -> list[str]:
    """What this one has said so far, and will say next: everybody stops at another question."""
    steps = len(SIGN_UP) - 1 + len(FIRST_WORDS) - 1
    step = person % steps
    if step < len(SIGN_UP) - 1:
        return list(SIGN_UP)[: step + 2]
    return list(FIRST_WORDS)[: step - len(SIGN_UP) + 3]


@asynccontextmanager
async def talking(office: Desk, book: Book, worker: str) -> AsyncIterator[Lane]:
    store = Store(office.engine, machine.step, codes.digits, worker)
    lane = Lane(store, lambda: book)
    lane.start()
    yield lane
    await lane.stop()


async def say(lane: Lane, words: Mapping[int, str], at: str) -> None:
    """Everybody says their words."""
    now = datetime.now(UTC)
    await asyncio.gather(
        *(
            lane.hear(
                Incoming(ACCOUNT, f"{one:04}", f"{at}-{one}", Said(Moment(now, now, 0), text), "vi")
            )
            for one, text in words.items()
        )
    )


async def stood(office: Desk) -> dict[int, Asked | Stage]:
    """Where everybody stands: the question that is open, or the stage."""
    talks = {
        int(row["address"]): decode_conversation(row["state"])
        for row in await office.rows(conversation)
    }
    return {one: talk.asked or talk.stage for one, talk in talks.items()}


async def given(office: Desk) -> dict[int, dict[str, str]]:
    """What everybody's registration says, by question."""
    people = {row["contact_id"]: int(row["address"]) for row in await office.rows(conversation)}
    owners = {row["id"]: people[row["contact_id"]] for row in await office.rows(registration)}
    found: dict[int, dict[str, str]] = {one: {} for one in owners.values()}
    for row in await office.rows(answer):
        found[owners[row["registration_id"]]][row["question"]] = row["value"]
    return found


def against(folder: Path, office: Desk) -> str:
    """What is told beforehand."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "check", str(folder), "--against", office.url],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.fixture
async def village(database: str) -> AsyncIterator[Desk]:
    """A thousand people in the middle of everything."""
    async with desk(database) as office:
        scripts = {one: script(one) for one in range(PEOPLE)}
        async with talking(office, book(), "before") as lane:
            for turn in range(len(SIGN_UP) - 1):
                words = {one: own[turn] for one, own in scripts.items() if turn < len(own) - 1}
                await say(lane, words, f"before{turn}")
        yield office


async def test_everybody_gets_the_nearest_question_and_keeps_their_answers(
    village: Desk, tmp_path: Path
) -> None:
    folder = changed(tmp_path)
    new = load(folder, demo=True)
    asked, before = await stood(village), await given(village)
    assert len({one for one in asked.values() if isinstance(one, Asked)}) == 13

    told = against(folder, village)

    count = await rename(village.engine, new.renamed[sheet.REGISTRATION])
    assert count == sum("est-type" in one for one in before.values())
    async with talking(village, new, "after") as lane:
        await say(lane, {one: script(one)[-1] for one in range(PEOPLE)}, "after")

    moved = Counter[str]()
    after, stands = await given(village), await stood(village)
    for person in range(PEOPLE):
        at, text, now = asked[person], script(person)[-1], stands[person]
        assert isinstance(at, Asked)
        moved[f"{at.form}.toml, {at.question}"] += 1
        if at.form == sheet.ELIGIBILITY:
            assert isinstance(now, Asked), at
            assert now.question != at.question, at
            continue
        answers = after[person]
        earlier = before.get(person, {})
        kept = {key.replace("est-type", "maker-type"): one for key, one in earlier.items()}
        assert kept.items() <= answers.items()
        if SIGN_UP[text] == "est-name":
            assert "est-name" not in answers
        else:
            assert SIGN_UP[text].replace("est-type", "maker-type") in answers
        nearest = next((key for key in NOW if key not in answers), Stage.REVIEW)
        assert (now.question if isinstance(now, Asked) else now) == nearest, at

    gone, renamed = moved["registration.toml, est-name"], moved["registration.toml, est-type"]
    assert f"registration.toml, est-name: không còn; {gone} người" in told
    assert f"tiếp theo: forms/registration.toml, contact-nickname ({gone} người)" in told
    assert f"registration.toml, est-type: nay là maker-type; {renamed} người" in told
    assert f"est-name: không còn hỏi; {sum('est-name' in one for one in before.values())}" in told
    assert f"{PEOPLE} người đang làm dở" in told
    assert "Lý A Páo" not in told
    assert "912" not in told


async def test_an_old_button_of_a_renamed_question_still_answers_it(
    village: Desk, tmp_path: Path
) -> None:
    new = load(changed(tmp_path), demo=True)
    now = datetime.now(UTC)
    waits = [
        person
        for person, at in (await stood(village)).items()
        if isinstance(at, Asked) and (at.form, at.question) == ("registration", "est-type")
    ]
    tap = Chose(Moment(now, now, 0), payloads.tap("registration", 0, "est-type", "cooperative"))
    async with talking(village, new, "after") as lane:
        await lane.hear(Incoming(ACCOUNT, f"{waits[0]:04}", "tap", tap, "vi"))

    assert (await given(village))[waits[0]]["maker-type"] == "cooperative"


async def test_a_choice_that_is_gone_is_told_with_those_who_took_it(
    database: str, tmp_path: Path
) -> None:
    pack = copy(SHIPPED, tmp_path)
    pack.change(
        "forms/registration.toml",
        'key = "prod-group"',
        'key = "prod-group"\nchoices = ["craft", "agro-food", "mechanical"]',
    )
    pack.change(
        "forms/registration.toml",
        'key = "food-safety-status"',
        'key = "food-safety-status"\nwhen = { prod-group = ["agro-food"] }',
    )
    words = [*SIGN_UP][:-2]
    async with desk(database) as office, talking(office, book(), "before") as lane:
        for at, text in enumerate([*words, "4"]):
            people = (1, 2) if text != "4" else (2,)
            await say(lane, dict.fromkeys(people, text), f"{at}")

        told = against(pack.folder, office)

    place = "forms/registration.toml, prod-group"
    assert f"{place}: lựa chọn đã đổi; 1 người đang ở câu này." in told
    assert f"tiếp theo: {place} (1 người)" in told
    assert f"{place}: không còn lựa chọn other; 1 người đã chọn, vẫn giữ." in told
    assert "2 người đang làm dở; 1 người ở câu sẽ đổi." in told


async def test_a_question_of_another_kind_strands_nobody(database: str, tmp_path: Path) -> None:
    """What was answered before is kept, told of beforehand, and read as it was written."""
    pack = copy(SHIPPED, tmp_path)
    text, number = (f'key = "est-name"\nkind = "{kind}"' for kind in ("text", "number"))
    pack.change("forms/registration.toml", text, number)
    words = [*SIGN_UP]
    async with desk(database) as office, talking(office, book(), "before") as lane:
        for at, said in enumerate(words[:-1]):
            people = (1, 2) if at < 7 else (2,)
            await say(lane, dict.fromkeys(people, said), f"{at}")

        told = against(pack.folder, office)

        assert "est-name: nay thuộc kiểu number; 2 câu trả lời cũ không còn hợp, vẫn giữ." in told
        async with talking(office, load(pack.folder, demo=True), "after") as again:
            await say(again, {1: words[7], 2: words[-1]}, "after")
        stands, kept = await stood(office), await given(office)

    assert kept[1]["est-name"] == kept[2]["est-name"] == "HTX Lanh Sợi Xanh"
    assert isinstance(at_the_next := stands[1], Asked)
    assert at_the_next.question == "prod-group"
    assert stands[2] is Stage.REVIEW
