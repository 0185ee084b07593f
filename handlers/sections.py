"""After the sign-up: the parts of the dossier, in any order, over as many days as it takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handlers import cases, home, path, payloads, sheet, whom
from handlers.effects import Agreed
from handlers.move import Line, Move, Option
from handlers.path import Slot
from handlers.state import Conversation, Registration, Source, Stage, Status
from handlers.verdict import judged

if TYPE_CHECKING:
    from content.model import Book

FILLING = frozenset({Status.INTEREST, Status.COLLECTING, Status.COMPLETE})
SAID = frozenset({Source.CHAT, Source.STAFF})
NAMED_MISSING = 4


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the dossier (of one product, or 0): how many questions, how many answered."""

    product: int
    section: str
    done: int
    of: int


def show(c: Conversation, b: Book, lines: tuple[Line, ...] = ()) -> Move:
    """How far each part is, what is still missing, and which part to go on with."""
    c = sheet.tidied(c._replace(stage=Stage.SECTIONS, asked=None))
    registration = sheet.active(c)
    if registration is None or not registration.loaded:
        return home.menu(c, b, lines)
    lacking = missing(registration, b)
    now = judged(_with_status(registration, b, lacking), b)
    c = sheet.with_registration(c, now) if now is not registration else c
    left = _named(lacking) if lacking else (Line("sections-complete"),)
    options = [_option(now, part, b) for part in parts(now, b)]
    words = ("add-product", "edit", "home")
    return Move(
        c._replace(section="", skipped=frozenset()),
        (*lines, *whom.now(c), *left, Line("sections-ask")),
        (
            *agree(now),
            *options,
            *(Option(Line(f"sections-option-{word}"), payloads.go(word)) for word in words),
        ),
        ways=("staff",),
        effects=cases.case(now, b) if now.verdict != registration.verdict else (),
    )


def agree(registration: Registration) -> tuple[Option, ...]:
    """The way to record the consent that a registration waits for."""
    waits = registration.agreed is Agreed.WAITING
    record = Option(Line("option-record-consent"), payloads.go("consent", str(registration.id)))
    return (record,) if waits else ()


def filed(registration: Registration, b: Book) -> Registration:
    """The registration under the status that its answers give it."""
    return _with_status(registration, b, missing(registration, b))


def parts(registration: Registration, b: Book) -> list[Part]:
    """The parts of the dossier, those of each product last, in the order they are shown."""
    form, answers = b.forms[sheet.REGISTRATION], registration.answers
    return [
        Part(product, section, sum(map(answers.__contains__, keys)), len(keys))
        for product, section, keys in path.parts(form, answers, registration.products)
    ]


def _with_status(registration: Registration, b: Book, lacking: list[Slot]) -> Registration:
    """Interest, collecting or complete, by what has been answered; later ones are the staff's."""
    if registration.status not in FILLING:
        return registration
    form = b.forms[sheet.REGISTRATION]
    more = any(
        answer.value and answer.source in SAID and not form.by_key[key].signup
        for (_, key), answer in registration.answers.items()
        if key in form.by_key
    )
    status = Status.COLLECTING if more else Status.INTEREST
    status = status if lacking else Status.COMPLETE
    return registration if status is registration.status else registration._replace(status=status)


def missing(registration: Registration, b: Book) -> list[Slot]:
    """The questions that a complete dossier needs and that have no answer."""
    answers = registration.answers
    every = path.slots(b.forms[sheet.REGISTRATION].needed, answers, registration.products)
    return [slot for slot in every if not ((a := answers.get(slot.key)) and a.value)]


def _named(lacking: list[Slot]) -> tuple[Line, ...]:
    first = tuple(
        Line("sections-missing", {"what": Line(f"{slot.question.words}.label")})
        for slot in lacking[:NAMED_MISSING]
    )
    more = len(lacking) - len(first)
    rest = (Line("sections-missing-more", {"n": str(more)}),) if more else ()
    return (Line("sections-missing-intro"), *first, *rest)


def named(registration: Registration, part: Part, b: Book) -> Line:
    """What a part is called: the establishment's own, or with the product's number of several."""
    own = f"section-{part.section}.own"
    if part.product == 0 and b.wording.has(b.languages[0], own):
        return Line(own)
    name = Line(f"section-{part.section}")
    several = part.product > 0 and registration.products > 1
    return Line("label-product", {"label": name, "n": str(part.product)}) if several else name


def _option(registration: Registration, part: Part, b: Book) -> Option:
    words = named(registration, part, b)
    progress: dict[str, Line | str] = {"part": words, "n": str(part.done), "of": str(part.of)}
    return Option(
        Line("sections-progress", progress),
        payloads.go("part", part.section, str(part.product)),
    )
