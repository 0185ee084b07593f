"""
Every conversation in `tests/talks` goes as it is written, on every channel.

The program itself serves all its channels at once; one person on each of them says the same line at
the same minute. What is read must be the script's words, and its choices as buttons or numbered.
"""

from __future__ import annotations

import asyncio
import re
import sys
from asyncio import FIRST_COMPLETED
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from bot.app import run
from bot.channels import zalo_bot_webhook, zalo_oa_webhook
from bot.settings import OWN_PACK, read_settings
from bot.talks import AT, BEGINNING, Exchange, read_script
from content.load import load
from handlers.days import VIETNAM
from tests.channels.rig import Read
from tests.channels.talkers import (
    OnTelegram,
    OnTheBotPlatform,
    OnTheWeb,
    OnZalo,
    Talker,
    passes_time,
)
from tests.fakes import telegram_server, zalo_bot_server, zalo_server
from tests.fakes.telegram_server import FakeTelegram
from tests.fakes.zalo_bot_server import FakeZaloBot
from tests.fakes.zalo_server import FakeZalo
from tests.test_talks import ROOT, TALKS
from tests.web.house import Browser
from tests.whole.program import PATIENCE, free_port
from tests.whole.reading import CODE

MINUTE = timedelta(minutes=1)
TICKET = re.compile(r"\n+Vé có mã QR[^\n]*")
"""The way to a ticket's page, which a terminal does not have."""

NOT_FROM_A_PAGE = {"nhan-dan-vi-tri", "tin-nhan-thoai"}
"""Talks about stickers and voice notes, which the page cannot send; each channel's tests do."""

OF_TWO_PHONES = {"nhan-ve-ghi-danh"}
"""A talk between two people's phones: `tests/whole/test_helping.py` has it over HTTP."""

EVERYWHERE = [talk for talk in TALKS if talk.stem not in NOT_FROM_A_PAGE | OF_TWO_PHONES]


@dataclass(frozen=True, slots=True)
class Site:
    """Where the program serves."""

    url: str

    @property
    def origin(self) -> str:
        return self.url


@asynccontextmanager
async def talkers(folder: Path) -> AsyncIterator[dict[str, Talker]]:
    """The program, and a person on each of its channels."""
    site = Site(f"http://127.0.0.1:{free_port()}")
    async with AsyncExitStack() as opened:
        telegram = await opened.enter_async_context(FakeTelegram())
        zalo = await opened.enter_async_context(FakeZalo())
        platform = await opened.enter_async_context(FakeZaloBot())
        telegram.bot()
        await opened.enter_async_context(serving(folder, site, telegram, zalo, platform))
        await zalo.point(site.url + zalo_oa_webhook.PATH)
        await platform.point(site.url + zalo_bot_webhook.PATH)
        browser = await opened.enter_async_context(Browser(site))
        window = await opened.enter_async_context(browser.open())
        yield {
            "telegram": OnTelegram(telegram.phone()),
            "zalo_oa": OnZalo(zalo.phone()),
            "zalo_bot": OnTheBotPlatform(platform.phone()),
            "web": OnTheWeb(browser, window),
        }


