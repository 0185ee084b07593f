"""
Words for the person who runs the program: start-up lines, mistakes, `--help`.

They are Fluent messages like every other sentence, but not part of a content pack: they must be
at hand while the pack, or the path to it, is what is wrong.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

WORDS = Path(__file__).parent.parent / "content" / "operator" / "vi.ftl"


def tell(key: str, **args: str) -> str:
    """The sentence of this key, with its variables filled in."""
    bundle = _bundle()
    message = bundle.get_message(key)
    if message.value is None:
        raise KeyError(key)
    said, problems = bundle.format_pattern(message.value, args)
    if problems:
        raise problems[0]
    return str(said)


@cache
def _bundle() -> FluentBundle:
    from fluent.runtime import FluentBundle

    from content.parsing import parse

    bundle = FluentBundle(["vi"], use_isolating=False)
    bundle.add_resource(parse(WORDS.read_text("utf-8")))
    return bundle
