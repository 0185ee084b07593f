"""
Checks the sentences against the structure and across languages: none is missing or unused.

Files named after a form, and those of the rules, articles, pages and the questions people ask, hold
what the structure asks for and nothing else. The others belong to the talk: there all languages
must have the same keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from content.checks.expected import Expected, expected
from content.checks.languages import file_of
from content.draft import Draft
from content.problems import Problem

_AREAS = frozenset({"rules.ftl", "articles.ftl", "programme.ftl", "faq.ftl"})


def check_words(draft: Draft) -> Iterator[Problem]:
    """Every sentence that is missing, never said, or names what it is not given."""
    asked = {each.key: each for each in reversed(list(expected(draft)))}
    ours = _AREAS | {f"{form}.ftl" for form in draft.forms}
    wanted = _wanted(draft, asked, ours)
    for name, language in draft.texts.items():
        for key, (area, why) in wanted.items():
            if key not in language.patterns and key.partition(".")[0] not in language.broken:
                yield Problem(file_of(name, area), key, f"is missing; {why}")
        taken_in = {key for each in language.mentions.values() for key in each.sentences}
        for key in language.sayable:
            file = file_of(name, language.areas[key])
            if key in asked:
                for variable in sorted(language.variables(key) - asked[key].given):
                    yield Problem(file, key, f"names ${variable}, which nobody gives it")
            elif language.areas[key] in ours and key not in taken_in:
                yield Problem(file, key, "is never said: nothing in the pack asks for it")


def _wanted(
    draft: Draft, asked: Mapping[str, Expected], ours: frozenset[str]
) -> dict[str, tuple[str, str]]:
    """What every language must have, with its area, and why."""
    wanted = {
        key: (each.area, f"{each.asked_by} asks for it")
        for key, each in asked.items()
        if each.needed
    }
    for name, language in draft.texts.items():
        for key in language.sayable:
            area = language.areas[key]
            if key in asked or area not in ours:
                wanted.setdefault(key, (area, f"it is written in {name}"))
    return wanted
