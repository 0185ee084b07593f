"""Asking for updates: the offset follows what was stored, through crashes, rivals and silence."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.channels.base import Incoming
from bot.channels.telegram import Telegram
from bot.channels.telegram_polling import TelegramPolling
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.polling import asking, noted_rests, texts
from tests.telegram.serving import NOON, Ear, Left
from tests.whole.until import until

WAIT = 5


@pytest.fixture
def ear() -> Ear:
    return Ear()


def polling(channel: Telegram, ear: Ear) -> TelegramPolling:
    return TelegramPolling(channel, ear.hear, lambda: NOON, WAIT, lambda: 0.0)


def offsets(telegram: FakeTelegram) -> list[int]:
    return [
        int(call.parameters["offset"]) for call in telegram.calls if call.method == "getupdates"
    ]


async def test_what_people_say_is_heard_and_not_answerable_in_place(
    telegram: FakeTelegram, channel: Telegram, ear: Ear
) -> None:
    phone = telegram.phone()
    async with asking(polling(channel, ear)):
        phone.says("một")
        await until(lambda: ear.heard)
        phone.says("hai")
        await until(lambda: len(ear.heard) == 2)

    assert texts(ear) == ["một", "hai"]
    assert not ear.heard[0].answerable
    assert ear.heard[0].event.at.heard == NOON


async def test_the_offset_moves_past_what_was_stored(
    telegram: FakeTelegram, channel: Telegram, ear: Ear
) -> None:
    telegram.phone().says("một")
    async with asking(polling(channel, ear)):
        await until(lambda: len(ear.heard) == 1 and telegram.bot().last_update)
        telegram.phone().says("hai")
        await until(lambda: len(offsets(telegram)) > 1)

    assert offsets(telegram)[:2] == [0, int(ear.heard[0].update_key) + 1]


async def test_what_was_not_stored_is_asked_for_again_in_order(
    telegram: FakeTelegram, channel: Telegram, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One chat's second message must not overtake its first; other chats go on."""
    monkeypatch.setattr("bot.channels.asking.LONGEST_PAUSE", 0.05)
    mai, lan = telegram.phone(), telegram.phone()
    mai.says("một")
    mai.says("hai")
    lan.says("của Lan")
    ear.deaf = 1
    async with asking(polling(channel, ear)):
        await until(lambda: len(texts(ear)) >= 4)

    assert texts(ear) == ["của Lan", "một", "hai", "của Lan"]
    lans = [one for one in ear.heard if one.address == str(lan.id)]
    assert lans[0].update_key == lans[1].update_key


async def test_after_a_crash_the_same_updates_come_again_by_the_same_keys(
    telegram: FakeTelegram, channel: Telegram
) -> None:
    """The crash is between the commit and the next question, where the offset is still behind."""
    before, after = Ear(), Ear()
    stored = asyncio.Event()

    async def hear_and_crash(incoming: Incoming) -> Left:
        await before.hear(incoming)
        stored.set()
        await asyncio.Event().wait()  # killed here
        return Left()

    telegram.phone().says("một")
    async with asking(TelegramPolling(channel, hear_and_crash, lambda: NOON, WAIT)):
        await asyncio.wait_for(stored.wait(), 10)

    async with asking(polling(channel, after)):
        await until(lambda: after.heard)

    assert [one.update_key for one in after.heard] == [one.update_key for one in before.heard]


async def test_a_webhook_is_removed_first_and_its_updates_are_kept(
    telegram: FakeTelegram, channel: Telegram, ear: Ear
) -> None:
    await channel.call("setWebhook", {"url": "http://127.0.0.1:1/", "drop_pending_updates": True})
    telegram.phone().says("một")
    async with asking(polling(channel, ear)):
        await until(lambda: ear.heard)

    assert telegram.bot().webhook is None


