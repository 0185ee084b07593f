"""
Passwords of staff: how they are kept, and which are too easy to guess.

Argon2id takes its time on purpose, so it is done in threads, two at once. For a name that nobody
has, another hash is tried, so that the answer takes as long.
"""

from __future__ import annotations

import asyncio
import re
import unicodedata
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from content.folding import fold

SHORTEST, LONGEST = 12, 128
FEWEST_SIGNS = 5
OWN_LETTERS = 4
"""So many letters must be left of a password without the words that everybody here knows."""

_HERE = Path(__file__).parent
_COMMON = frozenset((_HERE / "common_passwords.txt").read_text("utf-8").split())
_WORDS = tuple((_HERE / "common_words.txt").read_text("utf-8").split())
_NOBODYS = (
    "$argon2id$v=19$m=19456,t=2,p=1$"
    "mHgdjy1r76mlJd8plseb6g$atfDNJ9q/7Sx2CZASI6Hyu3Pk78FO5Zw5zddP1WWCLg"
)
_hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)


class Passwords:
    """Makes and compares hashes, two at once."""

    def __init__(self) -> None:
        self._slots = asyncio.Semaphore(2)

    async def hash(self, password: str) -> str:
        """What is kept of a password."""
        async with self._slots:
            return await asyncio.to_thread(_hasher.hash, _canonical(password))

    async def fits(self, password: str, kept: str) -> bool:
        """Whether this is the password; where none is kept it is not, and that takes as long."""
        async with self._slots:
            same = await asyncio.to_thread(_verify, kept or _NOBODYS, _canonical(password))
        return same and bool(kept)


def weakness(password: str, *known: str) -> str:
    """
    Why a password must not be used: `short`, `long`, `common` or `local`; empty for a good one.

    `known` are names that others would try: the person's, the office's.
    """
    password = _canonical(password)
    if len(password) < SHORTEST:
        return "short"
    if len(password) > LONGEST:
        return "long"
    if password.casefold() in _COMMON or len(set(password)) < FEWEST_SIGNS:
        return "common"
    letters = _letters(password)
    left = letters
    for word in sorted((*_WORDS, *map(_letters, " ".join(known).split())), key=len, reverse=True):
        left = left.replace(word, "") if word else left
    return "local" if letters and len(left) < OWN_LETTERS and left != letters else ""


def _canonical(password: str) -> str:
    """The same password from any keyboard; what is too long to be one is cut."""
    return unicodedata.normalize("NFC", password[: LONGEST * 4])


def _letters(text: str) -> str:
    return re.sub("[^a-z]", "", fold(text))


def _verify(kept: str, password: str) -> bool:
    try:
        return _hasher.verify(kept, password)
    except (Argon2Error, InvalidHashError):
        return False
