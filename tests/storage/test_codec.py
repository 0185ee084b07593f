"""A conversation and a message come back from the database as they went in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from handlers.effects import Attachment, Choice, Message
from handlers.state import (
    Answer,
    Asked,
    Attendance,
    Conversation,
    Paused,
    Replaced,
    Slip,
    Source,
    Stage,
    Wanted,
)
from storage.codec import (
    decode_conversation,
    decode_message,
    encode_conversation,
    encode_message,
)
from storage.instants import instant, micros

AT = datetime(2026, 11, 23, 5, 0, 0, 123457, UTC)
ASKED = Asked("registration", "est-name", 2, "HTX", "hợp tác xã", "stop", 1)
ANSWER = Answer("Khăn lanh", "khăn lanh", Source.CHAT, AT)
FULL = Conversation(
    language="vi",
    stage=Stage.REVIEW,
    asked=ASKED,
    answers={"eligibility": {(0, "est-type"): Answer("coop", "2", Source.CARRIED, AT)}},
    skipped=frozenset({"0/est-email", "1/prod-price"}),
    active=12,
    page="levels",
    section="1/quality",
    editing=True,
    for_other=True,
    paused=Paused(Stage.ASKING, ASKED),
    offered=(Choice("Đúng", "go/yes"), Choice("Không", "go/no")),
    lost=3,
    last_said='"quoted" \\ and\nbroken',
    replied_at=AT,
    source="fair-2026",
    topics=frozenset({"training", "fairs"}),
    quiet_until=AT,
    attended=Attendance("Nông Thị Hoa", AT, waits=True, heard=True),
    names=frozenset({"12:0a1b2c3d"}),
    locked="mine",
    muted=True,
    aid="mong",
    booking="take/3",
    replaced=Replaced("registration", 12, (1, "prod-name"), {(1, "prod-name"): ANSWER}),
    wanted=Wanted(
        12,
        ((1, "att-photo-side"),),
        AT,
        3,
        Paused(Stage.ASKING, ASKED),
        "1/quality",
        editing=True,
        skipped=frozenset({"0/est-email"}),
    ),
    slip=Slip("0" * 32, AT, (12, 13)),
    opened=frozenset({12}),
    claimed=(datetime(2026, 11, 23, 2, 0, 0, 7, tzinfo=UTC),),
)
PICTURE = Attachment("0" * 32, "image/jpeg", "lop.jpg")
WAYS = (Choice("← sửa", "go/back"),)
MESSAGE = Message("Câu 3/9", (Choice("A", "a"),), WAYS, "Gửi số", True, PICTURE)


@pytest.mark.parametrize("name", [name for name in Conversation._fields if name != "registrations"])
def test_every_field_of_a_conversation_comes_back(name: str) -> None:
    assert getattr(FULL, name) != getattr(Conversation(), name), "give FULL a value here"
    alone = Conversation()._replace(**{name: getattr(FULL, name)})

    assert decode_conversation(encode_conversation(alone)) == alone
    assert decode_conversation(encode_conversation(FULL)) == FULL


@pytest.mark.parametrize("name", Message._fields)
def test_every_field_of_a_message_comes_back(name: str) -> None:
    alone = Message("x")._replace(**{name: getattr(MESSAGE, name)})

    assert decode_message(encode_message(alone)) == alone
    assert decode_message(encode_message(MESSAGE)) == MESSAGE


def test_a_fresh_conversation_is_short() -> None:
    assert encode_conversation(Conversation()) == '{"stage":"home"}'
    assert decode_conversation("{}") == Conversation()


def test_what_a_newer_version_wrote_breaks_no_talk() -> None:
    text = '{"stage":"dreaming","mood":1,"paused":["dreaming",null],"language":"vi"}'

    assert decode_conversation(text) == Conversation(
        language="vi", stage=Stage.HOME, paused=Paused(Stage.HOME, None)
    )


def test_times_are_exact_to_the_microsecond() -> None:
    assert instant(micros(AT)) == AT
    assert micros(datetime(1970, 1, 1, tzinfo=UTC)) == 0
