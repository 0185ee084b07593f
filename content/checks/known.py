"""
Checks the questions that the program itself looks for: under these keys, and of these kinds.

Lists and papers name people by them, a call back and a claim go by the phone, officers see their
own communes. A pack may leave one out; under another key it would be asked and never found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from content.checks.forms import file_of
from content.draft import Draft
from content.form import Kind
from content.problems import Problem

KNOWN: Mapping[str, Kind] = {
    "contact-name": Kind.NAME,
    "contact-phone": Kind.PHONE,
    "est-commune-code": Kind.PLACE,
    "phone-shared": Kind.CHOICE,
    "prod-name": Kind.TEXT,
    "prod-group": Kind.CHOICE,
}


def check_known(draft: Draft) -> Iterator[Problem]:
    """A key that the program looks for and that was given up, or is asked for something else."""
    for form in draft.forms.values():
        for question in form.questions:
            for key in question.was:
                if key in KNOWN:
                    told = f"`was`: {key!r} is looked for by the program, and cannot be renamed"
                    yield Problem(file_of(form.key), question.key, told)
            kind = KNOWN.get(question.key, question.kind)
            if question.kind is not kind:
                told = f"is of the kind {question.kind}; the program looks for a {kind} here"
                yield Problem(file_of(form.key), question.key, told)
