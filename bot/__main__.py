"""
`python -m bot`: the commands. What a command needs is imported when it is called.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.tell import tell

app = typer.Typer(
    help=tell("help-program"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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
) -> None:
    from bot.commands.check import check_content
    from bot.commands.surroundings import settings_or_stop

    check_content(folder or settings_or_stop().content, listed=listed)


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


exports = typer.Typer(help=tell("help-export"), no_args_is_help=True)
app.add_typer(exports, name="export")


@exports.callback()
def export_commands() -> None:
    """Keep `registrations` a word of its own, although there is no other."""


@exports.command(help=tell("help-registrations"))
def registrations(
    out: Annotated[Path, typer.Option(metavar="FILE.xlsx|FILE.csv", help=tell("help-out"))],
    status: Annotated[str, typer.Option(help=tell("help-status"))] = "",
    commune: Annotated[str, typer.Option(help=tell("help-commune"))] = "",
    since: Annotated[str, typer.Option(metavar="DAY", help=tell("help-since"))] = "",
) -> None:
    from bot.commands.export import export

    export(out, status, commune, since)


staff = typer.Typer(help=tell("help-staff"), no_args_is_help=True)
app.add_typer(staff, name="staff")


@staff.callback()
def staff_commands() -> None:
    """Keep `add` a word of its own, although there is no other."""


@staff.command(help=tell("help-staff-add"))
def add(
    name: str,
    role: Annotated[str, typer.Option(metavar="admin|editor|officer|viewer")],
    commune: Annotated[list[str] | None, typer.Option(help=tell("help-staff-commune"))] = None,
) -> None:
    from bot.commands.staff import add as run

    run(name, role, commune or [])


notices = typer.Typer(help=tell("help-notice"), no_args_is_help=True)
app.add_typer(notices, name="notice")


@notices.command("create", help=tell("help-notice-create"))
def notice_create(file: Path) -> None:
    from bot.commands import notice

    notice.create(file)


@notices.command("plan", help=tell("help-notice-plan"))
def notice_plan(number: int) -> None:
    from bot.commands import notice

    notice.plan(number)


@notices.command("send", help=tell("help-notice-send"))
def notice_send(
    number: int,
    at: Annotated[str, typer.Option(metavar="TIME", help=tell("help-notice-at"))] = "",
    *,
    wait: Annotated[bool, typer.Option("--wait", help=tell("help-notice-wait"))] = False,
) -> None:
    from bot.commands import notice

    notice.send(number, at, wait=wait)


@notices.command("test", help=tell("help-notice-test"))
def notice_test(
    number: int,
    to: Annotated[str, typer.Option(metavar="CODE", help=tell("help-notice-to"))],
) -> None:
    from bot.commands import notice

    notice.test(number, to)


@notices.command("pause", help=tell("help-notice-pause"))
def notice_pause(number: int) -> None:
    from bot.commands import notice

    notice.pause(number)


@notices.command("resume", help=tell("help-notice-resume"))
def notice_resume(number: int) -> None:
    from bot.commands import notice

    notice.resume(number)


@notices.command("cancel", help=tell("help-notice-cancel"))
def notice_cancel(number: int) -> None:
    from bot.commands import notice

    notice.cancel(number)


@notices.command("retry", help=tell("help-notice-retry"))
def notice_retry(
    number: int,
    *,
    unknown: Annotated[bool, typer.Option("--unknown", help=tell("help-notice-unknown"))] = False,
) -> None:
    from bot.commands import notice

    notice.retry(number, unknown=unknown)


@notices.command("report", help=tell("help-notice-report"))
def notice_report(
    number: int,
    out: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help=tell("help-notice-out"))
    ] = None,
) -> None:
    from bot.commands import notice

    notice.report(number, out)


@notices.command("list", help=tell("help-notice-list"))
def notice_list() -> None:
    from bot.commands import notice

    notice.listed()


zalo = typer.Typer(help=tell("help-zalo"), no_args_is_help=True)
app.add_typer(zalo, name="zalo")


@zalo.command(help=tell("help-zalo-grant"))
def grant() -> None:
    from bot.commands.zalo import grant as run

    run()


@zalo.command(help=tell("help-zalo-retry"))
def retry() -> None:
    from bot.commands.zalo import retry as run

    run()


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
