"""Reads the other tables of a pack: rules, pages, words, questions, rounds, the office."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta

from content.activities import Activity
from content.activities import read as read_activity
from content.commands import Command, Told
from content.comparing import Comparing, Comparison
from content.faq import Entry, Faq
from content.form import Condition
from content.form_tables import conditions
from content.model import Absence, Office, Outcome, Page, Round, Rule
from content.places import Place
from content.tables import Table

ANY_UNIT = "any-unit"
"""In a condition of `rules.toml`: every commune and ward of the province."""


def rules(file: Table, places: tuple[Place, ...]) -> tuple[tuple[Rule, ...], tuple[Condition, ...]]:
    """
    The rows of the eligibility table, and the answers that need none (`no-rule`).

    `any-unit` stands for all of `places`.
    """
    units = frozenset(place.code for place in places)
    read = []
    for table in file.tables("rule"):
        answers, compares = _when(table)
        read.append(
            Rule(
                key=table.text("key"),
                when=tuple(_with_units(one, units) for one in answers),
                compares=compares,
                outcome=table.word("outcome", Outcome, Outcome.OK),
                article=table.text("article"),
                level=table.text("level", required=False) or None,
            )
        )
        table.close()
    no_rule = tuple(_with_units(one, units) for one in conditions(file, "no-rule"))
    file.close()
    return tuple(read), no_rule


def _when(table: Table) -> tuple[tuple[Condition, ...], tuple[Comparison, ...]]:
    """What `when` asks for: lists of answers, and tables like `{ more-than = 200 }`."""
    when = table.table("when")
    answers = [name for name, raw in when.raw.items() if not isinstance(raw, dict)]
    compared = [name for name in when.raw if name not in answers]
    return (
        tuple(Condition(name, frozenset(when.texts(name))) for name in answers),
        tuple(one for name in compared for one in _comparisons(when, name)),
    )


def _comparisons(when: Table, name: str) -> list[Comparison]:
    table = when.table(name)
    numbers = {how: table.number(how) for how in (Comparing.MORE_THAN, Comparing.LESS_THAN)}
    found = [Comparison(name, how, n) for how, n in numbers.items() if n is not None]
    days = (Comparing.BEFORE_TODAY, Comparing.UP_TO_TODAY)
    found += [Comparison(name, how) for how in days if table.flag(how)]
    table.close()
    if not found and not any(table.raw.values()):
        table.wrong(f"{name!r} is compared with nothing")
    return found


def _with_units(condition: Condition, units: frozenset[str]) -> Condition:
    if ANY_UNIT not in condition.values:
        return condition
    return Condition(condition.question, condition.values - {ANY_UNIT} | units)


def pages(file: Table) -> tuple[Page, ...]:
    """The pages of the explanation, the one it starts with first."""
    read = []
    for table in file.tables("page"):
        article = table.text("article", required=False) or None
        read.append(Page(table.text("key"), table.texts("leads"), article))
        table.close()
    file.close()
    return tuple(read)


def rounds(file: Table) -> tuple[Round, ...]:
    """The rounds that are planned, open or over."""
    read = []
    for table in file.tables("round"):
        read.append(
            Round(
                key=table.text("key"),
                level=table.text("level"),
                plan_number=table.text("plan-number"),
                plan_date=table.day("plan-date"),
                opens=table.day("opens"),
                deadline=table.day("deadline"),
                filing_place=table.text("filing-place"),
                minimum_per_commune=table.number("minimum-per-commune"),
            )
        )
        table.close()
    file.close()
    return tuple(read)


def absence(table: Table) -> Absence:
    """What becomes of a form that somebody leaves half done."""
    usual = Absence()
    hours, days = table.number("remind-after-hours"), table.number("leave-after-days")
    for name, count in (("remind-after-hours", hours), ("leave-after-days", days)):
        if count is not None and count < 1:
            table.wrong(f"`{name}` must be 1 or more")
    table.close()
    return Absence(
        usual.remind_after if hours is None else timedelta(hours=hours),
        usual.leave_after if days is None else timedelta(days=days),
    )


def activities(file: Table, languages: tuple[str, ...]) -> tuple[Activity, ...]:
    """The activities of the demo, numbered in their order."""
    found = []
    for number, table in enumerate(file.tables("activity"), 1):
        table.text("key")
        found.append(read_activity(table, languages, number))
        table.close()
    file.close()
    return tuple(found)


_HOURS = ("opens_at", "closes_at")


def office(table: Table) -> Office:
    """
    The office; its texts may be empty until somebody gives them.

    The version of the consent text may not: it is stored with every consent.
    """
    texts = {
        field.name: table.text(field.name, empty=field.name != "text_version")
        for field in fields(Office)
        if field.name not in _HOURS
    }
    opens_at, closes_at = (table.number(name, required=True) or 0 for name in _HOURS)
    table.close()
    return Office(opens_at=opens_at, closes_at=closes_at, **texts)


def commands(file: Table) -> tuple[Command, ...]:
    """The words that lead somewhere."""
    read = []
    for table in file.tables("command"):
        key, words = table.text("key"), table.texts("words", required=True)
        told = _told(table.table("told")) if "told" in table.raw else None
        read.append(Command(key, words, table.texts("clear"), table.texts("like"), told))
        table.close()
    file.close()
    return tuple(read)


def _told(table: Table) -> Told:
    first = table.texts("first", required=True)
    told = Told(first, table.texts("then", required=True), table.texts("unless"))
    table.close()
    return told


def faq(file: Table, commands: tuple[Command, ...]) -> Faq:
    """The questions people ask, and what `commands` hear in whole sentences."""
    read = {}
    for table in file.tables("entry"):
        entry = Entry(
            key=table.text("key"),
            asked=table.texts("asked", required=True),
            article=table.text("article", required=False) or None,
            page=table.text("page", required=False) or None,
            leads=table.texts("leads"),
        )
        if entry.key in read:
            table.wrong("there are two entries with this key")
        read[entry.key] = entry
        table.close()
    words = file.table("short")
    short = {word: words.text(word) for word in words.raw}
    filler, lead_in = frozenset(file.texts("filler")), file.texts("lead-in")
    file.close()
    wishes = {each.key: each.like for each in commands if each.like}
    told = {each.key: each.told for each in commands if each.told}
    return Faq(read, wishes, short, filler, told, lead_in)
