"""The talk of an open page: by socket and by long poll, once each, in every window."""

from __future__ import annotations

import asyncio
from pathlib import Path

import aiohttp
import pytest

from bot.channels import web_socket
from bot.channels.base import Incoming
from bot.turn import NotStored
from storage.hearing import Heard
from tests.web.house import Browser, Hear, House, new_id, opens


async def test_somebody_new_is_greeted_with_choices(browser: Browser) -> None:
    async with browser.open() as window:
        assert await window.hear() == {"kind": "talk", "whole": True, "lines": []}
        key = await window.send(kind="open")

        assert await window.until("taken") == {"kind": "taken", "id": key, "after": 0}
        line = await window.line()

    assert line["seq"] == 1
    assert line["text"]
    assert all(choice["label"] and choice["payload"] for choice in line["choices"])


async def test_a_message_is_acknowledged_only_after_the_commit(
    house: House, browser: Browser
) -> None:
    committed = asyncio.Event()

    async def slowly(hear: Hear, incoming: Incoming) -> Heard:
        heard = await hear(incoming)
        await committed.wait()
        return heard

    house.between = slowly
    async with browser.open() as window:
        await window.hear()
        await window.send(kind="open")
        first = await window.hear()
        committed.set()
        second = await window.hear()

    assert first["kind"] == "talk", "the reply may come before the acknowledgement"
    assert second["kind"] == "taken"


async def test_a_message_sent_again_is_taken_once(house: House, browser: Browser) -> None:
    key = new_id()
    async with browser.open() as window:
        await window.hear()
        await window.send(kind="open", id=key)
        await window.until("taken")
        await window.send(kind="open", id=key)
        again = await window.until("taken")
    by_post = await browser.say(kind="open", id=key)
    lines = (await browser.poll())[0]["lines"]

    assert again == by_post == {"kind": "taken", "id": key}
    assert [line["seq"] for line in lines] == [1]


async def test_a_tap_is_heard(browser: Browser) -> None:
    async with browser.open() as window:
        await window.hear()
        await window.send(kind="open")
        choice = (await window.line())["choices"][0]
        await window.send(kind="choose", **choice)

        assert (await window.line())["seq"] == 2


async def test_two_windows_show_one_talk(browser: Browser) -> None:
    async with browser.open() as one, browser.open() as two:
        await one.hear()
        await two.hear()
        key = await one.send(kind="say", text="xin chào")
        told = [await one.hear(), await one.hear()]

        mine = await two.hear()
        assert mine == {"kind": "mine", "id": key, "after": 0, "text": "xin chào"}
        assert await two.hear() in told
        assert {frame["kind"] for frame in told} == {"taken", "talk"}


async def test_a_tap_appears_in_the_other_window_as_its_label(browser: Browser) -> None:
    async with browser.open() as one, browser.open() as two:
        await two.hear()
        await one.send(kind="choose", payload="go/programme", label="Chương trình này là gì")

        assert (await two.hear())["text"] == "Chương trình này là gì"


async def test_nobody_hears_of_somebody_else_s_talk(house: House, browser: Browser) -> None:
    async with Browser(house) as other, other.open() as window, browser.open() as mine:
        await window.hear()
        await mine.send(kind="say", text="xin chào")
        await mine.line()
        await window.socket.send_json({"kind": "ping", "seen": 0})

        assert await window.hear() == {"kind": "pong"}


async def test_a_page_that_comes_back_hears_what_it_missed(browser: Browser) -> None:
    for text in ("một", "hai", "ba"):
        await browser.say(kind="say", text=text)

    async with browser.open(seen=1) as window:
        missed = await window.hear()

    assert missed["whole"] is False
    assert [line["seq"] for line in missed["lines"] if line["who"] == "bot"] == [2, 3]


async def test_a_ping_brings_what_got_lost_on_the_way(browser: Browser) -> None:
    await browser.say(kind="say", text="một")
    await browser.say(kind="say", text="hai")
    async with browser.open(seen=2) as window:
        await window.hear()
        await window.socket.send_json({"kind": "ping", "seen": 1})

        assert [line["seq"] for line in (await window.hear())["lines"]] == [2]
        assert await window.hear() == {"kind": "pong"}


