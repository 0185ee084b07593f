"""
The files that pages are made of, served as they are under an address that changes with them.

No build step: what lies in the folder is what the browser gets. Files are read once and packed
once, and a browser asks for each only once.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

TYPES = {".css": "text/css", ".js": "text/javascript"}
FOR_YEARS = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class File:
    """One file as it is served, plain and packed."""

    kind: str
    plain: bytes
    packed: bytes


class StaticFiles:
    """The style sheets and scripts of a folder, and of its folder `vendor` if it has one."""

    def __init__(self, folder: Path) -> None:
        self.files = {
            path.name: _read(path)
            for path in sorted((*folder.iterdir(), *folder.glob("vendor/*")))
            if path.suffix in TYPES
        }
        self.version = _digest(self.files)

    def answer(self, request: web.Request) -> web.Response:
        """What `{version}/{name}` of the address asks for; raises HTTPNotFound for no file."""
        file = self.files.get(request.match_info["name"])
        if file is None:
            raise web.HTTPNotFound
        current = request.match_info["version"] == self.version
        headers = {
            "Cache-Control": FOR_YEARS if current else "no-cache",
            "Vary": "Accept-Encoding",
            "X-Content-Type-Options": "nosniff",
        }
        packed = "gzip" in request.headers.get("Accept-Encoding", "")
        if packed:
            headers["Content-Encoding"] = "gzip"
        return web.Response(
            body=file.packed if packed else file.plain,
            content_type=file.kind,
            charset="utf-8",
            headers=headers,
        )


def _read(path: Path) -> File:
    plain = path.read_bytes()
    return File(TYPES[path.suffix], plain, gzip.compress(plain, 9, mtime=0))


def _digest(files: dict[str, File]) -> str:
    """A name that changes when any of the files does."""
    together = hashlib.sha256()
    for file in files.values():
        together.update(hashlib.sha256(file.plain).digest())
    return together.hexdigest()[:16]
