"""Talks as text files: what is typed becomes the right event, and what is read can be written."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest

from bot.channels.base import Outgoing, Sent
from bot.channels.terminal import NotShown, Terminal, event_of
from bot.talks import Exchange, Talk, lines_of, read_script, written_down
from content.model import Book
from handlers.effects import Attachment, Choice, Message
from handlers.events import (
    Chose,
    Event,
    Followed,
    MediaKind,
    Moment,
    OtherKind,
    Said,
    SentMedia,
    SentOther,
    SharedPhone,
)

AT = Moment(datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 23, tzinfo=UTC), 7)
LAST = Message(
    "Which?",
    choices=(Choice("Tea, green", "c/1"), Choice("Tea", "c/2")),
    ways=(Choice("Back", "go/back"),),
)


@pytest.mark.parametrize(
    ("typed", "event"),
    [
        ("hello", Said(AT, "hello")),
        ("  2 ", Said(AT, "2")),
        ("[Tea]", Chose(AT, "c/2")),
        ("[Tea, gr]", Chose(AT, "c/1")),
        ("[Back]", Chose(AT, "go/back")),
        ("(start)", Followed(AT)),
        ("/start", Followed(AT)),
        ("(share 0912 345 678)", SharedPhone(AT, "0912 345 678", own=True)),
        ("(voice)", SentMedia(AT, f"{AT.fresh:032x}", MediaKind.VOICE, "", 20_000, "audio/ogg")),
        ("(sticker)", SentOther(AT, OtherKind.STICKER)),
        ("(location)", SentOther(AT, OtherKind.LOCATION)),
        ("(some other words)", Said(AT, "(some other words)")),
        ("", None),
        ("\x00", None),
    ],
)
def test_what_a_typed_line_means(typed: str, event: Event | None) -> None:
    assert event_of(typed, AT, LAST) == event


@pytest.mark.parametrize(("typed", "kind"), [("(photo)", "photo"), ("(paper)", "document")])
def test_a_photo_can_be_sent_from_a_terminal(typed: str, kind: str) -> None:
    event = event_of(typed, AT, LAST)

    assert isinstance(event, SentMedia)
    assert event.kind is MediaKind(kind)
    assert event.media == f"{7:032x}"


def test_a_button_that_is_not_there_cannot_be_tapped() -> None:
    with pytest.raises(NotShown):
        event_of("[Coffee]", AT, LAST)


async def test_a_terminal_numbers_the_choices_and_names_the_ways() -> None:
    stream = io.StringIO()

    receipt = await Terminal(stream).send(Outgoing(1, "terminal:main", "me", 4, LAST))

    assert receipt == Sent("4")
    assert stream.getvalue() == "\nWhich?\n\n  1. Tea, green\n  2. Tea\n\n  Back\n\n"


async def test_a_terminal_names_a_picture() -> None:
    stream = io.StringIO()
    shown = Message("Mời dự lớp", attached=Attachment("0" * 32, "image/jpeg", "lop.jpg"))

    await Terminal(stream).send(Outgoing(1, "terminal:main", "me", 4, shown))

    assert stream.getvalue() == "\nMời dự lớp\n\n(lop.jpg)\n\n"


SCRIPT = """\
# Buying tea.
Welcome.

What will it be?
[Tea]
# A person who hesitates.
> hm
Please choose.
[Tea]
>[Tea]
Here you are.
"""


def test_a_script_is_read_as_exchanges() -> None:
    first, second, third = read_script(SCRIPT)

    assert first == Exchange(
        0, "", ("Welcome.", "", "What will it be?", "[Tea]"), ("# Buying tea.",)
    )
    assert second == Exchange(7, "hm", ("Please choose.", "[Tea]"), ("# A person who hesitates.",))
    assert third == Exchange(10, "[Tea]", ("Here you are.",))


def test_what_was_read_can_be_written_again() -> None:
    written = "".join(map(written_down, read_script(SCRIPT)))

    assert written == SCRIPT.replace(">[Tea]", "> [Tea]")
    assert list(read_script(written)) == list(read_script(SCRIPT))


def test_a_message_in_a_script_has_its_choices_in_brackets_and_no_ways() -> None:
    assert lines_of(LAST) == ("Which?", "[Tea, green]", "[Tea]")


def test_time_passes_when_a_script_says_so(book: Book) -> None:
    talk = Talk(book)
    talk.open()

    talk.say("(at 2026-12-01 20:30)")

    assert talk.at == datetime(2026, 12, 1, 13, 30, tzinfo=UTC)
