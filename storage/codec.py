"""
The JSON of a conversation's state and of a message, written by hand: short, and quick to read.

Only what differs from a fresh conversation is written. Registrations and the subjects agreed to
have tables of their own and are not in it. Reading is lenient: a field or a value that this
version does not know is as if it were not there, so old rows never break a talk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from handlers.effects import Attachment, Choice, Message
from handlers.state import (
    Answer,
    Asked,
    Attendance,
    Conversation,
    Paused,
    Replaced,
    Slip,
    Source,
    Stage,
    Wanted,
)
from storage.instants import instant, micros

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from handlers.state import Answers, Registration

_STAGES = {stage.value: stage for stage in Stage}
_SOURCES = {source.value: source for source in Source}


def encode_conversation(talk: Conversation) -> str:  # noqa: C901, PLR0912, PLR0915 (a line each)
    """The state as the `conversation` table keeps it."""
    state: dict[str, Any] = {"stage": talk.stage}
    if talk.language:
        state["language"] = talk.language
    if talk.aid:
        state["aid"] = talk.aid
    if talk.asked is not None:
        state["asked"] = _asked_out(talk.asked)
    if talk.answers:
        state["answers"] = {form: _answers_out(own) for form, own in talk.answers.items()}
    if talk.skipped:
        state["skipped"] = sorted(talk.skipped)
    if talk.active:
        state["active"] = talk.active
    if talk.page:
        state["page"] = talk.page
    if talk.section:
        state["section"] = talk.section
    if talk.editing:
        state["editing"] = True
    if talk.for_other:
        state["for_other"] = True
    if talk.paused is not None:
        state["paused"] = _paused_out(talk.paused)
    if talk.offered:
        state["offered"] = _choices_out(talk.offered)
    if talk.lost:
        state["lost"] = talk.lost
    if talk.last_said:
        state["last_said"] = talk.last_said
    if talk.replied_at is not None:
        state["replied_at"] = micros(talk.replied_at)
    if talk.source:
        state["source"] = talk.source
    if talk.topics:
        state["topics"] = sorted(talk.topics)
    if talk.quiet_until is not None:
        state["quiet_until"] = micros(talk.quiet_until)
    if talk.attended is not None:
        name, until, waits, heard = talk.attended
        state["attended"] = (name, micros(until), waits, heard)
    if talk.names:
        state["names"] = sorted(talk.names)
    if talk.locked:
        state["locked"] = talk.locked
    if talk.replaced is not None:
        form, number, at, lost = talk.replaced
        each = [(*key, *_answer_out(one)) for key, one in lost.items()]
        state["replaced"] = (form, number, at, each)
    if talk.wanted is not None:
        state["wanted"] = _wanted_out(talk.wanted)
    if talk.slip is not None:
        state["slip"] = (talk.slip.media, micros(talk.slip.at), *talk.slip.registrations)
    if talk.muted:
        state["muted"] = True
    if talk.booking:
        state["booking"] = talk.booking
    if talk.opened:
        state["opened"] = sorted(talk.opened)
    if talk.claimed:
        state["claimed"] = [micros(at) for at in talk.claimed]
    return orjson.dumps(state).decode()


def decode_conversation(text: str, registrations: tuple[Registration, ...] = ()) -> Conversation:
    """What `encode_conversation` wrote, with the registrations that were read beside it."""
    state = orjson.loads(text).get
    return Conversation(
        language=state("language", ""),
        aid=state("aid", ""),
        stage=_STAGES.get(state("stage"), Stage.HOME),
        asked=_asked_in(state("asked")),
        answers=_answers_in(state("answers")),
        skipped=frozenset(state("skipped", ())),
        active=state("active", 0),
        page=state("page", ""),
        section=state("section", ""),
        editing=state("editing", False),
        for_other=state("for_other", False),
        paused=_paused_in(state("paused")),
        offered=_choices_in(state("offered")),
        lost=state("lost", 0),
        last_said=state("last_said", ""),
        replied_at=_moment_in(state("replied_at")),
        source=state("source", ""),
        topics=frozenset(state("topics", ())),
        quiet_until=_moment_in(state("quiet_until")),
        attended=_attended_in(state("attended")),
        names=frozenset(state("names", ())),
        locked=state("locked", ""),
        muted=state("muted", False),
        booking=state("booking", ""),
        replaced=_replaced_in(state("replaced")),
        wanted=_wanted_in(state("wanted")),
        slip=_slip_in(state("slip")),
        opened=frozenset(state("opened", ())),
        claimed=tuple(map(instant, state("claimed", ()))),
        registrations=registrations,
    )


def encode_message(message: Message) -> str:
    """The payload of an outgoing row."""
    out: dict[str, Any] = {"text": message.text}
    if message.choices:
        out["choices"] = _choices_out(message.choices)
    if message.ways:
        out["ways"] = _choices_out(message.ways)
    if message.ask_phone:
        out["ask_phone"] = message.ask_phone
    if message.by_call:
        out["by_call"] = True
    if message.attached is not None:
        out["attached"] = tuple(message.attached)
    return orjson.dumps(out).decode()


def decode_message(payload: str) -> Message:
    """What `encode_message` wrote."""
    found = orjson.loads(payload).get
    return Message(
        text=found("text", ""),
        choices=_choices_in(found("choices")),
        ways=_choices_in(found("ways")),
        ask_phone=found("ask_phone", ""),
        by_call=found("by_call", False),
        attached=Attachment(*attached) if (attached := found("attached")) else None,
    )


def source_of(value: str) -> Source:
    """The source a column names; one that this version does not know was the chat."""
    return _SOURCES.get(value, Source.CHAT)


def _answer_out(answer: Answer) -> tuple[str, str, str, int]:
    return answer.value, answer.raw, answer.source, micros(answer.at)


def _answers_out(own: Answers) -> dict[str, tuple[str, str, str, int]]:
    return {key: _answer_out(answer) for (_, key), answer in own.items()}


def _answers_in(found: Mapping[str, Mapping[str, list[Any]]] | None) -> Mapping[str, Answers]:
    if not found:
        return {}
    return {
        form: {
            (0, key): Answer(value, raw, source_of(source), instant(at))
            for key, (value, raw, source, at) in own.items()
        }
        for form, own in found.items()
    }


def _asked_out(asked: Asked) -> tuple[Any, ...]:
    """The question, then the rest as far as it was used."""
    if asked.product or asked.reading or asked.raw or asked.doubt or asked.tries:
        return (
            asked.form,
            asked.question,
            asked.product,
            asked.reading,
            asked.raw,
            asked.doubt,
            asked.tries,
        )
    return asked.form, asked.question


def _asked_in(found: list[Any] | None) -> Asked | None:
    return Asked(*found) if found else None


def _paused_out(paused: Paused) -> tuple[Any, ...]:
    return paused.stage, None if paused.asked is None else _asked_out(paused.asked)


def _paused_in(found: list[Any] | None) -> Paused | None:
    return Paused(_STAGES.get(found[0], Stage.HOME), _asked_in(found[1])) if found else None


def _attended_in(found: list[Any] | None) -> Attendance | None:
    if not found:
        return None
    name, until, waits, heard = found
    return Attendance(name, instant(until), waits, heard)


def _replaced_in(found: list[Any] | None) -> Replaced | None:
    if not found:
        return None
    form, number, (product, question), lost = found
    answers = {
        (n, key): Answer(value, raw, source_of(source), instant(at))
        for n, key, value, raw, source, at in lost
    }
    return Replaced(form, number, (product, question), answers)


def _wanted_out(wanted: Wanted) -> tuple[Any, ...]:
    return (
        wanted.registration,
        wanted.keys,
        micros(wanted.since),
        wanted.active,
        _paused_out(wanted.paused),
        wanted.section,
        wanted.editing,
        sorted(wanted.skipped),
    )


def _slip_in(found: list[Any] | None) -> Slip | None:
    return Slip(found[0], instant(found[1]), tuple(found[2:])) if found else None


def _wanted_in(found: list[Any] | None) -> Wanted | None:
    if not found:
        return None
    number, keys, since, active, before, section, editing, skipped = found
    return Wanted(
        number,
        tuple((product, question) for product, question in keys),
        instant(since),
        active,
        _paused_in(before) or Paused(Stage.HOME, None),
        section,
        editing,
        frozenset(skipped),
    )


def _choices_out(choices: tuple[Choice, ...]) -> list[tuple[str, str]]:
    return [(choice.label, choice.payload) for choice in choices]


def _choices_in(found: list[list[str]] | None) -> tuple[Choice, ...]:
    return tuple([Choice(label, payload) for label, payload in found]) if found else ()


def _moment_in(count: int | None) -> datetime | None:
    return None if count is None else instant(count)
