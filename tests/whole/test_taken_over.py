"""Staff take a talk over on the channel that the person uses, and give it back to the bot."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.channels.zalo_oa_webhook import PATH
from tests.console.inbox import acts, opened, replies
from tests.console.office import Caller
from tests.fakes.telegram_phone import Phone as OnTelegram
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.zalo_phone import Phone as OnZalo
from tests.fakes.zalo_server import FakeZalo
from tests.whole import tables
from tests.whole.program import Program
from tests.whole.until import until
from tests.zalo_oa.test_program import program_for

HOA = "Nông Thị Hoa"
LINK = re.compile(r"/staff/login/\S+")
QUESTION = re.compile(r"Câu \d/9[^\n]*")
PATIENCE = 40.0

pytestmark = pytest.mark.timeout(180)


@asynccontextmanager
async def at_the_desk(program: Program) -> AsyncIterator[Caller]:
    """An editor who came by the link of an invitation, on the program's own machine."""
    invited = await program.run("staff", "add", HOA, "--role", "editor")
    found = LINK.search(invited.out)
    assert found, invited
    async with Caller(program) as desk:
        assert (await desk.post(found[0], {"later": "yes"})).status == 303
        yield desk


async def test_on_telegram(
    database: str, tmp_path: Path, pack: Path, telegram: FakeTelegram
) -> None:
    program = Program(tmp_path / "here", pack, telegram.url, database=database)
    async with program.serving():
        await is_helped(program, telegram.phone(name="Mỷ"))


async def test_on_zalo(tmp_path: Path, pack: Path) -> None:
    async with FakeZalo() as zalo:
        program = program_for(zalo, tmp_path / "here", pack)
        async with program.serving():
            await zalo.point(program.url + PATH)
            await is_helped(program, zalo.phone())


async def is_helped(program: Program, phone: OnTelegram | OnZalo) -> None:
    """Ask for staff in the middle of a form, be answered by a person, and go on with the form."""
    async with at_the_desk(program) as desk:
        phone.starts()
        await told(program, phone)
        for words in ("ghi danh", "đồng ý"):
            await asks(program, phone, words)
        asked = await asks(program, phone, "Vàng Thị Mỷ")
        await asks(program, phone, "cán bộ")
        await asks(program, phone, "Số của chồng em có được không")

        await acts(desk, "take")
        taken = await told(program, phone)
        phone.says("Dạ em chào cán bộ")
        await until(lambda: heard(program, "Dạ em chào cán bộ"), PATIENCE)
        talk, silent = await opened(desk), phone.read_already()
        await replies(desk, "Dạ được, số nào gọi được cũng được ạ")
        answer = await told(program, phone)
        await acts(desk, "close")
        back = await told(program, phone)
        onward = await asks(program, phone, "0912 000 111")

    question = QUESTION.findall(asked)[-1]
    assert f"cán bộ {HOA}" in taken
    assert any("Dạ em chào cán bộ" in line for line in talk.lines)
    assert silent == []
    assert answer == f"Cán bộ {HOA}: Dạ được, số nào gọi được cũng được ạ"
    assert f"cán bộ {HOA} đã trả lời xong" in back
    assert question.startswith("Câu 3/9")
    assert question in back
    assert "Câu 4/9" in onward
    assert "0912" not in program.log
    assert "Mỷ" not in program.log


async def asks(program: Program, phone: OnTelegram | OnZalo, words: str) -> str:
    """Say something; all that is said to it."""
    phone.says(words)
    return await told(program, phone)


async def told(program: Program, phone: OnTelegram | OnZalo) -> str:
    """The next thing that comes, and whatever follows it."""
    first = await phone.reads(PATIENCE)
    await until(lambda: settled(program), PATIENCE)
    return "\n".join(one.text for one in (first, *phone.read_already()))


async def settled(program: Program) -> bool:
    """Whether nothing is on its way to anybody."""
    return await tables.unsent(program.database) == 0


async def heard(program: Program, words: str) -> bool:
    """Whether this was said, and all is sent that is said to it."""
    said = await tables.count(program.database, f"message WHERE text = '{words}'")
    return said == 1 and await settled(program)
