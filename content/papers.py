"""
The papers of a dossier: the forms that are filled from the answers, and what a dossier holds.

Which answer stands where in the official annexes is for the Department to say, so it is read from
`papers.toml`; the forms themselves are Word files beside it, `papers/{key}.docx`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from content.tables import Table


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a form, `paper-part-{key}`, with the answers that stand in it, in their order."""

    key: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """
    A form about one product, `paper-{key}`; `docx` is its Word file.

    `above` and `below` its parts are lines that are left empty for a pen (`paper-hand-{key}`);
    `commits` is what whoever signs it promises (`paper-commit-{key}`).
    """

    key: str
    parts: tuple[Part, ...]
    above: tuple[str, ...]
    below: tuple[str, ...]
    commits: tuple[str, ...]
    docx: bytes


@dataclass(frozen=True, slots=True)
class Demand:
    """
    What a dossier holds, `dossier-{key}`: the photos and papers that answer these questions.

    One without any is made by others than the producer.
    """

    key: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Papers:
    """The forms, and what a dossier holds."""

    forms: tuple[Form, ...] = ()
    demands: tuple[Demand, ...] = ()


def read(file: Table, docx: Callable[[str], bytes]) -> Papers:
    """What `papers.toml` says; `docx` reads the Word file of a form."""
    forms = tuple(_form(table, docx) for table in file.tables("form"))
    demands = []
    for table in file.tables("demand"):
        demands.append(Demand(table.text("key"), table.texts("questions")))
        table.close()
    file.close()
    return Papers(forms, tuple(demands))


def _form(table: Table, docx: Callable[[str], bytes]) -> Form:
    key = table.text("key")
    parts = []
    for part in table.tables("part"):
        parts.append(Part(part.text("key"), part.texts("questions", required=True)))
        part.close()
    by_hand = table.table("by-hand")
    above, below = by_hand.texts("above"), by_hand.texts("below")
    by_hand.close()
    commits = table.texts("commits")
    table.close()
    return Form(key, tuple(parts), above, below, commits, docx(f"papers/{key}.docx"))
