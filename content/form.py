"""A form: its questions, each with its kind, and when it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


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

    The rest is the same questions looked at otherwise: by key, those of them that hang on the
    answer to another, all of them, the starred ones, the ones a complete dossier needs, and those
    of each section.
    """

    key: str
    questions: tuple[Question, ...]
    sections: tuple[str, ...]
    by_key: Mapping[str, Question] = field(init=False, repr=False)
    hanging: Mapping[str, Question] = field(init=False, repr=False)
    whole: Stretch = field(init=False, repr=False)
    signup: Stretch = field(init=False, repr=False)
    needed: Stretch = field(init=False, repr=False)
    parts: Mapping[str, Stretch] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Look at the questions once, not at every message."""
        each = self.questions
        seen = {
            "by_key": {question.key: question for question in each},
            "hanging": {one.key: one for one in each if one.when or one.at_most},
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
