"""
Reads a Vietnamese phone number in any spelling, as E.164: "dt: O912.000.111 (zalo)".

The shape decides (domain section 10.1); a prefix that no network is known to use is kept and
said back, never refused.
"""

from __future__ import annotations

import re

from handlers.reading.number_words import WORDS, Part
from handlers.reading.spelling import LONGEST, tidy
from handlers.reading.understanding import Reading, Understood, Wrong, one_of

_MOBILE = re.compile(r"0[35789][0-9]{8}")
_LANDLINE = re.compile(r"02[0-9]{9}")
_OLD_MOBILE = re.compile(r"01[0-9]{9}")
_RUN = re.compile(r"(?<![^\W_])(?:\+|\(\+?)?[0-9oO](?:[0-9oO]|[\s.·,()/–-])*(?![^\W_])")
_GROUP = re.compile(r"[0-9]+")
_LONGEST_NUMBER = 15

_NETWORKS = re.compile(
    r"0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])|0871"  # mobile
    r"|02(?:0[3-9]|1[0-6]|1[89]|2[0-25-9]|3[2-9]|4|5[124-9]|6[0-39]|7[0-7]|8|9[0-4679])"
)


def read_phone(text: str) -> Reading:
    """The number in the text as `+84…`; several when it holds several."""
    text = tidy(text[:LONGEST])
    numbers: list[str] = []
    problem = ""
    digits = 0
    for run in _RUN.finditer(text):
        found, why = _numbers(_as_digits(run.group()))
        numbers += found
        problem = problem or why
        digits += len(found) or bool(why)
    if not numbers and (spelled := _spelled_out(text)):
        return Understood(_international(spelled), literal=False)
    if not numbers:
        return Wrong(problem or "no-digits")
    literal = digits == 1 and bool(_NETWORKS.match(numbers[0]))
    return one_of(tuple(map(_international, numbers)), literal=literal, otherwise="no-digits")


def show_phone(value: str) -> str:
    """The number as it is read over the phone: 0912 000 111, 0219 3888 000, 024 3888 0000."""
    if not value.startswith("+84"):
        return value
    number = "0" + value[3:]
    first, second = (3, 7) if number.startswith(("024", "028")) else (4, len(number) - 3)
    return f"{number[:first]} {number[first:second]} {number[second:]}"


def _international(number: str) -> str:
    return "+84" + number[1:]


def _as_digits(run: str) -> str:
    """The letter o is a zero in a group that is otherwise digits, or that is o's and no word."""
    groups = run.split(" ") if any(map(str.isdecimal, run)) else []
    return " ".join(
        group.replace("o", "0").replace("O", "0")
        if any(map(str.isdecimal, group)) or len(group) > 1
        else ""
        for group in groups
    )


def _numbers(run: str) -> tuple[list[str], str]:
    """The phone numbers that a run of groups of digits holds, or why it holds none."""
    groups = _GROUP.findall(run)
    if run.lstrip("(").startswith("+") and not groups[0].startswith("84"):
        return [], "foreign-number"
    if groups and groups[0] in {"84", "0084"}:
        groups = groups[2:] if groups[1:2] == ["0"] else groups[1:]
    found: list[str] = []
    at = 0
    while at < len(groups):
        at, number = _from(groups, at)
        if number:
            found.append(number)
    return found, "" if found else _why_not("".join(groups))


def _from(groups: list[str], at: int) -> tuple[int, str]:
    joined = ""
    for end in range(at, len(groups)):
        joined += groups[end]
        number = _national(joined)
        if _MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number):
            return end + 1, number
        if len(joined) > _LONGEST_NUMBER:
            break
    return at + 1, ""


def _national(digits: str) -> str:
    """The number with its leading zero, however the country was written."""
    digits = digits.removeprefix("00")
    if len(digits) >= 11 and digits.startswith("84"):
        return "0" + digits[2:].removeprefix("0")
    if (len(digits) == 9 and digits[0] in "35789") or (len(digits) == 10 and digits[0] == "2"):
        return "0" + digits
    return digits


def _why_not(digits: str) -> str:
    number = _national(digits)
    if not number:
        return "no-digits"
    if _OLD_MOBILE.fullmatch(number):
        return "old-number"
    if len(number) > 10:
        return "phone-too-long"
    return "phone-too-short" if len(number) < 10 or number.startswith("02") else "not-a-phone"


def _spelled_out(text: str) -> str:
    """A number dictated in words: "không chín một hai …"."""
    digits = ""
    for token in re.findall(r"[^\W\d_]+|[0-9]+", text.lower()):
        word = WORDS.get(token)
        if word and word.part in {Part.DIGIT, Part.AFTER_TENS}:
            digits += str(word.value)
        elif token.isdecimal() and len(token) == 1:
            digits += token
    number = _national(digits)
    return number if _MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number) else ""
