"""Files from strangers: made safe, or refused with a reason a person can act on."""

from __future__ import annotations

import asyncio
import io
import random
import time
from collections.abc import Iterator

import pytest
from PIL import Image

from bot.photos import MOST_BYTES, Fit, Photos, Unfit, examine
from tests.web import pictures

HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def photos() -> Iterator[Photos]:
    photos = Photos()
    yield photos
    photos.close()


def kept(content: bytes) -> Image.Image:
    """The picture that is kept of a file."""
    outcome = examine(content)
    assert isinstance(outcome, Fit), outcome
    assert outcome.mime == "image/jpeg"
    picture = Image.open(io.BytesIO(outcome.content))
    picture.load()
    return picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_kept_as_a_jpeg(kind: str) -> None:
    picture = kept(pictures.photo(800, 600, kind))

    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (800, 600))


@pytest.mark.parametrize(
    ("size", "smaller"),
    [((4000, 3000), (2400, 1800)), ((1000, 5000), (480, 2400)), ((2400, 2400), (2400, 2400))],
)
def test_a_large_photo_shrinks_to_2400_pixels(
    size: tuple[int, int], smaller: tuple[int, int]
) -> None:
    assert kept(pictures.photo(*size)).size == smaller


def test_where_a_photo_was_taken_is_forgotten_and_it_stands_upright() -> None:
    sent = pictures.photo_with_place(640, 480)
    assert b"Secret" in sent

    picture = kept(sent)

    outcome = examine(sent)
    assert isinstance(outcome, Fit)
    assert b"Secret" not in outcome.content
    assert b"Exif" not in outcome.content
    assert dict(picture.getexif()) == {}
    assert picture.size == (480, 640)


def test_only_the_first_picture_of_an_animation_is_kept() -> None:
    picture = kept(pictures.animation())

    assert getattr(picture, "n_frames", 1) == 1
    red, green, blue = picture.getpixel((30, 20))  # type: ignore[misc]
    assert red > 200
    assert max(green, blue) < 60


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "RGBA", "I;16"])
def test_every_kind_of_png_can_be_kept(mode: str) -> None:
    picture = Image.new("RGBA", (40, 30), (0, 0, 0, 0)) if mode == "RGBA" else None
    sent = pictures.saved(picture or Image.new(mode, (40, 30)), "PNG")

    assert kept(sent).size == (40, 30)


def test_what_was_transparent_becomes_white() -> None:
    sent = pictures.saved(Image.new("RGBA", (40, 30), (0, 0, 0, 0)), "PNG")

    assert kept(sent).getpixel((20, 15)) == (255, 255, 255)


def test_a_print_shop_s_four_colours_can_be_kept() -> None:
    assert kept(pictures.photo(40, 30, "JPEG", "CMYK", (0, 0, 0, 0))).mode == "RGB"


def test_what_hides_behind_a_photo_is_gone() -> None:
    outcome = examine(pictures.photo() + b"PK\x03\x04" + HTML)

    assert isinstance(outcome, Fit)
    assert b"PK\x03\x04" not in outcome.content
    assert b"script" not in outcome.content


def test_a_paper_is_kept_as_it_is() -> None:
    sent = pictures.paper()

    assert examine(sent) == Fit(sent, "application/pdf")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not-accepted"),
        (b"\0", "not-accepted"),
        (HTML, "not-accepted"),
        (SVG, "not-accepted"),
        (b'<?xml version="1.0"?>' + SVG, "not-accepted"),
        (b"GIF89a" + b"\0" * 100, "not-accepted"),
        (pictures.photo(kind="GIF"), "not-accepted"),
        (pictures.photo(kind="BMP"), "not-accepted"),
        (pictures.photo(kind="TIFF"), "not-accepted"),
        (b"PK\x03\x04" + b"\0" * 100, "not-accepted"),
        (b"MZ" + b"\0" * 100, "not-accepted"),
        (b"\0\0\0\x20ftypisom" + b"\0" * 100, "not-accepted"),
        (pictures.heic(), "heic"),
        (b"\xff\xd8\xff" + HTML, "unreadable"),
        (b"\x89PNG\r\n\x1a\n" + HTML, "unreadable"),
        (b"RIFF\0\0\0\0WEBP" + HTML, "unreadable"),
        (pictures.photo()[:700], "unreadable"),
        (pictures.noisy_photo(640, 480)[:-5000], "unreadable"),
        (pictures.photo(kind="PNG")[:100], "unreadable"),
        (b"%PDF-1.4\n1 0 obj", "unreadable"),
        (pictures.paper(after=b"PK\x05\x06" + b"\0" * 18), "not-accepted"),
        (pictures.paper(after=HTML), "not-accepted"),
        (pictures.paper(body=HTML), "not-accepted"),
        (pictures.flood(8000, 6251), "too-big"),
        (pictures.flood(65000, 65000), "too-big"),
        (pictures.flood(2**31 - 1, 2**31 - 1), "too-big"),
        (pictures.photo() + b"\0" * MOST_BYTES, "too-big"),
        (pictures.paper(body=b"\0" * MOST_BYTES), "too-big"),
    ],
)
def test_a_file_that_cannot_be_kept_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    assert examine(content) == Unfit(reason)


def test_a_comment_that_unpacks_to_a_flood_is_refused() -> None:
    assert examine(pictures.text_bomb()) == Unfit("unreadable")


def test_no_damage_to_a_file_raises() -> None:
    """Two thousand damaged files; the seed is in the name of the failing case."""
    whole = [
        pictures.photo_with_place(64, 48),
        pictures.photo(64, 48, "PNG"),
        pictures.photo(64, 48, "WEBP"),
        pictures.animation(),
        pictures.paper(),
    ]
    for seed in range(2000):
        chance = random.Random(seed)
        damaged = bytearray(chance.choice(whole))
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        if chance.random() < 0.3:
            del damaged[chance.randrange(len(damaged)) :]

        assert isinstance(examine(bytes(damaged)), Fit | Unfit), seed


async def test_the_loop_goes_on_while_photos_are_looked_at(photos: Photos) -> None:
    sent = pictures.noisy_photo(2400, 1800)
    longest = 0.0

    async def watch() -> None:
        nonlocal longest
        while True:
            before = time.monotonic()
            await asyncio.sleep(0.005)
            longest = max(longest, time.monotonic() - before)

    watching = asyncio.create_task(watch())
    outcomes = await asyncio.gather(*(photos.examine(sent) for _ in range(5)))
    await asyncio.sleep(0.02)
    watching.cancel()

    assert all(isinstance(outcome, Fit) for outcome in outcomes)
    assert longest < 0.5
