"""
What is kept about one person as a file for that person: a page to read, the same as data, and the
photos and papers.
"""

from __future__ import annotations

import asyncio
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from content.form import Kind
from handlers.answers import show
from handlers.codes import code
from handlers.days import VIETNAM
from handlers.reading.phone import show_phone
from handlers.sheet import REGISTRATION
from storage.media import Absent

if TYPE_CHECKING:
    from content.model import Book
    from storage.media import Media
    from storage.personal import Personal
    from storage.records import Record

PAGE, DATA = "du-lieu.html", "du-lieu.json"
ENDINGS = {"image/jpeg": "jpg", "application/pdf": "pdf"}

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is kept: what it is, what it says, where it comes from."""

    label: str
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Part:
    """A registration with its facts, and the names of its files in the archive."""

    title: str
    facts: tuple[Fact, ...]
    files: tuple[str, ...]


async def write_personal(
    found: Personal, book: Book, media: Media, now: datetime, out: Path
) -> int:
    """Write the archive; gives how many files of theirs are in it."""
    whole = {PAGE: page(found, book, now).encode()}
    whole[DATA] = orjson.dumps(data(found), option=orjson.OPT_INDENT_2)
    words = len(whole)
    for record in found.records:
        for name, media_id in _files(record):
            with suppress(Absent):
                whole[name] = await media.get(media_id)
    await asyncio.to_thread(_packed, whole, out)
    return len(whole) - words


def _packed(whole: Mapping[str, bytes], out: Path) -> None:
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            archive.writestr(name, content)


def page(found: Personal, book: Book, now: datetime) -> str:
    """All of it as one page that needs nothing else."""
    language = book.languages[0]

    def say(key: str, **args: str) -> str:
        return book.wording.say(language, key, args)

    return _templates.get_template("personal.html").render(
        language=language,
        say=say,
        office=book.office,
        found=found,
        now=shown(now),
        shown=shown,
        show_phone=show_phone,
        channel=found.channel.replace("_", "-"),
        parts=[_part(record, book, language) for record in found.records],
        seats=[(one.words.get(language, {}), one) for one in found.seats],
    )


def data(found: Personal) -> dict[str, Any]:
    """The same for a machine to read."""
    return {
        "channel": found.channel,
        "since": found.since,
        "phone": found.phone,
        "registrations": [
            {
                "code": code(record.entry.id),
                "status": record.entry.status,
                "opened_at": record.entry.opened_at,
                "sent_at": record.entry.sent_at,
                "answers": [
                    {
                        "product": product,
                        "question": question,
                        "value": answer.value,
                        "typed": answer.raw,
                        "source": answer.source.value,
                        "at": answer.at,
                    }
                    for (product, question), answer in record.answers.items()
                ],
                "files": [name for name, _ in _files(record)],
                "consents": [asdict(one) for one in record.consents],
            }
            for record in found.records
        ],
        "consents": [asdict(one) for one in found.consents],
        "messages": [one._asdict() for one in found.lines],
        "requests": [one._asdict() for one in found.wishes],
        "seats": [one._asdict() for one in found.seats],
    }


def shown(moment: datetime | None) -> str:
    """A time on a clock in Vietnam."""
    return f"{moment.astimezone(VIETNAM):%d/%m/%Y %H:%M}" if moment else ""


def _part(record: Record, book: Book, language: str) -> Part:
    questions = book.forms[REGISTRATION].by_key
    facts = []
    for (product, key), answer in sorted(record.answers.items()):
        question = questions.get(key)
        if question is None or question.kind in {Kind.PHOTO, Kind.PAPER}:
            continue
        label = book.wording.say(language, f"{question.words}.label")
        if product > 1:
            label = book.wording.say(language, "label-product", {"label": label, "n": str(product)})
        value = show(question, answer.value, book, language)
        if question.kind is Kind.PHONE:
            value = show_phone(answer.value)
        source = book.wording.say(language, f"record-by-{answer.source}", {"at": shown(answer.at)})
        facts.append(Fact(label, value, source))
    title = f"{code(record.entry.id)} {record.entry.title}".strip()
    return Part(title, tuple(facts), tuple(name for name, _ in _files(record)))


def _files(record: Record) -> Iterator[tuple[str, str]]:
    """The names that the files get, and where each lies."""
    for number, one in enumerate(record.files, 1):
        ending = ENDINGS.get(one.mime, "bin")
        yield f"tep/{record.entry.code}-{number}-{one.question}.{ending}", one.id
