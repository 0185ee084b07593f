"""
What a batch of turns writes: rows are gathered, then written with one statement for each table.

A row that somebody else changed since it was read is not overwritten: its `version` would become
NULL, which the table refuses, and the whole batch is rolled back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    SmallInteger,
    bindparam,
    case,
    delete,
    func,
    literal_column,
    null,
    update,
)

from content.folding import fold
from storage.arrivals import tapped
from storage.columns import LEFT, Keeping
from storage.listed import write as write_listed
from storage.matters import Matters
from storage.persons import own_phones
from storage.prepared import Prepared, Written
from storage.schema import (
    answer,
    consent,
    contact,
    conversation,
    history,
    media,
    message,
    outbox,
    registration,
    request,
    seat,
    timer,
    unanswered,
)

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection
    from sqlalchemy.sql import ClauseElement

    from storage.engine import Insert

Row = tuple[Any, ...]


def _guarded(new: Insert, kept: str) -> dict[str, Any]:
    """What an upsert sets, with a version that only the reader of the last one can set."""
    mine = new.table.c.version == new.excluded.version - literal_column("1")
    return {name: new.excluded[name] for name in kept.split()} | {
        "version": case((mine, new.excluded.version))
    }


def _over_talk(new: Insert) -> ClauseElement:
    return new.on_conflict_do_update(
        index_elements=["account", "address"],
        set_=_guarded(
            new,
            "state consents book_version seq last_outbox_id heard_at expires_at interacted_at",
        ),
    )


def _over_registration(new: Insert) -> ClauseElement:
    return new.on_conflict_do_update(
        index_elements=["id"],
        set_=_guarded(new, "status round title products verdict updated_at agreed")
        | {"sent_at": func.coalesce(registration.c.sent_at, new.excluded.sent_at)},
    )


def _over_answer(new: Insert) -> ClauseElement:
    return new.on_conflict_do_update(
        index_elements=["registration_id", "product", "question"],
        set_={name: new.excluded[name] for name in ("value", "raw", "source", "at")},
    )


def _counted(new: Insert) -> ClauseElement:
    return new.on_conflict_do_update(
        index_elements=["folded"],
        set_={
            "times": unanswered.c.times + new.excluded.times,
            "last_at": new.excluded.last_at,
        },
    )


_talks = Written(
    conversation,
    "account address contact_id state consents book_version version seq last_outbox_id heard_at "
    "expires_at interacted_at",
    _over_talk,
)
_registrations = Written(
    registration,
    "id code contact_id status round title products verdict version opened_at sent_at updated_at "
    "channel source agreed",
    _over_registration,
)
_answers = Written(answer, "registration_id product question value raw source at", _over_answer)
_outbox = Written(outbox, "id account address seq update_key payload status owner at")
_messages = Written(message, "contact_id at author kind text media outbox_id")
_of_staff = Written(message, "contact_id at author kind text media outbox_id staff_id")
_consents = Written(
    consent,
    "contact_id topic given at channel text_version update_key how registration_id",
)
_history = Written(history, "registration_id at product question before after staff_id reason")
_requests = Written(
    request, "contact_id wish phone name hour language text at media registration_id"
)
_unanswered = Written(unanswered, "folded text times first_at last_at", _counted)
_media = Written(
    media,
    "id account address registration_id product question remote state at mime",
    lambda new: new.on_conflict_do_nothing(),
)

_timers = Written(
    timer,
    "account address bound_to rest due_at",
    lambda new: new.on_conflict_do_nothing(),
)

_rung = Prepared(
    lambda _: delete(timer).where(
        timer.c.account == bindparam("here"), timer.c.address == bindparam("chat")
    ),
    "here chat",
)
_gone = Prepared(
    lambda _: delete(answer).where(
        answer.c.registration_id == bindparam("number"),
        answer.c.product == bindparam("n"),
        answer.c.question == bindparam("key"),
    ),
    "number n key",
)
_dropped = Prepared(
    lambda _: (
        update(media)
        .where(media.c.id == bindparam("media"))
        .values(remote=literal_column("''"), state=literal_column(str(int(Keeping.DROPPED))))
    ),
    "media",
)
_reached = Prepared(
    lambda _: (
        update(contact)
        .where(contact.c.id == bindparam("person"))
        .values(unreachable_since=null(), refused_at=null(), reason=literal_column("''"))
    ),
    "person",
)
_left = Prepared(
    lambda _: (
        update(contact)
        .where(contact.c.id == bindparam("person"))
        .values(unreachable_since=bindparam("since"), reason=literal_column(f"'{LEFT}'"))
    ),
    "since person",
)
_languages = Prepared(
    lambda _: (
        update(contact)
        .where(contact.c.id == bindparam("person"))
        .values(language=bindparam("speaks"))
    ),
    "speaks person",
)
_news = Prepared(
    lambda _: (
        update(seat)
        .where(seat.c.id == bindparam("seat"))
        .values(
            told=seat.c.told.bitwise_or(bindparam("bit", type_=SmallInteger())),
            until=func.coalesce(bindparam("kept", type_=BigInteger()), seat.c.until),
        )
    ),
    "bit kept seat",
)


class Rows:
    """
    The rows of a batch; each list holds tuples in the order of its statement above.

    `reach` has the people who left, each with when, and with None those who are there again.
    `arrived` are the rows of notices that were answered by a tap, with who did;
    `of_staff` are the messages that staff wrote, or wrote down.
    `rung` are the chats whose timer was heard, `timers` the new ones by chat.
    """

    __slots__ = (
        "answers",
        "arrived",
        "consents",
        "dropped",
        "gone",
        "history",
        "languages",
        "listed",
        "matters",
        "media",
        "messages",
        "news",
        "of_staff",
        "outbox",
        "phones",
        "reach",
        "registrations",
        "requests",
        "rung",
        "talks",
        "timers",
        "unanswered",
    )

    def __init__(self) -> None:
        self.talks: list[Row] = []
        self.registrations: list[Row] = []
        self.listed: list[Row] = []
        self.gone: list[Row] = []
        self.answers: list[Row] = []
        self.history: list[Row] = []
        self.outbox: list[Row] = []
        self.messages: list[Row] = []
        self.of_staff: list[Row] = []
        self.matters = Matters()
        self.consents: list[Row] = []
        self.requests: list[Row] = []
        self.media: list[Row] = []
        self.dropped: list[Row] = []
        self.reach: dict[int, int | None] = {}
        self.languages: list[Row] = []
        self.rung: list[Row] = []
        self.timers: dict[Row, Row] = {}
        self.news: list[Row] = []
        self.phones: list[Row] = []
        self.arrived: list[Row] = []
        self.unanswered: dict[str, Row] = {}

    def asked(self, text: str, at: int) -> None:
        """Count a question that had no answer; the same words in any spelling are one."""
        key = fold(text)
        _, first, times, since, _ = self.unanswered.get(key, (key, text, 0, at, at))
        self.unanswered[key] = (key, first, times + 1, since, at)

    def write(self, connection: Connection) -> None:
        """Write them all; every process in the same order of tables and keys."""
        _talks.write(connection, sorted(self.talks, key=_chat))
        _registrations.write(connection, sorted(self.registrations, key=_number))
        write_listed(connection, sorted(self.listed, key=_number))
        _gone.many(connection, self.gone)
        _answers.write(connection, self.answers)
        _history.write(connection, self.history)
        _outbox.write(connection, self.outbox)
        _messages.write(connection, self.messages)
        _of_staff.write(connection, self.of_staff)
        _consents.write(connection, self.consents)
        _requests.write(connection, self.requests)
        _unanswered.write(connection, [self.unanswered[key] for key in sorted(self.unanswered)])
        _media.write(connection, self.media)
        _dropped.many(connection, self.dropped)
        _reached.many(connection, [(one,) for one, left in self.reach.items() if left is None])
        _left.many(
            connection, [(left, one) for one, left in self.reach.items() if left is not None]
        )
        _languages.many(connection, self.languages)
        own_phones.many(connection, self.phones)
        tapped.many(connection, sorted(self.arrived))
        _rung.many(connection, sorted(self.rung))
        _timers.write(connection, [row for _, row in sorted(self.timers.items())])
        _news.many(connection, self.news)
        self.matters.write(connection)


def _chat(row: Row) -> tuple[str, str]:
    return row[0], row[1]


def _number(row: Row) -> int:
    return int(row[0])
