"""
Which sentences a pack's structure asks for, and what the program gives to each of them.

The talk's own sentences (home, settings …) are asked for by code, not by the pack; about those the
checks only compare the languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from content.checks.forms import CLOSED, file_of
from content.commands import LEADS
from content.draft import Draft
from content.form import Form, Kind, Question
from content.recordings import FOLDER

OFFICE = {
    "office": "name",
    "phone": "phone",
    "hours": "hours",
    "address": "address",
    "controller": "controller",
    "receivers": "receivers",
    "kept-for": "kept_for",
    "privacy-contact": "privacy_contact",
}
"""What pages, consent, explanations and hints may name, and the office's value that it is."""

GIVEN = frozenset(OFFICE)
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Expected:
    """
    A sentence that may be said: where it should be written, and who asks for it.

    One that is not `needed` may be left out; `button` says that its words go on one.
    """

    key: str
    area: str
    asked_by: str
    given: frozenset[str] = _NOTHING
    needed: bool = True
    button: bool = False


def expected(draft: Draft) -> Iterator[Expected]:
    """Every sentence of the forms, rules, pages, articles, the FAQ, levels and recordings."""
    for form in draft.forms.values():
        yield from _of_form(form)
    for rule in draft.rules:
        yield Expected(f"rule-{rule.key}", "rules.ftl", "rules.toml")
        yield Expected(f"rule-{rule.key}.check", "rules.ftl", "rules.toml")
        yield Expected(f"article-{rule.article}", "articles.ftl", "rules.toml")
        if rule.level:
            yield Expected(f"level-{rule.level}.opens", "levels.ftl", "rules.toml")
    for page in draft.pages:
        yield Expected(f"programme-{page.key}", "programme.ftl", "programme.toml", GIVEN)
        title = f"programme-{page.key}.title"
        yield Expected(title, "programme.ftl", "programme.toml", button=True)
        if page.article:
            yield Expected(f"article-{page.article}", "articles.ftl", "programme.toml")
    for key in draft.canned:
        given = GIVEN | {"name"}
        yield Expected(f"canned-{key}", "canned.ftl", "book.toml", given)
        yield Expected(f"canned-{key}.title", "canned.ftl", "book.toml", button=True)
    for language in dict.fromkeys(one.language for one in draft.recordings):
        yield Expected(f"aid-{language}", "settings.ftl", f"{FOLDER}/{language}")
    yield from _of_faq(draft)
    yield from _of_papers(draft)
    for each in draft.rounds:
        yield Expected(f"level-{each.level}", "levels.ftl", draft.file("rounds.toml"))


def _of_faq(draft: Draft) -> Iterator[Expected]:
    for entry in draft.faq.entries.values():
        yield Expected(f"faq-{entry.key}", "faq.ftl", "faq.toml", GIVEN)
        yield Expected(f"faq-{entry.key}.title", "faq.ftl", "faq.toml", button=True)
        if entry.article:
            yield Expected(f"article-{entry.article}", "articles.ftl", "faq.toml")
        for lead in LEADS & set(entry.leads):
            yield Expected(f"command-{lead}", "home.ftl", "faq.toml", button=True)
    for command in LEADS & draft.faq.wishes.keys():
        yield Expected(f"command-{command}", "home.ftl", "commands.toml", button=True)


def _of_papers(draft: Draft) -> Iterator[Expected]:
    file, area = "papers.toml", "papers.ftl"
    for form in draft.papers.forms:
        yield Expected(f"paper-{form.key}", area, file)
        yield Expected(f"paper-{form.key}.file", area, file)
        for part in form.parts:
            yield Expected(f"paper-part-{part.key}", area, file)
        for line in (*form.above, *form.below):
            yield Expected(f"paper-hand-{line}", area, file)
        for promise in form.commits:
            yield Expected(f"paper-commit-{promise}", area, file)
    for demand in draft.papers.demands:
        yield Expected(f"dossier-{demand.key}", area, file)


def _of_form(form: Form) -> Iterator[Expected]:
    for section in form.sections:
        yield Expected(f"section-{section}", "levels.ftl", file_of(form.key))
        yield Expected(f"section-{section}.own", "levels.ftl", file_of(form.key), needed=False)
    for question in form.questions:
        yield from _of_question(form, question)


def _of_question(form: Form, question: Question) -> Iterator[Expected]:
    words, file = question.words, file_of(form.key)
    area = f"{words.removesuffix(f'-{question.key}')}.ftl"
    typed = question.kind not in CLOSED
    named = GIVEN if question.kind is Kind.CONSENT else _NOTHING
    yield Expected(words, area, file, named)
    yield Expected(f"{words}.label", area, file)
    yield Expected(f"{words}.explain", area, file, GIVEN)
    yield Expected(f"{words}.hint", area, file, GIVEN, needed=typed)
    yield Expected(f"{words}.example", area, file, GIVEN, needed=typed)
    yield Expected(f"{words}.note", area, file, needed=False)
    for value in question.choices:
        yield Expected(f"{words}.choice-{value}", area, file, button=True)
        yield Expected(f"{words}.also-{value}", area, file, needed=False)
