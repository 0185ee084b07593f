"""
Zalo's windows, quotas and prices, read from a file: they change more often than the program does.

The file that ships is `content/operator/zalo.toml`; a setting may name another one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta
from enum import StrEnum
from pathlib import Path

from bot.setting_kinds import Mistake, quiet_hours
from bot.tell import tell
from content.problems import Problem
from content.tables import Table, read_toml


class Tag(StrEnum):
    """The kinds of template message, each with a price of its own."""

    TRANSACTION = "transaction"
    CARE = "care"
    PROMOTION = "promotion"
    PUBLIC = "public"


class Filling(StrEnum):
    """What a template's field can be filled with: of a notice, or the day on which it is sent."""

    TITLE = "title"
    TEXT = "text"
    DAY = "day"


class TermsError(Exception):
    """The file cannot be used; `lines` says everything that is wrong with it."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Package:
    """What an Official Account has paid for; prices are in VND."""

    openapi: bool
    requests_per_minute: int
    messages_per_month: int
    message_price: int


@dataclass(frozen=True, slots=True)
class Template:
    """
    A template message that Zalo has approved; `price` is Zalo's own, where it is known.

    `fields` says what each of its fields is filled with, and `longest` how many characters Zalo
    lets some of them have.
    """

    id: str
    tag: Tag
    fields: Mapping[str, Filling]
    price: int | None = None
    longest: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Terms:
    """
    What holds for every account, and the packages by name.

    `templates` are those that take the place of a notice, by its topic.
    """

    free: timedelta
    paid: timedelta
    margin: timedelta
    requests_per_minute: int
    night: tuple[time, time]
    morning: time
    promotions_per_day: int
    template_prices: Mapping[Tag, int]
    packages: Mapping[str, Package]
    templates: Mapping[str, Template]

    def price_of(self, template: Template) -> int:
        """What one message of it costs, in VND."""
        return self.template_prices[template.tag] if template.price is None else template.price


def read_terms(path: Path) -> Terms:
    """The terms in a file; raises `TermsError` with all its mistakes."""
    problems: list[Problem] = []
    raw = read_toml(path.parent, path.name, problems)
    file = Table(raw or {}, path.name, problems)
    terms = _terms(file)
    file.close()
    if problems:
        raise TermsError([str(problem) for problem in problems])
    return terms


def _terms(file: Table) -> Terms:
    window, app, template = (file.table(name) for name in ("window", "app", "template"))
    prices, notices = template.table("price"), template.table("for")
    packages = file.table("package")
    terms = Terms(
        free=timedelta(hours=_count(window, "free-hours")),
        paid=timedelta(hours=_count(window, "paid-hours")),
        margin=timedelta(seconds=_count(window, "margin-seconds")),
        requests_per_minute=_count(app, "requests-per-minute"),
        night=_hours(template, "night"),
        morning=_hour(template, "morning"),
        promotions_per_day=_count(template, "promotions-per-day"),
        template_prices={tag: _count(prices, tag) for tag in Tag},
        packages={name: _package(packages.table(name)) for name in packages.raw},
        templates={topic: _template(notices.table(topic)) for topic in notices.raw},
    )
    for table in (window, app, template, prices, notices, packages):
        table.close()
    if terms.paid < terms.free:
        window.wrong("`paid-hours` is less than `free-hours`")
    return terms


def package_of(terms: Terms, name: str) -> Package:
    """The package of this name; raises `TermsError` where there is none, or it cannot send."""
    package = terms.packages.get(name)
    if package is None:
        known = ", ".join(terms.packages)
        raise TermsError([tell("doctor-zalo-package-unknown", name=name, known=known)])
    if not package.openapi:
        raise TermsError([tell("doctor-zalo-package-closed", name=name)])
    return package


def _package(table: Table) -> Package:
    package = Package(
        openapi=table.flag("openapi"),
        requests_per_minute=_count(table, "requests-per-minute"),
        messages_per_month=_count(table, "messages-per-month"),
        message_price=_count(table, "message-price"),
    )
    table.close()
    return package


def _template(table: Table) -> Template:
    fields, longest = table.table("fields"), table.table("longest")
    template = Template(
        id=table.text("id"),
        tag=table.word("tag", Tag, Tag.PUBLIC),
        fields={name: fields.word(name, Filling, Filling.TEXT) for name in fields.raw},
        price=table.number("price"),
        longest={name: _count(longest, name) for name in longest.raw},
    )
    for name in template.longest:
        if name not in template.fields:
            longest.wrong(f"`{name}` is none of `fields`")
    if (template.price or 0) < 0:
        table.wrong("`price` is less than nothing")
    fields.close()
    longest.close()
    table.close()
    return template


def _count(table: Table, name: str) -> int:
    count = table.number(name, required=True) or 0
    if count < 0:
        table.wrong(f"`{name}` is less than nothing")
    return count


def _hours(table: Table, name: str) -> tuple[time, time]:
    text = table.text(name)
    try:
        if hours := quiet_hours(text):
            return hours
    except Mistake:
        pass
    if text:
        table.wrong(f"`{name}` must be hours like 22:00-06:00")
    return time(), time()


def _hour(table: Table, name: str) -> time:
    text = table.text(name)
    try:
        return time.fromisoformat(text)
    except ValueError:
        if text:
            table.wrong(f"`{name}` must be an hour like 06:05")
    return time()
