"""
A question that has another key than it had: answers, places and old buttons go with it.

The book says which keys a question had before (`was`); a talk that knows it by one of these is
brought up to date when it is next heard.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from handlers import sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from content.model import Book
    from handlers.payloads import Tap
    from handlers.state import Answers, Asked, Conversation, Registration, Wanted


def renewed(c: Conversation, b: Book) -> Conversation:
    """The talk with every question under the key that it has now."""
    if not b.renamed:
        return c
    names = b.renamed.get(sheet.REGISTRATION, {})
    paused = c.paused
    return c._replace(
        asked=c.asked and _asked(c.asked, b),
        paused=paused and replace(paused, asked=paused.asked and _asked(paused.asked, b)),
        answers={form: _answers(own, b.renamed.get(form, {})) for form, own in c.answers.items()},
        skipped=frozenset(_mark(one, names) for one in c.skipped),
        registrations=tuple(_registration(one, names) for one in c.registrations),
        wanted=c.wanted and _wanted(c.wanted, names),
    )


def tapped(tap: Tap, b: Book) -> Tap:
    """What a button means that was sent before its question had another key."""
    now = b.renamed.get(tap.form, {}).get(tap.question)
    return replace(tap, question=now) if now else tap


def _asked(asked: Asked, b: Book) -> Asked:
    now = b.renamed.get(asked.form, {}).get(asked.question)
    return asked._replace(question=now) if now else asked


def _wanted(wanted: Wanted, names: Mapping[str, str]) -> Wanted:
    return wanted._replace(keys=tuple((n, names.get(key, key)) for n, key in wanted.keys))


def _mark(skipped: str, names: Mapping[str, str]) -> str:
    product, _, key = skipped.partition("/")
    return f"{product}/{names.get(key, key)}"


def _registration(one: Registration, names: Mapping[str, str]) -> Registration:
    answers = _answers(one.answers, names)
    return one if answers is one.answers else one._replace(answers=answers)


def _answers(answers: Answers, names: Mapping[str, str]) -> Answers:
    """The same ones if none of them has an old key; an answer under the new key counts."""
    if all(key not in names for _, key in answers):
        return answers
    return {(n, names.get(key, key)): one for (n, key), one in answers.items()} | {
        at: one for at, one in answers.items() if at[1] not in names
    }
