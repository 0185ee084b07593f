"""Our bot with all that belongs to it: where its updates go, and what Zalo says of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from bot.channels import watching
from bot.channels.zalo_bot_account import Sight, ZaloBotAccount, look
from bot.channels.zalo_bot_webhook import PATH, ZaloBotWebhook
from bot.settings import Settings, read_settings
from tests.fakes.zalo_bot_server import TOKEN, FakeZaloBot
from tests.fakes.zalo_faults import Fault
from tests.telegram.serving import NOON, Ear
from tests.whole.until import until
from tests.zalo_bot.serving import ACCOUNT, serving

SECRETS = "old-secret,new-secret"


def settings_for(zalo: FakeZaloBot, **more: str) -> Settings:
    return read_settings(
        {
            "BOT_PUBLIC_URL": "http://127.0.0.1:1",
            "BOT_ZALO_BOT_TOKEN": TOKEN,
            "BOT_ZALO_BOT_API": zalo.url,
            "BOT_ZALO_BOT_MODE": "webhook",
            "BOT_ZALO_BOT_SECRET": SECRETS,
        }
        | more
    )


@pytest.fixture(autouse=True)
def _looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "LOOK_SECONDS", 0.02)


@asynccontextmanager
async def kept_up(settings: Settings) -> AsyncIterator[ZaloBotAccount]:
    """An account that looks after its webhook."""
    account = ZaloBotAccount(settings)
    async with account.channel:
        task = asyncio.create_task(account.keep_up())
        try:
            yield account
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


def told(zalo: FakeZaloBot, method: str) -> int:
    return sum(call.method == method for call in zalo.calls)


OURS = f"http://127.0.0.1:1{PATH}"
"""An address of ours where nobody answers, so that Zalo cannot verify it."""

POLLING = {"BOT_ZALO_BOT_MODE": "polling", "BOT_ZALO_BOT_SECRET": ""}


async def test_the_webhook_is_pointed_at_us_with_the_newer_secret(zalo: FakeZaloBot) -> None:
    async with kept_up(settings_for(zalo)) as account:
        await until(lambda: zalo.bot.webhook)

    assert zalo.bot.webhook["url"] == OURS
    assert zalo.bot.secret == "new-secret"
    assert [route.path for route in account.routes(Ear().hear)] == [PATH]


async def test_a_webhook_that_somebody_moved_is_moved_back(zalo: FakeZaloBot, ear: Ear) -> None:
    webhook = ZaloBotWebhook(ACCOUNT, ["new-secret"], ear.hear, lambda: NOON)
    async with serving(webhook) as ours:
        settings = settings_for(zalo, BOT_PUBLIC_URL=ours.removesuffix(PATH))
        async with kept_up(settings):
            await until(lambda: told(zalo, "getWebhookInfo") >= 2)
            assert told(zalo, "setWebhook") == 1

            await zalo.point("http://127.0.0.1:2/elsewhere")
            await until(lambda: zalo.bot.webhook["url"] == ours)
            zalo.bot.point("", "")
            await until(lambda: zalo.bot.webhook)

            zalo.phone().says("một")
            await until(lambda: ear.heard)

    assert zalo.bot.webhook["url"] == ours


async def test_an_address_that_zalo_cannot_verify_is_said_once_and_told_again(
    zalo: FakeZaloBot, caplog: pytest.LogCaptureFixture
) -> None:
    async with kept_up(settings_for(zalo)):
        await until(lambda: told(zalo, "setWebhook") >= 3)

    assert caplog.text.count("cannot verify the webhook: the address answered 0") == 1


async def test_a_zalo_that_does_not_answer_is_said_once_and_found_again(
    zalo: FakeZaloBot, caplog: pytest.LogCaptureFixture
) -> None:
    good = '{"ok":true,"result":{"url":"x","verification":{"ok":true}}}'
    zalo.faults.add(Fault("setWebhook", status=502, times=3))
    zalo.faults.add(Fault("setWebhook", status=200, body=good))
    async with kept_up(settings_for(zalo)):
        await until(lambda: "all is well again" in caplog.text)

    assert caplog.text.count("zalo_bot: 502") == 1
    assert TOKEN.partition(":")[2] not in caplog.text


async def test_where_we_do_not_know_our_address_nothing_is_told(zalo: FakeZaloBot) -> None:
    async with kept_up(settings_for(zalo, BOT_PUBLIC_URL="")):
        await asyncio.sleep(0.1)

    assert not zalo.calls


async def test_a_webhook_that_silences_polling_is_removed_and_said(
    zalo: FakeZaloBot, caplog: pytest.LogCaptureFixture
) -> None:
    ear = Ear()
    settings = settings_for(zalo, **POLLING)
    async with kept_up(settings) as account:
        listening = asyncio.create_task(account.listen(ear.hear))
        await until(lambda: told(zalo, "deleteWebhook"))
        await zalo.point("http://127.0.0.1:2/elsewhere")
        await until(lambda: not zalo.bot.webhook)
        zalo.phone().says("một")
        await until(lambda: ear.heard)
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        assert account.routes(ear.hear) == []

    assert "a webhook was set elsewhere" in caplog.text


async def test_with_a_webhook_nothing_is_asked_for(zalo: FakeZaloBot) -> None:
    account = ZaloBotAccount(settings_for(zalo))
    async with account.channel:
        await account.listen(Ear().hear)

    assert not zalo.calls


async def test_a_photo_is_fetched(zalo: FakeZaloBot) -> None:
    zalo.phone().sends_photo(b"\xff\xd8 photo")
    [path] = zalo.bot.media

    account = ZaloBotAccount(settings_for(zalo))
    async with account.channel:
        assert await account.fetch(f"{zalo.url}/{path}") == b"\xff\xd8 photo"


async def test_a_look_says_who_we_are_and_where_updates_go(zalo: FakeZaloBot) -> None:
    assert await look(settings_for(zalo)) == Sight("Bot made up", "")

    await zalo.point("http://127.0.0.1:1/x")

    assert await look(settings_for(zalo)) == Sight("Bot made up", "http://127.0.0.1:1/x")


@pytest.mark.parametrize(
    ("answer", "name"),
    [
        ('{"account_name":"bot.x"}', "bot.x"),
        ('{"display_name":"","account_name":"bot.x"}', "bot.x"),
        ("{}", ""),
        ("[]", ""),
    ],
)
async def test_a_look_makes_do_with_what_it_is_told(
    zalo: FakeZaloBot, answer: str, name: str
) -> None:
    zalo.faults.add(Fault("getMe", status=200, body=f'{{"ok":true,"result":{answer}}}'))

    assert await look(settings_for(zalo)) == Sight(name)


async def test_a_look_says_what_is_wrong_and_no_secret(zalo: FakeZaloBot) -> None:
    zalo.revoke()

    assert await look(settings_for(zalo)) == Sight(trouble="Denied: 401 Unauthorized")
