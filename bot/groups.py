"""The commands of `python -m bot` that come in groups: `export …`, `staff …`, `claim …`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.tell import tell

LONGEST = 15
"""Digits of a number that the database takes."""


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal() and len(typed) <= LONGEST):
        raise typer.BadParameter(tell("not-a-number"))
    return int(typed)


Number = Annotated[int, typer.Argument(parser=_number, metavar="ID")]
"""What something in the tables is called by."""

exports = typer.Typer(help=tell("help-export"), no_args_is_help=True)


@exports.command(help=tell("help-registrations"))
def registrations(
    out: Annotated[Path, typer.Option(metavar="FILE.xlsx|FILE.csv", help=tell("help-out"))],
    status: Annotated[str, typer.Option(help=tell("help-status"))] = "",
    commune: Annotated[str, typer.Option(help=tell("help-commune"))] = "",
    since: Annotated[str, typer.Option(metavar="DAY", help=tell("help-since"))] = "",
) -> None:
    from bot.commands.export import export

    export(out, status, commune, since)


@exports.command(help=tell("help-questions"))
def questions(
    out: Annotated[Path, typer.Option(metavar="FILE.xlsx|FILE.csv", help=tell("help-out"))],
    since: Annotated[str, typer.Option(metavar="DAY", help=tell("help-since"))] = "",
) -> None:
    from bot.commands.export import export_asked

    export_asked(out, since)


staff = typer.Typer(help=tell("help-staff"), no_args_is_help=True)


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


audit = typer.Typer(help=tell("help-audit"), no_args_is_help=True)


@audit.callback()
def audit_commands() -> None:
    """Keep `verify` a word of its own, although there is no other."""


@audit.command(help=tell("help-audit-verify"))
def verify() -> None:
    from bot.commands.audit import verify as run

    run()


claims = typer.Typer(help=tell("help-claim"), no_args_is_help=True)


@claims.command("list", help=tell("help-claim-list"))
def claim_list() -> None:
    from bot.commands import claim

    claim.listed()


@claims.command("confirm", help=tell("help-claim-confirm"))
def claim_confirm(number: Number) -> None:
    from bot.commands import claim

    claim.decide(number, confirmed=True)


@claims.command("refuse", help=tell("help-claim-refuse"))
def claim_refuse(number: Number) -> None:
    from bot.commands import claim

    claim.decide(number, confirmed=False)


privacy = typer.Typer(help=tell("help-privacy"), no_args_is_help=True)


@privacy.command("list", help=tell("help-privacy-list"))
def privacy_list() -> None:
    from bot.commands.privacy import listed

    listed()


@privacy.command("copy", help=tell("help-privacy-copy"))
def privacy_copy(
    code: str,
    out: Annotated[Path, typer.Option(metavar="FILE.zip", help=tell("help-privacy-out"))],
) -> None:
    from bot.commands.privacy import copy

    copy(code, out)


@privacy.command("erase", help=tell("help-privacy-erase"))
def privacy_erase(
    number: Number,
    *,
    yes: Annotated[bool, typer.Option("--yes", help=tell("help-yes"))] = False,
) -> None:
    from bot.commands.privacy import erase

    erase(number, sure=yes)


zalo = typer.Typer(help=tell("help-zalo"), no_args_is_help=True)


@zalo.command(help=tell("help-zalo-grant"))
def grant() -> None:
    from bot.commands.zalo import grant as run

    run()


@zalo.command(help=tell("help-zalo-retry"))
def retry() -> None:
    from bot.commands.zalo import retry as run

    run()
