"""
PDF of our papers, set by Typst in Be Vietnam Pro, which has every letter of Vietnamese.

What is to be printed goes in as JSON, so no text of anybody is ever read as Typst.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.papers.sheet import Sheet

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
FONTS = HERE / "vendor" / "be-vietnam-pro"


def pdf_of(sheet: Sheet, language: str, folder: Path | None = None) -> bytes:
    """The sheet as PDF; its pictures are files of this folder."""
    blocks = [{"kind": type(block).__name__, **asdict(block)} for block in sheet.blocks]
    data = {"foot": sheet.foot, "landscape": sheet.landscape, "blocks": blocks}
    return set_in_type("sheet", data | {"language": language}, folder)


def set_in_type(template: str, data: Mapping[str, Any], folder: Path | None = None) -> bytes:
    """The PDF that one of our templates makes of its data."""
    made: bytes = typst.compile(  # type: ignore[call-overload]  # root is a path, whatever the input is
        (TEMPLATES / f"{template}.typ").read_bytes(),
        root=folder or FONTS,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"data": json.dumps(data)},
    )
    return made
