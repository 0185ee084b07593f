"""
`check`: every mistake in the content, one a line; `--list` has every sentence instead, `--against`
those people in a database whom the content would ask something else.
"""

from __future__ import annotations

from pathlib import Path

import typer

from bot.commands.stopping import USAGE, stop
from bot.commands.surroundings import book_or_stop, pack_or_stop
from bot.tell import tell
from content.check import check, hints, list_sentences


def check_content(folder: Path, *, listed: bool, against: str) -> None:
    """
    Print what there is to say about a content pack; ends with 1 if it has mistakes.

    What could be said more plainly is pointed out, and is no mistake. `against` is a database: who
    in it would be asked something else.
    """
    pack_or_stop(folder, USAGE)
    problems = check(folder)
    if problems:
        stop([*map(str, problems), tell("content-mistakes", count=str(len(problems)))])
    if listed:
        book = book_or_stop(folder, demo=False)
        for line in list_sentences(book.wording, book.languages):
            typer.echo(line)
    else:
        for hint in hints(folder):
            typer.echo(tell("content-hint", hint=str(hint)))
        typer.echo(tell("content-good", folder=str(folder)))
    if against:
        from bot.commands.against import tell_against

        tell_against(book_or_stop(folder, demo=False), against)
