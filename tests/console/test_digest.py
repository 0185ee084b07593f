"""Staff are told in the morning and at midday what waits: by e-mail, or in a chat of their own."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_string
from email.policy import default

import pytest

from bot.digests import Teller, part_of, tell_staff
from bot.mail import Mail
from storage.digests import Part
from tests.book import the_book
from tests.console.inbox import INBOX
from tests.console.office import Desk, Office
from tests.console.producers import TEA_MAKER, Producer, Village

HERE = f"{INBOX}/digest"
MONDAY = datetime(2026, 11, 23, 0, 45, tzinfo=UTC)
LINK = "https://bot.tuyenquang.example"


@dataclass(slots=True)
class MailServer:
    """A made-up mail server, which may take nothing."""

    letters: list[str] = field(default_factory=list)
    refuses: bool = False
    port: int = 0

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        while line := (await reader.readline()).decode().strip().upper():
            if line.startswith("DATA"):
                writer.write(b"354 go on\r\n")
                self.letters.append((await reader.readuntil(b"\r\n.\r\n")).decode())
                writer.write(b"250 taken\r\n")
            elif line.startswith("QUIT"):
                writer.write(b"221 bye\r\n")
                break
            else:
                refused = self.refuses and line.startswith("MAIL")
                writer.write(b"451 later\r\n" if refused else b"250 fine\r\n")
        await writer.drain()
        writer.close()

    @property
    def texts(self) -> list[str]:
        return [message_from_string(one, policy=default).get_content() for one in self.letters]


@pytest.fixture
async def post() -> AsyncIterator[MailServer]:
    one = MailServer()
    async with await asyncio.start_server(one.talk, "127.0.0.1", 0) as server:
        one.port = server.sockets[0].getsockname()[1]
        yield one


@asynccontextmanager
async def teller(office: Office, post: MailServer) -> AsyncIterator[Teller]:
    mail = Mail("127.0.0.1", post.port, "", "", "bot@so.example", "none")
    yield Teller(office.engine, office.reader, the_book, office.parts.hear, mail, LINK)


async def wants(desk: Desk, email: str, *parts: str) -> None:
    kept = await desk.does(HERE, email=email, **{f"parts-{part}": "on" for part in parts})
    assert kept.status == 303


async def test_counts_and_a_link_come_by_e_mail_once_a_day(
    office: Office, desk: Desk, weaver: Producer, post: MailServer
) -> None:
    await wants(desk, "hoa@so.example", "morning")
    async with teller(office, post) as one:
        for minutes in (0, 1, 60):
            await tell_staff(one, MONDAY + timedelta(minutes=minutes))
        await tell_staff(one, MONDAY + timedelta(hours=5, minutes=30))

    (text,) = post.texts
    assert "1 yêu cầu gặp cán bộ đang chờ" in text
    assert f"{LINK}{INBOX}" in text
    assert "Vàng" not in text
    assert "To: hoa@so.example" in post.letters[0]


async def test_many_processes_tell_somebody_once(
    office: Office, desk: Desk, weaver: Producer, post: MailServer
) -> None:
    await wants(desk, "hoa@so.example", "midday")
    async with teller(office, post) as one, teller(office, post) as other:
        at = MONDAY + timedelta(hours=6)
        await asyncio.gather(*(tell_staff(each, at) for each in (one, other, one)))

    assert len(post.letters) == 1


async def test_a_mail_server_that_takes_nothing_is_asked_again(
    office: Office, desk: Desk, weaver: Producer, post: MailServer
) -> None:
    await wants(desk, "hoa@so.example", "morning")
    post.refuses = True
    async with teller(office, post) as one:
        await tell_staff(one, MONDAY)
        post.refuses = False
        await tell_staff(one, MONDAY + timedelta(minutes=1))

    assert len(post.letters) == 1


async def test_where_nothing_waits_nobody_is_told(
    office: Office, desk: Desk, post: MailServer
) -> None:
    await wants(desk, "hoa@so.example", "morning", "midday")
    async with teller(office, post) as one:
        await tell_staff(one, MONDAY)

    assert post.letters == []


async def test_an_officer_is_told_of_own_communes(
    village: Village, office: Office, post: MailServer
) -> None:
    for maker in (None, TEA_MAKER, TEA_MAKER):
        producer = await (village.registered(maker) if maker else village.registered())
        await producer.asks("Em hỏi với ạ")
    async with Desk(office) as officer, teller(office, post) as one:
        await officer.logs_in("Cán bộ xã", "officer", "00901")
        await wants(officer, "xa@so.example", "morning")
        await tell_staff(one, MONDAY)

    (text,) = post.texts
    assert "1 yêu cầu gặp cán bộ đang chờ" in text


async def test_a_code_said_in_a_chat_makes_it_ones_own(
    village: Village, office: Office, desk: Desk, weaver: Producer, post: MailServer
) -> None:
    page = await desk.does(f"{HERE}/code")
    (code,) = re.findall(r"NV (\d{4} \d{4})", page.text)
    phone = village.somebody("telegram:1")
    await phone.says("nv 0000 0000")
    wrong = phone.heard
    await phone.says(f"NV {code}")
    right = phone.heard
    await village.somebody("telegram:1").says(f"NV {code}")
    async with teller(office, post) as one:
        await tell_staff(one, MONDAY)
        await tell_staff(one, MONDAY + timedelta(minutes=1))
    shown = await desk.get(HERE)
    await desk.does(f"{HERE}/forget")

    assert "không dùng được" in wrong
    assert "cán bộ Nông Thị Hoa" in right
    assert "trên Telegram" in shown.text
    (told,) = await phone.told()
    assert "1 yêu cầu gặp cán bộ đang chờ" in told
    assert f"{LINK}{INBOX}" in told
    assert "trên Telegram" not in (await desk.get(HERE)).text


async def test_an_address_that_is_none_is_told_and_kept(desk: Desk) -> None:
    page = await desk.does(HERE, email="hoa ở sở", **{"parts-morning": "on"})

    assert page.status == 422
    assert "hoa ở sở" in page.text
    assert "Nhập địa chỉ e-mail" in page.text


@pytest.mark.parametrize(
    ("hours", "part"),
    [(-0.5, None), (0, Part.MORNING), (2.5, Part.MORNING), (3, None), (5.5, Part.MIDDAY)],
)
def test_each_part_of_a_working_day_has_its_hours(hours: float, part: Part | None) -> None:
    monday, saturday = (MONDAY + timedelta(days=day, hours=hours) for day in (0, 5))

    assert part_of(monday) == (part, "2026-11-23")
    assert part_of(saturday)[0] is None
