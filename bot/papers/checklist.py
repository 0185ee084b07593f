"""What of a dossier is there and what is not: papers, answers, and the names to ask about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.papers.sheet import Facts, Grid, Heading, Items, Sheet, Title, Words
from content.form import About, Kind
from handlers import path
from handlers.answers import show
from handlers.codes import code
from handlers.days import shown
from handlers.reading.marks import lacks_marks
from handlers.reading.names import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set
    from datetime import date

    from bot.papers.sheet import Block
    from content.form import Question
    from content.model import Book
    from storage.records import Record

REGISTRATION = "registration"
HEAD = ("est-name", "est-type", "est-commune-code")
_FILES = frozenset({Kind.PHOTO, Kind.PAPER})


@dataclass(frozen=True, slots=True)
class Standing:
    """
    One paper of a dossier: its `label` and in which state it is.

    `of` says whose it is, of which product or of the establishment (0).
    """

    key: str
    document: str
    label: str
    of: str
    product: int
    state: str
    present: bool = False
    lacking: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """What is known of a dossier on the day that it is put together."""

    papers: tuple[Standing, ...]
    unanswered: tuple[str, ...]
    unmarked: tuple[str, ...]

    @property
    def lacking(self) -> int:
        """How many papers and answers must still come."""
        return sum(one.lacking for one in self.papers) + len(self.unanswered)


def products_of(record: Record) -> range:
    """The numbers of the products, of which there is at least one to be."""
    return range(1, max(record.entry.products, 1) + 1)


def look(record: Record, book: Book, language: str, lost: Set[str] = frozenset()) -> Checklist:
    """The state of a dossier; `lost` are files that are listed and cannot be opened."""
    looker = _Looker(record, book, language, lost)
    return Checklist(tuple(looker.papers()), tuple(looker.unanswered()), tuple(looker.unmarked()))


class _Looker:
    def __init__(self, record: Record, book: Book, language: str, lost: Set[str]) -> None:
        self._record = record
        self._book = book
        self._language = language
        self._lost = lost
        self._form = book.forms[REGISTRATION]

    def papers(self) -> Iterator[Standing]:
        for demand in self._book.papers.demands:
            document = self._say(f"dossier-{demand.key}")
            if not demand.questions:
                others = self._say("dossier-others")
                yield Standing(demand.key, document, "", "", 0, others)
            for product in (0, *products_of(self._record)):
                for question in (self._form.by_key[key] for key in demand.questions):
                    own = (question.about is About.PRODUCT) == bool(product)
                    if own and path.applies(question, product, self._record.answers):
                        yield self._standing(demand.key, document, question, product)

    def unanswered(self) -> Iterator[str]:
        answers, products = self._record.answers, products_of(self._record).stop - 1
        for slot in path.slots(self._form.needed, answers, products):
            given = answers.get(slot.key)
            if slot.question.kind not in _FILES and not (given and given.value):
                yield self._labelled(slot.question, slot.product)

    def unmarked(self) -> Iterator[str]:
        for (product, key), given in sorted(self._record.answers.items()):
            question = self._form.by_key.get(key)
            if question is None or not is_name(question):
                continue
            if lacks_marks(given.value, person=question.kind is Kind.NAME):
                label = self._labelled(question, product)
                yield self._say("dossier-named", label=label, name=given.value)

    def _standing(self, key: str, document: str, question: Question, product: int) -> Standing:
        files = [
            one.id
            for one in self._record.files
            if (one.product, one.question) == (product, question.key)
        ]
        gone = sum(one in self._lost for one in files)
        if gone:
            state = self._say("dossier-lost", count=str(gone))
        elif files:
            state = self._say("dossier-has", count=str(len(files)))
        else:
            state = self._say("dossier-lacks" if question.required else "dossier-optional")
        label, of = self._say(f"{question.words}.label"), self._of(product)
        present = bool(files) and not gone
        return Standing(
            key,
            document,
            label,
            f"{of}: {label}" if of else label,
            product,
            state,
            present=present,
            lacking=not present and (question.required or bool(gone)),
        )

    def _labelled(self, question: Question, product: int) -> str:
        label, of = self._say(f"{question.words}.label"), self._of(product)
        return self._say("dossier-labelled", label=label, of=of) if of else label

    def _of(self, product: int) -> str:
        """Which product, where there are several."""
        if not product or self._record.entry.products < 2:
            return ""
        given = self._record.answers.get((product, "prod-name"))
        name = given.value if given and given.value else self._say("dossier-unnamed")
        return self._say("dossier-product", n=str(product), name=name)

    def _say(self, key: str, **args: str) -> str:
        return self._book.wording.say(self._language, key, args)


def checklist_sheet(
    found: Checklist, record: Record, book: Book, language: str, day: date
) -> Sheet:
    """The checklist on paper."""

    def say(key: str, **args: str) -> str:
        return book.wording.say(language, key, args)

    by_key = book.forms[REGISTRATION].by_key
    head = [
        (say(f"{by_key[key].words}.label"), show(by_key[key], given.value, book, language))
        for key in HEAD
        if (given := record.answers.get((0, key)))
    ]
    rows = tuple((one.key.upper(), one.document, one.of, one.state) for one in found.papers)
    heads = tuple(say(f"dossier-{key}") for key in ("code", "document", "for", "state"))
    blocks: list[Block] = [
        Title(say("dossier-title")),
        Words(say("dossier-what", day=shown(day)), "centre"),
        Facts(((say("export-code"), code(record.entry.id)), *head)),
        Heading(say("dossier-list")),
        Grid(heads, rows, (2, 14, 12, 9)),
        Heading(say("dossier-missing")),
        _listed(found.unanswered, say("dossier-nothing-missing")),
    ]
    if found.unmarked:
        blocks += [Heading(say("dossier-unmarked")), Items(found.unmarked)]
    blocks.append(Words(say("dossier-checked-by")))
    return Sheet(tuple(blocks), foot=say("paper-foot", code=code(record.entry.id)))


def _listed(lines: Sequence[str], none: str) -> Block:
    return Items(tuple(lines)) if lines else Words(none)
