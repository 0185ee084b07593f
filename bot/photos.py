"""
Decides by looking inside whether a photo or a paper from outside may be kept, and makes it safe.

A photo is decoded and written anew as a JPEG: whatever else was in the file (where it was taken,
a second file behind the first, broken parts) is gone. A PDF is kept as it is; staff open it only
as a sandboxed download. The name and the declared type of a file are never looked at.
"""

from __future__ import annotations

import asyncio
import io
import re
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from PIL import Image, ImageOps

MOST_BYTES = 10 * 1024 * 1024
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2400
AT_ONCE = 2
SECONDS = 30

JPEG, PDF = "image/jpeg", "application/pdf"

# Pillow looks at the header before it decodes; a picture above the limit is never unpacked.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)

PHOTO_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
PDF_END = re.compile(rb"%%EOF[\s\0]*\Z")
PAGE_TAGS = re.compile(rb"<\s*(?:!doctype|html|script|svg|body|iframe)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fit:
    """May be kept; `content` is safe, `mime` is what it is."""

    content: bytes
    mime: str


@dataclass(frozen=True, slots=True)
class Unfit:
    """May not be kept; `reason` is `too-big`, `heic`, `unreadable` or `not-accepted`."""

    reason: str


class Photos:
    """Looks at files in threads of its own, two at once, so that the talk goes on meanwhile."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="photos")

    async def examine(self, content: bytes) -> Fit | Unfit:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(SECONDS):
                return await loop.run_in_executor(self._threads, examine, content)
        except TimeoutError:
            return Unfit("unreadable")

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)


def examine(content: bytes) -> Fit | Unfit:
    """What a file from outside is, made safe, or why it cannot be kept."""
    if len(content) > MOST_BYTES:
        return Unfit("too-big")
    if content.startswith(b"%PDF-"):
        return examine_paper(content)
    if content[4:8] == b"ftyp" and content[8:12] in HEIC_BRANDS:
        return Unfit("heic")
    if content.startswith(PHOTO_STARTS) or (content[:4], content[8:12]) == (b"RIFF", b"WEBP"):
        return examine_photo(content)
    return Unfit("not-accepted")


def examine_paper(content: bytes) -> Fit | Unfit:
    """A PDF that ends where a PDF ends and is not a web page as well."""
    if not PDF_END.search(content[-1024:]):
        return Unfit("unreadable" if b"%%EOF" not in content else "not-accepted")
    if PAGE_TAGS.search(content[:1024]):
        return Unfit("not-accepted")
    return Fit(content, PDF)


def examine_photo(content: bytes) -> Fit | Unfit:
    """The first picture of a file, upright, at most 2,400 pixels wide and high."""
    try:
        return Fit(develop(content), JPEG)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return Unfit("too-big")
    except Exception:  # noqa: BLE001  (decoders of hostile bytes raise whatever they trip over)
        return Unfit("unreadable")


def develop(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as opened:
        opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        flat = on_white(ImageOps.exif_transpose(opened))
    written = io.BytesIO()
    flat.save(written, "JPEG", quality=85, optimize=True)
    return written.getvalue()


def on_white(picture: Image.Image) -> Image.Image:
    """The bare pixels in three colours, with white where it was transparent."""
    flat = Image.new("RGB", picture.size, "white")
    if picture.has_transparency_data:
        picture = picture.convert("RGBA")
        flat.paste(picture, mask=picture.getchannel("A"))
    else:
        flat.paste(picture.convert("RGB"))
    return flat
