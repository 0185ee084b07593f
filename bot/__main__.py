"""
`python -m bot`: the commands. What a command needs is imported when it is called.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot import __version__, announcing_groups, groups
from bot.tell import tell

app = typer.Typer(
    help=tell("help-program"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def program(
    *, version: Annotated[bool, typer.Option("--version", help=tell("help-version"))] = False
) -> None:
    if version:
        typer.echo(__version__)
        raise typer.Exit


@app.command(help=tell("help-serve"))
def serve(*, demo: Annotated[bool, typer.Option("--demo", help=tell("help-demo"))] = False) -> None:
    from bot.loop import spread_out

    spread_out()
    from bot.commands.serve import serve as run

    run(demo=demo)


@app.command(help=tell("help-talk"))
def talk(
    script: Annotated[Path | None, typer.Option(help=tell("help-script"))] = None,
    write: Annotated[Path | None, typer.Option(help=tell("help-write"))] = None,
) -> None:
    from bot.commands.talk import talk as run

    run(script, write)


@app.command(help=tell("help-check"))
def check(
    folder: Annotated[Path | None, typer.Argument(metavar="CONTENT_DIR")] = None,
    *,
    listed: Annotated[bool, typer.Option("--list", help=tell("help-list"))] = False,
    against: Annotated[str, typer.Option(metavar="DATABASE", help=tell("help-against"))] = "",
) -> None:
    from bot.commands.check import check_content
    from bot.commands.surroundings import settings_or_stop

    check_content(folder or settings_or_stop().content, listed=listed, against=against)


@app.command(help=tell("help-migrate"))
def migrate() -> None:
    from bot.commands.migrate import migrate as run

    run()


@app.command(help=tell("help-doctor"))
def doctor() -> None:
    from bot.commands.doctor import doctor as run

    run()


@app.command(help=tell("help-backup"))
def backup(file: Path) -> None:
    from bot.commands.upkeep import backup as run

    run(file)


@app.command(help=tell("help-restore"))
def restore(file: Path) -> None:
    from bot.commands.upkeep import restore as run

    run(file)


@app.command(help=tell("help-slip"))
def slip(
    out: Annotated[Path, typer.Option(metavar="FILE.html|FILE.pdf", help=tell("help-slip-out"))],
    *,
    demo: Annotated[bool, typer.Option("--demo", help=tell("help-demo"))] = False,
) -> None:
    from bot.commands.slip import write

    write(out, demo=demo)


@app.command(help=tell("help-dossier"))
def dossier(
    code: str,
    out: Annotated[Path, typer.Option(metavar="FOLDER", help=tell("help-dossier-out"))],
) -> None:
    from bot.commands.dossier import make

    make(code, out)


@app.command(help=tell("help-poster"))
def poster(
    out: Annotated[Path, typer.Option(metavar="FILE.pdf", help=tell("help-poster-out"))],
    commune: Annotated[list[str] | None, typer.Option(help=tell("help-poster-commune"))] = None,
    *,
    demo: Annotated[bool, typer.Option("--demo", help=tell("help-demo"))] = False,
) -> None:
    from bot.commands.poster import write

    write(out, commune or [], demo=demo)


app.add_typer(groups.exports, name="export")
app.add_typer(groups.staff, name="staff")
app.add_typer(groups.audit, name="audit")
app.add_typer(announcing_groups.notices, name="notice")
app.add_typer(announcing_groups.activities, name="activity")
app.add_typer(groups.claims, name="claim")
app.add_typer(groups.privacy, name="privacy")
app.add_typer(groups.zalo, name="zalo")


def main() -> None:
    """
    Run the command that was asked for.

    Whatever the console, Vietnamese can be written to it; the files that are made are read by
    nobody else.
    """
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    app()


if __name__ == "__main__":
    main()
