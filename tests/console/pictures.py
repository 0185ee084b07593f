"""The pictures of the console in the README; `python -m tests.console.pictures` takes them anew."""

from __future__ import annotations

import asyncio
import io
import tempfile
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.async_api import Browser, ViewportSize

from storage.staff import Role
from tests.console.every_page import furnish
from tests.console.looking import NARROW, WIDE
from tests.console.office import Office
from tests.console.producers import a_village
from tests.web.chromium import chromium

ROOT = Path(__file__).parents[2]
BETWEEN = 24


class Picture(NamedTuple):
    """One file: these pages beside one another, on screens of one size."""

    file: str
    size: ViewportSize
    paths: tuple[str, ...]


PICTURES = (
    Picture("console.png", WIDE, ("/staff/registrations",)),
    Picture(
        "console-phone.png",
        NARROW,
        ("/staff/registrations?group=1", "/staff/registrations/1", "/staff/requests"),
    ),
)


async def take() -> None:
    """Take every picture of a furnished office."""
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/bot.db"
        village = await a_village(database)
        await furnish(village)
        async with Office(database, village.engine).open() as office, chromium() as browser:
            for one in PICTURES:
                shots = await _shots(browser, office, one)
                beside(shots).quantize(128).save(ROOT / one.file, optimize=True)
        await village.store.close()
        await village.engine.dispose()


async def _shots(browser: Browser, office: Office, one: Picture) -> list[Image.Image]:
    context = await browser.new_context(viewport=one.size, locale="vi-VN")
    page = await context.new_page()
    await page.goto(office.url + await office.link("Nông Thị Hoa", Role.ADMIN))
    await page.click("button.main")
    await page.wait_for_url("**/staff/registrations")
    shots = []
    for path in one.paths:
        await page.goto(office.url + path)
        shots.append(Image.open(io.BytesIO(await page.screenshot())).convert("RGB"))
    await context.close()
    return shots


def beside(shots: list[Image.Image]) -> Image.Image:
    width = sum(shot.width for shot in shots) + BETWEEN * (len(shots) - 1)
    whole = Image.new("RGB", (width, shots[0].height), "white")
    left = 0
    for shot in shots:
        whole.paste(shot, (left, 0))
        left += shot.width + BETWEEN
    return whole


if __name__ == "__main__":
    asyncio.run(take())
