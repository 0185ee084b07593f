"""
A small conversation that does what it is told, so that a test says what storage must keep.

`open` opens a registration with consent, `name=Thu` answers a question (of product 0), `drop name`
takes an answer back, `tell name` says it, `status sent` sends it, `go 12` goes to another
registration, `call` asks for a call back, `topic training` agrees to a subject, `note est-type=a`
answers before any consent, `erase` and `erase 12` forget, `wonder why` asks what has no answer,
`quiet` says nothing, `code` is a reply that must go by a call, and `boom` is a mistake of ours.
Anything else is repeated. `lost` counts the turns.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from content.model import Book
from handlers.effects import (
    AskStaff,
    Choice,
    Consent,
    DropMedia,
    Effect,
    Erase,
    KeepMedia,
    Message,
    Reachable,
    Reply,
    Unanswered,
    Wish,
)
from handlers.events import Event, Followed, Left, MediaKind, Said, SentMedia
from handlers.state import Answer, Conversation, Registration, Source, Stage, Status

NOON = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Turn:
    """What a step decided."""

    conversation: Conversation
    effects: tuple[Effect, ...]


def step(talk: Conversation, event: Event, book: Book) -> Turn:
    """Do what the event says."""
    talk = talk._replace(lost=talk.lost + 1, replied_at=event.at.heard)
    match event:
        case Said(text=text):
            talk, effects = _do(talk._replace(last_said=text), event, text)
        case SentMedia(media=media, remote=remote, kind=MediaKind.VOICE):
            spoken = KeepMedia(media, talk.active, 0, "", remote, spoken=True)
            effects = (spoken, AskStaff(Wish.VOICE, media=media), _reply("heard"))
        case SentMedia(media=media, remote=remote):
            talk = _answer(talk, event, "photo", media)
            kept = KeepMedia(media, talk.active, 0, "photo", remote)
            effects = (kept, Reply(Message("kept")))
        case Followed():
            effects = (Reachable(True), Reply(Message("hello")))
        case Left():
            effects = (Reachable(False),)
        case _:
            effects = (Reply(Message(type(event).__name__)),)
    return Turn(talk, effects)


def active(talk: Conversation) -> Registration:
    """The registration that is talked about."""
    return next(one for one in talk.registrations if one.id == talk.active)


def _do(  # noqa: C901, PLR0912 (a case for each word)
    talk: Conversation, event: Said, text: str
) -> tuple[Conversation, tuple[Effect, ...]]:
    word, _, rest = text.partition(" ")
    match word:
        case "open":
            fresh = Registration(event.at.fresh, Status.DRAFT, "", "", 1, event.at.heard)
            talk = talk._replace(
                active=fresh.id, registrations=(*talk.registrations, fresh), answers={}
            )
            return talk, (Consent("dossier", True, "v1"), _reply(f"opened {fresh.id}"))
        case "drop":
            kept = {key: one for key, one in active(talk).answers.items() if key[1] != rest}
            gone = active(talk).answers.get((0, rest))
            files = (DropMedia(gone.value),) if gone and rest == "photo" else ()
            return _change(talk, answers=kept), (*files, _reply("dropped"))
        case "status":
            return _change(talk, status=Status(rest), title="Cơ sở"), (_reply("noted"),)
        case "go":
            talk = talk._replace(active=int(rest))
            names = sorted(key for _, key in active(talk).answers)
            return talk, (_reply(f"{active(talk).loaded} {names}"),)
        case "tell":
            return talk, (_reply(active(talk).answers[0, rest].value),)
        case "call":
            wish = AskStaff(Wish.CALL, "+84912000111", talk.last_said, "noon", "vi", rest)
            return talk, (Consent("call", True, "v1"), wish, _reply("we call"))
        case "topic":
            return talk._replace(topics=talk.topics | {rest}), (
                Consent(rest, True, "v1"),
                _reply("agreed"),
            )
        case "note":
            key, _, value = rest.partition("=")
            given = Answer(value, value, Source.CHAT, event.at.heard)
            known = talk.answers.get("eligibility", {})
            talk = talk._replace(answers={"eligibility": {**known, (0, key): given}})
            return talk, (_reply("noted"),)
        case "erase":
            wanted = Erase((int(rest),)) if rest else Erase(everything=True)
            return talk, (wanted, _reply("forgotten"))
        case "wonder":
            return talk, (Unanswered(rest), _reply("no idea"))
        case "quiet":
            return talk, ()
        case "code":
            return talk, (Reply(Message("482-157-3", by_call=True)),)
        case "boom":
            raise RuntimeError(f"a secret: {rest}")
    if "=" in text:
        key, _, value = text.partition("=")
        return _answer(talk, event, key, value), (_reply(f"{key} is {value}"),)
    return talk, (_reply(text),)


def _reply(text: str) -> Reply:
    return Reply(Message(text, (Choice("One", "go/1"),), (Choice("back", "go/back"),)))


def _answer(talk: Conversation, event: Event, key: str, value: str) -> Conversation:
    given = Answer(value, f"raw {value}", Source.CHAT, event.at.heard)
    return _change(
        talk._replace(stage=Stage.ASKING), answers={**active(talk).answers, (0, key): given}
    )


def _change(talk: Conversation, **changes: object) -> Conversation:
    return talk._replace(
        registrations=tuple(
            one._replace(**changes) if one.id == talk.active else one  # type: ignore[arg-type]
            for one in talk.registrations
        ),
    )
