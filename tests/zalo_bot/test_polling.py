"""Asking for updates: each is handed out once, so none in hand is let go before it is stored."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest

from bot.channels import zalo_bot_request
from bot.channels.base import Incoming
from bot.channels.zalo_bot import ZaloBot
from bot.channels.zalo_bot_polling import ZaloBotPolling
from tests.fakes.zalo_bot_account import BotRules
from tests.fakes.zalo_bot_server import FakeZaloBot
from tests.fakes.zalo_faults import Fault
from tests.polling import asking, noted_rests, texts
from tests.telegram.serving import NOON, Ear, Left
from tests.whole.until import until
from tests.zalo_bot import samples

WAIT = 5


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.asking.LONGEST_PAUSE", 0.05)


def polling(channel: ZaloBot, ear: Ear, wait: int = WAIT) -> ZaloBotPolling:
    return ZaloBotPolling(channel, ear.hear, lambda: NOON, wait, lambda: 0.0)


def asked(zalo: FakeZaloBot, method: str = "getUpdates") -> int:
    return sum(call.method == method for call in zalo.calls)


@pytest.mark.parametrize("listed", [False, True], ids=["one object", "a list"])
async def test_what_people_say_is_heard_one_after_the_other(
    zalo: FakeZaloBot, channel: ZaloBot, ear: Ear, listed: bool
) -> None:
    zalo.rules.listed = listed
    mai, lan = zalo.phone(), zalo.phone()
    async with asking(polling(channel, ear)):
        mai.says("một")
        lan.says("của Lan")
        await until(lambda: len(ear.heard) == 2)
        mai.says("hai")
        await until(lambda: len(ear.heard) == 3)

    assert texts(ear) == ["một", "của Lan", "hai"]
    assert [one.address for one in ear.heard] == [mai.id, lan.id, mai.id]
    assert ear.heard[0].event.at.heard == NOON
    assert not ear.heard[0].answerable


QUIET = {
    "408 under 200": BotRules(),
    "408": BotRules(statuses=True),
    "an empty object": BotRules(idle_empty=True),
    "an empty list": BotRules(idle_empty=True, listed=True),
}


@pytest.mark.parametrize("quiet", QUIET)
async def test_a_quiet_line_is_no_trouble_and_asked_again(
    zalo: FakeZaloBot,
    channel: ZaloBot,
    ear: Ear,
    caplog: pytest.LogCaptureFixture,
    quiet: str,
) -> None:
    zalo.bot.rules = QUIET[quiet]
    zalo.rules.statuses = QUIET[quiet].statuses

    def a_while_later() -> int:
        zalo.clock.advance(WAIT)
        return asked(zalo)

    async with asking(polling(channel, ear)):
        await until(a_while_later)
        zalo.phone().says("một")
        await until(lambda: ear.heard)

    assert not caplog.records


async def test_a_quiet_line_may_end_with_the_bare_status(
    zalo: FakeZaloBot, channel: ZaloBot, ear: Ear, caplog: pytest.LogCaptureFixture
) -> None:
    zalo.faults.add(Fault("getUpdates", status=408, body=""))
    zalo.phone().says("một")
    async with asking(polling(channel, ear)):
        await until(lambda: ear.heard)

    assert not caplog.records


async def test_one_question_is_asked_at_a_time_and_says_how_long_it_waits(
    zalo: FakeZaloBot, channel: ZaloBot, ear: Ear
) -> None:
    async with asking(polling(channel, ear)):
        zalo.phone().says("một")
        await until(lambda: ear.heard)
        await asyncio.sleep(0.1)

    assert asked(zalo) == 1  # the second waits, and is not answered yet
    assert [call.parameters for call in zalo.calls] == [{}, {"timeout": WAIT}]


async def test_what_was_not_stored_is_kept_and_heard_before_anything_else(
    zalo: FakeZaloBot, channel: ZaloBot, ear: Ear, caplog: pytest.LogCaptureFixture
) -> None:
    ear.deaf = 3
    phone = zalo.phone()
    phone.says("một")
    phone.says("hai")
    async with asking(polling(channel, ear)):
        await until(lambda: asked(zalo) == 1)
        await until(lambda: len(ear.heard) == 2)

    assert texts(ear) == ["một", "hai"]
    assert caplog.text.count("polling waits: NotStored") == 1


async def test_a_list_that_was_stored_in_part_goes_on_where_it_stopped(
    zalo: FakeZaloBot, channel: ZaloBot
) -> None:
    several = [samples.text(word, message_id=word) for word in ("một", "hai", "ba")]
    body = json.dumps({"ok": True, "result": several})
    zalo.faults.add(Fault("getUpdates", status=200, body=body))
    ear = Ear()

    async def hear(incoming: Incoming) -> Left:
        ear.deaf += len(texts(ear)) == 1 and not ear.deaf and broken.pop()
        return await ear.hear(incoming)

    broken = [0, 1]
    async with asking(ZaloBotPolling(channel, hear, lambda: NOON, WAIT, lambda: 0.0)):
        await until(lambda: len(ear.heard) == 3)

    assert texts(ear) == ["một", "hai", "ba"]


async def test_a_webhook_is_removed_first_and_what_waited_is_heard(
    zalo: FakeZaloBot, channel: ZaloBot, ear: Ear
) -> None:
    await channel.call("setWebhook", {"url": "http://127.0.0.1:1/", "secret_token": "a-secret"})
    async with asking(polling(channel, ear)):
        await until(lambda: not zalo.bot.webhook)
        zalo.phone().says("một")
        await until(lambda: ear.heard)

    assert texts(ear) == ["một"]


TROUBLES = [
    Fault("getUpdates", status=502, times=2),
    Fault("getUpdates", cut="before", times=2),
    Fault("getUpdates", error=429),
    Fault("getUpdates", error=500),
    Fault("getUpdates", status=200, body="<html>"),
    Fault("getUpdates", status=408, body=""),
    Fault("getUpdates", status=200, body='{"ok":true}'),
    Fault("getUpdates", status=200, body='{"ok":true,"result":{}}'),
    Fault("getUpdates", status=200, body='{"ok":true,"result":null}'),
    Fault("getUpdates", status=200, body='{"ok":true,"result":[7,null,{},{"event_name":true}]}'),
    Fault("deleteWebhook", status=502, times=2),
    Fault("deleteWebhook", error=500),
    Fault("deleteWebhook", error=404, times=10**6),
]


@pytest.mark.parametrize("trouble", range(len(TROUBLES)))
async def test_trouble_is_waited_out(
    zalo: FakeZaloBot, channel: ZaloBot, ear: Ear, trouble: int
) -> None:
    zalo.faults.add(replace(TROUBLES[trouble]))
    zalo.phone().says("một")
    async with asking(polling(channel, ear)):
        await until(lambda: ear.heard)

    assert texts(ear) == ["một"]


@pytest.mark.parametrize("cut", ["after", "inside"])
async def test_an_update_whose_answer_is_cut_is_lost_and_nothing_else(
    zalo: FakeZaloBot, channel: ZaloBot, ear: Ear, cut: str
) -> None:
    """What Zalo does not promise cannot be mended here; with a webhook it comes again."""
    zalo.faults.add(Fault("getUpdates", cut=cut))
    phone = zalo.phone()
    phone.says("một")
    phone.says("hai")
    async with asking(polling(channel, ear)):
        await until(lambda: ear.heard)

    assert texts(ear) == ["hai"]


async def test_a_token_that_was_reset_is_asked_about_ever_more_rarely(
    zalo: FakeZaloBot,
    channel: ZaloBot,
    ear: Ear,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    zalo.revoke()
    poller = ZaloBotPolling(channel, ear.hear, lambda: NOON, WAIT, lambda: 0.5)
    monkeypatch.setattr("bot.channels.asking.LONGEST_PAUSE", 60.0)
    rests = noted_rests(monkeypatch)
    async with asking(poller):
        await until(lambda: len([rest for rest in rests if rest >= 1]) >= 8)

    assert [rest for rest in rests if rest >= 1][:8] == [1, 2, 4, 8, 16, 32, 60, 60]
    assert caplog.text.count("polling waits: Denied 401") == 1


async def test_our_own_mistake_does_not_end_the_asking(
    zalo: FakeZaloBot, channel: ZaloBot, ear: Ear, caplog: pytest.LogCaptureFixture
) -> None:
    broken = [LookupError("our mistake")]

    async def hear(incoming: Incoming) -> Left:
        if broken:
            raise broken.pop()
        return await ear.hear(incoming)

    zalo.phone().says("một")
    async with asking(ZaloBotPolling(channel, hear, lambda: NOON, WAIT, lambda: 0.0)):
        await until(lambda: ear.heard)

    assert "our mistake" in caplog.text
    assert texts(ear) == ["một"]


async def test_a_silent_line_is_no_trouble_and_tried_again_at_once(
    zalo: FakeZaloBot,
    channel: ZaloBot,
    ear: Ear,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(zalo_bot_request, "SECONDS", 0.3)
    zalo.faults.add(Fault("getUpdates", delay=30))
    async with asking(polling(channel, ear, wait=0)):
        zalo.phone().says("một")
        await until(lambda: ear.heard)

    assert texts(ear) == ["một"]
    assert not caplog.messages


async def test_what_is_not_for_us_is_counted_and_passed(
    zalo: FakeZaloBot, channel: ZaloBot, ear: Ear
) -> None:
    phone = zalo.phone()
    phone.says_in_group("chào")
    phone.says("một")
    poller = polling(channel, ear)
    async with asking(poller):
        await until(lambda: ear.heard)

    assert poller.counts == {"ignored group": 1}
    assert texts(ear) == ["một"]


async def test_a_server_that_does_not_wait_is_not_hammered(
    zalo: FakeZaloBot, channel: ZaloBot, ear: Ear
) -> None:
    zalo.faults.add(Fault("getUpdates", status=200, body='{"ok":true,"result":{}}', times=1000))
    async with asking(polling(channel, ear)):
        await asyncio.sleep(0.8)

    assert 1000 - 4 <= zalo.faults.left() < 1000
