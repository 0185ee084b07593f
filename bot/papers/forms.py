"""The forms of a dossier, one product on each: what stands where, by `papers.toml` of the pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.papers.sheet import Facts, Heading, Sheet, Title, Words
from content.form import About, Kind
from handlers import path
from handlers.answers import show
from handlers.codes import code

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.papers.sheet import Block
    from content.model import Book
    from content.papers import Form
    from storage.records import Record

REGISTRATION = "registration"
CODE = "code"
COVERED = "•"
"""What stands in a value of which nobody is to see the whole: it is written by hand."""

_NOT_PRINTED = frozenset({Kind.PHOTO, Kind.PAPER, Kind.CONSENT, Kind.TOPICS})


def printed(book: Book) -> tuple[str, ...]:
    """The keys of the questions whose answers may stand on a form."""
    questions = book.forms[REGISTRATION].questions
    return tuple(one.key for one in questions if one.kind not in _NOT_PRINTED)


def values_of(record: Record, product: int, book: Book, language: str) -> dict[str, str]:
    """
    What a form about one product says for each question, and the code of the registration.

    What nobody answered is a line to write on by hand; what is not asked is told to be so.
    """
    by_key = book.forms[REGISTRATION].by_key
    found = {CODE: code(record.entry.id)}
    for key in printed(book):
        question = by_key[key]
        given = record.answers.get((product if question.about is About.PRODUCT else 0, key))
        value = show(question, given.value, book, language) if given else ""
        if not path.applies(question, product, record.answers):
            value = book.wording.say(language, "paper-not-asked")
        elif not value or COVERED in value:
            value = book.wording.say(language, "paper-blank")
        found[key] = value
    return found


def named(values: Mapping[str, str]) -> dict[str, str]:
    """The values under the names that they have in a Word file: `est_name` for `est-name`."""
    return {key.replace("-", "_"): value for key, value in values.items()}


def form_sheet(form: Form, book: Book, language: str, values: Mapping[str, str]) -> Sheet:
    """A form with these values."""
    return Sheet(
        tuple(_blocks(form, book, language, values)),
        foot=book.wording.say(language, "paper-foot", {"code": values[CODE]}),
    )


def _blocks(form: Form, book: Book, language: str, values: Mapping[str, str]) -> Iterator[Block]:
    def say(key: str) -> str:
        return book.wording.say(language, key)

    by_key = book.forms[REGISTRATION].by_key
    yield Words(say("paper-motto"), "centre", bold=True)
    yield Words(say("paper-motto-under"), "centre", bold=True)
    yield Title(say(f"paper-{form.key}"))
    yield Words(say("paper-draft"), "centre", small=True)
    for line in form.above:
        yield Words(say(f"paper-hand-{line}"))
    for part in form.parts:
        yield Heading(say(f"paper-part-{part.key}"))
        yield Facts(
            tuple((say(f"{by_key[key].words}.label"), values[key]) for key in part.questions)
        )
    for line in form.below:
        yield Words(say(f"paper-hand-{line}"))
    if form.commits:
        yield Heading(say("paper-promises"))
        for number, promise in enumerate(form.commits, 1):
            yield Words(f"{number}. {say(f'paper-commit-{promise}')}")
    yield Words(say("paper-day"), "right")
    yield Words(say("paper-signed"), "right", bold=True)
    yield Words(say("paper-signed-how"), "right", small=True)
