"""
The code of a registration: digits that people can read over the phone, such as 482-157-3.

The code is the registration's number, shuffled so that neighbours do not look alike, with a check
digit at the end that catches every single wrong digit and every swap of two neighbours (the Damm
scheme). Nothing is drawn by chance, so no two registrations can share a code.
"""

from __future__ import annotations

BLOCK = 1_000_000
_FACTOR = 618_033
_SHIFT = 271_828
_BACK = pow(_FACTOR, -1, BLOCK)
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


def digits(number: int) -> str:
    """The code as plain digits: seven of them for the first million registrations."""
    block, within = divmod(number, BLOCK)
    shuffled = (within * _FACTOR + _SHIFT) % BLOCK
    body = f"{block or ''}{shuffled:06d}"
    return body + _check(body)


def code(number: int) -> str:
    """The code as people read it, in groups of three."""
    plain = digits(number)
    return "-".join(plain[at : at + 3] for at in range(0, len(plain), 3))


def number(text: str) -> int | None:
    """The registration's number for a code in any grouping; None when a digit must be wrong."""
    plain = "".join(letter for letter in text if letter.isascii() and letter.isdigit())
    if len(plain) < 7 or _check(plain) != "0":
        return None
    block = int(plain[:-7] or 0)
    shuffled = int(plain[-7:-1])
    return block * BLOCK + (shuffled - _SHIFT) * _BACK % BLOCK


def _check(plain: str) -> str:
    interim = "0"
    for digit in plain:
        interim = _DAMM[int(interim)][int(digit)]
    return interim
