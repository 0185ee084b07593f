"""
A whole registration, as the producer does it: a small phone, a thumb, `python -m bot serve --demo`.

The person reads each question and answers it from the table below; where it has no answer, the
first choice is tapped. The words are looked up in the book, so rewording it does not break this.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from PIL import Image

from content.form import Kind, Question
from content.model import Book
from tests.book import the_book
from tests.web import pictures
from tests.web.chromium import Screen, chromium, phone
from tests.web.program import program

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(240)]

TYPED = {
    "est-commune-code": "lung tam",
    "contact-name": "Vàng Thị Mỷ",
    "contact-phone": "0912 000 111",
    "est-name": "HTX Lanh Sợi Xanh",
    "prod-name": "Khăn lanh nhuộm chàm",
    "rep-name": "Giàng Mí Sính",
    "reg-number": "100200300",
    "workers-total": "18",
    "prod-description": "Khăn dệt tay từ sợi lanh, nhuộm chàm nhiều lần, vẽ sáp ong hoa văn cổ.",
    "materials": "sợi lanh, chàm",
    "annual-output": "2000 chiếc",
}
TAPPED = {"est-type": "cooperative"}
FEW_WORDS = 40


class Producer:
    """Reads what is on the screen and answers it."""

    def __init__(self, screen: Screen, book: Book, photo: Path) -> None:
        self.screen = screen
        self.book = book
        self.photo = photo
        self.answered: list[str] = []

    def words(self, key: str) -> str:
        return self.book.wording.say("vi", key)

    def asked(self, text: str) -> Question | None:
        """The question that a message ends with."""
        known = (question for form in self.book.forms.values() for question in form.questions)
        return next((one for one in known if self.beginning(one) in text), None)

    def beginning(self, question: Question) -> str:
        return self.book.wording.written("vi", question.words).partition("{")[0][:FEW_WORDS]

    async def tap(self, label: str) -> str:
        await self.screen.tap(label)
        return await self.screen.answered()

    async def answer(self, text: str) -> str:
        """Answer the open question; gives what is said next."""
        done = self.words("option-done")
        if await self.screen.offers(done):
            return await self.tap(done)
        question = self.asked(text)
        if question is None:
            return await self.tap("")  # is that right? yes
        self.answered.append(question.key)
        if question.kind in (Kind.PHOTO, Kind.PAPER):
            count = await self.screen.page.locator(".ours").count()
            await self.screen.page.set_input_files("#file", self.photo)
            await self.screen.replies(count + 1)
        elif question.key in TYPED:
            await self.screen.type(TYPED[question.key])
        elif question.key in TAPPED:
            choice = self.words(f"{question.words}.choice-{TAPPED[question.key]}")
            await self.screen.tap(choice)
        elif self.optional(question):
            await self.screen.tap(self.words("way-skip"))
        else:
            await self.screen.tap("")
        return await self.screen.answered()

    def optional(self, question: Question) -> bool:
        return not question.required and not question.signup


async def test_a_producer_registers_with_photos_on_a_small_phone(tmp_path: Path) -> None:
    book = the_book()
    photo = tmp_path / "khan.jpg"
    photo.write_bytes(pictures.photo_with_place(2600, 2000))
    async with (
        program(tmp_path / "data") as running,
        chromium() as browser,
        phone(browser, running.url) as mobile,
    ):
        screen = await mobile.open("/?start=poster-7")
        await screen.replies(1)
        producer = Producer(screen, book, photo)

        text = await producer.tap(book.wording.say("vi", "menu-eligibility"))
        while not await screen.offers(book.wording.say("vi", "verdict-option-sources")):
            text = await producer.answer(text)
        assert "✔" in text

        text = await producer.tap(book.wording.say("vi", "verdict-option-register"))
        send = book.wording.say("vi", "review-option-send")
        while not await screen.offers(send):
            text = await producer.answer(text)
        assert "Vàng Thị Mỷ" in text
        text = await producer.tap(send)
        code = re.search(r"\d{3}-\d{3}-\d", text)
        assert code

        text = await fill_every_part(producer)
        wide = await screen.page.evaluate("document.documentElement.scrollWidth")
        before = await screen.said()
        await screen.page.reload()
        await screen.replies(3)
        after = await screen.said()
        await running.command("export", "registrations", "--out", str(tmp_path / "all.csv"))
        files = list((tmp_path / "data" / "media").glob("??/??/*"))

    assert wide == 360
    assert after[-10:] == before[-10:]
    (row,) = csv.DictReader(io.StringIO((tmp_path / "all.csv").read_text("utf-8-sig")))
    cells = set(row.values())
    assert {"Vàng Thị Mỷ", "0912 000 111", "HTX Lanh Sợi Xanh", code[0]} <= cells
    assert {"Khăn lanh nhuộm chàm", "Giàng Mí Sính"} <= cells
    assert len(set(producer.answered)) > 30
    photos = [key for key in producer.answered if key.startswith("att-")]
    assert len(files) == len(photos) >= 5
    for file in files:
        kept = file.read_bytes()
        assert b"Secret" not in kept
        assert max(Image.open(io.BytesIO(kept)).size) == 2000


async def fill_every_part(producer: Producer) -> str:
    """Fill each part of the dossier that has questions left, once; gives the last message."""
    screen = producer.screen
    done: set[str] = set()
    while True:
        text = await screen.answered()
        labels = await screen.page.locator(".newest .choices button span").all_inner_texts()
        parts = [label for label in labels if re.search(r"\(\d+/\d+\)$", label)]
        if not parts:
            await producer.answer(text)
            continue
        part = next((label for label in parts if left(label) and name(label) not in done), "")
        if not part:
            return text
        done.add(name(part))
        await producer.tap(part)


def left(label: str) -> bool:
    filled, total = re.findall(r"\d+", label)[-2:]
    return int(filled) < int(total)


def name(label: str) -> str:
    return label.partition("(")[0] + label.rpartition("/")[2]
