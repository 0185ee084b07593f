"""
Decides by looking inside whether a voice note from outside may be kept, and what kind it is.

It is kept as it came, and given only to staff, as audio of a kind that is named here.
"""

from __future__ import annotations

from bot.photos import MOST_BYTES, Fit, Unfit

STARTS = {
    b"OggS": "audio/ogg",
    b"ID3": "audio/mpeg",
    b"\xff\xfb": "audio/mpeg",
    b"\xff\xf3": "audio/mpeg",
    b"\xff\xf2": "audio/mpeg",
    b"\xff\xf1": "audio/aac",
    b"\xff\xf9": "audio/aac",
    b"#!AMR": "audio/amr",
}
"""How files of sound begin: Opus and Vorbis, MP3, AAC, AMR."""

MP4_BRANDS = (b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"3gp")
KINDS = {
    "audio/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/aac": "aac",
    "audio/amr": "amr",
    "audio/mp4": "m4a",
    "audio/wav": "wav",
}
"""What may be kept, and how the name of such a file ends; not every browser plays each of them."""

LOST = "voice-lost"
"""The one reason there is for a voice note that cannot be kept; it can only be sent again."""


def examine_voice(content: bytes) -> Fit | Unfit:
    """What a voice note is, or that it cannot be kept."""
    if not content or len(content) > MOST_BYTES:
        return Unfit(LOST)
    for start, mime in STARTS.items():
        if content.startswith(start):
            return Fit(content, mime)
    if content[4:8] == b"ftyp" and content[8:12].startswith(MP4_BRANDS):
        return Fit(content, "audio/mp4")
    if (content[:4], content[8:12]) == (b"RIFF", b"WAVE"):
        return Fit(content, "audio/wav")
    return Unfit(LOST)
