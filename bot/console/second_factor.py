"""
The second factor: codes of six digits from an app on the phone, and codes to recover by.

The seed that is offered is made from the token of the session, so nothing is kept until the first
code from the phone has shown that it arrived there.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass

import pyotp
import segno

SECONDS = 30
STEPS_OFF = (0, -1, 1)
_ABOUT = "second factor of staff"
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
_RECOVERY_CODES = 10
_GROUPS, _GROUP = 3, 4
_EDGE = 4


@dataclass(frozen=True, slots=True)
class Picture:
    """A QR code: how many squares wide, and the dark ones as a path of SVG."""

    width: int
    path: str


def about(person: int) -> str:
    """What a seed is sealed as: one's own, and nobody else's."""
    return f"{_ABOUT} {person}"


def offered_seed(token: str) -> str:
    """The seed that this session is offered."""
    made = hmac.new(token.encode(), _ABOUT.encode(), hashlib.sha256).digest()
    return base64.b32encode(made[:20]).decode()


def step_of(seed: str, typed: str, seconds: float) -> int | None:
    """The step of time whose code was typed, a step early or late too; None for no code."""
    code = re.sub(r"\s", "", typed)
    if not re.fullmatch("[0-9]{6}", code):
        return None
    app, now = pyotp.TOTP(seed, interval=SECONDS), int(seconds) // SECONDS
    fitting = [
        now + off for off in STEPS_OFF if hmac.compare_digest(app.generate_otp(now + off), code)
    ]
    return fitting[0] if fitting else None


def picture(seed: str, name: str, office: str) -> Picture:
    """What the phone's app takes the seed from."""
    uri = pyotp.TOTP(seed, name=name, issuer=office, interval=SECONDS).provisioning_uri()
    code = segno.make(uri, micro=False)
    rows = list(code.matrix_iter(border=_EDGE))
    dark = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, one in enumerate(row) if one)
    return Picture(len(rows), "".join(dark))


def recovery_codes() -> list[str]:
    """Codes to write down."""
    return ["-".join(_group() for _ in range(_GROUPS)) for _ in range(_RECOVERY_CODES)]


def read_recovery(typed: str) -> str:
    """A code to recover by as we write it, from however it was typed."""
    letters = re.sub(r"[\s-]", "", typed.lower())
    return "-".join(re.findall(f".{{{_GROUP}}}", letters)) if letters else ""


def _group() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_GROUP))
