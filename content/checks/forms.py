"""Checks the questions of each form: that all can be asked, in this order, and answered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from content.checks.comparisons import about_whole
from content.checks.conditions import contradiction, strange_values
from content.draft import Draft
from content.form import Form, Kind, Question
from content.problems import Problem

FORMS = ("eligibility", "registration", "callback", "seat", "helping", "claim")
"""The forms that the conversation opens."""

NAMELESS = frozenset({"eligibility", "helping"})
"""Forms that ask nobody's name: one comes before any consent, the other asks how it is given."""

CLOSED = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.TOPICS, Kind.CONSENT})
"""Kinds that are answered by a choice and nothing else."""

NO_KEY = "is no key: small letters, digits and single hyphens only"

_NAMELESS = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.PLACE, Kind.NUMBER, Kind.DATE})
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def file_of(form: str) -> str:
    """The file that a form is written in."""
    return f"forms/{form}.toml"


def check_forms(draft: Draft) -> Iterator[Problem]:
    """Every mistake in the forms."""
    for key in FORMS:
        if key not in draft.forms:
            yield Problem(file_of(key), "", "is missing")
    codes = frozenset(place.code for place in draft.places)
    for form in draft.forms.values():
        for where, message in (*_about_form(form), *_about_questions(form, draft.topics, codes)):
            yield Problem(file_of(form.key), where, message)


def _about_form(form: Form) -> Iterator[tuple[str, str]]:
    first = form.questions[0].kind if form.questions else None
    if first is None:
        yield "", "asks nothing"
    elif form.key not in NAMELESS and first is not Kind.CONSENT:
        yield form.questions[0].key, "is asked before consent: a consent question must come first"
    for key in twice(question.key for question in form.questions):
        yield key, "there are two questions with this key"
    for section in twice(form.sections):
        yield "sections", f"{section!r} is listed twice"


def _about_questions(
    form: Form, topics: tuple[str, ...], codes: frozenset[str]
) -> Iterator[tuple[str, str]]:
    asked: dict[str, Question] = {}
    claimed = frozenset(twice(old for question in form.questions for old in question.was))
    for question in form.questions:
        messages = (
            *_about_former_keys(question, form, claimed),
            *_about_keys(question),
            *_about_choices(question, topics),
            *_about_limits(question),
            *_about_conditions(question, asked, form, codes),
            *about_whole(question, asked, form),
        )
        for message in messages:
            yield question.key, message
        if question.section and question.section not in form.sections:
            yield question.key, f"section {question.section!r} is not one of the form's sections"
        if form.key == "eligibility" and question.kind not in _NAMELESS:
            yield question.key, f"a {question.kind} may name somebody, and comes before consent"
        asked.setdefault(question.key, question)


def _about_keys(question: Question) -> Iterator[str]:
    for key in (question.key, *question.choices):
        if not is_key(key):
            yield f"{key!r} {NO_KEY}"


def _about_former_keys(question: Question, form: Form, claimed: frozenset[str]) -> Iterator[str]:
    for old in question.was:
        if not is_key(old):
            yield f"`was`: {old!r} {NO_KEY}"
        if old in form.by_key:
            yield f"`was`: {old!r} is the key of a question that is still asked"
        if old in claimed:
            yield f"`was`: {old!r} is said of two questions"


def _about_choices(question: Question, topics: tuple[str, ...]) -> Iterator[str]:
    if question.kind in CLOSED and not question.choices:
        yield "has no choices, so it has no way out"
    for value in twice(question.choices):
        yield f"two choices have the value {value!r}"
    if question.kind is Kind.CONSENT and set(question.choices) != {"yes", "no"}:
        yield "consent is given or not: the choices must be yes and no"
    if question.kind is Kind.TOPICS:
        for value in question.choices:
            if value not in topics:
                yield f"{value!r} is not one of the topics in book.toml"


def _about_limits(question: Question) -> Iterator[str]:
    least, most = question.minimum, question.maximum
    if least is not None and most is not None and least > most:
        yield f"no answer can be at least {least} and at most {most}"
    if question.pattern is not None:
        try:
            re.compile(question.pattern)
        except re.error as mistake:
            yield f"bad pattern: {mistake}"


def _about_conditions(
    question: Question, asked: dict[str, Question], form: Form, codes: frozenset[str]
) -> Iterator[str]:
    for condition in question.when:
        earlier = asked.get(condition.question)
        if earlier:
            yield from strange_values(condition, earlier, codes)
        elif condition.question in form.by_key:
            yield f"condition on {condition.question!r}, which is asked later"
        else:
            yield f"condition on {condition.question!r}, which this form does not ask"
    impossible = contradiction(question.when, form)
    if impossible:
        yield f"is never asked: its conditions on {impossible!r} cannot hold together"


def is_key(text: str) -> bool:
    """Whether this may be a key: `small-letters-and-2-digits`."""
    return _KEY.fullmatch(text) is not None


def twice(values: Iterable[str]) -> Iterator[str]:
    """The values that come more than once."""
    return (value for value, times in Counter(values).items() if times > 1)
