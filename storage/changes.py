"""
What a chat's turns changed, found by comparing the talk before them with the talk after.
"""

from __future__ import annotations

from itertools import islice
from operator import is_
from typing import TYPE_CHECKING

from handlers.state import Status
from storage.chats import NOBODY
from storage.codec import encode_conversation
from storage.instants import DAY, HOUR, micros
from storage.listed import LISTING, row_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from handlers.state import Answer, AnswerKey, Answers, Registration
    from storage.chats import Chat
    from storage.rows import Row, Rows

NAMELESS_DAYS = 7
"""How long eligibility answers are kept after the last message of somebody without consent."""


def gather(chat: Chat, rows: Rows, book_version: str, code: Callable[[int], str]) -> None:
    """Gather the rows of a chat as it is now; its version counts one more write."""
    chat.version += 1
    account, address = chat.key
    now = chat.now
    rows.talks.append(
        (
            account,
            address,
            chat.contact,
            encode_conversation(now),
            ",".join(sorted(chat.consents)),
            book_version,
            chat.version,
            chat.seq,
            chat.last,
            chat.heard_at,
            _expiry(chat),
            chat.interacted_at or None,
        )
    )
    if now.language != chat.before.language:
        rows.languages.append((now.language, chat.contact))
    if now.registrations is not chat.before.registrations:
        _registrations(chat, rows, code)


def difference(
    before: Answers, after: Answers
) -> tuple[Iterable[tuple[AnswerKey, Answer]], Iterable[AnswerKey]]:
    """
    The answers that are new or changed, and the keys of those that are gone.

    A turn mostly copies the answers and adds one at the end: that is seen without looking any up.
    """
    if all(map(is_, before, after)) and all(map(is_, before.values(), after.values())):
        return islice(after.items(), len(before), None), islice(before, len(after), None)
    written = [
        (key, given)
        for key, given in after.items()
        if (old := before.get(key)) is not given and old != given
    ]
    return written, before.keys() - after.keys()


def _registrations(chat: Chat, rows: Rows, code: Callable[[int], str]) -> None:
    before = {one.id: one for one in chat.before.registrations}
    versions = dict(chat.versions)
    for one in chat.now.registrations:
        old = before.get(one.id)
        if old is one:
            continue
        touched = _answers(rows, one.id, old.answers if old else {}, one.answers)
        if touched is None and old and _same_head(old, one):
            continue
        if old is None and chat.hand is not NOBODY:
            rows.history.append((one.id, chat.heard_at, 0, "", "", one.status, *chat.hand))
        if old is not None and one.status is not Status.DRAFT:
            rows.history += _history(chat, old, one)
        agreed = old is not None and old.agreed is not one.agreed
        versions[one.id] = versions.get(one.id, 0) + 1
        digits = code(one.id)
        rows.registrations.append(
            (
                one.id,
                digits,
                chat.contact,
                one.status.value,
                one.round,
                one.title,
                one.products,
                one.verdict,
                versions[one.id],
                micros(one.opened),
                None if one.status is Status.DRAFT else chat.heard_at,
                chat.heard_at,
                chat.key[0].partition(":")[0],
                chat.now.source,
                one.agreed.value,
            )
        )
        if touched or agreed or not old:
            said = {key: given.value for key, given in one.answers.items()}
            rows.listed.append(row_of(one.id, digits, one.title, one.agreed, said))
    chat.versions = versions


def _history(chat: Chat, old: Registration, one: Registration) -> Iterator[Row]:
    """
    What is new about a registration that was sent: its status, and the answers that replace others
    or come from staff.
    """

    def changed(product: int, question: str, before: str, after: str) -> Row:
        return one.id, chat.heard_at, product, question, before, after, *chat.hand

    if old.status is not one.status:
        yield changed(0, "", old.status, one.status)
    if not old.loaded:
        return
    written, gone = difference(old.answers, one.answers)
    for at, given in written:
        before = old.answers.get(at)
        if before is None and chat.hand is NOBODY:
            continue
        if before is None or before.value != given.value:
            yield changed(*at, before.value if before else "", given.value)
    for at in gone:
        yield changed(*at, old.answers[at].value, "")


def _answers(rows: Rows, number: int, before: Answers, after: Answers) -> bool | None:
    """Gather the answers that differ: None when none do, true when a list could tell."""
    if before is after:
        return None
    touched: bool | None = None
    written, gone = difference(before, after)
    for (product, question), given in written:
        touched = touched or question in LISTING
        rows.answers.append(
            (
                number,
                product,
                question,
                given.value,
                given.raw,
                given.source.value,
                micros(given.at),
            )
        )
    for product, question in gone:
        touched = touched or question in LISTING
        rows.gone.append((number, product, question))
    return touched


def _same_head(old: Registration, one: Registration) -> bool:
    return (
        old.status is one.status
        and old.title == one.title
        and old.products == one.products
        and old.verdict == one.verdict
        and old.round == one.round
        and old.agreed is one.agreed
    )


def _expiry(chat: Chat) -> int | None:
    """When the answers of somebody without consent end; in whole hours, so it seldom moves."""
    if chat.agreed or not chat.now.answers:
        return None
    since = chat.interacted_at or chat.heard_at
    return (since + NAMELESS_DAYS * DAY) // HOUR * HOUR
