"""The pages as a browser shows them: on a small phone, without scripts, whatever was typed."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page
from yarl import URL

from tests.console.looking import measured
from tests.console.office import Desk, Office
from tests.console.producers import TEA_MAKER, Village
from tests.papers.hostile import CORPUS
from tests.web.chromium import phone

LONG = "Hợp tác xã dệt lanh và may thổ cẩm truyền thống Hợp Tiến Quản Bạ"


async def test_hostile_text_is_shown_as_it_was_typed(village: Village, desk: Desk) -> None:
    for text in CORPUS:
        producer = await village.registered()
        await village.rename(await producer.number(), text)
        await producer.asks(f"Hỏi: {text}")

    rows = [*(await desk.get("/staff/registrations")).rows]
    cards = await desk.requests()

    for text, row in zip(reversed(CORPUS), rows, strict=True):
        assert " ".join(text.split()) in row
    for text, card in zip(CORPUS, cards, strict=True):
        assert " ".join(text.split()) in card


async def test_a_search_for_hostile_text_shows_it_as_it_was_typed(desk: Desk) -> None:
    page = await desk.get("/staff/registrations?words=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")

    assert "<script>alert" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page.text


async def walk(page: Page, office: Office) -> AsyncIterator[str]:
    """Log in and look at every page; gives the name of each while it is shown."""
    await page.goto(office.url + await office.link("Nông Thị Hoa", "admin"))
    yield "login"
    await page.click("button.main")
    await page.wait_for_url("**/staff/registrations")
    yield "registrations"
    await page.fill("input[name=words]", "lanh")
    await page.click(".sieve summary")
    await page.select_option("select[name=commune]", "00901")
    await page.click(".filters button")
    yield "filtered"
    await page.click(".chips .clear")
    await page.click(".code a >> nth=-1")
    yield "one registration"
    await page.click(".record button")
    yield "its whole numbers"
    await page.click(".back a")
    await page.click(".menu summary")
    yield "menu"
    await page.click(".top nav a:nth-child(1)")
    yield "inbox"
    await page.click(".matter a >> nth=0")
    yield "talk"
    await page.click(".wish button:not(.main)")
    yield "whole number"
    await page.click(".wish button.main >> nth=0")
    yield "done"
    await page.click("footer button >> nth=0")
    yield "in English"
    await page.click("footer button >> nth=1")
    yield "logged out"


@pytest.mark.browser
async def test_every_page_fits_a_small_phone_and_breaks_no_rule(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    for text in (LONG, *CORPUS[:20]):
        producer = await village.registered()
        await village.rename(await producer.number(), text)
        await producer.asks(f"Hỏi: {text}")
    await village.registered(TEA_MAKER)
    async with phone(opened, office.url) as one:
        page = (await one.open("/staff/registrations")).page
        dialogs: list[str] = []
        page.on("dialog", lambda dialog: dialogs.append(dialog.message))
        seen = []
        async for name in walk(page, office):
            seen.append(name)
            assert await measured(page) == [], name

    assert dialogs == []
    assert seen[-1] == "logged out"


@pytest.mark.browser
async def test_the_list_is_downloaded_by_a_button_without_scripts(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    await village.registered()
    context = await opened.new_context(java_script_enabled=False, accept_downloads=True)
    page = await context.new_page()
    await page.goto(office.url + await office.link("Nông Thị Hoa", "editor"))
    await page.click("button.main")
    await page.wait_for_url("**/staff/registrations")

    await page.fill("#reason", "Gọi lại cho bà con")
    async with page.expect_download() as downloading:
        await page.click("button[value=csv]")
    download = await downloading.value

    text = Path(await download.path()).read_text("utf-8-sig")
    assert download.suggested_filename.startswith("dang-ky-")
    assert "Vàng Thị Mỷ" in text
    await context.close()


async def test_what_was_done_is_said_once(village: Village, desk: Desk) -> None:
    await village.somebody().asks("Hỏi: mấy giờ?")

    await desk.does("/staff/requests/1/done")
    after, later = await desk.get("/staff/inbox"), await desk.get("/staff/inbox")

    assert "Đã ghi là xong" in after.text
    assert "Đã ghi là xong" not in later.text


@pytest.mark.parametrize("made_up", ["R2nDoWk", "R2nDoWk.", "R2nDoWk." + "0" * 64, "ô.ô"])
async def test_nobody_else_puts_words_on_our_pages(desk: Desk, made_up: str) -> None:
    desk.session.cookie_jar.update_cookies({"staff-told": made_up}, URL(desk.office.url))

    page = await desk.get("/staff/inbox")

    assert page.status == 200
    assert 'class="told"' not in page.text
