"""The lines of a talk, as the page of a matter says them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.console.inbox.shown import discreet
from bot.console.shown import channel, time
from storage.columns import Keeping, Sending
from storage.instants import micros
from storage.thread import NOTE

if TYPE_CHECKING:
    from bot.console.visit import Visit
    from storage.thread import File, Line

STATES = {
    Sending.PENDING: "waiting",
    Sending.IN_FLIGHT: "waiting",
    Sending.SENT: "sent",
    Sending.ANSWERED: "sent",
    Sending.FAILED: "failed",
    Sending.SKIPPED: "skipped",
    Sending.UNKNOWN: "unknown",
}

WORDS = frozenset({"text", "tap", "edit", "phone", "location", NOTE})
FILES = frozenset({"photo", "document", "voice"})
DEEDS = frozenset({"taken-over", "handed-back", "staff-spoke", "follow", "left", "returned"})
"""What happened without a word, and is shown as a line of its own."""


@dataclass(frozen=True, slots=True)
class Said:
    """
    One line of a talk; `mark` is how it looks: `person`, `bot`, `staff`, `note` or `deed`.

    `who` said it. `state` is what became of a line of ours, and `why` what kept it from leaving;
    `again` that staff may send it once more. `picture` and `paper` are files to be looked at.
    """

    id: str
    mark: str
    who: str
    text: str
    when: str
    state: str = ""
    why: str = ""
    again: bool = False
    picture: str = ""
    paper: str = ""
    file: str = ""


def said(line: Line, visit: Visit, *, whole: bool = False) -> Said | None:
    """
    A line as the page says it; None for what only the program needs to know.

    Phone numbers in it have their middle covered, unless the `whole` line is wanted.
    """
    number = str(micros(line.at))
    if line.kind in DEEDS:
        words = visit.say(f"inbox-deed-{line.kind}", name=line.staff or "?")
        return Said(number, "deed", "", words, time(line.at))
    if line.kind not in WORDS | FILES and line.author == "person":
        return None
    mark = NOTE if line.kind == NOTE else line.author
    picture, paper, file = _file(line, visit)
    return Said(
        id=number,
        mark=mark,
        who=_who(line, visit, mark),
        text=(line.text if whole else discreet(line.text, visit))
        or ("" if file or picture or paper else visit.say("inbox-not-kept")),
        when=time(line.at),
        state=_state(line, visit),
        why=_why(line.error, visit) if line.sending is Sending.FAILED else "",
        again=line.author == "staff" and line.sending in {Sending.FAILED, Sending.UNKNOWN},
        picture=picture,
        paper=paper,
        file=file,
    )


def _who(line: Line, visit: Visit, mark: str) -> str:
    return visit.say(f"inbox-by-{mark}", name=line.staff or "?")


def _why(error: str, visit: Visit) -> str:
    """Why a message did not leave: in our words where a rule of the channel kept it back."""
    key = f"inbox-closed-{error.removeprefix('not sent: ')}"
    known = visit.book.wording.has(visit.language, key)
    zalo = channel("zalo_oa", visit)
    return visit.say(key, channel=zalo) if known else visit.say("inbox-refused", error=error)


def _state(line: Line, visit: Visit) -> str:
    if line.sending is None:
        return ""
    if line.seen_at is not None:
        return visit.say("inbox-sending-seen", at=time(line.seen_at))
    if line.delivered_at is not None:
        return visit.say("inbox-sending-delivered", at=time(line.delivered_at))
    return visit.say(f"inbox-sending-{STATES[line.sending]}")


def _file(line: Line, visit: Visit) -> tuple[str, str, str]:
    """The names of a picture and of a paper to be looked at, and what else there is to say."""
    found: File | None = line.file
    if line.kind not in FILES:
        return "", "", ""
    if line.kind == "voice":
        return "", "", visit.say("inbox-file-voice")
    if found is None or found.state in {Keeping.REFUSED, Keeping.DROPPED}:
        return "", "", visit.say("inbox-file-gone")
    if found.state is Keeping.WANTED:
        return "", "", visit.say("inbox-file-coming")
    if not visit.proven:
        return "", "", visit.say("inbox-file-here")
    return (found.id, "", "") if found.mime.startswith("image/") else ("", found.id, "")
