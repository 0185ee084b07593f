"""
Writes the Word files of a pack's forms anew, from its `papers.toml`.

`python -m bot.papers.blank_forms content/tuyen-quang` replaces `papers/*.docx` there. An office
that has forms of its own puts those in their place instead, with `{{ est_name }}` where an answer
is to stand; every name is that of a question, with `_` for `-`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bot.papers.docx import docx_of
from bot.papers.forms import CODE, form_sheet, printed
from content.check import examine
from content.load import load

if TYPE_CHECKING:
    from content.model import Book
    from content.papers import Form


def blank(form: Form, book: Book) -> bytes:
    """The Word file of a form, with the names of the answers where they are to stand."""
    keys = (CODE, *printed(book))
    names = {key: "{{ " + key.replace("-", "_") + " }}" for key in keys}
    return docx_of(form_sheet(form, book, book.languages[0], names))


def main(folder: Path) -> None:
    """Write the form of each paper of the pack in this folder; what is not there yet is made."""
    (folder / "papers").mkdir(exist_ok=True)
    for form in examine(folder, demo=False)[0].papers.forms:
        (folder / "papers" / f"{form.key}.docx").touch()
    book = load(folder)
    for form in book.papers.forms:
        (folder / "papers" / f"{form.key}.docx").write_bytes(blank(form, book))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
