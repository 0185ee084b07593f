"""Reads QR codes of up to six versions, level M: how a phone would, but for the camera."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_IMAGE = re.compile(
    rb"<<[^<>]*/Subtype/Image[^<>]*/Width (\d+)[^<>]*>>\s*stream\r?\n(.*?)\r?\nendstream",
    re.DOTALL,
)
_BLOCKS = {1: (1, 16), 2: (1, 28), 3: (1, 44), 4: (2, 32), 5: (2, 43), 6: (4, 27)}
"""How many blocks of data a version has at level M, and how long each is (ISO/IEC 18004)."""

_MASKS = (
    lambda y, x: (y + x) % 2,
    lambda y, x: y % 2,
    lambda y, x: x % 3,
    lambda y, x: (y + x) % 3,
    lambda y, x: (y // 2 + x // 3) % 2,
    lambda y, x: y * x % 2 + y * x % 3,
    lambda y, x: (y * x % 2 + y * x % 3) % 2,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2,
)

Grid = list[list[bool]]


def codes(pdf: bytes) -> list[tuple[str, int, int]]:
    """Each code of a PDF: what it says, its level, and how many dots are quiet around it."""
    found = []
    for width, packed in _IMAGE.findall(pdf):
        pixels = zlib.decompress(packed)
        found.append(_read(_dots(pixels, int(width))))
    return found


def _dots(pixels: bytes, width: int) -> Grid:
    """The picture, a dot for each of the code's modules; true is dark."""
    step = len(pixels) // (width * width)
    dark = [[pixels[(y * width + x) * step] < 128 for x in range(width)] for y in range(width)]
    first = next(y for y in range(width) if any(dark[y]))
    corner = dark[first].index(True)
    size = next(n for n in range(1, width) if not dark[first][corner + n]) // 7
    return [row[::size] for row in dark[::size]]


def _read(dots: Grid) -> tuple[str, int, int]:
    quiet = next(y for y, row in enumerate(dots) if any(row))
    grid = [row[quiet : len(row) - quiet] for row in dots[quiet : len(dots) - quiet]]
    told = sum(grid[8][x] << (14 - at) for at, x in enumerate((0, 1, 2, 3, 4, 5, 7, 8)))
    told ^= 0b101010000010010
    level, mask = told >> 13 & 3, told >> 10 & 7
    size = len(grid)
    bits = [bool(grid[y][x]) ^ (_MASKS[mask](y, x) == 0) for y, x in _way(size)]
    return _text(bits, (size - 17) // 4), level, quiet


def _way(size: int) -> Iterator[tuple[int, int]]:
    """The places of the data, from the lower right corner up and down in pairs of columns."""
    up = True
    for right in (x if x > 6 else x - 1 for x in range(size - 1, 0, -2)):
        for y in range(size - 1, -1, -1) if up else range(size):
            for x in (right, right - 1):
                if not _is_pattern(y, x, size):
                    yield y, x
        up = not up


def _is_pattern(y: int, x: int, size: int) -> bool:
    corners = (y < 9 and (x < 9 or x >= size - 8)) or (y >= size - 8 and x < 9)
    centre = size - 7
    aligned = size > 21 and abs(y - centre) <= 2 and abs(x - centre) <= 2
    return corners or 6 in {y, x} or aligned


def _text(bits: list[bool], version: int) -> str:
    words = [
        sum(bit << (7 - at) for at, bit in enumerate(bits[start : start + 8]))
        for start in range(0, len(bits) - 7, 8)
    ]
    blocks, length = _BLOCKS[version]
    data = bytes(words[at * blocks + block] for block in range(blocks) for at in range(length))
    whole = int.from_bytes(data)
    width = len(data) * 8
    assert whole >> (width - 4) == 0b0100, "not of bytes"
    count = whole >> (width - 12) & 0xFF
    return bytes(whole >> (width - 12 - 8 * (at + 1)) & 0xFF for at in range(count)).decode()
