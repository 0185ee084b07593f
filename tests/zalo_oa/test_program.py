"""The program on an Official Account: from the first word to the export, and through kills."""

from __future__ import annotations

import asyncio
import csv
from pathlib import Path
from random import Random

import aiohttp
import pytest

from bot.channels.zalo_oa_webhook import PATH
from bot.failpoints import KILLED
from tests.book import the_book
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_screen import Bubble
from tests.fakes.zalo_server import APP_ID, APP_SECRET, OA_ID, OA_SECRET, FakeZalo
from tests.whole import tables
from tests.whole.nursing import HURRY, kept_alive, nothing_is_lost, signs_up, until_settled
from tests.whole.producers import Producer, producers
from tests.whole.program import Program
from tests.whole.reading import CODE
from tests.whole.test_kill import OUTBOX, TURN
from tests.whole.until import until

AT_ONCE = 3
PROOF = "AbCdEf123"
PATIENCE = 30.0


@pytest.fixture
def one() -> Producer:
    return producers(1, Random(7), the_book())[0]


def program_for(zalo: FakeZalo, folder: Path, pack: Path) -> Program:
    settings = {
        "BOT_TELEGRAM_TOKEN": "",
        "BOT_ZALO_OA_ID": OA_ID,
        "BOT_ZALO_APP_ID": APP_ID,
        "BOT_ZALO_APP_SECRET": APP_SECRET,
        "BOT_ZALO_OA_SECRET_KEY": OA_SECRET,
        "BOT_ZALO_REFRESH_TOKEN": zalo.issue_refresh_token(),
        "BOT_ZALO_API": zalo.url,
        "BOT_ZALO_OAUTH_API": zalo.oauth_url,
        "BOT_ZALO_SITE_PROOF": PROOF,
    }
    return Program(folder, pack, "", polling=True, more=settings)


async def read(program: Program, path: str) -> str:
    """A page as a stranger gets it."""
    async with aiohttp.ClientSession() as session, session.get(program.url + path) as response:
        assert response.status == 200
        return await response.text()


async def does(program: Program, phone: Phone, line: str) -> Bubble:
    """Do what a line of a sign-up says; the first of what is said to it."""
    if line == "/start":
        phone.starts()
    elif line.startswith("["):
        phone.taps(line[1:-1])
    else:
        phone.says(line)
    said = await phone.reads(PATIENCE)
    async with asyncio.timeout(PATIENCE):
        while await tables.unsent(program.database):
            await asyncio.sleep(0.05)
    phone.read_already()
    return said


@pytest.mark.timeout(120)
async def test_a_sign_up_is_in_the_exported_list_though_the_token_died_in_it(
    tmp_path: Path, pack: Path, one: Producer
) -> None:
    out = tmp_path / "list.csv"
    async with FakeZalo() as zalo:
        program = program_for(zalo, tmp_path / "here", pack)
        phone = zalo.phone()
        async with program.serving():
            await zalo.point(program.url + PATH)
            proofs = [await read(program, "/"), await read(program, f"/zalo_verifier{PROOF}.html")]
            asked = len(zalo.tokens_asked())
            said = Bubble("", "")
            for number, line in enumerate(one.lines):
                if number == len(one.lines) // 2:
                    asked = len(zalo.tokens_asked())
                    zalo.kill_token()
                said = await does(program, phone, line)
                while "Đúng" in [*said.labels]:
                    said = await does(program, phone, "[Đúng]")
            refreshed = len(zalo.tokens_asked()) - asked
        exported = await program.run("export", "registrations", "--out", str(out))
        seen = await program.run("doctor")

    assert CODE.search(said.text)
    assert refreshed == 1
    assert all(f'zalo-platform-site-verification" content="{PROOF}"' in page for page in proofs)
    assert exported.code == 0, exported.err
    [row] = csv.DictReader(out.read_text("utf-8-sig").splitlines())
    typed = {one.typed[key] for key in ("contact-name", "est-name", "prod-name")}
    assert typed <= set(row.values())
    assert "Zalo OA: đã được cấp quyền" in seen.out
    for word in (APP_SECRET, OA_SECRET, phone.id, "Traceback"):
        assert word not in program.log, word


@pytest.mark.timeout(600)
async def test_killed_at_any_step_it_goes_on_where_it_was(
    tmp_path: Path, pack: Path, one: Producer
) -> None:
    slots = asyncio.Semaphore(AT_ONCE)

    async def survives(place: str, turn: int) -> None:
        async with slots, FakeZalo(hurry=HURRY) as zalo:
            program = program_for(zalo, tmp_path / place, pack)
            phone = zalo.phone()
            async with kept_alive(program, f"{place}:kill@{turn}") as deaths:
                await zalo.point(program.url + PATH)
                said = await signs_up(program, phone, one)
                await until_settled(program)
            assert deaths == [KILLED], place
            assert CODE.search(said.text), place
            await nothing_is_lost(program, phone, one, place)

    async with asyncio.TaskGroup() as talks:
        for turn, place in enumerate((*TURN, *OUTBOX), 2):
            talks.create_task(survives(place, turn))


@pytest.mark.timeout(120)
@pytest.mark.parametrize("early", [False, True])
async def test_what_arrived_and_was_seen_is_written_down(
    tmp_path: Path, pack: Path, *, early: bool
) -> None:
    """Be it that Zalo tells of it at once, or when the program has long known the message."""
    arrived = "outbox WHERE delivered_at IS NOT NULL AND seen_at IS NOT NULL"
    async with FakeZalo(receipts=early) as zalo:
        program, phone = program_for(zalo, tmp_path / "here", pack), zalo.phone()

        async def written() -> bool:
            return await tables.count(program.database, arrived) == 2

        async with program.serving():
            await zalo.point(program.url + PATH)
            await does(program, phone, "/start")
            await does(program, phone, "điều kiện")
            phone.sees()
            await zalo.delivery.settled()
            await until(written, PATIENCE)
        assert await tables.count(program.database, "inbox") == 2


@pytest.mark.timeout(120)
async def test_while_staff_answer_in_zalos_own_console_the_bot_is_silent(
    tmp_path: Path, pack: Path
) -> None:
    async with FakeZalo() as zalo:
        program = program_for(zalo, tmp_path / "here", pack)
        phone, other = zalo.phone(), zalo.phone(name="Mỷ")
        async with program.serving():
            await zalo.point(program.url + PATH)
            await does(program, phone, "/start")
            zalo.staff_says(phone, "Chào chị, em là Hoa ở Sở.")
            assert "Hoa" in (await phone.reads(PATIENCE)).text
            await zalo.delivery.settled()
            phone.says("dạ em hỏi giá máy dệt")
            await zalo.delivery.settled()
            await does(
                program, other, "/start"
            )  # whoever comes later is answered, so nothing is on its way
            silent = phone.read_already()
            back = await does(program, phone, "/menu")

    assert silent == []
    assert back.text
