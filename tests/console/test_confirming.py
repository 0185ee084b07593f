"""What cannot be taken back asks for the password again, and is not done on a wrong one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from sqlalchemy import func, select

from handlers.codes import code
from handlers.days import day
from storage import notices
from storage.columns import Announcing
from storage.schema import registration
from tests.console.colleague import CONFIRM, Colleague
from tests.console.office import PASSWORD, PUBLIC, Office, Seen
from tests.console.producers import WEAVER, Village
from tests.notices.desk import Desk as Folks

NOON = "2026-11-23 05:00:00+00:00"
LATER = timedelta(minutes=11)
"""After this long the password is asked for again."""

WRONG = "không phải thế này"


@pytest.fixture
async def office(village: Village, database: str) -> AsyncIterator[Office]:
    """The console as people reach it by https."""
    async with Office(database, village.engine, public_url=PUBLIC).open() as office:
        yield office


@pytest.fixture
async def colleague(office: Office) -> AsyncIterator[Colleague]:
    """An editor who signed in a while ago."""
    with time_machine.travel(NOON, tick=False) as clock:
        async with Colleague(office) as colleague:
            await colleague.accepts("editor")
            await colleague.sets_up()
            clock.shift(LATER)
            yield colleague


async def three_ways(colleague: Colleague, path: str, **fields: str) -> list[Seen]:
    """The same form without a password, with a wrong one, and with the right one."""
    words: list[dict[str, str]] = [{}, {CONFIRM: WRONG}, {CONFIRM: PASSWORD}]
    return [await colleague.sends(path, **fields, **one) for one in words]


def is_asked(seen: Seen, *, again: bool) -> None:
    """The page asks for the password, and says whether one was wrong."""
    assert seen.status == 403
    assert f'name="{CONFIRM}"' in seen.text
    assert ("Mật khẩu chưa đúng" in seen.text) is again


async def petition(village: Village, colleague: Colleague, asked: str) -> str:
    """What a weaver asks for her own data; the path of its page."""
    await village.registered(WEAVER)
    received = f"{day(datetime.now(UTC)):%d/%m/%Y}"
    fields = {"asked": asked, "way": "telephone", "received": received, "words": "Xin"}
    made = await colleague.sends("/staff/privacy/new", **fields, code=code(1))
    assert made.status == 303, made.text
    return made.headers["Location"]


async def test_to_erase_somebody(village: Village, office: Office, colleague: Colleague) -> None:
    where = await petition(village, colleague, "erase")
    erased = select(func.count()).where(registration.c.erased_at.is_not(None))
    counts = []
    for words in ({}, {CONFIRM: WRONG}, {CONFIRM: PASSWORD}):
        seen = await colleague.sends(f"{where}/erase", **words)
        if words.get(CONFIRM) != PASSWORD:
            is_asked(seen, again=bool(words))
        async with office.reader.connect() as connection:
            counts.append(await connection.scalar(erased))

    assert seen.status == 303
    assert counts == [0, 0, 1]


async def test_to_give_somebody_a_copy_of_their_data(
    village: Village, office: Office, colleague: Colleague
) -> None:
    where = await petition(village, colleague, "see")

    bare, wrong, right = await three_ways(colleague, f"{where}/copy")

    is_asked(bare, again=False)
    is_asked(wrong, again=True)
    assert right.headers["Content-Type"] == "application/zip"
    assert [one.action for one in await office.deeds()].count("petition.copy") == 1


async def test_to_send_a_notice_to_very_many(office: Office, colleague: Colleague) -> None:
    await Folks(office.engine, office.reader).people(501, "telegram:1")
    words = {"title": "Lớp tập huấn", "topic": "training", "text-vi": "Mời anh/chị."}
    where = (await colleague.sends("/staff/notices/new", **words)).headers["Location"]
    sure = {"untested": "on", "count": "501"}

    bare, wrong, right = await three_ways(colleague, f"{where}/send", **sure)
    one = await notices.find(office.reader, int(where.rpartition("/")[2]))

    is_asked(bare, again=False)
    assert bare.fields["count"] == "501"
    is_asked(wrong, again=True)
    assert right.status == 303
    assert one is not None
    assert one.status is Announcing.SCHEDULED


async def test_a_password_that_was_just_typed_is_not_asked_for_again(
    village: Village, colleague: Colleague
) -> None:
    where = await petition(village, colleague, "see")

    await colleague.sends(f"{where}/copy", **{CONFIRM: PASSWORD})
    again = await colleague.sends(f"{where}/copy")

    assert again.status == 200
