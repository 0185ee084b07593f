"""
The questions people ask at any moment: how each is put, and what its answer leads to.

Here is only what the team writes. What somebody typed is compared with it by
`handlers/questions/`, since no two people put a question in the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from content.commands import Told


@dataclass(frozen=True, slots=True)
class Entry:
    """
    One question: `asked` are ways of putting it.

    Its answer is the message `faq-{key}`, and `faq-{key}.title` names it on a button; `page` is
    where more can be read, `leads` are the commands offered beneath the answer.
    """

    key: str
    asked: tuple[str, ...]
    article: str | None = None
    page: str | None = None
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Faq:
    """
    Everything that can be asked, and how people shorten words.

    `wishes` are whole sentences that mean a command, by its key, and `told` how longer ones tell of
    it; `lead_in` is what announces a question. `short` has what a short form
    stands for, both without marks; `filler` are words that say nothing about what is asked, as they
    are typed.
    """

    entries: Mapping[str, Entry]
    wishes: Mapping[str, tuple[str, ...]]
    short: Mapping[str, str]
    filler: frozenset[str]
    told: Mapping[str, Told] = field(default_factory=dict)
    lead_in: tuple[str, ...] = ()
