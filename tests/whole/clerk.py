"""Somebody of staff at a browser, who reads the console's pages and does what stands on them."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pyotp
from playwright.async_api import Browser, Page

from tests.console.looking import WIDE
from tests.web.chromium import WATCH
from tests.whole.program import PATIENCE, Program

NAME = "Nông Thị Hoa"
PASSWORD = "lúa nếp nương thơm"
DESK: dict[str, Any] = {"viewport": WIDE, "locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}
LINK = re.compile(r"/staff/login/\S+")


class Clerk:
    """One person at one browser; `seed` is what their telephone makes codes of."""

    def __init__(self, page: Page, program: Program) -> None:
        self.page = page
        self.program = program
        self.seed = ""

    @property
    def code(self) -> str:
        """What the telephone shows just now."""
        return pyotp.TOTP(self.seed).at(self.program.now)

    async def goes(self, path: str) -> None:
        await self.page.goto(self.program.url + path)

    async def presses(self, words: str) -> None:
        """Press a button or follow a link that says this, and see the page it leads to."""
        one = self.page.get_by_role("button", name=words, exact=True).or_(
            self.page.get_by_role("link", name=words, exact=True)
        )
        async with self.page.expect_navigation():
            await one.first.click()

    async def fills_in(self, fields: Mapping[str, str]) -> None:
        """Type into fields, or choose from lists, by their names."""
        for name, value in fields.items():
            field = self.page.locator(f"#{name}")
            if await field.evaluate("one => one.matches('select')"):
                await field.select_option(value)
            else:
                await field.fill(value)

    async def sees(self, words: str) -> None:
        """Wait until these words stand somewhere on the page."""
        await self.page.locator("main").get_by_text(words).first.wait_for()

    async def numbers(self, label: str) -> list[str]:
        """The cells of the one row that begins so."""
        row = self.page.locator("tr", has=self.page.get_by_role("rowheader", name=label))
        return await row.locator("td").all_inner_texts()

    async def downloads(self, words: str, path: Path) -> None:
        """Press a button that gives a file, and keep it here."""
        async with self.page.expect_download() as downloading:
            await self.page.get_by_role("button", name=words, exact=True).click()
        await (await downloading.value).save_as(path)

    async def accepts_the_invitation(self, name: str, role: str) -> None:
        """Come by the link of an invitation, choose a password, and set up the telephone."""
        invited = await self.program.run("staff", "add", name, "--role", role)
        found = LINK.search(invited.out)
        assert found, invited
        await self.goes(found[0])
        await self.page.click("summary")
        await self.fills_in({"password": PASSWORD, "again": PASSWORD})
        await self.presses("Đặt mật khẩu rồi vào")
        await self.goes("/staff/second")
        self.seed = await self.page.inner_text("main code")
        await self.fills_in({"code": self.code})
        await self.presses("Xác nhận")
        await self.presses("Đã chép, vào trang")

    async def signs_in(self, name: str) -> None:
        """By name, password and the code that the telephone shows."""
        await self.fills_in({"name": name, "password": PASSWORD, "code": self.code})
        await self.presses("Vào trang")


@asynccontextmanager
async def clerk(browser: Browser, program: Program, **screen: Any) -> AsyncIterator[Clerk]:
    """A browser with nobody in it yet, on a desk unless `screen` is that of a telephone."""
    context = await browser.new_context(**(screen or DESK))
    context.set_default_timeout(1000 * PATIENCE)
    await context.add_init_script(WATCH)
    page = await context.new_page()
    try:
        yield Clerk(page, program)
        assert await page.evaluate("window.broken ?? []") == []
    finally:
        await context.close()
