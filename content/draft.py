"""
A content pack as it is written, before anybody says that it is right.

Reading never stops at a mistake: what cannot be read is noted and left out or replaced, so that
the checks see everything else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from content import form_tables, pack_tables, papers, place_tables, recordings
from content.activities import Activity
from content.changes import NO_CHANGES, Changes, Unreadable, changed
from content.commands import Command
from content.duties import Duties
from content.duties import read as read_duties
from content.faq import Faq
from content.form import Condition, Form
from content.model import Absence, Office, Page, Round, Rule
from content.papers import Papers
from content.parsing import parse
from content.place_tables import Alias
from content.places import Place
from content.problems import Problem
from content.provinces import Province
from content.recordings import Recording
from content.sentences import Language, unreadable
from content.tables import Table, read_bytes, read_text, read_toml

DEMO = "demo"

BOOK = "book.toml"
"""The file that a folder must have to be a content pack."""


@dataclass(frozen=True, slots=True)
class Draft:
    """
    Everything that the files of a pack say; `texts` has the complete language first.

    It is not `whole` when a file of tables could not be read at all: then what the others say
    about that file's tables means nothing. `overlaid` are the files that the demo's replace.
    """

    languages: tuple[str, ...]
    topics: tuple[str, ...]
    canned: tuple[str, ...]
    absence: Absence
    duties: Duties
    forms: Mapping[str, Form]
    rules: tuple[Rule, ...]
    no_rule: tuple[Condition, ...]
    pages: tuple[Page, ...]
    rounds: tuple[Round, ...]
    activities: tuple[Activity, ...]
    office: Office
    commands: tuple[Command, ...]
    faq: Faq
    papers: Papers
    places: tuple[Place, ...]
    aliases: tuple[Alias, ...]
    provinces: tuple[Province, ...]
    recordings: tuple[Recording, ...]
    texts: Mapping[str, Language]
    whole: bool
    overlaid: frozenset[str]

    def file(self, name: str) -> str:
        """The file that what it says was read from, for problems."""
        return f"{DEMO}/{name}" if name in self.overlaid else name


def read(folder: Path, *, demo: bool, changes: Changes = NO_CHANGES) -> tuple[Draft, list[Problem]]:
    """The pack with the demo's files and staff's changes laid over, and what could not be read."""
    pack = _Pack(folder, demo=demo)
    book = pack.table(BOOK)
    book.text("name")
    languages = book.texts("languages", required=True)
    topics = book.texts("topics", required=True)
    canned = book.texts("canned")
    absence = pack_tables.absence(book.table("absence"))
    duties = read_duties(book.table("privacy"))
    book.close()
    forms = sorted((folder / "forms").glob("*.toml"))
    form_files = {path.stem: pack.table(f"forms/{path.name}") for path in forms}
    place_file = pack.table("places.toml")
    places = place_tables.places(place_file)
    rules, no_rule = pack_tables.rules(pack.table("rules.toml"), places)
    commands = pack_tables.commands(pack.table("commands.toml"))
    draft = Draft(  # the two last are known once the others have been read
        languages=languages,
        topics=topics,
        canned=canned,
        absence=absence,
        duties=duties,
        forms=form_tables.forms(form_files, topics),
        rules=rules,
        no_rule=no_rule,
        pages=pack_tables.pages(pack.table("programme.toml")),
        rounds=changes.over(pack_tables.rounds(pack.table("rounds.toml"))),
        activities=pack_tables.activities(pack.example("activities.toml"), languages),
        office=pack_tables.office(pack.table("office.toml")),
        commands=commands,
        faq=pack_tables.faq(pack.table("faq.toml"), commands),
        papers=papers.read(pack.table("papers.toml"), pack.content),
        places=places,
        aliases=place_tables.aliases(place_file),
        provinces=place_tables.provinces(place_file),
        recordings=tuple(recordings.read(folder, pack.content)),
        texts={one: pack.changed(one, changes.sentences.get(one, {})) for one in languages},
        whole=pack.whole,
        overlaid=frozenset(pack.overlaid),
    )
    place_file.close()
    pack.problems += pack.strays()
    return draft, pack.problems


class _Pack:
    """The files of a pack, and the problems met in reading them."""

    def __init__(self, folder: Path, *, demo: bool) -> None:
        self.folder = folder
        self.demo = demo
        self.problems: list[Problem] = []
        self.unread = {
            path.relative_to(folder).as_posix()
            for path in folder.rglob("*")
            if path.suffix in {".toml", ".ftl"}
        }
        self.whole = True
        self.overlaid: set[str] = set()

    def table(self, file: str) -> Table:
        """A file as one table; in demo mode each key that the demo's file has replaces ours."""
        files = [file]
        over = f"{DEMO}/{file}"
        if self.demo and over in self.unread:
            files.append(over)
            self.overlaid.add(file)
        read = [read_toml(self.folder, each, self.problems) for each in files]
        self.unread.difference_update(files)
        raw: dict[str, Any] = {}
        for each in read:
            raw |= each or {}
        if None in read:
            self.whole = False
            return Table(raw, file, [])
        return Table(raw, files[-1], self.problems)

    def example(self, file: str) -> Table:
        """A file that only the demo may have, as one table; else an empty one."""
        over = f"{DEMO}/{file}"
        if not self.demo or over not in self.unread:
            return Table({}, over, self.problems)
        self.unread.discard(over)
        read = read_toml(self.folder, over, self.problems)
        self.whole = self.whole and read is not None
        return Table(read or {}, over, self.problems)

    def content(self, file: str) -> bytes:
        """A file as it is; nothing, and a problem, if it cannot be read."""
        return read_bytes(self.folder, file, self.problems)

    def texts(self, language: str) -> Language:
        """What the Fluent files of a language say."""
        folder = f"text/{language}"
        files = {}
        for path in sorted((self.folder / folder).glob("*.ftl")):
            file = f"{folder}/{path.name}"
            self.unread.discard(file)
            text = read_text(self.folder, file, self.problems) or ""
            files[path.name] = parse(text)
            self.problems += (
                Problem(file, f"line {line}", f"is not Fluent: {message}")
                for line, message in unreadable(files[path.name], text)
            )
        if not files:
            self.problems.append(Problem(folder, "", "has no sentences (.ftl files)"))
        return Language(files)

    def changed(self, language: str, own: Mapping[str, str]) -> Language:
        """What the files of a language say, with staff's own words laid over."""
        told = self.texts(language)
        for key, text in own.items():
            try:
                told = changed(told, {key: text})
            except Unreadable as why:
                file = f"text/{language}/{told.areas[key]}"
                self.problems.append(Problem(file, key, f"is not Fluent: {why}"))
        return told

    def strays(self) -> Iterator[Problem]:
        """The files that look like the pack's and that nothing reads."""
        for file in self.unread:
            if self.demo or not file.startswith(f"{DEMO}/"):
                yield Problem(file, "", "is not read: no part of a pack has this name")
