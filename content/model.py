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

from content.duties import USUAL, Duties
from content.recordings import Recordings

if TYPE_CHECKING:
    from content.activities import Activity
    from content.commands import Commands
    from content.comparing import Comparison
    from content.faq import Faq
    from content.form import Condition, Form
    from content.papers import Papers
    from content.places import Places
    from content.provinces import Provinces
    from content.wording import Wording


class Outcome(StrEnum):
    """What a rule concludes, mildest first (the table of domain section 4)."""

    OK = "ok"
    WARN = "warn"
    STAFF = "staff"
    NO = "no"
    REDIRECT = "redirect"


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
    that is complete; `topics` are the consent subjects in the order they are offered, `canned` the
    answers that staff can have ready.
    `rules_by_answer` has the places in `rules` of those whose first condition an answer meets;
    `ruled` are the questions that a rule looks at. `activities` are those that are not over; in a
    book that is read from files they are the demo's. `renamed` has, by form, the keys that
    questions had before, with those that they have now; a form without any is not in it.
    `edition` is the number of the edition that staff published; 0 is the pack as it ships.
    `demo` says that the demo's files were laid over.
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
    papers: Papers
    places: Places
    provinces: Provinces
    wording: Wording
    activities: tuple[Activity, ...] = ()
    canned: tuple[str, ...] = ()
    recordings: Recordings = field(default_factory=dict)
    duties: Duties = USUAL
    edition: int = 0
    demo: bool = False
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
