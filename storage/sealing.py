"""
Seals what must not lie in the database in clear, with a key that is not in the database.

The key is derived from the setting BOT_SECRET_KEY. With two values there, the last one seals and
both open, so that one can take the place of the other.
"""

from __future__ import annotations

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NONCE = 12
_PURPOSE = b"sealed in the database, 1"


class WrongKey(Exception):
    """Sealed with another key, or changed since."""


class Seal:
    """Seals and opens; `about` says what a value is, and it opens as nothing else."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise ValueError("nothing can be sealed without a key")
        self._keys = [AESGCM(_derived(key)) for key in reversed(keys)]

    def close(self, text: str, about: str) -> str:
        """The text, sealed; empty stays empty."""
        if not text:
            return ""
        nonce = os.urandom(_NONCE)
        sealed = self._keys[0].encrypt(nonce, text.encode(), about.encode())
        return urlsafe_b64encode(nonce + sealed).decode()

    def open(self, sealed: str, about: str) -> str:
        """The text again; raises `WrongKey`."""
        if not sealed:
            return ""
        try:
            raw = urlsafe_b64decode(sealed)
        except ValueError:
            raise WrongKey(about) from None
        for key in self._keys:
            try:
                return key.decrypt(raw[:_NONCE], raw[_NONCE:], about.encode()).decode()
            except (InvalidTag, ValueError):
                continue
        raise WrongKey(about)


def _derived(key: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(key.encode())
