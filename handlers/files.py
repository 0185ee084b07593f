"""Photos and papers: taken where one is wanted, kindly refused elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.form import Kind
from handlers import (
    asking,
    form,
    helping,
    ladder,
    payloads,
    returning,
    sections,
    sheet,
)
from handlers.effects import DropMedia, Effect, KeepMedia
from handlers.events import MediaKind, OtherKind, Said
from handlers.move import Line, Move, Option
from handlers.state import Answer, Conversation, Source, Stage
from handlers.way import mark, way

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import MediaRefused, SentMedia, SentOther
    from handlers.path import Slot

LARGEST = 10 * 1024 * 1024
PDF = "application/pdf"
FULL = "too-much"
"""Why a photo is refused that need not be sent again."""

OPEN = frozenset({Stage.HOME, Stage.SECTIONS, Stage.MINE})
"""Stages in which a photo that nobody asked for may be one for the dossier."""

HEIC = frozenset({"image/heic", "image/heif"})


def sent(c: Conversation, e: SentMedia, b: Book) -> Move:
    """Take a photo or a paper for the question that wants one."""
    slot = asking.open_slot(c, b)
    registration = sheet.active(c)
    if slot is None or registration is None or slot.question.kind not in asking.FILES:
        return _unasked(c, e, b)
    refusal = _refusal(e, slot)
    if refusal:
        return ladder.wrong(c, b, slot, refusal)
    if c.asked is not None and c.asked.form == sheet.HELPING:
        return helping.slip(c, e, b)
    return _taken(c, e, b, slot, registration.id)


def _unasked(c: Conversation, e: SentMedia, b: Book) -> Move:
    """
    What nobody asked for is not kept; somebody who has signed up is asked which photo it is.

    Words that came with it may be the answer to what was asked.
    """
    if c.stage is Stage.ASKING and e.caption and asking.open_slot(c, b) is not None:
        move = form.said(c, Said(e.at, e.caption), b)
        return move._replace(lines=(Line("photo-not-now"), *move.lines))
    wanted = _wanted(c, b)
    if not wanted:
        return returning.unmoved(c, e, b, (Line("photo-not-now"),))
    if wanted[0].product != wanted[-1].product:
        return sections.show(c, b, (Line("photo-which-part"),))
    return _photos_alone(c, b, wanted[0])


def _photos_alone(c: Conversation, b: Book, first: Slot) -> Move:
    """Ask for the photos of a product; papers of the same part are left for later."""
    c = c._replace(section=f"{first.product}/{first.question.section}", editing=False)
    road = way(c, b, sheet.REGISTRATION)
    others = (one for one in road.slots if one.question.kind is not Kind.PHOTO)
    c = c._replace(skipped=frozenset(map(mark, others)))
    return asking.put(c, b, road, first, (Line("photo-which"),))


def _wanted(c: Conversation, b: Book) -> list[Slot]:
    """The photos that a dossier still needs, where one may have been sent for it."""
    entry = sheet.active(c)
    if c.stage not in OPEN or c.locked or entry is None or not entry.loaded:
        return []
    if entry.status not in sections.FILLING:
        return []
    return [one for one in sections.missing(entry, b) if one.question.kind is Kind.PHOTO]


def refused(c: Conversation, e: MediaRefused, b: Book) -> Move:
    """A photo taken earlier turned out unusable: say why and ask for it again."""
    registration = sheet.active(c)
    found = next(
        (
            (key, answer)
            for key, answer in (registration.answers if registration else {}).items()
            if e.media in answer.value.split(",")
        ),
        None,
    )
    line = Line(f"wrong-{e.reason}")
    if registration is None or found is None:
        return returning.unmoved(c, e, b, (line,))
    key, answer = found
    rest = ",".join(one for one in answer.value.split(",") if one != e.media)
    answers = {k: a for k, a in registration.answers.items() if k != key}
    if rest:
        answers[key] = answer._replace(value=rest)
    if key == helping.SLIP:
        return helping.slip_refused(c, b, registration, line)
    c = sheet.with_registration(c, registration._replace(answers=answers))
    again = Line("photo-again", {"what": Line(f"registration-{key[1]}.label")})
    return returning.unmoved(c, e, b, (line,) if e.reason == FULL else (line, again))


def other(c: Conversation, e: SentOther, b: Book) -> Move:
    """A sticker, a video, a location: say what is expected and put the question again."""
    slot = asking.open_slot(c, b)
    elsewhere = e.kind is OtherKind.LOCATION and (slot is None or slot.question.kind != Kind.PLACE)
    line = Line("other-location-later" if elsewhere else f"other-{e.kind}")
    return returning.unmoved(c, e, b, (line,))


def _refusal(e: SentMedia, slot: Slot) -> str:
    if e.mime in HEIC:
        return "heic"
    if e.size > LARGEST:
        return "too-big"
    if e.mime == PDF:
        return "" if slot.question.kind is Kind.PAPER else "not-a-photo"
    if e.kind is MediaKind.DOCUMENT and not e.mime.startswith("image/"):
        return "not-accepted"
    return ""


def _taken(c: Conversation, e: SentMedia, b: Book, slot: Slot, registration: int) -> Move:
    earlier = sheet.answers(c, b, sheet.REGISTRATION).get(slot.key)
    before = earlier.value.split(",") if earlier and earlier.value else []
    most = slot.question.maximum or 1
    several = most > 1
    kept = [*before, e.media][-most:] if several else [e.media]
    answer = Answer(",".join(kept), e.caption, Source.CHAT, e.at.heard)
    c = sheet.kept(c, b, sheet.REGISTRATION, slot.key, answer)
    effects: tuple[Effect, ...] = (
        KeepMedia(e.media, registration, slot.product, slot.question.key, e.remote),
        *(DropMedia(one) for one in before if one not in kept),
    )
    taken = Line("photo-kept", {"what": Line(f"{slot.question.words}.label")})
    if several:
        to = (sheet.REGISTRATION, slot.product, slot.question.key)
        done = Option(Line("option-done"), payloads.tap(*to, payloads.DONE))
        more = Line("photo-more", {"n": str(len(kept))})
        gone = (Line("photo-first-gone", {"most": str(most)}),) if len(before) == most else ()
        return Move(c, (taken, *gone, more), (done,), effects=effects)
    move = form.onward(c, e, b, (taken,))
    return move._replace(effects=(*effects, *move.effects))
