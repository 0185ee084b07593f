"""What a person sees at a glance in a message: which question it puts, or the code it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from content.model import Book
from tests.fakes.telegram_account import Bubble

CODE = re.compile(r"\b\d{3}-\d{3}-\d\b")
CONFIRM, REVIEW, DONE = "confirm", "review", "done"


@dataclass(frozen=True, slots=True)
class Eyes:
    """Knows the questions of the registration by their sentences."""

    sentences: dict[str, str]

    def asked(self, bubble: Bubble) -> str:
        """
        The key of the question that stands last in the message.

        `confirm` where something is said back, `review` before sending, `done` once there is a
        code, and nothing where there is no question at all.
        """
        if CODE.search(bubble.text):
            return DONE
        if bubble.labels[:2] == ["Đúng", "Không phải"]:
            return CONFIRM
        if "Gửi ghi danh" in bubble.labels:
            return REVIEW
        places = {key: bubble.text.rfind(words) for key, words in self.sentences.items()}
        last = max(places, key=lambda key: places[key])
        return last if places[last] >= 0 else ""


def eyes(book: Book) -> Eyes:
    """Eyes for the questions of this book."""
    form = book.forms["registration"]
    sentences = {
        one.key: book.wording.say("vi", one.words)
        for one in form.questions
        if one.signup and one.key != "consent-data"
    }
    consent = book.wording.written("vi", "registration-consent-data")
    return Eyes(sentences | {"consent-data": consent.partition("{")[0].strip()})
