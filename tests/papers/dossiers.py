"""Papers as whoever opens them reads them: Word files, and the words and fonts of PDF."""

from __future__ import annotations

import io
import re
import zlib
from pathlib import Path

import docx

_OBJECT = re.compile(rb"(\d+) 0 obj(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_FONTS = re.compile(rb"/FontName/(?:[A-Z]{6}\+)?([\w-]+)")
_ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(.))", re.DOTALL)
_TOKENS = re.compile(rb"/(f\d+) [\d.]+ Tf|\(((?:\\.|[^\\)])*)\)", re.DOTALL)
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def fonts(pdf: bytes) -> set[str]:
    """The names of the fonts that a PDF brings along."""
    return {name.decode() for name in _FONTS.findall(pdf)}


def words_of_pdf(pdf: bytes) -> list[str]:
    """The letters of each page of a PDF, read by what its fonts say that they stand for."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    pages = [body for body in objects.values() if re.search(rb"/Type/Page\b", body)]
    return [_page(page, objects) for page in pages]


def words_of_docx(content: bytes | Path) -> str:
    """The text of a Word file, paragraphs and cells each on a line."""
    opened = docx.Document(io.BytesIO(content) if isinstance(content, bytes) else str(content))
    cells = (cell.text for table in opened.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in opened.paragraphs), *cells])


def _page(page: bytes, objects: dict[int, bytes]) -> str:
    resources = objects[_referred(rb"Resources", page)]
    fonts = {
        name: _letters(_unpacked(objects[_referred(rb"ToUnicode", objects[int(number)])]))
        for name, number in re.findall(rb"/(f\d+) (\d+) 0 R", resources)
    }
    current: dict[int, str] = {}
    said = ""
    content = _unpacked(objects[_referred(rb"Contents", page)])
    for font, text in _TOKENS.findall(content):
        if font:
            current = fonts[font]
        raw = _ESCAPED.sub(_unescaped, text)
        pairs = (raw[at : at + 2] for at in range(0, len(raw), 2))
        said += "".join(current.get(int.from_bytes(pair), "") for pair in pairs)
    return said


def _referred(name: bytes, body: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert found
    return int(found[1])


def _unpacked(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found
    return zlib.decompress(found[1]) if b"FlateDecode" in body else found[1]


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8)])
    return _CONTROLS.get(found[2], found[2])


def _letters(cmap: bytes) -> dict[int, str]:
    return {
        int(code, 16): bytes.fromhex(to.decode()).decode("utf-16-be")
        for code, to in re.findall(rb"<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>", cmap)
    }
