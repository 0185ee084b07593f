"""
The shape of the book: everything the team edits, as frozen values.

`content/load.py` builds a `Book` from a content pack, `content/check.py` lists every mistake in
one. Nothing here holds a sentence: what has a key has its words in the Fluent message of that key.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.activities import Activity
    from content.commands import Commands
    from content.comparing import Comparison
    from content.faq import Faq
    from content.places import Places
    from content.provinces import Provinces
    from content.wording import Wording


class Kind(StrEnum):
    """How the answer to a question is read."""

    CHOICE = "choice"
    CHOICES = "choices"
    TOPICS = "topics"
    CONSENT = "consent"
    TEXT = "text"
    NAME = "name"
    PHONE = "phone"
    PLACE = "place"
    NUMBER = "number"
    AMOUNT = "amount"
    MONEY = "money"
    PRICE = "price"
    DATE = "date"
    EMAIL = "email"
    TAX_CODE = "tax-code"
    PHOTO = "photo"
    PAPER = "paper"


class About(StrEnum):
    """Whom or what an answer describes; answers about a product repeat with each product."""

    CONTACT = "contact"
    ESTABLISHMENT = "establishment"
    PRODUCT = "product"


class Outcome(StrEnum):
    """What a rule concludes, mildest first (the table of domain section 4)."""

    OK = "ok"
    WARN = "warn"
    STAFF = "staff"
    NO = "no"
    REDIRECT = "redirect"


@dataclass(frozen=True, slots=True)
class Condition:
    """True when the earlier `question` was answered with one of `values`."""

    question: str
    values: frozenset[str]


class Shared(StrEnum):
    """What a channel's own form may say of a person, beside a phone and a place."""

    NAME = "name"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Question:
    """
    One question of a form.

    `signup` marks the starred ones, enough for a sign-up; `required` the ones a complete dossier
    needs. `minimum` and `maximum` bound a number, a sum of money, or the length of a text;
    `at_most` names an earlier question whose answer is the whole that this one is a part of.
    `shared` says that a channel's own form or map answers it too, by the person's name or address.
    `was` are the keys that it had before: whoever answered it under one of them has answered it.
    Its words are the message `{form}-{key}` with the attributes `.label` (reviews and exports),
    `.explain` (why we ask, and more words), `.hint` and `.example` (the ladder of wrong answers)
    and `.choice-{value}` for each choice, with `.also-{value}` for other words that people type for
    it, between slashes; for a question taken over from another form
    (`same-as`), `words` names the message that is used instead.
    """

    key: str
    kind: Kind
    words: str
    about: About
    section: str
    choices: tuple[str, ...] = ()
    when: tuple[Condition, ...] = ()
    signup: bool = False
    required: bool = False
    minimum: int | None = None
    maximum: int | None = None
    pattern: str | None = None
    at_most: str | None = None
    shared: Shared | None = None
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Questions put one after another; `turns` are those whose answers decide which apply."""

    questions: tuple[Question, ...]
    turns: tuple[str, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Look for the turns once, not at every message."""
        asked = (condition.question for one in self.questions for condition in one.when)
        object.__setattr__(self, "turns", tuple(dict.fromkeys(asked)))


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """
    Questions in the order they are put; `sections` in the order they are shown.

    The rest is the same questions looked at otherwise: by key, all of them, the starred ones, the
    ones a complete dossier needs, and those of each section.
    """

    key: str
    questions: tuple[Question, ...]
    sections: tuple[str, ...]
    by_key: Mapping[str, Question] = field(init=False, repr=False)
    whole: Stretch = field(init=False, repr=False)
    signup: Stretch = field(init=False, repr=False)
    needed: Stretch = field(init=False, repr=False)
    parts: Mapping[str, Stretch] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Look at the questions once, not at every message."""
        each = self.questions
        seen = {
            "by_key": {question.key: question for question in each},
            "whole": Stretch(each),
            "signup": Stretch(tuple(question for question in each if question.signup)),
            "needed": Stretch(tuple(question for question in each if question.required)),
            "parts": {
                section: Stretch(tuple(one for one in each if one.section == section))
                for section in self.sections
            },
        }
        for name, value in seen.items():
            object.__setattr__(self, name, value)


@dataclass(frozen=True, slots=True)
class Rule:
    """
    One row of the eligibility table: when all conditions and comparisons hold, the outcome.

    Its words are the message `rule-{key}` (what to tell the producer) and the message
    `article-{article}` names the law. `level` is the selection level that the row opens, told by
    `level-{level}.opens`.
    """

    key: str
    when: tuple[Condition, ...]
    outcome: Outcome
    article: str
    level: str | None = None
    compares: tuple[Comparison, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the explanation; `leads` are pages offered as choices beneath it."""

    key: str
    leads: tuple[str, ...]
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One kỳ bình chọn; days are whole days in Vietnam, `deadline` is the last day to file."""

    key: str
    level: str
    plan_number: str
    plan_date: date
    opens: date
    deadline: date
    filing_place: str
    minimum_per_commune: int | None = None

    def is_open(self, day: date) -> bool:
        """Whether a sign-up on this day belongs to the round."""
        return self.opens <= day <= self.deadline


@dataclass(frozen=True, slots=True)
class Office:
    """
    Who stands behind the bot, as editable data; an empty string is a value still to be given.

    `controller`, `receivers`, `kept_for` and `privacy_contact` are what the consent screen must
    name (Luật 91/2025/QH15); `text_version` is stored with every consent.
    """

    name: str
    phone: str
    hours: str
    address: str
    opens_at: int
    closes_at: int
    controller: str
    receivers: str
    kept_for: str
    privacy_contact: str
    text_version: str

    def missing(self) -> tuple[str, ...]:
        """The names of the values that must be given before the bot may serve people."""
        for_the_consent = ("controller", "receivers", "kept_for", "privacy_contact")
        needed = ("name", "phone", "hours", *for_the_consent)
        return tuple(name for name in needed if not getattr(self, name).strip())


@dataclass(frozen=True, slots=True)
class Absence:
    """
    After how much silence somebody is reminded, once, of a form that they left half done, and after
    how much it is left for them: what they answered is kept, and "go on" takes it up again.
    """

    remind_after: timedelta = timedelta(hours=24)
    leave_after: timedelta = timedelta(days=7)


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """
    Everything the conversation may say and ask, checked and frozen.

    `version` changes with the content (a digest of the pack); `languages` starts with the one
    that is complete; `topics` are the consent subjects in the order they are offered.
    `rules_by_answer` has the places in `rules` of those whose first condition an answer meets;
    `ruled` are the questions that a rule looks at. `activities` are those that are not over; in a
    book that is read from files they are the demo's. `renamed` has, by form, the keys that
    questions had before, with those that they have now; a form without any is not in it.
    """

    version: str
    languages: tuple[str, ...]
    forms: Mapping[str, Form]
    rules: tuple[Rule, ...]
    pages: Mapping[str, Page]
    rounds: tuple[Round, ...]
    topics: tuple[str, ...]
    absence: Absence
    office: Office
    commands: Commands
    faq: Faq
    places: Places
    provinces: Provinces
    wording: Wording
    activities: tuple[Activity, ...] = ()
    rules_by_answer: Mapping[tuple[str, str], tuple[int, ...]] = field(init=False, repr=False)
    ruled: tuple[str, ...] = field(init=False, repr=False)
    renamed: Mapping[str, Mapping[str, str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Find the rules that begin with an answer once, not at every message."""
        found: dict[tuple[str, str], tuple[int, ...]] = {}
        for at, rule in enumerate(self.rules):
            for key in ((rule.when[0].question, value) for value in rule.when[0].values):
                found[key] = (*found.get(key, ()), at)
        object.__setattr__(self, "rules_by_answer", found)
        ruled = {one.question for rule in self.rules for one in rule.when}
        ruled |= {one.question for rule in self.rules for one in rule.compares}
        object.__setattr__(self, "ruled", tuple(sorted(ruled)))
        renamed = {
            form.key: {old: one.key for one in form.questions for old in one.was}
            for form in self.forms.values()
        }
        object.__setattr__(self, "renamed", {form: old for form, old in renamed.items() if old})
