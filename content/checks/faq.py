"""
Checks the questions people ask: each way of asking means one thing and can be heard.

An answer comes with the question that was open put again, so it must leave room for the longest.
"""

from __future__ import annotations

from collections.abc import Iterator

from content.checks.forms import NO_KEY, is_key, twice
from content.checks.languages import file_of
from content.commands import LEADS
from content.draft import Draft
from content.faq import Entry
from content.folding import fold
from content.limits import payload_problem, text_problem
from content.problems import Problem
from content.sentences import Language

_FILE = "faq.toml"
_COMMANDS = "commands.toml"


def check_faq(draft: Draft) -> Iterator[Problem]:
    """Every mistake in the questions, and in the sentences that mean a command."""
    pages = {page.key for page in draft.pages}
    commands = {command.key for command in draft.commands}
    for entry in draft.faq.entries.values():
        for message in _about_entry(entry, pages, commands):
            yield Problem(_FILE, entry.key, message)
    yield from _heard_otherwise(draft)
    yield from _about_short(draft)
    for name, language in draft.texts.items():
        yield from _too_long(draft, name, language)


def _about_entry(entry: Entry, pages: set[str], commands: set[str]) -> Iterator[str]:
    if not is_key(entry.key):
        yield NO_KEY
    if entry.key in commands:
        yield "is the key of a command, too"
    if entry.page and entry.page not in pages:
        yield f"`page` is {entry.page!r}, which is no page"
    for lead in entry.leads:
        if lead not in LEADS:
            yield f"leads to {lead!r}, which is no command"
    for lead in twice(entry.leads):
        yield f"leads to {lead!r} twice"
    if message := payload_problem(f"go/faq/{entry.key}"):
        yield message


def _heard_otherwise(draft: Draft) -> Iterator[Problem]:
    """Ways of asking that two things have, or that are a command's word and never come here."""
    words = {fold(word): one.key for one in draft.commands for word in (*one.words, *one.clear)}
    first: dict[str, str] = {}
    for file, key, asked in _asked(draft):
        for each in asked:
            said = fold(each).rstrip(" .?!")
            if not any(map(str.isalnum, said)):
                yield Problem(file, key, f"{each!r} has no word")
            elif said in words:
                told = f"{each!r} is a word of the command {words[said]!r}, which is heard first"
                yield Problem(file, key, told)
            elif said in first:
                yield Problem(file, key, f"{each!r} is asked under {first[said]!r} already")
            first.setdefault(said, key)


def _asked(draft: Draft) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for entry in draft.faq.entries.values():
        yield _FILE, entry.key, entry.asked
    for command, like in draft.faq.wishes.items():
        yield _COMMANDS, command, like


def _about_short(draft: Draft) -> Iterator[Problem]:
    for short, meant in draft.faq.short.items():
        if " " in short or fold(short) != short or fold(meant) != meant:
            told = f"`short`: {short!r} is not one word without marks that stands for others"
            yield Problem(_FILE, "", told)
    for word in sorted(draft.faq.filler):
        if word != word.lower() or not word.isalnum():
            yield Problem(_FILE, "", f"`filler`: {word!r} is not one word in small letters")


def _too_long(draft: Draft, name: str, language: Language) -> Iterator[Problem]:
    """Answers that no message could hold together with the longest question."""
    longest = max(_questions(draft, language), key=len, default="")
    if text_problem(longest):
        return
    for entry in draft.faq.entries.values():
        answer, source = f"faq-{entry.key}", f"article-{entry.article}"
        if answer in language.patterns and not text_problem(language.written(answer)):
            said = [language.written(answer), longest]
            said += [language.written(source)] if source in language.patterns else []
            if message := text_problem("\n\n".join(said)):
                told = f"with the longest question after it {message}"
                yield Problem(file_of(name, "faq.ftl"), answer, told)


def _questions(draft: Draft, language: Language) -> Iterator[str]:
    """Every question as it is put, with its choices numbered beneath."""
    for form in draft.forms.values():
        for question in form.questions:
            keys = (question.words, *(f"{question.words}.choice-{one}" for one in question.choices))
            yield "\n".join(language.written(key) for key in keys if key in language.patterns)
