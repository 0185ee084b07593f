"""Checks what staff enter: the rounds' days, the office's hours, and the words people type."""

from __future__ import annotations

from collections.abc import Iterator

from content.checks.forms import NO_KEY, is_key, twice
from content.commands import LEADS, plain
from content.draft import Draft
from content.model import Round
from content.problems import Problem
from content.tables import NO_DAY


def check_rounds(draft: Draft) -> Iterator[Problem]:
    """Every round lasts at least a day, and follows its plan."""
    file = draft.file("rounds.toml")
    for key in twice(each.key for each in draft.rounds):
        yield Problem(file, key, "there are two rounds with this key")
    for each in draft.rounds:
        for message in _about_round(each):
            yield Problem(file, each.key, message)


def _about_round(each: Round) -> Iterator[str]:
    if not is_key(each.key):
        yield NO_KEY
    if each.minimum_per_commune is not None and each.minimum_per_commune < 1:
        yield f"{each.minimum_per_commune} products per commune is no minimum"
    if NO_DAY in {each.plan_date, each.opens, each.deadline}:
        return
    if each.deadline < each.opens:
        yield f"its deadline {each.deadline} is before it opens, {each.opens}"
    if each.deadline < each.plan_date:
        yield f"its deadline {each.deadline} is before its plan, {each.plan_date}"


def check_office(draft: Draft) -> Iterator[Problem]:
    """The office opens before it closes."""
    opens, closes = draft.office.opens_at, draft.office.closes_at
    if not 0 <= opens < closes <= 24:
        told = f"cannot open at {opens} and close at {closes}"
        yield Problem(draft.file("office.toml"), "opens_at", told)


def check_commands(draft: Draft) -> Iterator[Problem]:
    """A word leads somewhere, and to one place only."""
    for command in draft.commands:
        if command.key not in LEADS:
            known = ", ".join(sorted(LEADS))
            told = f"leads nowhere: there is no such command; known are {known}"
            yield Problem("commands.toml", command.key, told)
    for key in twice(command.key for command in draft.commands):
        yield Problem("commands.toml", key, "there are two commands with this key")
    led: dict[str, str] = {}
    for command in draft.commands:
        for word in (*command.words, *command.clear):
            other = led.setdefault(plain(word), command.key)
            if other != command.key:
                yield Problem("commands.toml", command.key, f"{word!r} leads to {other!r} already")
