"""Reads `forms/*.toml`: the questions of each form, with what `same-as` takes over filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from content.form import About, Condition, Form, Kind, Question, Shared
from content.tables import Table

_TAKEN_OVER = ("kind", "about", "choices", "when", "minimum", "maximum", "pattern", "at-most")


def forms(files: Mapping[str, Table], topics: tuple[str, ...]) -> dict[str, Form]:
    """The forms by key; `topics` are the choices of a question of that kind."""
    written = {key: tuple(table.tables("question")) for key, table in files.items()}
    raw = {
        key: {table.key: table.raw for table in reversed(tables)} for key, tables in written.items()
    }
    read = {}
    for key, table in files.items():
        sections = table.texts("sections")
        questions = tuple(_question(key, each, raw, topics) for each in written[key])
        table.close()
        read[key] = Form(key, questions, sections)
    return read


def _question(
    form_key: str,
    table: Table,
    raw: Mapping[str, Mapping[str, dict[str, Any]]],
    topics: tuple[str, ...],
) -> Question:
    words = f"{form_key}-{table.key}"
    source = table.text("same-as", required=False)
    if source:
        taken = raw.get(source, {}).get(table.key, {})
        if not taken or "same-as" in taken:
            table.wrong(f"`same-as`: {source} has no question of its own with this key")
        else:
            words = f"{source}-{table.key}"
        table.raw = {**{name: taken[name] for name in _TAKEN_OVER if name in taken}, **table.raw}
    kind = table.word("kind", Kind, Kind.TEXT)
    choices = table.texts("choices")
    question = Question(
        key=table.text("key") or table.key,
        kind=kind,
        words=words,
        about=table.word("about", About, About.CONTACT),
        section=table.text("section"),
        choices=topics if kind is Kind.TOPICS and not choices else choices,
        when=conditions(table),
        signup=table.flag("signup"),
        required=table.flag("required"),
        minimum=table.number("minimum"),
        maximum=table.number("maximum"),
        pattern=table.text("pattern", required=False) or None,
        at_most=table.text("at-most", required=False) or None,
        was=table.texts("was"),
        shared=table.word("shared", Shared, Shared.NAME) if "shared" in table.raw else None,
    )
    table.close()
    return question


def conditions(table: Table, name: str = "when") -> tuple[Condition, ...]:
    """What `when` asks for, all of it."""
    when = table.table(name)
    return tuple(Condition(name, frozenset(when.texts(name))) for name in when.raw)
