"""
Sentences read aloud by staff, for people who read Vietnamese with difficulty: H'Mông, Tày, Dao.

Each is a file of the pack, `audio/<language>/<key of the sentence>.ogg` (or `.mp3`, `.m4a`); what
the language is called is the sentence `aid-<language>`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

FOLDER = "audio"
MOST_BYTES = 1024 * 1024
"""A minute of speech; more is too much for a phone with one bar of signal."""


class Recording(NamedTuple):
    """One sentence read aloud; `media` is the id that its bytes are kept by, made from them."""

    language: str
    key: str
    file: str
    content: bytes
    media: str

    @property
    def mime(self) -> str:
        """The kind of sound, for channels and browsers."""
        return MIMES[suffix(self.file)]

    @property
    def name(self) -> str:
        """What people see the file called."""
        return self.file.rpartition("/")[2]


Recordings = Mapping[str, Mapping[str, Recording]]
"""The recordings by language, then by the key of their sentence."""

MIMES = {"ogg": "audio/ogg", "mp3": "audio/mpeg", "m4a": "audio/mp4"}

SOUNDS: Mapping[str, Callable[[bytes], bool]] = {
    "ogg": lambda content: content.startswith(b"OggS") and b"OpusHead" in content[:64],
    "mp3": lambda content: content.startswith((b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")),
    "m4a": lambda content: content[4:8] == b"ftyp",
}
"""By its ending, whether a file begins as such a sound does; Ogg with Opus, as phones record it."""


def suffix(file: str) -> str:
    """The ending of a file's name, without its dot."""
    return file.rpartition(".")[2]


def read(folder: Path, content: Callable[[str], bytes]) -> Iterator[Recording]:
    """Every file among the recordings of a pack, whatever it is."""
    for path in sorted((folder / FOLDER).rglob("*")):
        if path.is_file():
            file = path.relative_to(folder).as_posix()
            language, _, name = file.removeprefix(f"{FOLDER}/").rpartition("/")
            sound = content(file)
            media = hashlib.sha256(sound).hexdigest()[:32]
            yield Recording(language, name.rpartition(".")[0], file, sound, media)


def by_language(found: tuple[Recording, ...]) -> Recordings:
    """The recordings as a message looks for them."""
    each: dict[str, dict[str, Recording]] = {}
    for one in found:
        each.setdefault(one.language, {})[one.key] = one
    return MappingProxyType(each)
