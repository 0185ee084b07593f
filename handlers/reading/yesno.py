"""Reads yes and no in every form people type: "dạ đúng rồi ạ", "uk", "hok phải", "ko"."""

from __future__ import annotations

import re
from functools import lru_cache

from content.folding import fold
from handlers.reading.spelling import LATEST, LONGEST, any_spelling, tidy
from handlers.reading.telex import undone
from handlers.reading.understanding import Reading, Understood, Wrong

YES = "yes"
NO = "no"

NOT = ("không", "k", "ko", "kh", "kg", "hk", "hok", "hông", "hổng", "hem", "khum")
"""Every way to say no, which may stand before what is not so."""

_NOT_WHAT = ("phải", "đúng", "có", "đồng ý", "muốn", "được", "dc", "đc", "cần", "thích")
_NOT_SURE = ("rõ", "biết", "bít", "bik", "chắc", "nhớ", "rõ lắm")
_YES = any_spelling(
    "đúng, đúng vậy, đúng thế, phải, chuẩn, chính xác, có, đã có, được, đồng ý, đồng í, nhất trí,"
    " chấp nhận, tôi đồng ý, em đồng ý, mình đồng ý, vâng, ừ, ừa, ừm, ờ, okê, ô kê, có chứ,"
    " được chứ, tất nhiên, đc, dr, vg, vag, uh, uhm, uk, uki, ukm, ok, oke, okie, okay, oki,"
    " okla, yes, y, yep, yeah"
)
_LIKELY_YES = any_spelling("dạ, rồi, r, xong, 👍, 👌, ✅, ✔")
_NO = any_spelling(
    ", ".join((*NOT, *(f"{no} {what}" for no in NOT for what in _NOT_WHAT)))
    + ", chưa, chưa có, chưa phải, chưa đúng, chưa đồng ý, sai, nhầm, từ chối, no, n, nope, not"
)
_UNSURE = any_spelling(
    ", ".join(f"{no} {what}" for no in NOT for what in _NOT_SURE)
    + ", chưa rõ, chưa biết, chưa chắc, chịu, phân vân"
)
_ENOUGH = any_spelling(
    "xong, thôi, thế, vậy, hết, đủ, chỉ thế, không thêm, không chọn thêm, không nữa,"
    " không chọn nữa, không thêm nữa"
)
_SAID = _YES | _LIKELY_YES | _NO | _UNSURE
_MARKED = frozenset(fold(word) for word in _SAID if not word.isascii())
_NOTHING_SAID = frozenset(word for word in _SAID if " " in word or word not in _MARKED) | {"khong"}
_BEFORE = any_spelling("dạ, vâng, thưa, à, em, ừ, tôi, mình")
_AFTER = any_spelling(
    "ạ, ah, ak, nhé, nha, rồi, r, á, đó, vậy, thế, em, anh, chị, bạn, cán bộ, luôn, thôi, mà, à,"
    " đâu, hết, cả"
)
_WORD = re.compile(r"[^\W_]+|[👍👌✅✔]")
_DRAWN_OUT = re.compile(r"(\w)\1+$")


@lru_cache(LATEST)
def read_yes_no(text: str) -> Reading:
    """`yes` or `no`; a mere "dạ", and what a keyboard left unmade ("ddungs"), is not literal."""
    said = bare(text)
    if said in _YES:
        return Understood(YES, literal=True)
    if said in _NO:
        return Understood(NO, literal=True)
    if said in _LIKELY_YES:
        return Understood(YES, literal=False)
    typed = undone(said)
    if typed and typed in _YES | _NO:
        return Understood(YES if typed in _YES else NO, literal=False)
    return Wrong("not-yes-or-no")


def is_unsure(text: str) -> bool:
    """Whether the person says that they do not know."""
    return bare(text) in _UNSURE


def is_enough(text: str) -> bool:
    """Whether who was asked for more says that there is no more, or that all is well as it is."""
    return bare(text) in _ENOUGH or isinstance(read_yes_no(text), Understood)


def is_no(text: str) -> bool:
    """Whether the text says no, or that there is none."""
    return bare(text) in _NO


def says_nothing(text: str) -> bool:
    """
    Whether the text is a yes, a no or an "I do not know", and nothing else.

    A single word without its marks ("dung", "vang") may be somebody's name, and does not count.
    """
    return bare(text) in _NOTHING_SAID


@lru_cache(LATEST)
def bare(text: str) -> str:
    """What was said, in small letters, without the polite words around it."""
    words = _WORD.findall(tidy(text[:LONGEST]).lower())
    if words:
        words[-1] = _DRAWN_OUT.sub(r"\1", words[-1])
    first, last = 0, len(words)
    while last - first > 1 and words[last - 1] in _AFTER:
        last -= 1
    while last - first > 1 and words[first] in _BEFORE:
        first += 1
    return " ".join(words[first:last])
