"""Recordings as short as can be: nothing is heard in them, but that is what they are."""

from __future__ import annotations


def ogg(said: bytes = b"") -> bytes:
    """Ogg with Opus, as a phone records a voice."""
    return b"OggS\0\2" + bytes(20) + b"\1\x13OpusHead\1\1" + bytes(8) + said


def mp3(said: bytes = b"") -> bytes:
    """MP3, as a program exports it."""
    return b"ID3\4\0\0" + bytes(8) + said


def m4a(said: bytes = b"") -> bytes:
    """M4A, as an iPhone records it."""
    return b"\0\0\0\x1cftypM4A " + bytes(16) + said
