"""Photos and papers for the tests, well-meant and hostile, made on the spot."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

GPS = 0x8825
ORIENTATION = 0x0112


def photo(
    width: int = 640,
    height: int = 480,
    kind: str = "JPEG",
    mode: str = "RGB",
    colour: str | tuple[int, ...] = "darkblue",
) -> bytes:
    """A picture of one colour."""
    return saved(Image.new(mode, (width, height), colour), kind)


def noisy_photo(width: int, height: int) -> bytes:
    """A picture that no format can make small."""
    return saved(Image.effect_noise((width, height), 90).convert("RGB"), "JPEG", quality=92)


def photo_with_place(width: int = 640, height: int = 480) -> bytes:
    """A JPEG lying on its side that says where and with what it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "Secret Maker"
    exif[ORIENTATION] = 6
    exif[GPS] = {1: "N", 2: (22.0, 49.0, 0.0), 3: "E", 4: (104.0, 59.0, 0.0)}
    return saved(Image.new("RGB", (width, height), "green"), "JPEG", exif=exif, comment=b"Secret")


def animation() -> bytes:
    """A WebP whose first picture is red and whose second is blue."""
    red, blue = Image.new("RGB", (64, 48), "red"), Image.new("RGB", (64, 48), "blue")
    written = io.BytesIO()
    red.save(written, "WEBP", save_all=True, append_images=[blue], duration=100, lossless=True)
    return written.getvalue()


def flood(width: int, height: int) -> bytes:
    """A PNG of a few bytes that claims to be that large."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


def text_bomb() -> bytes:
    """A PNG with a comment that unpacks to 200 MB."""
    comment = b"Comment\0\0" + zlib.compress(b"a" * 200_000_000, 9)
    small = photo(8, 8, "PNG")
    return small[:33] + chunk(b"zTXt", comment) + small[33:]


def paper(body: bytes = b"1 0 obj <<>> endobj\n", after: bytes = b"") -> bytes:
    """The bare outline of a PDF."""
    return b"%PDF-1.4\n" + body + b"trailer <<>>\n%%EOF\n" + after


def heic() -> bytes:
    """The first bytes of what an iPhone calls a photo."""
    return b"\0\0\0\x24ftypheic\0\0\0\0mif1heic" + b"\0" * 500


def chunk(kind: bytes, data: bytes) -> bytes:
    """One piece of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    """A picture as a file."""
    written = io.BytesIO()
    picture.save(written, kind, **options)
    return written.getvalue()
