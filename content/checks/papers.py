"""Checks the papers of a dossier: they print answers that the registration asks for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from content.checks.forms import NO_KEY, is_key, twice
from content.draft import Draft
from content.form import Form, Kind
from content.problems import Problem

_FILE = "papers.toml"
_FILES = frozenset({Kind.PHOTO, Kind.PAPER})


def check_papers(draft: Draft) -> Iterator[Problem]:
    """Every mistake in the forms, and in what a dossier holds."""
    papers, registration = draft.papers, draft.forms.get("registration")
    keys = (*(one.key for one in papers.forms), *(one.key for one in papers.demands))
    for key in twice(keys):
        yield Problem(_FILE, key, "there are two with this key")
    for key in keys:
        if not is_key(key):
            yield Problem(_FILE, key, NO_KEY)
    if registration is None:
        return
    printed = ((form.key, part.questions) for form in papers.forms for part in form.parts)
    held = ((demand.key, demand.questions) for demand in papers.demands)
    for named, files in ((printed, False), (held, True)):
        for key, questions in named:
            for message in chain(*(_about(one, registration, files=files) for one in questions)):
                yield Problem(_FILE, key, message)


def _about(key: str, registration: Form, *, files: bool) -> Iterator[str]:
    question = registration.by_key.get(key)
    if question is None:
        yield f"names {key!r}, which the registration does not ask"
    elif files and question.kind not in _FILES:
        yield f"names {key!r}, whose answer is no photo or paper"
    elif not files and question.kind in _FILES:
        yield f"names {key!r}, whose answer is a photo or paper and cannot be printed in a line"
