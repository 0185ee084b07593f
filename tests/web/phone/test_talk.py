"""The talk on the page, in whatever becomes of the line."""

from __future__ import annotations

import pytest

from bot.channels.base import Incoming
from bot.turn import NotStored
from storage.hearing import Heard
from tests.web.chromium import Phone, phone
from tests.web.house import Hear, House

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_a_button_and_its_typed_number_do_the_same(house: House, mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    first = screen.page.locator(".newest .choices button").first
    number, label = await first.locator("b").inner_text(), await first.locator("span").inner_text()
    await first.tap()
    tapped = await screen.answered()

    async with phone(mobile.context.browser, house.url) as other:  # type: ignore[arg-type]
        typing = await other.open()
        await typing.replies(1)
        await typing.type(number)
        typed = await typing.answered()
        said = await typing.said()

    assert number == "1"
    assert (await screen.said())[1] == f"> {label}"
    assert said[1] == "> 1"
    assert typed == tapped


async def test_an_old_button_still_answers(mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    old = screen.page.locator(".ours").first.locator(".choices button").first
    await screen.type("xin chào")
    await screen.answered()
    await old.tap()

    assert await screen.answered()
    assert (await screen.said())[-2].startswith("> ")


async def test_what_is_said_offline_stays_and_goes_out_once(house: House, mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    await mobile.network(there=False)
    await screen.type("một")
    await screen.type("hai")

    assert (await screen.said())[-2:] == ["> một", "> hai"]
    assert len(await screen.states()) == 2
    assert await screen.page.inner_text("#status")

    await mobile.network(there=True)
    await screen.replies(3)
    await screen.answered()
    assert [line for line in await screen.said() if line[0] == ">"] == ["> một", "> hai"]
    assert [getattr(one.event, "text", "") for one in house.heard] == ["", "một", "hai"]


async def test_what_is_unsent_survives_a_reload(house: House, mobile: Phone) -> None:
    async def away(_hear: Hear, _incoming: Incoming) -> Heard:
        raise NotStored

    screen = await mobile.open()
    await screen.replies(1)
    usual, house.between = house.between, away
    await screen.type("một")
    await screen.page.reload()
    await screen.page.wait_for_selector(".mine .state:not(:empty)")
    assert (await screen.said())[1] == "> một"

    house.between = usual
    await screen.replies(2)
    await screen.answered()
    assert [line for line in await screen.said() if line[0] == ">"] == ["> một"]
    assert len(house.heard) == 2


async def test_a_reload_shows_the_same_talk(mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    await screen.type("xin chào")
    await screen.answered()
    before = await screen.said()
    await screen.page.reload()
    await screen.replies(2)

    assert await screen.said() == before


async def test_two_windows_show_one_talk(mobile: Phone) -> None:
    one, two = await mobile.open(), await mobile.open()
    await one.replies(1)
    await two.replies(1)
    await one.type("xin chào")
    await one.answered()
    await two.replies(2)

    assert await two.said() == await one.said()


async def test_an_answer_that_got_lost_is_not_said_twice(house: House, mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    socket_is_deaf = """() => {
      const send = WebSocket.prototype.send;
      WebSocket.prototype.send = function (data) {
        send.call(this, data);
        this.onmessage = null;
        WebSocket.prototype.send = send;
        setTimeout(() => this.close(), 200);
      };
    }"""
    await screen.page.evaluate(socket_is_deaf)
    await screen.type("một")
    await screen.replies(2)
    await screen.answered()

    assert (await screen.said())[1:2] == ["> một"]
    assert len(await screen.said()) == 3
    keys = [one.update_key for one in house.heard]
    assert len(keys) == 3
    assert keys[1] == keys[2]


async def test_where_sockets_are_blocked_the_talk_goes_on(house: House, mobile: Phone) -> None:
    await mobile.context.add_init_script(
        "WebSocket = class { constructor() { setTimeout(() => this.onclose?.()); } close() {} }"
    )
    one = await mobile.open()
    await one.replies(1)
    two = await mobile.open()
    await two.replies(1)
    await one.type("xin chào")
    await one.answered()
    await two.replies(2)

    assert await one.said() == await two.said()
