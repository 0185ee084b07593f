"""What makes a day at the console lighter, in a browser: keys, short pages, nothing lost."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Dialog, Page

from tests.console.inbox import INBOX
from tests.console.looking import WIDE, faults
from tests.console.office import Office
from tests.console.producers import TEA_MAKER, Village
from tests.console.test_live import browsing

pytestmark = pytest.mark.browser

LIST = "/staff/registrations"


async def at(page: Page) -> str:
    """The words of what the keyboard is at."""
    return str(await page.evaluate("document.activeElement.textContent.trim()"))


async def press(page: Page, *keys: str) -> None:
    await page.wait_for_selector("details.keys:not([hidden])")
    for key in keys:
        await page.keyboard.press(key)


async def two_ask(village: Village) -> None:
    for words in ("Câu hỏi một ạ", "Câu hỏi hai ạ"):
        await village.somebody().asks(words)


async def test_the_inbox_is_walked_through_and_answered_by_keys(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    await two_ask(village)
    async with browsing(opened, office, INBOX) as page:
        await press(page, "j", "j", "j", "k", "Enter")
        await page.wait_for_url(f"**{INBOX}/1")
        await press(page, "r")
        await page.keyboard.type("Dạ jkr? em chào")

        assert await page.input_value("#text") == "Dạ jkr? em chào"
        assert await page.evaluate("document.activeElement.id") == "text"
        assert await page.locator("details.keys[open]").count() == 0


async def test_the_keys_are_told_and_can_be_switched_off(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    await village.registered(TEA_MAKER)
    async with browsing(opened, office, LIST) as page:
        await press(page, "j")
        code = await at(page)
        await press(page, "/")
        assert await page.evaluate("document.activeElement.type") == "search"
        await page.locator("h1").click()
        await press(page, "?")
        assert await page.is_visible("[data-keys-on]")
        assert await faults(page) == []
        await page.uncheck("[data-keys-on]")
        await page.reload()
        await press(page, "j")

        assert code == await page.inner_text("tbody th")
        assert await at(page) != code


class Asked:
    """The questions of the browser, and what it is told: to stay, or to go."""

    def __init__(self, page: Page) -> None:
        self.goes = False
        self.kinds: list[str] = []
        page.on("dialog", self._answer)

    async def _answer(self, dialog: Dialog) -> None:
        self.kinds.append(dialog.type)
        await (dialog.accept() if self.goes else dialog.dismiss())


async def test_a_page_is_not_left_with_something_written_and_not_sent(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    await two_ask(village)
    async with browsing(opened, office, f"{INBOX}/1") as page:
        asked = Asked(page)
        await page.click("#text")
        await page.keyboard.type("Dạ, em đang viết")
        await page.click(".acts button")
        await page.click("nav.crumbs a")
        kept = await page.input_value("#text")
        asked.goes = True
        await page.click("nav.crumbs a")
        await page.wait_for_url(f"**{INBOX}")

    assert kept == "Dạ, em đang viết"
    assert asked.kinds == ["beforeunload"] * 3


async def test_what_is_sent_or_only_searched_for_is_left_without_a_word(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    await village.registered()
    await two_ask(village)
    async with browsing(opened, office, f"{INBOX}/2") as page:
        asked = Asked(page)
        await page.click("#text")
        await page.keyboard.type("Dạ, có ạ")
        await page.click(".reply button.main")
        await page.wait_for_selector(".lines .staff")
        await page.goto(office.url + LIST)
        await page.click("[type=search]")
        await page.keyboard.type("lanh")
        await page.check("tbody input[type=checkbox]")
        await page.click("th.code a")
        await page.wait_for_url(f"**{LIST}/1")

    assert asked.kinds == []


async def test_the_filters_are_folded_on_a_phone_while_none_is_set(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    await village.registered()
    async with browsing(opened, office, LIST) as page:
        folded = await page.is_visible("[name=commune]"), await page.is_visible("[name=words]")
        await page.click(".sieve summary")
        unfolded = await page.is_visible("[name=commune]")
        await page.select_option("[name=commune]", "00901")
        await page.click(".filters button.main")
        await page.wait_for_url("**commune=00901**")
        set_there = await page.is_visible("[name=commune]")
        await page.goto(office.url + LIST)
        await page.set_viewport_size(WIDE)
        wide = await page.is_visible("[name=commune]"), await page.is_visible(".sieve")

    assert folded == (False, True)
    assert unfolded
    assert set_there
    assert wide == (True, False)
