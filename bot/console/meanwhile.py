"""Two people with one form open: the second is shown what the first stored, and sends it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.forms import Form
from bot.console.record.fields import mark
from bot.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bot.console.visit import Visit

FIELD = "was"
CHOSEN = frozenset({"topic", "kind", "activity"})
"""Fields whose values are no words that staff know."""

PICTURE = "picture"
"""What is stored of a picture, which a form sends only where it is a new one."""

TICKED = "on"


def standing(stored: Mapping[str, str], visit: Visit) -> str:
    """What stands on a page for the form as it is stored."""
    return mark(visit, repr(sorted(stored.items())))


def opened_on(form: Form, stored: Mapping[str, str], visit: Visit) -> str:
    """What stands on a page for what was stored when it was opened first."""
    return form.typed.get(FIELD, "") or standing(stored, visit)


def changed(sent: Mapping[str, str], stored: Mapping[str, str], visit: Visit) -> bool:
    """Whether something else is stored by now than when the page that was sent was opened."""
    return sent.get(FIELD, "") not in {"", standing(stored, visit)}


def shown_again(sent: Mapping[str, str], stored: Mapping[str, str], visit: Visit) -> Form | None:
    """The form with what is stored beside each field that differs; None where nothing clashes."""
    if not changed(sent, stored, visit):
        return None
    problems = dict(_differences(sent, stored, visit))
    return Form({**sent, FIELD: ""}, problems) if problems else None


def _differences(
    sent: Mapping[str, str], stored: Mapping[str, str], visit: Visit
) -> Iterator[tuple[str, str]]:
    ticked = [name for name, value in sent.items() if value == TICKED]
    for name in dict.fromkeys((*stored, *ticked)):
        now = stored.get(name, "")
        if name == PICTURE or clean(sent.get(name, "")) == clean(now):
            continue
        if TICKED in {now, sent.get(name)}:
            yield name.partition("-")[0], visit.say("form-meanwhile-ticks")
        elif name in CHOSEN or not now:
            yield name, visit.say("form-meanwhile-ticks")
        else:
            yield name, visit.say("form-meanwhile", now=now)
