"""Sentences read aloud: what a pack may have of them, and what is wrong with one."""

from __future__ import annotations

import pytest

from content.check import check
from content.load import load, version
from content.recordings import MOST_BYTES
from tests.content.packs import Pack
from tests.sounds import m4a, mp3, ogg

NAMED = "\naid-mong = tiếng Mông\n"
KEY = "programme-about"


def record(pack: Pack, file: str, content: bytes, *, named: bool = True) -> None:
    path = pack.folder / "audio" / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if named:
        for language in ("vi", "en"):
            pack.change(f"text/{language}/settings.ftl", "", NAMED)


def told(pack: Pack) -> list[str]:
    return [str(problem) for problem in check(pack.folder)]


@pytest.mark.parametrize(
    ("file", "content", "mime"),
    [
        ("programme-about.ogg", ogg(), "audio/ogg"),
        ("programme-about.mp3", mp3(), "audio/mpeg"),
        ("programme-about.m4a", m4a(), "audio/mp4"),
    ],
)
def test_a_sentence_may_be_read_aloud(pack: Pack, file: str, content: bytes, mime: str) -> None:
    before = version(pack.folder, demo=False)
    record(pack, f"mong/{file}", content)

    assert told(pack) == []
    found = load(pack.folder).recordings["mong"][KEY]
    assert (found.name, found.mime, found.content) == (file, mime, content)
    assert version(pack.folder, demo=False) != before


def test_the_same_words_are_kept_once_and_others_apart(pack: Pack) -> None:
    record(pack, "mong/programme-about.ogg", ogg(b"a"))
    record(pack, "mong/home-greeting.again.ogg", ogg(b"b"), named=False)
    own = load(pack.folder).recordings["mong"]

    assert own[KEY].media != own["home-greeting.again"].media
    assert load(pack.folder).recordings["mong"] == own


VARIES = "the sentence says something else each time ($hours, $phone): it cannot be recorded"
BIG = "has 1,048,622 bytes; up to 1,048,576 can be sent to any phone"
WRONG = [
    ("programme-about.wav", b"RIFF", "is no recording: its name ends in .ogg, .mp3 or .m4a"),
    ("programme-about.ogg", mp3(), "does not sound: what is in it is not Ogg with Opus in it"),
    ("programme-about.mp3", ogg(), "does not sound: what is in it is not MP3"),
    ("programme-about.m4a", b"", "does not sound: what is in it is not M4A"),
    ("nowhere.ogg", ogg(), "no sentence has the key 'nowhere'"),
    ("programme-contacts.ogg", ogg(), VARIES),
    ("programme-about.ogg", ogg(bytes(MOST_BYTES)), BIG),
]


@pytest.mark.parametrize(("file", "content", "message"), WRONG)
def test_a_recording_that_cannot_be_is_told(
    pack: Pack, file: str, content: bytes, message: str
) -> None:
    record(pack, f"mong/{file}", content)

    assert told(pack) == [f"audio/mong/{file}: {message}"]


def test_two_of_one_sentence_are_told(pack: Pack) -> None:
    record(pack, "mong/programme-about.ogg", ogg())
    record(pack, "mong/programme-about.mp3", mp3(), named=False)

    assert told(pack) == ["audio/mong: programme-about: there are two recordings of this sentence"]


def test_a_language_without_a_name_is_told(pack: Pack) -> None:
    record(pack, "mong/programme-about.ogg", ogg(), named=False)

    assert told(pack) == [
        f"text/{language}/settings.ftl: aid-mong: is missing; audio/mong asks for it"
        for language in ("en", "vi")
    ]


def test_a_folder_that_names_no_language_is_told(pack: Pack) -> None:
    record(pack, "programme-about.ogg", ogg(), named=False)

    assert any(line.startswith("audio: ") for line in told(pack))
