"""The account as the program takes it: its addresses, its files, and what it says of itself."""

from __future__ import annotations

import asyncio
import io
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import aiohttp
import pytest
from PIL import Image

from bot.channels import watching
from bot.channels.zalo_oa_account import PICTURE_PATH, ZaloOAAccount
from bot.channels.zalo_oa_webhook import PATH
from bot.keeping import Missing
from bot.log import redact
from handlers.events import SentMedia
from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_server import FakeZalo
from tests.served import served
from tests.whole.until import until
from tests.zalo_oa.house import the_settings
from tests.zalo_oa.messages import outgoing
from tests.zalo_oa.serving import ACCOUNT, Ear, Notebook, Purse, fresh, unwritten


@pytest.fixture
async def account(zalo: FakeZalo, notebook: Notebook) -> AsyncIterator[ZaloOAAccount]:
    account = ZaloOAAccount(the_settings(zalo), Purse(zalo), fresh(), unwritten(), notebook)
    async with account.channel:
        yield account


async def test_what_is_said_at_zalo_is_heard_and_answered(
    zalo: FakeZalo, account: ZaloOAAccount, ear: Ear, notebook: Notebook
) -> None:
    phone = zalo.phone()
    async with served(account.routes(ear.hear)) as url:
        await zalo.point(url + PATH)
        phone.starts()
        await zalo.delivery.settled()
        await account.channel.send(outgoing(phone.id))
        await zalo.delivery.settled()

    assert [one.account for one in ear.heard] == [ACCOUNT]
    assert (await phone.reads()).text == "Chào"
    assert {note[0] for note in notebook.notes} == {"echo", "arrived"}


async def test_the_picture_of_the_form_is_where_zalo_is_told_that_it_is(
    account: ZaloOAAccount, ear: Ear
) -> None:
    async with (
        served(account.routes(ear.hear)) as url,
        aiohttp.ClientSession() as session,
        session.get(url + PICTURE_PATH) as response,
    ):
        assert response.content_type == "image/png"
        assert Image.open(io.BytesIO(await response.read())).size == (600, 300)


async def test_a_photo_is_fetched_from_where_zalo_keeps_it(
    zalo: FakeZalo, account: ZaloOAAccount, ear: Ear
) -> None:
    async with served(account.routes(ear.hear)) as url:
        await zalo.point(url + PATH)
        zalo.phone().sends_photo(b"a jpeg")
        await zalo.delivery.settled()
    event = ear.heard[0].event
    assert isinstance(event, SentMedia)

    assert await account.fetch(event.remote) == b"a jpeg"


@pytest.mark.parametrize(
    "remote",
    [
        "https://example.org/a.jpg",
        "https://zdn.vn.example.org/a.jpg",
        "https://user@f1.zdn.vn/a.jpg",
        "http://127.0.0.1:1/a.jpg",
        "file:///etc/passwd",
        "",
    ],
)
async def test_nothing_is_fetched_from_elsewhere(account: ZaloOAAccount, remote: str) -> None:
    with pytest.raises(Missing) as missing:
        await account.fetch(remote)

    assert not missing.value.again


async def test_a_redirect_is_followed_within_zalo(zalo: FakeZalo, account: ZaloOAAccount) -> None:
    there = zalo.official.serve(b"a jpeg", "jpg")
    zalo.official.moved |= {"media/here": "/media/next", "media/next": f"{zalo.url}/{there}"}

    assert await account.fetch(f"{zalo.url}/media/here") == b"a jpeg"


@pytest.mark.parametrize(
    ("target", "again"),
    [
        ("https://example.org/a.jpg", False),
        ("http://127.0.0.1:1/a.jpg", False),
        ("http://[", True),
        ("", True),
        ("/media/here", True),  # round and round
    ],
)
async def test_a_redirect_is_not_followed_elsewhere(
    zalo: FakeZalo, account: ZaloOAAccount, target: str, again: bool
) -> None:
    zalo.official.moved["media/here"] = target

    with pytest.raises(Missing) as missing:
        await account.fetch(f"{zalo.url}/media/here")

    assert missing.value.again == again


@asynccontextmanager
async def kept_up(account: ZaloOAAccount) -> AsyncIterator[None]:
    looking = asyncio.create_task(account.keep_up())
    try:
        yield
    finally:
        looking.cancel()
        await asyncio.gather(looking, return_exceptions=True)


TROUBLES: dict[str, tuple[Callable[[FakeZalo], object], str]] = {
    "no answer": (
        lambda zalo: zalo.faults.add(Fault("v2.0/oa/getoa", times=3, status=503)),
        "no answer: status 503",
    ),
    "a refusal": (
        lambda zalo: zalo.faults.add(Fault("v2.0/oa/getoa", times=3, error=-204)),
        "error -204",
    ),
}


@pytest.mark.parametrize("name", TROUBLES)
async def test_trouble_is_said_once_and_so_is_its_end(
    zalo: FakeZalo,
    account: ZaloOAAccount,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(watching, "LOOK_SECONDS", 0.01)
    cause, words = TROUBLES[name]
    cause(zalo)

    async with kept_up(account):
        await until(lambda: "all is well" in caplog.text, 10)

    assert caplog.messages == [f"{ACCOUNT}: {words}", f"{ACCOUNT}: all is well again"]


async def test_a_token_of_another_account_is_said_to_be_one(
    zalo: FakeZalo, notebook: Notebook, caplog: pytest.LogCaptureFixture
) -> None:
    settings = the_settings(zalo, BOT_ZALO_OA_ID="42")
    account = ZaloOAAccount(settings, Purse(zalo), fresh(), unwritten(), notebook)
    async with account.channel, kept_up(account):
        await until(lambda: bool(caplog.messages), 10)

    assert caplog.messages == ["zalo_oa:42: the token is another account's"]


async def test_an_account_without_a_token_is_said_to_have_none(
    zalo: FakeZalo, notebook: Notebook, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    purse = Purse(zalo, spare=0)
    zalo.kill_token()
    account = ZaloOAAccount(the_settings(zalo), purse, fresh(), unwritten(), notebook)
    async with account.channel, kept_up(account):
        await until(lambda: bool(caplog.messages), 10)

    assert [redact(line) for line in caplog.messages] == [f"{ACCOUNT}: no token (dead)"]
