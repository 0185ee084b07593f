"""Photos and papers chosen on the phone."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser as Chromium

from handlers.events import SentMedia
from tests.web import pictures
from tests.web.chromium import Phone, phone
from tests.web.house import House
from tests.web.test_sending_photos import album

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_a_photo_is_made_small_before_it_is_sent(tmp_path: Path, opened: Chromium) -> None:
    house = House(tmp_path, step=album)
    (tmp_path / "large.jpg").write_bytes(pictures.noisy_photo(3000, 2000))
    async with house.open(), phone(opened, house.url) as mobile:
        screen = await mobile.open()
        await screen.replies(1)
        sent: list[int] = []
        mobile.context.on(
            "request",
            lambda request: (
                sent.append(len(request.post_data_buffer or b""))
                if "/chat/photo" in request.url
                else None
            ),
        )
        await screen.page.set_input_files("#file", tmp_path / "large.jpg")
        await screen.replies(2)
        await screen.answered()

        assert await screen.page.locator(".mine img").count() == 1
        (media,) = [m async for m in house.media.iter()]
        kept = Image.open(io.BytesIO(await house.media.get(media)))
        assert kept.size == (2000, 1333)
        assert sent[0] < (tmp_path / "large.jpg").stat().st_size


async def test_an_unsent_photo_survives_a_reload(tmp_path: Path, opened: Chromium) -> None:
    house = House(tmp_path, step=album)
    (tmp_path / "one.png").write_bytes(pictures.photo(400, 300, "PNG"))
    async with house.open(), phone(opened, house.url) as mobile:
        screen = await mobile.open()
        await screen.replies(1)
        await mobile.network(there=False)
        await screen.page.set_input_files("#file", tmp_path / "one.png")
        await screen.page.wait_for_selector(".mine img")
        await screen.page.route("**/chat/photo*", lambda route: route.abort())
        await mobile.network(there=True)
        await screen.page.reload()
        await screen.page.wait_for_selector(".mine img")
        await screen.page.unroute("**/chat/photo*")
        await screen.replies(2)
        await screen.answered()

        assert [type(one.event) for one in house.heard].count(SentMedia) == 1
        assert len([m async for m in house.media.iter()]) == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("IMG_1.HEIC", pictures.heic(), "HEIC"),
        ("page.html", b"<script>alert(1)</script>", "PDF"),
        ("broken.jpg", pictures.photo()[:500], "không mở được"),
        ("large.pdf", b"%PDF-1.4" + b"\0" * (11 * 1024 * 1024), "10 MB"),
    ],
)
async def test_a_file_that_cannot_be_sent_is_explained(
    house: House, mobile: Phone, tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    screen = await mobile.open()
    await screen.replies(1)
    await screen.page.set_input_files("#file", tmp_path / name)
    await screen.page.wait_for_selector(".refused")

    assert words in (await screen.states())[0]
    assert len(house.heard) == 1
