"""Checks that all channels can take what is said: texts, the words on buttons, their payloads."""

from __future__ import annotations

from collections.abc import Iterator

from content.checks.expected import OFFICE, expected
from content.checks.forms import file_of as form_file
from content.checks.forms import twice
from content.checks.languages import file_of
from content.draft import Draft
from content.limits import button_problem, payload_problem, text_problem
from content.model import Office
from content.problems import Problem
from content.sentences import Language

_LAST_PRODUCT = 9999
"""The largest number of a product that a payload is read with."""


def check_sizes(draft: Draft) -> Iterator[Problem]:
    """Every text, button and payload that a channel would refuse."""
    yield from _payloads(draft)
    offers = dict(_offers(draft))
    buttons = {each.key for each in expected(draft) if each.button}
    for name, language in draft.texts.items():
        for key in language.sayable:
            for message in _about(language, key, draft.office, offers.get(key, ())):
                yield Problem(file_of(name, language.areas[key]), key, message)
            if key in buttons and (message := button_problem(language.written(key))):
                yield Problem(file_of(name, language.areas[key]), key, message)


def _payloads(draft: Draft) -> Iterator[Problem]:
    for form in draft.forms.values():
        for question in form.questions:
            for value in question.choices:
                payload = f"a/{form.key}/{_LAST_PRODUCT}/{question.key}/{value}"
                if message := payload_problem(payload):
                    yield Problem(form_file(form.key), question.key, message)
    for page in draft.pages:
        if message := payload_problem(f"go/page/{page.key}"):
            yield Problem("programme.toml", page.key, message)


def _offers(draft: Draft) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sentences that are said with choices beneath them, and the keys of the choices."""
    for form in draft.forms.values():
        for question in form.questions:
            choices = tuple(f"{question.words}.choice-{value}" for value in question.choices)
            for part in ("", ".explain", ".hint", ".example"):
                yield f"{question.words}{part}", choices
    for page in draft.pages:
        yield f"programme-{page.key}", tuple(f"programme-{lead}.title" for lead in page.leads)


def _about(language: Language, key: str, office: Office, choices: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with a sentence and the choices beneath it, as one message."""
    labels = [
        language.written(each) for each in dict.fromkeys(choices) if each in language.patterns
    ]
    values = (getattr(office, OFFICE.get(name, ""), "") for name in language.variables(key))
    numbered = (f"\n{number} {label}" for number, label in enumerate(labels, 1))
    if message := text_problem("".join((language.written(key), *values, *numbered))):
        yield message
    if "." not in key:
        for label in twice(labels):
            yield f"two choices read {label!r}"
