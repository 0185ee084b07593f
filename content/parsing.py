"""
Reads Fluent, with the library's own parser and short cuts past it.

The library looks at each character by itself, which would take a tenth of the program's start.
What nearly all of a pack consists of, a sentence in one line, names, runs of text and places for
a value, is taken in one step each; everything else goes the library's way.
"""

from __future__ import annotations

import re

from fluent.syntax import FluentParser, ast
from fluent.syntax.stream import FluentParserStream

_ID = r"[a-zA-Z][a-zA-Z0-9_-]*"
_NAME = re.compile(_ID)
_TEXT = re.compile(r"[^{}\r\n]*(?:\r(?!\n)[^{}\r\n]*)*")
_VALUE = re.compile(rf"{{ *\$({_ID}) *}}")
_LINE = re.compile(rf"({_ID}) *= *([^\s{{}}][^{{}}\r\n]*?) *\n(?=\n*(?:[a-zA-Z#-]|\Z))")
"""A sentence of nothing but text, and after it what cannot belong to it."""


class _Parser(FluentParser):
    def get_entry_or_junk(self, ps: FluentParserStream) -> ast.EntryType:
        line = _LINE.match(ps.string, ps.index)
        if line is None:
            return super().get_entry_or_junk(ps)
        ps.index = line.end()
        return ast.Message(ast.Identifier(line[1]), ast.Pattern([ast.TextElement(line[2])]))

    def get_identifier(self, ps: FluentParserStream) -> ast.Identifier:
        name = _NAME.match(ps.string, ps.index)
        if name is None:
            return super().get_identifier(ps)  # says what is wrong with it
        ps.index = name.end()
        return ast.Identifier(name[0])

    def get_text_element(self, ps: FluentParserStream) -> ast.TextElement:
        start = ps.index
        ps.index = next(_TEXT.finditer(ps.string, start)).end()
        return ast.TextElement(ps.string[start : ps.index])

    def get_placeable(self, ps: FluentParserStream) -> ast.Placeable:
        value = _VALUE.match(ps.string, ps.index)
        if value is None:
            return super().get_placeable(ps)
        ps.index = value.end()
        return ast.Placeable(ast.VariableReference(ast.Identifier(value[1])))


def parse(source: str) -> ast.Resource:
    """The file's sentences, and as `Junk` whatever is none; only what is wrong says where it is."""
    return _Parser(with_spans=False).parse(source)
