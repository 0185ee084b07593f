"""The areas of the console, in the order in which the top of every page lists them."""

from __future__ import annotations

from typing import NamedTuple

from bot.console.rights import Right


class Tab(NamedTuple):
    """
    One area: `say("console-" + key)` is its name, `path` its first page.

    Who lacks `right` does not see it.
    """

    key: str
    path: str
    right: Right


TABS = (
    Tab("inbox", "/staff/inbox", Right.SEE),
    Tab("registrations", "/staff/registrations", Right.SEE),
    Tab("notices", "/staff/notices", Right.ANNOUNCE),
    Tab("activities", "/staff/activities", Right.ANNOUNCE),
    Tab("statistics", "/staff/statistics", Right.SEE),
    Tab("rounds", "/staff/rounds", Right.SEE),
    Tab("content", "/staff/content", Right.PUBLISH),
    Tab("posters", "/staff/posters", Right.SEE),
    Tab("privacy", "/staff/privacy", Right.PROTECT),
    Tab("users", "/staff/users", Right.MANAGE),
    Tab("audit", "/staff/audit", Right.MANAGE),
    Tab("system", "/staff/system", Right.MANAGE),
)
