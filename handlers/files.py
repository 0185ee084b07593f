"""Photos and papers: taken where one is wanted, kindly refused elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.form import Kind
from handlers import asking, form, helping, home, ladder, payloads, sheet
from handlers.effects import DropMedia, Effect, KeepMedia
from handlers.events import MediaKind, OtherKind
from handlers.move import Line, Move, Option
from handlers.state import Answer, Conversation, Source

if TYPE_CHECKING:
    from content.model import Book
    from handlers.events import MediaRefused, SentMedia, SentOther
    from handlers.path import Slot

LARGEST = 10 * 1024 * 1024
PDF = "application/pdf"
FULL = "too-much"
"""Why a photo is refused that need not be sent again."""

HEIC = frozenset({"image/heic", "image/heif"})


def sent(c: Conversation, e: SentMedia, b: Book) -> Move:
    """Take a photo or a paper for the question that wants one."""
    slot = asking.open_slot(c, b)
    registration = sheet.active(c)
    if slot is None or registration is None or slot.question.kind not in asking.FILES:
        lines = (Line("photo-not-now"),)
        return asking.repeat(c, b, lines) or home.menu(c, b, lines)
    refusal = _refusal(e, slot)
    if refusal:
        return ladder.wrong(c, b, slot, refusal)
    if c.asked is not None and c.asked.form == sheet.HELPING:
        return helping.slip(c, e, b)
    return _taken(c, e, b, slot, registration.id)


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
        return asking.repeat(c, b, (line,)) or home.menu(c, b, (line,))
    key, answer = found
    rest = ",".join(one for one in answer.value.split(",") if one != e.media)
    answers = {k: a for k, a in registration.answers.items() if k != key}
    if rest:
        answers[key] = answer._replace(value=rest)
    if key == helping.SLIP:
        return helping.slip_refused(c, b, registration, line)
    c = sheet.with_registration(c, registration._replace(answers=answers))
    again = Line("photo-again", {"what": Line(f"registration-{key[1]}.label")})
    lines = (line,) if e.reason == FULL else (line, again)
    return asking.repeat(c, b, lines) or home.menu(c, b, lines)


def other(c: Conversation, e: SentOther, b: Book) -> Move:
    """A sticker, a video, a location: say what is expected and put the question again."""
    slot = asking.open_slot(c, b)
    elsewhere = e.kind is OtherKind.LOCATION and (slot is None or slot.question.kind != Kind.PLACE)
    lines = (Line("other-location-later" if elsewhere else f"other-{e.kind}"),)
    return asking.repeat(c, b, lines) or home.menu(c, b, lines)


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
