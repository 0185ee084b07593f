"""Builds the book from a content pack: frozen values, or every reason why it cannot be used."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import MappingProxyType

from content.changes import NO_CHANGES, Changes
from content.check import examine
from content.commands import gather
from content.draft import DEMO
from content.model import Book
from content.places import Places
from content.problems import Problem
from content.provinces import Provinces
from content.recordings import MIMES, by_language
from content.wording import Wording

ENDINGS = {".toml", ".ftl", ".docx", *(f".{one}" for one in MIMES)}
"""What the names of a pack's files end in."""


class ContentError(Exception):
    """The content pack cannot be used; `problems` are all the reasons, one a line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


def load(
    folder: Path, *, demo: bool = False, edition: int = 0, changes: Changes = NO_CHANGES
) -> Book:
    """
    The book in this folder, in demo mode with the files of `demo/` laid over.

    `edition` is the number under which staff published these changes.
    """
    draft, problems = examine(folder, demo=demo, changes=changes)
    if problems:
        raise ContentError(problems)
    return Book(
        version=version(folder, demo=demo) + (f"+{edition}" if edition else ""),
        edition=edition,
        demo=demo,
        languages=draft.languages,
        forms=MappingProxyType(dict(draft.forms)),
        rules=draft.rules,
        pages=MappingProxyType({page.key: page for page in draft.pages}),
        rounds=draft.rounds,
        topics=draft.topics,
        canned=draft.canned,
        absence=draft.absence,
        duties=draft.duties,
        office=draft.office,
        commands=gather(draft.commands),
        faq=draft.faq,
        papers=draft.papers,
        places=Places(draft.places, {alias.name: alias.code for alias in draft.aliases}),
        provinces=Provinces(draft.provinces),
        wording=Wording(draft.texts),
        recordings=by_language(draft.recordings),
        activities=draft.activities,
    )


def version(folder: Path, *, demo: bool) -> str:
    """A digest of the pack's files: the same words and structure, the same version."""
    digest = hashlib.sha256()
    files = (path for path in folder.rglob("*") if path.suffix in ENDINGS)
    for path in sorted(files, key=lambda path: path.relative_to(folder).parts):
        inside = path.relative_to(folder)
        if demo or inside.parts[0] != DEMO:
            digest.update(f"{inside.as_posix()}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
