"""Whose browser it is: left clean, kept apart, and without cookies."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser as Chromium

from tests.web.chromium import Phone, phone
from tests.web.house import Browser, House

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_a_shared_machine_is_left_clean(mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    await screen.type("một bí mật")
    await screen.answered()
    other = await mobile.open()
    await other.replies(2)
    await screen.page.bring_to_front()
    await screen.page.tap("summary")
    await screen.page.tap("#end")
    await screen.page.tap("#leave button[value=yes]")
    await screen.page.wait_for_selector("#over[open]")
    await other.page.wait_for_selector("#over[open]")

    stored = "() => JSON.stringify({...localStorage}) + JSON.stringify({...sessionStorage})"
    for window in (screen, other):
        assert "bí mật" not in await window.page.evaluate(stored)
        assert await window.said() == []
    await screen.page.tap("#over a")
    await screen.replies(1)
    assert len(await screen.said()) == 1


async def test_the_talk_can_be_left_and_kept(mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    await screen.page.tap("summary")
    await screen.page.tap("#end")
    await screen.page.tap("#leave button >> nth=0")

    await screen.type("xin chào")
    assert await screen.answered()


@pytest.mark.parametrize("name", ["from", "start"])
async def test_a_link_s_source_is_told_once(house: House, mobile: Phone, name: str) -> None:
    screen = await mobile.open(f"/?{name}=poster-12")
    await screen.replies(1)
    await screen.page.reload()
    await screen.replies(1)

    assert "poster-12" not in screen.page.url
    assert [getattr(one.event, "source", "") for one in house.heard] == ["poster-12"]


async def test_a_page_without_cookies_says_so(house: House, opened: Chromium) -> None:
    async with phone(opened, house.url) as mobile:
        await mobile.context.route(
            "**/chat/poll*", lambda route: route.fulfill(status=401, body="")
        )
        await mobile.context.add_init_script(
            "WebSocket = class { constructor() { setTimeout(() => this.onclose?.()); } close() {} }"
        )
        screen = await mobile.open()
        await screen.page.wait_for_function(
            "() => document.querySelector('#status').textContent.includes('cookie')"
        )


async def test_a_person_s_browser_hears_of_its_talk_only(house: House, mobile: Phone) -> None:
    screen = await mobile.open()
    await screen.replies(1)
    async with Browser(house) as other:
        await other.say(kind="say", text="của người khác")
    await screen.type("của tôi")
    await screen.answered()

    assert len(await screen.said()) == 3
