"""The commands of `python -m bot` that reach many people: `notice …` and `activity …`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bot.groups import Number
from bot.tell import tell

notices = typer.Typer(help=tell("help-notice"), no_args_is_help=True)


@notices.command("create", help=tell("help-notice-create"))
def notice_create(file: Path) -> None:
    from bot.commands import notice

    notice.create(file)


@notices.command("edit", help=tell("help-notice-edit"))
def notice_edit(number: Number, file: Path) -> None:
    from bot.commands import notice

    notice.edit(number, file)


@notices.command("texts", help=tell("help-notice-texts"))
def notice_texts(number: Number) -> None:
    from bot.commands import notice_people

    notice_people.texts(number)


@notices.command("calls", help=tell("help-notice-calls"))
def notice_calls(
    number: Number,
    out: Annotated[Path, typer.Option(metavar="FILE.csv", help=tell("help-notice-out"))],
) -> None:
    from bot.commands import notice_people

    notice_people.calls(number, out)


@notices.command("called", help=tell("help-notice-called"))
def notice_called(number: Number, people: list[int]) -> None:
    from bot.commands import notice_people

    notice_people.called(number, people)


@notices.command("plan", help=tell("help-notice-plan"))
def notice_plan(number: Number) -> None:
    from bot.commands import notice_plan as notice

    notice.plan(number)


@notices.command("send", help=tell("help-notice-send"))
def notice_send(
    number: Number,
    at: Annotated[str, typer.Option(metavar="TIME", help=tell("help-notice-at"))] = "",
    *,
    wait: Annotated[bool, typer.Option("--wait", help=tell("help-notice-wait"))] = False,
) -> None:
    from bot.commands import notice

    notice.send(number, at, wait=wait)


@notices.command("test", help=tell("help-notice-test"))
def notice_test(
    number: Number,
    to: Annotated[str, typer.Option(metavar="CODE", help=tell("help-notice-to"))],
) -> None:
    from bot.commands import notice

    notice.test(number, to)


@notices.command("pause", help=tell("help-notice-pause"))
def notice_pause(number: Number) -> None:
    from bot.commands import notice

    notice.pause(number)


@notices.command("resume", help=tell("help-notice-resume"))
def notice_resume(number: Number) -> None:
    from bot.commands import notice

    notice.resume(number)


@notices.command("cancel", help=tell("help-notice-cancel"))
def notice_cancel(number: Number) -> None:
    from bot.commands import notice

    notice.cancel(number)


@notices.command("retry", help=tell("help-notice-retry"))
def notice_retry(
    number: Number,
    *,
    unknown: Annotated[bool, typer.Option("--unknown", help=tell("help-notice-unknown"))] = False,
) -> None:
    from bot.commands import notice

    notice.retry(number, unknown=unknown)


@notices.command("report", help=tell("help-notice-report"))
def notice_report(
    number: Number,
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


activities = typer.Typer(help=tell("help-activity"), no_args_is_help=True)


@activities.command("create", help=tell("help-activity-create"))
def activity_create(file: Path) -> None:
    from bot.commands import activity

    activity.create(file)


@activities.command("edit", help=tell("help-activity-edit"))
def activity_edit(number: Number, file: Path) -> None:
    from bot.commands import activity

    activity.edit(number, file)


@activities.command("list", help=tell("help-activity-list"))
def activity_list() -> None:
    from bot.commands import activity

    activity.listed()


@activities.command("announce", help=tell("help-activity-announce"))
def activity_announce(number: Number) -> None:
    from bot.commands import activity

    activity.announce(number)


@activities.command("seats", help=tell("help-activity-seats"))
def activity_seats(
    number: Number,
    out: Annotated[
        Path, typer.Option(metavar="FILE.pdf|.xlsx|.csv", help=tell("help-activity-seats"))
    ],
) -> None:
    from bot.commands import activity

    activity.seats(number, out)


@activities.command("letters", help=tell("help-activity-letters"))
def activity_letters(
    number: Number,
    out: Annotated[Path, typer.Option(metavar="FILE.html", help=tell("help-activity-letters"))],
) -> None:
    from bot.commands import activity

    activity.invite(number, out)


@activities.command("checkin", help=tell("help-activity-checkin"))
def activity_checkin(number: Number, code: str) -> None:
    from bot.commands import activity

    activity.checkin(number, code)


@activities.command("attended", help=tell("help-activity-attended"))
def activity_attended(number: Number, file: Path) -> None:
    from bot.commands import activity

    activity.attendance(number, file)


@activities.command("confirm", help=tell("help-activity-confirm"))
def activity_confirm(number: Number, code: str) -> None:
    from bot.commands import activity

    activity.confirm(number, code)


@activities.command("giveup", help=tell("help-activity-giveup"))
def activity_give_up(number: Number, code: str) -> None:
    from bot.commands import activity

    activity.give_up(number, code)


@activities.command("cancel", help=tell("help-activity-cancel"))
def activity_cancel(number: Number) -> None:
    from bot.commands import activity

    activity.cancel(number)