async def test_a_webhook_set_by_somebody_else_meanwhile_is_removed_again(
    telegram: FakeTelegram, channel: Telegram, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.channels.asking.LONGEST_PAUSE", 0.05)
    async with asking(polling(channel, ear)):
        await until(lambda: offsets(telegram) or len(telegram.calls) == 1)
        await channel.call("setWebhook", {"url": "http://127.0.0.1:1/"})
        telegram.phone().says("một")
        await until(lambda: ear.heard)

    assert texts(ear) == ["một"]


async def test_two_who_ask_take_turns_and_say_so(
    telegram: FakeTelegram,
    channel: Telegram,
    ear: Ear,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with (
        Telegram(TOKEN, telegram.url) as rival,
        asking(polling(channel, ear)),
        asking(polling(rival, ear)),
    ):
        await until(lambda: caplog.text)
        telegram.phone().says("một")
        await until(lambda: ear.heard)

    refused = [call for call in telegram.calls if call.status == 409]
    assert "polling waits: Conflict" in caplog.text
    assert len(refused) <= 4
    assert set(texts(ear)) == {"một"}


NOT_FOUND = '{"ok":false,"description":"Not Found"}'
TROUBLES = [
    Fault("getUpdates", status=502, times=2),
    Fault("getUpdates", cut="before", times=2),
    Fault("getUpdates", cut="inside"),
    Fault("getUpdates", retry_after=1),
    Fault("getUpdates", status=200, body="<html>"),
    Fault("getUpdates", status=200, body='{"ok":true,"result":{}}'),
    Fault("getUpdates", status=200, body='{"ok":true,"result":[7,null,{"update_id":true}]}'),
    Fault("deleteWebhook", status=502, times=2),
    Fault("deleteWebhook", status=404, body=NOT_FOUND, times=10**6),
]


@pytest.mark.parametrize("trouble", range(len(TROUBLES)))
async def test_trouble_is_waited_out(
    telegram: FakeTelegram,
    channel: Telegram,
    ear: Ear,
    trouble: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.channels.asking.LONGEST_PAUSE", 0.05)
    telegram.faults.add(replace(TROUBLES[trouble]))
    telegram.phone().says("một")
    async with asking(polling(channel, ear)):
        await until(lambda: ear.heard)

    assert texts(ear) == ["một"]


async def test_a_revoked_token_is_asked_about_ever_more_rarely(
    telegram: FakeTelegram,
    channel: Telegram,
    ear: Ear,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    telegram.revoke()
    poller = TelegramPolling(channel, ear.hear, lambda: NOON, WAIT, lambda: 0.5)
    rests = noted_rests(monkeypatch)
    async with asking(poller):
        await until(lambda: len(rests) >= 9)

    assert rests[:9] == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert caplog.text.count("polling waits") == 1


async def test_our_own_mistake_does_not_end_the_asking(
    telegram: FakeTelegram,
    channel: Telegram,
    ear: Ear,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("bot.channels.asking.LONGEST_PAUSE", 0.05)
    broken = [LookupError("our mistake")]

    async def hear(incoming: Incoming) -> Left:
        if broken:
            raise broken.pop()
        return await ear.hear(incoming)

    telegram.phone().says("một")
    async with asking(TelegramPolling(channel, hear, lambda: NOON, WAIT)):
        await until(lambda: ear.heard)

    assert "our mistake" in caplog.text


@pytest.mark.parametrize("method", ["getUpdates", "deleteWebhook"])
async def test_a_pause_that_telegram_asks_for_is_kept_and_no_trouble(
    telegram: FakeTelegram,
    channel: Telegram,
    ear: Ear,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    method: str,
) -> None:
    rests = noted_rests(monkeypatch)
    telegram.faults.add(Fault(method, retry_after=7))
    telegram.phone().says("một")
    async with asking(polling(channel, ear)):
        await until(lambda: ear.heard)

    assert rests.count(7) == 1
    assert not caplog.messages


async def test_a_silent_line_is_no_trouble_and_tried_again_at_once(
    telegram: FakeTelegram,
    channel: Telegram,
    ear: Ear,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("bot.channels.telegram.SECONDS", -WAIT + 0.2)
    telegram.faults.add(Fault("getUpdates", hang=True))
    async with asking(polling(channel, ear)):
        await until(lambda: len(offsets(telegram)) == 1)
        telegram.phone().says("một")
        await until(lambda: ear.heard)

    assert texts(ear) == ["một"]
    assert not caplog.messages


async def test_what_is_not_for_us_is_counted_and_passed(
    telegram: FakeTelegram, channel: Telegram, ear: Ear
) -> None:
    account = telegram.bot()
    account.push("message", "chat -5", {"chat": {"id": -5, "type": "group"}, "text": "chào"})
    telegram.phone().says("một")
    poller = polling(channel, ear)
    async with asking(poller):
        await until(lambda: ear.heard)
        telegram.phone().says("hai")
        await until(lambda: len(ear.heard) == 2)

    assert poller.counts == {"ignored group": 1}
    assert not list(account.waiting())[:-1]


async def test_a_tap_is_answered_after_it_was_heard(
    telegram: FakeTelegram, channel: Telegram, ear: Ear
) -> None:
    phone = telegram.phone()
    async with asking(polling(channel, ear)):
        phone.forges("go/back")
        await until(lambda: phone.spinning == 0)

    assert ear.heard[0].tap


async def test_a_server_that_does_not_wait_is_not_hammered(
    telegram: FakeTelegram, channel: Telegram, ear: Ear
) -> None:
    telegram.faults.add(Fault("getUpdates", status=200, body='{"ok":true,"result":[]}', times=1000))
    async with asking(polling(channel, ear)):
        await asyncio.sleep(0.8)

    assert 1000 - 4 <= telegram.faults.left() < 1000