@asynccontextmanager
async def serving(
    folder: Path, site: Site, telegram: FakeTelegram, zalo: FakeZalo, platform: FakeZaloBot
) -> AsyncIterator[None]:
    """The program as it is put together, in this process, whose clock stands where we set it."""
    settings = read_settings(
        {
            "BOT_PORT": site.url.rpartition(":")[2],
            "BOT_PUBLIC_URL": site.url,
            "BOT_DATA_DIR": str(folder),
            "BOT_TELEGRAM_TOKEN": telegram_server.TOKEN,
            "BOT_TELEGRAM_API": telegram.url,
            "BOT_TELEGRAM_MODE": "webhook",
            "BOT_TELEGRAM_SECRET": "a-secret-of-the-tests",
            "BOT_ZALO_OA_ID": zalo_server.OA_ID,
            "BOT_ZALO_APP_ID": zalo_server.APP_ID,
            "BOT_ZALO_APP_SECRET": zalo_server.APP_SECRET,
            "BOT_ZALO_OA_SECRET_KEY": zalo_server.OA_SECRET,
            "BOT_ZALO_REFRESH_TOKEN": zalo.issue_refresh_token(),
            "BOT_ZALO_API": zalo.url,
            "BOT_ZALO_OAUTH_API": zalo.oauth_url,
            "BOT_ZALO_BOT_TOKEN": zalo_bot_server.TOKEN,
            "BOT_ZALO_BOT_API": platform.url,
            "BOT_ZALO_BOT_MODE": "webhook",
            "BOT_ZALO_BOT_SECRET": zalo_bot_server.SECRET,
        }
    )
    stop, ready = asyncio.Event(), asyncio.Event()
    book = load(OWN_PACK, demo=True)
    program = asyncio.create_task(
        run(settings, book, stop, lambda _: ready.set(), alone=True), name="program"
    )
    try:
        begun = asyncio.create_task(ready.wait())
        await asyncio.wait({program, begun}, timeout=PATIENCE, return_when=FIRST_COMPLETED)
        assert begun.done(), "the program does not serve"
        yield
    finally:
        stop.set()
        await program


@pytest.mark.timeout(120)
@pytest.mark.parametrize("talk", EVERYWHERE, ids=lambda path: path.stem)
async def test_a_talk_goes_as_written_on_every_channel(talk: Path, tmp_path: Path) -> None:
    with time_machine.travel(BEGINNING, tick=False) as clock:
        async with talkers(tmp_path) as people:
            for exchange in read_script(talk.read_text("utf-8")):
                clock.move_to(moment_of(exchange, datetime.now(VIETNAM)))
                if exchange.answer or not passes_time(exchange.said):
                    said = (goes_as_written(who, one, exchange) for who, one in people.items())
                    await asyncio.gather(*said)


async def goes_as_written(who: str, one: Talker, exchange: Exchange) -> None:
    """Say the line, if it is anybody's, and read what the script says that comes of it."""
    done = passes_time(exchange.said) or await one.does(exchange.said)
    if not done or not exchange.answer:
        return
    where, wanted = f"{who}, line {exchange.number}: {exchange.said}", as_written(exchange)
    read = await one.reads()
    while len(read.text) < len(shown(wanted, read)):  # a long message comes in parts
        try:
            more = await one.reads()
        except TimeoutError:
            break
        read = Read(f"{read.text}\n\n{more.text}", more.labels)
    expected, text = shown(wanted, read), TICKET.sub("", CODE.sub("###", read.text))
    assert text[: len(expected)] == expected, where
    assert "\n" not in text.removeprefix(expected).strip(), f"{where}: more than the ways"


def as_written(exchange: Exchange) -> Read:
    """An answer as it stands in the script: its words, and its choices."""
    choices = [line for line in exchange.answer if line.startswith("[") and line.endswith("]")]
    words = "\n".join(line for line in exchange.answer if line not in choices)
    return Read(CODE.sub("###", words), tuple(line[1:-1] for line in choices))


def shown(wanted: Read, read: Read) -> str:
    """The words that must be read: with the choices in them, where those are no buttons."""
    if read.labels[: len(wanted.labels)] == wanted.labels:
        return wanted.text
    numbered = [f"{number}. {label}" for number, label in enumerate(wanted.labels, 1)]
    return "\n".join([wanted.text, "", *numbered])


def moment_of(exchange: Exchange, now: datetime) -> datetime:
    """When a line is said: a minute after the one before, or when it says itself."""
    if jump := AT.fullmatch(exchange.said):
        return datetime.fromisoformat(jump[1]).replace(tzinfo=VIETNAM)
    return now + MINUTE


@pytest.mark.parametrize("talk", TALKS, ids=lambda path: path.stem)
async def test_a_talk_goes_as_written_in_a_terminal(talk: Path) -> None:
    words = ("-m", "bot", "talk", "--script", str(talk))
    process = await asyncio.create_subprocess_exec(
        sys.executable, *words, cwd=ROOT, stdout=PIPE, stderr=STDOUT
    )
    said, _ = await process.communicate()

    assert process.returncode == 0, said.decode()
