"""
What staff changed of the pack that ships, laid over the files: words of its sentences, and rounds.

A sentence keeps its place, its comments and its other parts; what staff write is read as Fluent,
as if it stood in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from fluent.syntax import ast

from content.model import Round
from content.parsing import parse
from content.sentences import Language

Sentences = Mapping[str, Mapping[str, str]]
"""New words, by language and by the sentence's key."""

_MARKS = ".*["
"""What begins something else at the start of a line of Fluent."""


@dataclass(frozen=True, slots=True)
class Changes:
    """
    Everything that an edition changes; `sentences` as staff wrote them, `rounds` by their keys.
    """

    sentences: Sentences = field(default_factory=dict)
    rounds: Mapping[str, Round] = field(default_factory=dict)

    def over(self, shipped: Iterable[Round]) -> tuple[Round, ...]:
        """The rounds of the pack, with those of staff in place of any with the same key."""
        kept = (one for one in shipped if one.key not in self.rounds)
        return (*kept, *self.rounds.values())


NO_CHANGES = Changes()


class Unreadable(Exception):
    """What was written is no sentence."""


def changed(language: Language, own: Mapping[str, str]) -> Language:
    """The language with these sentences in other words, where it has them; raises `Unreadable`."""
    patterns = {key: pattern_of(text) for key, text in own.items() if key in language.patterns}
    if not patterns:
        return language
    return Language(
        {area: _resource(resource, patterns) for area, resource in language.files.items()}
    )


def pattern_of(text: str) -> ast.Pattern:
    """What was written as Fluent has it; raises `Unreadable` with Fluent's own reason."""
    chooses = "->" in text
    lines = (line if chooses else _plain(line) for line in text.strip().splitlines())
    source = "x =\n" + "".join(f"    {line}\n" if line.strip() else "\n" for line in lines)
    body = parse(source).body
    match body:
        case [ast.Message(value=ast.Pattern() as pattern, attributes=[])]:
            return pattern
    for entry in body:
        if isinstance(entry, ast.Junk) and entry.annotations:
            raise Unreadable(entry.annotations[0].message or "")
    raise Unreadable("")


def _plain(line: str) -> str:
    """A line of mere words, whatever it begins with."""
    begun = line.lstrip()
    return f'{{"{begun[0]}"}}{begun[1:]}' if begun[:1] and begun[0] in _MARKS else line


def _resource(resource: ast.Resource, patterns: Mapping[str, ast.Pattern]) -> ast.Resource:
    names = {key.partition(".")[0] for key in patterns}
    return ast.Resource([_entry(one, names, patterns) for one in resource.body])


def _entry(
    entry: ast.EntryType, names: set[str], patterns: Mapping[str, ast.Pattern]
) -> ast.EntryType:
    if isinstance(entry, ast.Term) and f"-{entry.id.name}" in names:
        value = patterns[f"-{entry.id.name}"]
        return ast.Term(entry.id, value, entry.attributes, entry.comment)
    if not isinstance(entry, ast.Message) or entry.id.name not in names:
        return entry
    name = entry.id.name
    attributes = [
        ast.Attribute(one.id, patterns.get(f"{name}.{one.id.name}", one.value))
        for one in entry.attributes
    ]
    return ast.Message(entry.id, patterns.get(name, entry.value), attributes, entry.comment)
