"""Checks the sentences as such: each can be put together, and names the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from content.checks.forms import twice
from content.draft import Draft
from content.problems import Problem
from content.sentences import Language, is_blank, sentences


def file_of(language: str, area: str) -> str:
    """The file of an area in a language."""
    return f"text/{language}/{area}"


def check_languages(draft: Draft) -> Iterator[Problem]:
    """Every mistake in the sentences that can be seen without knowing what they are for."""
    for name in twice(draft.languages):
        yield Problem("book.toml", "languages", f"{name!r} is listed twice")
    for name, language in draft.texts.items():
        yield from _written_twice(name, language)
        for key, area in language.areas.items():
            for message in _unsayable(language, key):
                yield Problem(file_of(name, area), key, message)
    first, *others = draft.texts.items() or [("", Language({}))]
    for other in others:
        yield from _differences(*first, *other)


def _written_twice(name: str, language: Language) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for area, resource in language.files.items():
        for key, _ in sentences(resource):
            if key in first:
                told = f"is written already, in {file_of(name, first[key])}"
                yield Problem(file_of(name, area), key, told)
            first.setdefault(key, area)


def _unsayable(language: Language, key: str) -> Iterator[str]:
    """Why a sentence cannot be put together."""
    if is_blank(language.patterns[key]):
        yield "says nothing"
    mentioned = language.mentions[key]
    for other in sorted(mentioned.sentences):
        if other not in language.patterns:
            yield f"takes in {{ {other} }}, which is not written"
        elif key in language.within(other):
            yield f"takes in {{ {other} }}, which takes in this"
    for function in sorted(mentioned.functions):
        yield f"calls {function}(), and what is filled in are words, which come as they are said"
    if mentioned.garbled:
        yield "spells out a character that nobody can read"
    if key.startswith("-"):
        for variable in sorted(mentioned.variables):
            yield f"is a term, and terms are given nothing, but it names ${variable}"


def _differences(
    first_name: str, first: Language, name: str, language: Language
) -> Iterator[Problem]:
    """What names other variables in this language than in the first."""
    for key in language.sayable:
        if key in first.patterns and first.variables(key) != language.variables(key):
            told = f"names {_named(language, key)}, but in {first_name} {_named(first, key)}"
            yield Problem(file_of(name, language.areas[key]), key, told)


def _named(language: Language, key: str) -> str:
    return " ".join(f"${name}" for name in sorted(language.variables(key))) or "nothing"
