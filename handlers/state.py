"""
What we remember of one contact's talk; frozen values, no decisions.

Answers live in the registration only, from the first one. The conversation holds what was put to
the person and little else, so that a changed book strands nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from handlers.effects import Agreed, Choice


class Stage(StrEnum):
    """Where in the talk somebody is; the machine's table has a row for each."""

    HOME = "home"
    PROGRAMME = "programme"
    ASKING = "asking"
    VERDICT = "verdict"
    WHOM = "whom"
    REVIEW = "review"
    EDITING = "editing"
    SECTIONS = "sections"
    MINE = "mine"
    SETTINGS = "settings"
    LANGUAGE = "language"
    ERASING = "erasing"
    STAFF = "staff"
    WRITING = "writing"
    WHOSE = "whose"
    RESTARTING = "restarting"
    ACTIVITIES = "activities"
    SEATS = "seats"


class Status(StrEnum):
    """How far a registration has come (domain section 9G, with the draft before it)."""

    DRAFT = "draft"
    INTEREST = "interest"
    COLLECTING = "collecting"
    COMPLETE = "complete"
    PRINTED = "printed"
    FILED_COMMUNE = "filed_commune"
    SENT_PROVINCE = "sent_province"
    JUDGED = "judged"
    CERTIFIED = "certified"
    NOT_CERTIFIED = "not_certified"
    WITHDRAWN = "withdrawn"


class Source(StrEnum):
    """Who or what gave an answer."""

    CHAT = "chat"
    ELIGIBILITY = "eligibility"
    CARRIED = "carried"
    STAFF = "staff"


class Answer(NamedTuple):
    """
    One answer: `value` in our own form, `raw` as the person gave it, who gave it and when.

    Values are strings: a choice's value, several joined by a comma, digits of a number, đồng, an
    ISO date, an E.164 phone, a commune code (or an old name, as long as nobody knows which commune
    it is in now), a media id. An amount and a price are `number unit` ("2000 chiếc"). An empty
    value is an optional question left out on purpose.
    """

    value: str
    raw: str
    source: Source
    at: datetime


AnswerKey = tuple[int, str]
"""Product number (0 for the contact and the establishment) and the question's key."""

Answers = Mapping[AnswerKey, Answer]

NO_ANSWERS: Answers = MappingProxyType({})
NO_FORMS: Mapping[str, Answers] = MappingProxyType({})


BY_STAFF = frozenset({Agreed.PHONE, Agreed.PAPER})
"""What staff record of a producer's consent."""

HELPED = frozenset({Agreed.PRESENT, Agreed.SLIP, Agreed.WAITING}) | BY_STAFF
"""What somebody else records of a producer's consent."""


class Registration(NamedTuple):
    """
    One producer's entry, as loaded with the turn.

    `id` is the number it was opened with; its code for people is `handlers.codes.code(id)`.
    `products` is how many it has. `loaded` is false for a contact's other registrations, of
    which only the head is read. `agreed` says how its producer agreed to it.
    """

    id: int
    status: Status
    round: str
    title: str
    products: int
    opened: datetime
    answers: Answers = NO_ANSWERS
    loaded: bool = True
    verdict: str = ""
    agreed: Agreed = Agreed.SELF

    @property
    def helped(self) -> bool:
        """Whether somebody else than its producer made it, and holds it still."""
        return self.agreed in HELPED


class Asked(NamedTuple):
    """
    What was put to the person last: the question, for which product, and the choices as shown.

    `reading` is our value of what was said, not yet stored: it waits for "is that right?", or for
    more of a question that takes several; `raw` is what was said. `doubt` is the command that the
    words might have been instead of an answer. `tries` counts the wrong answers.
    """

    form: str
    question: str
    product: int = 0
    reading: str = ""
    raw: str = ""
    doubt: str = ""
    tries: int = 0


class Replaced(NamedTuple):
    """
    The answers of a form that the last answer, `at` its place, took the place of.

    `registration` is whose they are; 0 for those of a form that has none.
    """

    form: str
    registration: int
    at: AnswerKey
    answers: Answers


@dataclass(frozen=True, slots=True)
class Paused:
    """Where a detour goes back to."""

    stage: Stage
    asked: Asked | None


class Attendance(NamedTuple):
    """
    One of the staff, by `name`, answers the person, `until` then unless somebody speaks.

    `waits` is set while the person waits for their answer, `heard` once the person has written,
    knowing that it is kept for staff.
    """

    name: str
    until: datetime
    waits: bool = False
    heard: bool = False


class Slip(NamedTuple):
    """The photo of a slip that several people signed, and the registrations it counts for."""

    media: str
    at: datetime
    registrations: tuple[int, ...]


class Wanted(NamedTuple):
    """
    What staff ask for: the questions that are left, of which registration, and since when.

    The rest is what was going on before, to go back to: what was talked about and how far it was.
    """

    registration: int
    keys: tuple[AnswerKey, ...]
    since: datetime
    active: int = 0
    paused: Paused = Paused(Stage.HOME, None)
    section: str = ""
    editing: bool = False
    skipped: frozenset[str] = frozenset()


class Conversation(NamedTuple):
    """
    One contact's talk.

    `answers`, by form, are those of forms that name nobody (eligibility) or that end in a request
    to staff (call back), none of them empty; a registration's own are in `registrations`, of which
    `active` is the one talked about (0 for none). `skipped` are `product/question` of it left for
    later. `paused` is what a detour (staff, call back, settings) goes back to. `section` (`product/
    section`) limits the questions to one part of the dossier, `editing` to one answer.
    `last_said` (a digest) and `replied_at` recognise an impatient double. `offered` are the choices
    of the last message, so that a typed number or label does what the button does. `topics` are the
    subjects the person agreed to hear about. Until `quiet_until` one of the staff talks to them
    past us; who is `attended` is answered by one of them through us.
    `lost` counts messages in a row that nothing could be made of; `claimed` are the times of one
    day's tries to claim what a helper made. `names` mark whose talk it is on a phone that several
    people use (`handlers.whose`); `locked` is the way that waits for such a name, and `opened` are
    the registrations that the name given last has opened. Who is `muted` wants no reminder of what
    they left half done. `booking` says what a name is asked for: `take/` and an activity, or
    `name/` and a seat. `replaced` can be taken back. `wanted` is what staff ask for, `slip` what
    a helper photographed for several. `aid` is the language that recorded sentences are heard in.
    """

    language: str = ""
    stage: Stage = Stage.HOME
    asked: Asked | None = None
    answers: Mapping[str, Answers] = NO_FORMS
    skipped: frozenset[str] = frozenset()
    active: int = 0
    page: str = ""
    section: str = ""
    editing: bool = False
    for_other: bool = False
    paused: Paused | None = None
    offered: tuple[Choice, ...] = ()
    lost: int = 0
    last_said: str = ""
    replied_at: datetime | None = None
    source: str = ""
    topics: frozenset[str] = frozenset()
    quiet_until: datetime | None = None
    attended: Attendance | None = None
    names: frozenset[str] = frozenset()
    locked: str = ""
    muted: bool = False
    booking: str = ""
    replaced: Replaced | None = None
    wanted: Wanted | None = None
    slip: Slip | None = None
    opened: frozenset[int] = frozenset()
    claimed: tuple[datetime, ...] = ()
    aid: str = ""
    registrations: tuple[Registration, ...] = ()
