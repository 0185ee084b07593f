"""A form is sent once, and what is typed into it outlives its session: in a browser."""

from __future__ import annotations

import asyncio
import re

import pytest
from playwright.async_api import Browser, Page, Route
from sqlalchemy import select

from storage.schema import activity, answer
from tests.console.looking import WIDE, measured
from tests.console.office import Office
from tests.console.producers import Village
from tests.console.test_activities import FIELDS
from tests.console.test_entering import PAGE, SMITH
from tests.console.test_live import browsing

pytestmark = pytest.mark.browser

COURSE = "/staff/activities/new"
MADE = re.compile(r"/staff/activities/\d+$")
PATIENCE = 60_000
"""Milliseconds for what comes with the next few seconds' keeping."""


async def fills(page: Page, fields: dict[str, str]) -> None:
    for name, text in fields.items():
        field = page.locator(f"[name={name}]")
        if await field.evaluate("it => it.tagName") == "SELECT":
            await field.select_option(text)
        elif text == "on":
            await field.check()
        else:
            await field.fill(text)


async def test_a_button_that_is_pressed_twice_sends_its_form_once(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    taken, pressed = asyncio.Event(), asyncio.Event()

    async def slowly(route: Route) -> None:
        answer = await route.fetch(max_redirects=0)
        taken.set()
        await pressed.wait()
        await route.fulfill(response=answer)

    async with browsing(opened, office, COURSE) as page:
        await page.set_viewport_size(WIDE)
        await fills(page, FIELDS)
        await page.route(f"**{COURSE}", slowly)
        save = page.get_by_role("button", name="Lưu").first
        await save.scroll_into_view_if_needed()
        box = await save.bounding_box()
        assert box is not None
        for _ in range(2):
            await page.mouse.click(box["x"] + 9, box["y"] + 9)
            await taken.wait()
        pressed.set()
        await page.wait_for_url(MADE)

    async with village.engine.connect() as connection:
        assert list(await connection.scalars(select(activity.c.id))) == [1]


@pytest.mark.timeout(180)
async def test_what_is_typed_after_the_session_ended_is_saved_all_the_same(
    small_office: tuple[Village, Office], opened: Browser
) -> None:
    village, office = small_office
    async with browsing(opened, office, PAGE) as page:
        warning = page.get_by_role("alert")
        await fills(page, SMITH)
        await page.context.clear_cookies()
        await warning.wait_for(timeout=PATIENCE)
        assert await measured(page) == []
        await page.fill("[name=est-name]", "Rèn Pà Vầy Sủ mới")
        await page.get_by_role("button", name="Lưu và mở đăng ký").click()
        assert page.url.endswith(PAGE)

        other = await page.context.new_page()
        await other.goto(office.url + await office.link("Nông Thị Hoa", "editor"))
        await other.click("button.main")
        await other.wait_for_url("**/staff/registrations")
        await warning.wait_for(state="hidden", timeout=PATIENCE)
        await page.get_by_role("button", name="Lưu và mở đăng ký").click()
        await page.wait_for_url("**/staff/registrations/1")

    async with village.engine.connect() as connection:
        said = await connection.scalars(select(answer.c.value))
        assert {"Rèn Pà Vầy Sủ mới", "Lò Văn Sú", "Dao rèn"} <= set(said)
