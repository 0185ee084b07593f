"""
Every mistake in a content pack, in one list, each with its file and key.

Mistakes in how a file is written are told first: while a file of tables cannot be read at all,
what the others say about it means nothing, so the rest is told once it can.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

from content.changes import NO_CHANGES, Changes
from content.checks.coverage import check_coverage
from content.checks.faq import check_faq
from content.checks.forms import check_forms, file_of
from content.checks.known import check_known
from content.checks.languages import check_languages
from content.checks.office import check_commands, check_office, check_rounds
from content.checks.pages import check_pages
from content.checks.papers import check_papers
from content.checks.places import check_places
from content.checks.plainness import advice, check_plainness
from content.checks.recordings import check_recordings
from content.checks.rules import check_rules
from content.checks.sizes import check_sizes
from content.checks.words import check_words
from content.draft import Draft, read
from content.problems import Problem
from content.wording import Wording

CHECKS = (
    check_forms,
    check_known,
    check_rules,
    check_coverage,
    check_pages,
    check_places,
    check_rounds,
    check_office,
    check_commands,
    check_faq,
    check_papers,
    check_recordings,
    check_languages,
    check_words,
    check_sizes,
    check_plainness,
)


def check(folder: Path) -> list[Problem]:
    """Every mistake in the pack, as it is shipped and with the demo's values laid over."""
    return sorted(set(chain(*(examine(folder, demo=demo)[1] for demo in (False, True)))))


def hints(folder: Path) -> list[Problem]:
    """What could be said more plainly in a pack; none of it is a mistake."""
    return sorted(advice(read(folder, demo=False)[0]))


def examine(
    folder: Path, *, demo: bool, changes: Changes = NO_CHANGES
) -> tuple[Draft, list[Problem]]:
    """The pack with these changes, and every mistake in it; it may be used if there is none."""
    draft, problems = read(folder, demo=demo, changes=changes)
    if draft.whole:
        problems += chain.from_iterable(look(draft) for look in CHECKS)
    taken_over = set(_taken_over(draft, problems))
    return draft, sorted(set(problems) - taken_over)


def _taken_over(draft: Draft, problems: list[Problem]) -> Iterator[Problem]:
    """A question's mistakes come along where `same-as` takes it over; they are told once."""
    for form in draft.forms.values():
        for question in form.questions:
            source = question.words.removesuffix(f"-{question.key}")
            if source != form.key:
                for each in problems:
                    if (each.file, each.key) == (file_of(source), question.key):
                        yield replace(each, file=file_of(form.key))


def list_sentences(wording: Wording, languages: tuple[str, ...]) -> Iterator[str]:
    """Every sentence by area (its file) and key, in each language, as the files have them."""
    written = {language: frozenset(wording.keys(language)) for language in languages}
    for area, keys in wording.by_file(languages[0]).items():
        yield area
        for key in keys:
            yield f"  {key}"
            for language in languages:
                if key in written[language]:
                    text = wording.written(language, key)
                    yield f"    {language}  " + text.replace("\n", "\n        ")
