"""Who hears what happens, at each stage: every kind of event in every one; taps go by the roads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from handlers import (
    absence,
    attending,
    changing,
    claiming,
    colleague,
    courtesy,
    files,
    following,
    form,
    returning,
    sharing,
    silence,
    staff,
    voice,
    whose,
)
from handlers.activities import news, told
from handlers.deeds import StaffErased, StaffMoved, StaffOpened, StaffWants, StaffWrote
from handlers.desk import entering, erasing, progress, wanting, writing
from handlers.effects import Erase, Reachable
from handlers.events import (
    Digest,
    Edited,
    Followed,
    HandedBack,
    Left,
    MediaKind,
    MediaRefused,
    Rested,
    Returned,
    Said,
    SeatNews,
    SeatsTold,
    SentMedia,
    SentOther,
    SharedPhone,
    Sought,
    StaffLinked,
    StaffReplied,
    StaffSpoke,
    TakenOver,
    Withdrew,
)
from handlers.move import Line, Move
from handlers.questions import answering
from handlers.state import Conversation, Stage

if TYPE_CHECKING:
    from content.model import Book
    from handlers.roads import Handler


def _edited(c: Conversation, e: Edited, b: Book) -> Move:
    return returning.unmoved(c, e, b, (Line("edited"),))


def _gone(c: Conversation, _: Left, __: Book) -> Move:
    return Move(c, effects=(Reachable(yes=False),))


def _here_again(c: Conversation, _: Returned, __: Book) -> Move:
    return Move(c, effects=(Reachable(yes=True),))


def _withdrawn(c: Conversation, _: Withdrew, __: Book) -> Move:
    nothing = Conversation(language=c.language)
    return Move(nothing, effects=(Erase(everything=True), Reachable(yes=False)))


def _sent(c: Conversation, e: SentMedia, b: Book) -> Move:
    return voice.heard(c, e, b) if e.kind is MediaKind.VOICE else files.sent(c, e, b)


def _not_understood(c: Conversation, e: Said, b: Book) -> Move:
    told = changing.wished(c, e, b) or answering.answered(c, e, b)
    return told or answering.noted(courtesy.lost(c, e, b), e, b)


ALWAYS: Mapping[type[Any], Handler] = {
    Followed: following.opened,
    SharedPhone: sharing.elsewhere,
    SentMedia: _sent,
    MediaRefused: files.refused,
    SentOther: files.other,
    Edited: _edited,
    Left: _gone,
    Returned: _here_again,
    Withdrew: _withdrawn,
    StaffSpoke: silence.begin,
    TakenOver: attending.taken_over,
    StaffReplied: attending.replied,
    HandedBack: attending.handed_back,
    StaffLinked: colleague.linked,
    Digest: colleague.told,
    Rested: absence.remind,
    SeatsTold: told.told,
    SeatNews: news.news,
    Sought: claiming.sought,
    StaffMoved: progress.move,
    StaffErased: erasing.erase,
    StaffWrote: writing.write,
    StaffWants: wanting.ask,
    StaffOpened: entering.enter,
    Said: _not_understood,
}

HEARS: Mapping[Stage, Mapping[type[Any], Handler]] = {
    **dict.fromkeys(Stage, ALWAYS),
    Stage.ASKING: {
        **ALWAYS,
        Said: form.said,
        SharedPhone: sharing.shared,
        SentOther: sharing.located,
    },
    Stage.STAFF: {**ALWAYS, Said: staff.question},
    Stage.WRITING: {**ALWAYS, Said: staff.question},
    Stage.WHOSE: {**ALWAYS, Said: whose.said},
}
