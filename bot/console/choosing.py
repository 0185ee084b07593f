"""A password that somebody chooses: typed twice, and not one that others would try."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from bot.console.passwords import LONGEST, SHORTEST, weakness

if TYPE_CHECKING:
    from bot.console.visit import Visit


def chosen(form: Mapping[str, str], visit: Visit, name: str) -> dict[str, str]:
    """What is wrong with the password in a form, by field; empty for a good one of `name`."""
    password = form.get("password", "")
    weak = weakness(password, name, visit.book.office.name)
    if weak:
        words = visit.say(f"password-{weak}", shortest=str(SHORTEST), longest=str(LONGEST))
        return {"password": words}
    if form.get("again", "") != password:
        return {"again": visit.say("password-unlike")}
    return {}
