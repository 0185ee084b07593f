"""
The statements that put rows of a notice's ledger in flight and settle them, compiled once.

A notice to many people is mostly these: what they cost is what a message costs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Text,
    and_,
    bindparam,
    case,
    column,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
    text,
    update,
    values,
)

from storage.audience import reachable
from storage.columns import Sending
from storage.pace import clock
from storage.prepared import Listed, Prepared, Written, each
from storage.schema import chunk, contact, conversation, delivery, message, notice, rate_bucket

if TYPE_CHECKING:
    from sqlalchemy import ColumnClause, ColumnElement, Select, Update
    from sqlalchemy.engine import Dialect

LITERALLY = {"literal_binds": True}


def _status(one: Sending) -> ColumnElement[int]:
    return literal_column(str(int(one)))


def _number(name: str) -> ColumnElement[int]:
    return bindparam(name, type_=BigInteger())


def _asked(dialect: Dialect, numbers: range) -> Select[Any]:
    """
    The pending ones of these rows: whether the person agrees, and can be reached; and with each,
    how the notice and the chunk stand, and until when the account is blocked, by which clock.

    Nobody takes the chunk, or stops the notice, before this transaction is over, and so nobody else
    changes a pending row of it. SQLite has one worker, whose own clock it is.
    """
    yes: ColumnElement[int] = literal_column("1")
    no: ColumnElement[int] = literal_column("0")
    comma: ColumnElement[str] = literal_column("','")
    agrees = (comma + conversation.c.consents + comma).like(bindparam("topic", type_=Text()))
    keys = [bindparam(name, type_=Text()) for name in ("bulk", "total")]
    blocked = select(func.max(rate_bucket.c.blocked_until)).where(rate_bucket.c.key.in_(keys))
    now: ColumnElement[int] = literal_column(
        "0" if dialect.name == "sqlite" else str(clock(dialect).compile(compile_kwargs=LITERALLY))
    )
    here = and_(chunk.c.notice_id == delivery.c.notice_id, chunk.c.first == _number("first"))
    return (
        select(
            delivery.c.n,
            delivery.c.contact_id,
            contact.c.address,
            contact.c.language,
            delivery.c.tries,
            case((agrees, yes), else_=no),
            case((reachable(), yes), else_=no),
            case((delivery.c.called_at.is_not(None), yes), else_=no),
            notice.c.status,
            chunk.c.epoch,
            blocked.scalar_subquery(),
            now,
        )
        .select_from(
            delivery.join(chunk, here)
            .join(notice, notice.c.id == delivery.c.notice_id)
            .outerjoin(contact, contact.c.id == delivery.c.contact_id)
            .outerjoin(conversation, conversation.c.contact_id == contact.c.id)
        )
        .where(
            delivery.c.notice_id == _number("notice"),
            delivery.c.n.in_(each("n", numbers, BigInteger)),
            delivery.c.status == _status(Sending.PENDING),
        )
        .with_for_update(read=True, of=[chunk, notice])
    )


KNOWN: tuple[ColumnClause[Any], ...] = (
    column("of_notice", BigInteger()),
    column("row", BigInteger()),
    column("now_status", BigInteger()),
    column("now_tries", BigInteger()),
    column("known", BigInteger()),
    column("named", Text()),
    column("why", Text()),
)


def _settled(_dialect: Dialect, numbers: range) -> Update:
    """What was in flight as the chunk changed hands, and turns out to have come, is known too."""
    given = (
        values(*KNOWN)
        .data(
            [tuple(bindparam(f"{one.name}{n}", type_=one.type) for one in KNOWN) for n in numbers]
        )
        .cte("given")
    )
    return (
        update(delivery)
        .where(
            delivery.c.notice_id == given.c.of_notice,
            delivery.c.n == given.c.row,
            or_(_IN_FLIGHT, delivery.c.status == _status(Sending.UNKNOWN)),
        )
        .values(
            status=given.c.now_status,
            tries=given.c.now_tries,
            not_before=null(),
            at=given.c.known,
            message_id=given.c.named,
            error=given.c.why,
        )
    )


_HERE = (delivery.c.notice_id == bindparam("notice"), delivery.c.n == bindparam("row"))
_IN_FLIGHT = delivery.c.status == _status(Sending.IN_FLIGHT)
_OURS = exists(
    select(chunk.c.first).where(
        chunk.c.notice_id == _number("of_notice"),
        chunk.c.first == _number("first"),
        chunk.c.epoch == _number("epoch"),
    )
)

wanted = Listed(_asked, "n", before="topic bulk total first notice")

marked = Listed(
    lambda _, numbers: (
        update(delivery)
        .where(
            delivery.c.notice_id == _number("notice"),
            delivery.c.n.in_(each("n", numbers, BigInteger)),
        )
        .values(status=text(str(int(Sending.IN_FLIGHT))))
    ),
    "n",
    before="notice",
)
skipped = Prepared(
    lambda _: (
        update(delivery)
        .where(*_HERE)
        .values(status=text(str(int(Sending.SKIPPED))), at=_number("known"), error=bindparam("why"))
    ),
    "known why notice row",
)
known = Listed(_settled, " ".join(one.name for one in KNOWN))
back = Prepared(
    lambda _: (
        update(delivery)
        .where(*_HERE, _IN_FLIGHT, _OURS)
        .values(
            status=text(str(int(Sending.PENDING))),
            tries=bindparam("now_tries"),
            not_before=_number("again"),
            error=bindparam("why"),
        )
    ),
    "now_tries again why notice row of_notice first epoch",
)
lines = Written(
    message,
    "contact_id at author kind text notice_id notice_row",
    lambda new: new.on_conflict_do_nothing(),
)
