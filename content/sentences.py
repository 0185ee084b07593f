"""
What the Fluent files of one language say: each sentence by its key, and what it mentions.

A key is `message` or `message.attribute`; a term, which only other sentences take in, is `-term`.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fluent.syntax import ast
from fluent.syntax.serializer import serialize_pattern
from fluent.syntax.visitor import Visitor

Areas = Mapping[str, ast.Resource]
"""What each file says, by the name of the file."""


_NAME = re.compile(r"-?[a-zA-Z][\w-]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def sentences(resource: ast.Resource) -> Iterator[tuple[str, ast.Pattern]]:
    """Every sentence of a file under its key, in the order they are written."""
    for entry in resource.body:
        if isinstance(entry, ast.Term):
            yield f"-{entry.id.name}", entry.value
        elif isinstance(entry, ast.Message):
            if entry.value:
                yield entry.id.name, entry.value
            for attribute in entry.attributes:
                yield f"{entry.id.name}.{attribute.id.name}", attribute.value


def unreadable(resource: ast.Resource, source: str) -> Iterator[tuple[int, str]]:
    """The line of each thing that is no sentence, and why it is none."""
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            for annotation in entry.annotations:
                at = annotation.span.start if annotation.span else 0
                yield source.count("\n", 0, at) + 1, annotation.message or ""


@dataclass(frozen=True, slots=True)
class Mentions:
    """
    The variables, the other sentences and Fluent's functions in a pattern; `rich` when only Fluent
    can say it, `garbled` when it spells out a character that nobody can read.
    """

    variables: frozenset[str]
    sentences: frozenset[str]
    functions: frozenset[str]
    rich: bool
    garbled: bool


class _Gathering(Visitor):
    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.sentences: set[str] = set()
        self.functions: set[str] = set()
        self.rich = False
        self.garbled = False

    def generic_visit(self, node: ast.BaseNode) -> None:
        match node:
            case ast.VariableReference():
                self.variables.add(node.id.name)
            case ast.MessageReference():
                self.sentences.add(_key(node))
            case ast.TermReference():
                self.sentences.add(_key(node))
                self.rich |= node.arguments is not None
            case ast.FunctionReference():
                self.functions.add(node.id.name)
                self.rich = True
            case ast.SelectExpression() | ast.NumberLiteral():
                self.rich = True
            case ast.StringLiteral():
                self.garbled |= _CONTROL.search(node.parse()["value"]) is not None
        super().generic_visit(node)


def _key(node: ast.MessageReference | ast.TermReference) -> str:
    name = f"-{node.id.name}" if isinstance(node, ast.TermReference) else node.id.name
    return f"{name}.{node.attribute.name}" if node.attribute else name


_NOTHING = Mentions(frozenset(), frozenset(), frozenset(), rich=False, garbled=False)


def mentions(pattern: ast.Pattern) -> Mentions:
    """What the pattern itself mentions, not what the sentences in it do."""
    if all(isinstance(element, ast.TextElement) for element in pattern.elements):
        return _NOTHING
    gathering = _Gathering()
    gathering.visit(pattern)
    return Mentions(
        frozenset(gathering.variables),
        frozenset(gathering.sentences),
        frozenset(gathering.functions),
        gathering.rich,
        gathering.garbled,
    )


def is_blank(pattern: ast.Pattern) -> bool:
    """Whether the pattern says nothing whatever it is given: spaces, or `{ "" }`."""
    return all(_says_nothing(element) for element in pattern.elements)


def _says_nothing(element: ast.BaseNode) -> bool:
    match element:
        case ast.TextElement():
            return not element.value.strip()
        case ast.StringLiteral():
            return not element.parse()["value"].strip()
        case ast.Placeable():
            return _says_nothing(element.expression)
        case ast.SelectExpression():
            return all(is_blank(variant.value) for variant in element.variants)
        case _:
            return False


def _broken(resource: ast.Resource) -> Iterator[str]:
    """The messages that were begun but cannot be read."""
    for entry in resource.body:
        if isinstance(entry, ast.Junk) and (name := _NAME.match(entry.content or "")):
            yield name.group()


class Language:
    """
    The sentences of one language, over all of its files; of two with one key, the first.

    `broken` are the messages that were begun but cannot be read.
    """

    def __init__(self, files: Areas) -> None:
        self.files = files
        self.patterns: dict[str, ast.Pattern] = {}
        self.areas: dict[str, str] = {}
        for area, resource in files.items():
            for key, pattern in sentences(resource):
                self.patterns.setdefault(key, pattern)
                self.areas.setdefault(key, area)
        self.mentions = {key: mentions(each) for key, each in self.patterns.items()}
        self.broken = frozenset(name for each in files.values() for name in _broken(each))

    @property
    def sayable(self) -> tuple[str, ...]:
        """All keys but the terms', file by file in the order they are written."""
        return tuple(key for key in self.patterns if not key.startswith("-"))

    def within(self, key: str) -> frozenset[str]:
        """The keys of the sentence itself and of all that it takes in, known or not."""
        found = {key}
        waiting = [key]
        while waiting:
            mentioned = self.mentions.get(waiting.pop())
            fresh = mentioned.sentences - found if mentioned else frozenset()
            found |= fresh
            waiting += fresh
        return frozenset(found)

    def variables(self, key: str) -> frozenset[str]:
        """The variables that must be given to say the sentence."""
        own = self.mentions.get(key, _NOTHING)
        if not own.sentences:
            return own.variables
        known = self.within(key) & self.patterns.keys()
        return frozenset().union(*(self.mentions[each].variables for each in known))

    def is_rich(self, key: str) -> bool:
        """Whether only Fluent can say the sentence, because its words depend on the values."""
        return any(self.mentions[each].rich for each in self.within(key))

    def template(self, key: str) -> str:
        """A sentence that is not rich, for `str.format_map`."""
        return "".join(self._piece(element) for element in self.patterns[key].elements)

    def _piece(self, node: ast.BaseNode) -> str:
        match node:
            case ast.Placeable():
                return self._piece(node.expression)
            case ast.VariableReference():
                return f"{{{node.id.name}}}"
            case ast.MessageReference() | ast.TermReference():
                return self.template(_key(node))
            case ast.StringLiteral():
                return _escaped(str(node.parse()["value"]))
            case ast.TextElement():
                return _escaped(node.value)
        raise TypeError(f"{type(node).__name__} makes a sentence rich")

    def written(self, key: str) -> str:
        """The sentence as the file has it."""
        match self.patterns[key].elements:
            case [ast.TextElement(value=text)] if "\n" not in text:
                return text
        first, _, rest = serialize_pattern(self.patterns[key]).strip(" ").partition("\n")
        return "\n".join(filter(None, (first, textwrap.dedent(rest))))


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
