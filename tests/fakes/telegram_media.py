"""What Telegram takes as a picture or a file, and beneath it; its words for the rest."""

from __future__ import annotations

import io

from PIL import Image

from tests.fakes.telegram_account import Account, ApiError, StoredFile

MAX_PHOTO = 10 * 1024 * 1024
MAX_UPLOAD = 50 * 1024 * 1024
MAX_CAPTION = 1024
MAX_SIDES, MAX_RATIO = 10_000, 20


def caption_of(parameters: dict[str, str]) -> str:
    """What stands beneath, counted in UTF-16 units."""
    caption = parameters.get("caption", "")
    if len(caption.encode("utf-16-le")) // 2 > MAX_CAPTION:
        raise ApiError(400, "Bad Request: message caption is too long")
    return caption


def file_of(account: Account, parameters: dict[str, str], field: str, most: int) -> StoredFile:
    """The file in a field: uploaded just now, or named by its id."""
    given = parameters.get(field, "")
    if not given:
        raise ApiError(400, f"Bad Request: there is no {field} in the request")
    file = account.files.get(given)
    if file is None:
        raise ApiError(400, "Bad Request: wrong remote file identifier specified")
    if file.size > most:
        raise ApiError(413, "Request Entity Too Large")
    return file


def kind_of_sound(content: bytes, wanted: str) -> str:
    """How a sound is shown: only Ogg with Opus as a voice, MP3 and M4A as audio, else as a file."""
    if content.startswith(b"OggS") and b"OpusHead" in content[:64]:
        return wanted if wanted == "voice" else "document"
    played = content.startswith((b"ID3", b"\xff\xfb")) or content[4:8] == b"ftyp"
    return "audio" if played else "document"


def sides_of(content: bytes) -> tuple[int, int]:
    """The picture's width and height; refused where it is none, or is far from a square."""
    try:
        with Image.open(io.BytesIO(content)) as opened:
            width, height = opened.size
    except OSError:
        raise ApiError(400, "Bad Request: IMAGE_PROCESS_FAILED") from None
    if width + height > MAX_SIDES or max(width, height) > MAX_RATIO * min(width, height):
        raise ApiError(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    return width, height
