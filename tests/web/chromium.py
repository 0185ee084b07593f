"""Debian's Chromium as a small phone, and what somebody does with its thumb."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.async_api import Browser as Chromium
from playwright.async_api import BrowserContext, Page, Request, Response, async_playwright

PROGRAM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 720},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
    "locale": "vi-VN",
    "timezone_id": "Asia/Ho_Chi_Minh",
}
WATCH = """
window.broken = [];
addEventListener("securitypolicyviolation", (e) => window.broken.push(e.violatedDirective));
addEventListener("error", (e) => window.broken.push(e.message));
addEventListener("unhandledrejection", (e) => window.broken.push(String(e.reason)));
"""


@asynccontextmanager
async def chromium() -> AsyncIterator[Chromium]:
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=PROGRAM, args=QUIET)
        yield browser
        await browser.close()


@dataclass
class Phone:
    """One phone; its windows share a cookie."""

    context: BrowserContext
    url: str
    bytes: int = 0
    problems: list[str] = field(default_factory=list)

    async def open(self, path: str = "/") -> Screen:
        page = await self.context.new_page()
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("requestfinished", self._weigh)
        await page.goto(self.url + path)
        return Screen(page)

    async def _weigh(self, request: Request) -> None:
        response: Response | None = await request.response()
        if response is not None:
            sizes = await request.sizes()
            self.bytes += sizes["responseBodySize"] + sizes["responseHeadersSize"]

    async def network(self, *, there: bool) -> None:
        await self.context.set_offline(not there)


@asynccontextmanager
async def phone(browser: Chromium, url: str, **options: Any) -> AsyncIterator[Phone]:
    context = await browser.new_context(**(PHONE | options))
    context.set_default_timeout(15_000)
    await context.add_init_script(WATCH)
    one = Phone(context, url)
    try:
        yield one
        for page in context.pages:
            assert await page.evaluate("window.broken ?? []") == []
        assert one.problems == []
    finally:
        await context.close()


class Screen:
    """What somebody sees in one window, and does."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def said(self) -> list[str]:
        """Every bubble from top to bottom, the person's with `> ` before it."""
        return list(
            await self.page.eval_on_selector_all(
                ".entry",
                """entries => entries.map(entry => {
                  const bubble = entry.querySelector(".bubble").cloneNode(true);
                  bubble.querySelector(".unseen").remove();
                  bubble.querySelectorAll("img").forEach((one) => one.replaceWith(one.alt));
                  return (entry.matches(".mine") ? "> " : "") + bubble.textContent;
                })""",
            )
        )

    async def replies(self, count: int) -> None:
        """Wait until we have said this many things."""
        await self.page.wait_for_function(
            "count => document.querySelectorAll('.ours').length >= count", arg=count
        )

    async def type(self, text: str) -> None:
        await self.page.fill("#text", text)
        await self.page.press("#text", "Enter")

    async def tap(self, label: str) -> None:
        await self.page.locator(".newest button", has_text=label).first.tap()

    async def offers(self, label: str) -> bool:
        """Whether the newest message has a button that says this."""
        labels = await self.page.locator(".newest button span").all_inner_texts()
        return label in labels

    async def answered(self) -> str:
        """The newest thing we said, once every message is taken and answered."""
        await self.page.wait_for_function(
            """() => {
              const last = document.querySelector("#log").lastElementChild;
              return last?.matches(".ours") && !document.querySelector(".state:not(:empty)");
            }"""
        )
        return await self.page.inner_text(".newest .bubble")

    async def states(self) -> list[str]:
        """How it stands with what is not yet taken."""
        return list(await self.page.locator(".state:not(:empty)").all_inner_texts())
