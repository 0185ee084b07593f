"""The picture of a talk in the README; `python -m tests.web.conversation` takes it anew."""

from __future__ import annotations

import asyncio
import io
import tempfile
from pathlib import Path

from PIL import Image

from tests.console.pictures import ROOT, beside
from tests.web.chromium import Screen, chromium, phone
from tests.web.program import program

SAID = (
    ("điều kiện", "1", "lung tam", "1"),
    ("htx", "1", "1", "1", "1", "1", "1", "1"),
    ("1", "dong y", "Vàng Thị Mỷ", "0912 000 111", "HTX Lanh Sợi Xanh", "Khăn lanh", "tất cả", "1"),
)
"""What a weaver types, as it is shown on one phone after the other."""


async def take() -> None:
    """Talk to the program, and keep what a small phone shows."""
    with tempfile.TemporaryDirectory() as folder:
        async with (
            program(Path(folder)) as running,
            chromium() as browser,
            phone(browser, running.url) as mobile,
        ):
            screen = await mobile.open()
            await screen.replies(1)
            shots = [await _after(screen, words) for words in SAID]
    beside(shots).quantize(128).save(ROOT / "conversation.png", optimize=True)


async def _after(screen: Screen, words: tuple[str, ...]) -> Image.Image:
    for text in words:
        await screen.type(text)
        await screen.answered()
    await screen.page.locator(".newest").last.scroll_into_view_if_needed()
    return Image.open(io.BytesIO(await screen.page.screenshot())).convert("RGB")


if __name__ == "__main__":
    asyncio.run(take())
