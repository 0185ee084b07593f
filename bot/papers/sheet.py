"""
A paper before anybody decides whether it is to be PDF or DOCX: its blocks, one under the other.

What people wrote stands in blocks as plain text. Neither kind of file takes it for anything else.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Title:
    """What the paper is called, in the middle of its head."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a part of it."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; its `place` is `left`, `centre` or `right`, and `small` print is a remark."""

    text: str
    place: str = "left"
    small: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, each with what is to be said beside it."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """Lines that are listed."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """
    A table under headings that stand on every page.

    `widths` are the columns' shares of the page, and `tall` rows leave room to write in by hand.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo, printed 15 cm wide, by the path of its file under the folder of the papers."""

    path: str
    caption: str


Block = Title | Heading | Words | Facts | Items | Grid | Picture


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper of any number of pages of A4; `foot` stands at the bottom of each."""

    blocks: tuple[Block, ...]
    foot: str = ""
    landscape: bool = False