async def test_only_the_newest_line_comes_back_with_its_buttons(browser: Browser) -> None:
    await browser.say(kind="open")
    await browser.say(kind="choose", payload="go/programme")

    (told,) = await browser.poll()
    buttons = [bool(line["choices"] or line["ways"]) for line in told["lines"]]

    assert buttons == [False, True]


async def test_before_consent_the_person_s_words_do_not_come_back(browser: Browser) -> None:
    await browser.say(kind="say", text="một bí mật")

    (told,) = await browser.poll()

    assert [line["who"] for line in told["lines"]] == ["bot"]


async def test_a_talk_outlives_a_restart(tmp_path: Path) -> None:
    house = House(tmp_path)
    browser = Browser(house)
    async with house.open():
        await browser.get("/")
        await browser.say(kind="open")
        before = await browser.poll()
    async with house.open():
        assert await browser.poll() == before
    await browser.session.close()


async def test_a_long_poll_waits_for_the_next_line(browser: Browser) -> None:
    await browser.say(kind="open")
    waiting = asyncio.create_task(browser.poll(1))
    await asyncio.sleep(0.05)
    assert not waiting.done()

    await browser.say(kind="say", text="xin chào")
    told = await waiting

    assert {frame["kind"] for frame in told} <= {"mine", "talk"}
    rest = [] if told[-1]["kind"] == "talk" else await browser.poll(1)
    lines = [line for frame in told + rest for line in frame.get("lines", [])]
    assert lines[-1]["seq"] == 2


async def test_a_long_poll_in_which_nothing_happens_ends_empty(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_socket, "POLL_SECONDS", 0.05)
    await browser.say(kind="open")

    assert await browser.poll(1) == []


async def test_what_cannot_be_stored_is_to_be_sent_again(house: House, browser: Browser) -> None:
    async def away(_hear: Hear, _incoming: Incoming) -> Heard:
        raise NotStored

    usual, house.between = house.between, away
    key = new_id()
    async with browser.open() as window:
        await window.hear()
        await window.send(kind="say", text="xin chào", id=key)
        assert await window.hear() == {"kind": "later", "id": key}

        house.between = usual
        await window.send(kind="say", text="xin chào", id=key)
        assert await window.until("taken") == {"kind": "taken", "id": key, "after": 0}


async def test_a_page_waits_for_a_database_that_is_away(house: House, browser: Browser) -> None:
    await browser.say(kind="open")
    async with browser.open(seen=1) as window:
        await window.hear()
        house.readable = False
        await window.socket.send_json({"kind": "ping", "seen": 1})
        ended = await window.socket.receive()
    polled = await browser.get("/chat/poll")
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        async with browser.open():
            pass

    assert (ended.type, ended.data) == (aiohttp.WSMsgType.CLOSE, 1013)
    assert (polled.status, refused.value.status) == (503, 503)
    house.readable = True
    assert await opens(browser)


async def test_a_page_that_knows_more_than_we_do_begins_anew(browser: Browser) -> None:
    """The tables were restored from an older copy, or the demo began again."""
    await browser.say(kind="open")
    async with browser.open(seen=7) as window:
        told = await window.hear()
    async with browser.open(seen=1) as window:
        nothing = await window.hear()

    assert (told["whole"], len(told["lines"])) == (True, 1)
    assert (nothing["whole"], nothing["lines"]) == (False, [])


async def test_a_message_written_long_ago_is_heard_as_such(house: House, browser: Browser) -> None:
    await browser.say(kind="say", text="xin chào", age=90_000)

    at = house.heard[-1].event.at
    assert (at.heard - at.sent).total_seconds() == 90


async def test_a_link_s_source_is_told(house: House, browser: Browser) -> None:
    await browser.say(kind="open", source="poster-12")
    await browser.say(kind="open", source="<script>")

    assert [getattr(one.event, "source", None) for one in house.heard] == ["poster-12", ""]


async def test_the_end_of_the_program_lets_the_page_go(house: House, browser: Browser) -> None:
    async with browser.open() as window:
        await window.hear()
        house.chat.close()

        ended = await window.socket.receive()
    assert (ended.type, ended.data) == (aiohttp.WSMsgType.CLOSE, 1001)
