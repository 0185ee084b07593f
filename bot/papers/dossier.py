"""
A registration's dossier as a folder: the checklist, what belongs to the establishment, and for each
product its forms as Word and PDF, its photos and its papers.

Nothing of it says that anything was filed: it is what staff and producer put together before that.
"""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.papers.checklist import Checklist, checklist_sheet, look, products_of
from bot.papers.docx import docx_of, fill
from bot.papers.forms import form_sheet, named, values_of
from bot.papers.pdf import pdf_of
from bot.papers.sheet import Picture, Sheet, Title
from bot.photos import JPEG, PDF
from content.folding import fold
from content.form import About, Kind
from handlers.codes import code
from storage.media import Absent

if TYPE_CHECKING:
    from content.model import Book
    from storage.media import Media
    from storage.records import File, Record

REGISTRATION = "registration"
ENDINGS = {JPEG: "jpg", PDF: "pdf"}


class Occupied(Exception):
    """The folder has something in it already."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose dossier, in which words, and on which day."""

    record: Record
    book: Book
    language: str
    day: date

    def say(self, key: str, **args: str) -> str:
        """A sentence of the book in the language of the papers."""
        return self.book.wording.say(self.language, key, args)


async def write_dossier(subject: Subject, media: Media, out: Path) -> Checklist:
    """
    Write the dossier to a folder, which is there once all of it is written; gives what is missing.

    Raises `Occupied` where there is something in the folder, and `BadForm` for a broken form.
    """
    unfinished = await asyncio.to_thread(_begin, out)
    try:
        folder = unfinished / "whole"
        lost = await _copy_files(subject, media, folder)
        found = look(subject.record, subject.book, subject.language, lost)
        await asyncio.to_thread(_write_papers, subject, found, folder)
        await asyncio.to_thread(_finish, folder, out)
    finally:
        await asyncio.to_thread(shutil.rmtree, unfinished)
    return found


def _begin(out: Path) -> Path:
    """A folder beside the one that is wanted; raises `Occupied`."""
    if out.exists() and not (out.is_dir() and not any(out.iterdir())):
        raise Occupied(str(out))
    out.absolute().parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix="dossier-", dir=out.absolute().parent))
    (unfinished / "whole").mkdir()
    return unfinished


def _finish(folder: Path, out: Path) -> None:
    """Give the folder its name."""
    with suppress(FileNotFoundError):
        out.rmdir()
    folder.replace(out)


async def _copy_files(subject: Subject, media: Media, folder: Path) -> frozenset[str]:
    """Copy the photos and papers, each to its place; gives those that cannot be opened."""
    seen: Counter[tuple[int, str]] = Counter()
    lost = set()
    for file in subject.record.files:
        seen[file.product, file.question] += 1
        path = folder / _place(subject, file, seen[file.product, file.question])
        try:
            content = await media.get(file.id)
        except Absent:
            lost.add(file.id)
            continue
        await asyncio.to_thread(_put, path, content)
    return frozenset(lost)


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _place(subject: Subject, file: File, number: int) -> str:
    """Where a file goes: its product's folder, and a name of ours."""
    question = subject.book.forms[REGISTRATION].by_key.get(file.question)
    name = subject.say(f"{question.words}.label") if question else file.question
    of_product = question is not None and question.about is About.PRODUCT
    folder = _folder(subject, file.product) if of_product else subject.say("dossier-common")
    return f"{folder}/{_plain(name)}-{number}.{ENDINGS.get(file.mime, 'bin')}"


def _folder(subject: Subject, product: int) -> str:
    return subject.say("dossier-folder", n=str(max(product, 1)))


def _plain(name: str) -> str:
    """A name that every system takes for a file: small letters, digits and hyphens."""
    letters = (one if one.isascii() and one.isalnum() else " " for one in fold(name))
    return "-".join("".join(letters).split())


def _write_papers(subject: Subject, found: Checklist, folder: Path) -> None:
    record, book, language = subject.record, subject.book, subject.language
    listed = checklist_sheet(found, record, book, language, subject.day)
    _write_both(listed, subject, folder / subject.say("dossier-file"))
    for product in products_of(record):
        own = folder / _folder(subject, product)
        own.mkdir(exist_ok=True)
        values = values_of(record, product, book, language)
        for form in book.papers.forms:
            name = own / subject.say(f"paper-{form.key}.file")
            sheet = form_sheet(form, book, language, values)
            name.with_suffix(".pdf").write_bytes(pdf_of(sheet, language))
            name.with_suffix(".docx").write_bytes(fill(form.docx, named(values)))
        photos = _photos(subject, product, folder)
        if photos:
            name = own / subject.say("dossier-photos.file")
            name.with_suffix(".pdf").write_bytes(pdf_of(photos, language, folder))


def _write_both(sheet: Sheet, subject: Subject, name: Path) -> None:
    name.with_suffix(".pdf").write_bytes(pdf_of(sheet, subject.language))
    name.with_suffix(".docx").write_bytes(docx_of(sheet))


def _photos(subject: Subject, product: int, folder: Path) -> Sheet | None:
    """The photos of a product in print size; None where there are none."""
    questions = subject.book.forms[REGISTRATION].by_key
    seen: Counter[tuple[int, str]] = Counter()
    pictures = []
    for file in subject.record.files:
        seen[file.product, file.question] += 1
        question = questions.get(file.question)
        if question is None or question.kind is not Kind.PHOTO or file.mime != JPEG:
            continue
        place = _place(subject, file, seen[file.product, file.question])
        if max(file.product, 1) == product and (folder / place).exists():
            pictures.append(Picture(f"/{place}", subject.say(f"{question.words}.label")))
    if not pictures:
        return None
    foot = subject.say("paper-foot", code=code(subject.record.entry.id))
    return Sheet((Title(subject.say("dossier-photos")), *pictures), foot=foot)
