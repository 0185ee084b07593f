"""
Hears a wish or a question in what was typed where a text was asked for.

"Cho tôi gặp cán bộ" and "nộp ở đâu vậy em?" may be typed as the name of an establishment; nobody
means them so. What is heard is asked about, never acted upon where it could be the answer.
"""

from __future__ import annotations

import re
from functools import lru_cache

from handlers.reading.spelling import LATEST, any_spelling, tidy
from handlers.reading.yesno import bare

ASK = "ask"
"""The wish to have a question answered; the others are the keys of commands."""

LONGEST_WISH = 100
"""Characters; a longer text tells a story, whatever it asks in passing."""

_WISHES = {
    "cancel": any_spelling(
        "không muốn đăng ký, không muốn đăng kí, không muốn ghi danh, không đăng ký nữa,"
        " không đăng kí nữa, không ghi danh nữa, không muốn làm, không làm nữa, huỷ đăng ký,"
        " hủy đăng ký, huỷ đăng kí, hủy đăng kí, huỷ ghi danh, hủy ghi danh, dừng đăng ký,"
        " thôi không làm, không tham gia nữa"
    )
    | {"do not want", "don t want", "cancel it"},
    "erase": any_spelling(
        "xoá hết, xóa hết, xoá đi, xóa đi, xoá thông tin, xóa thông tin, xoá dữ liệu, xóa dữ liệu"
    )
    | {"delete everything", "delete my", "erase my"},
    "call": any_spelling("gọi lại, gọi cho tôi, gọi cho em, gọi cho mình, gọi điện cho")
    | {"call me"},
    "staff": any_spelling(
        "gặp cán bộ, hỏi cán bộ, nhờ cán bộ, nói chuyện với cán bộ, gặp nhân viên, gặp người thật"
    )
    | {"talk to staff", "speak to staff"},
    "later": any_spelling(
        "mai làm, để mai, hôm khác làm, lúc khác làm, để hôm khác, để lúc khác, để sau"
    )
    | {"tomorrow", "some other day"},
    "back": any_spelling("sửa câu, sửa lại câu, câu trước, quay lại câu") | {"go back"},
    "explain": any_spelling("để làm gì, hỏi làm gì, sao lại hỏi, không hiểu, ko hiểu, k hiểu"),
    ASK: any_spelling(
        "bao nhiêu, ở đâu, thế nào, làm sao, tại sao, vì sao, khi nào, bao giờ, mất tiền, mất phí,"
        " có được không, có phải không, được không, phải không, đúng không, là gì, ở chỗ nào"
    )
    | {"how much", "how many", "where do", "what is", "when is"},
}
_PHRASES = {phrase: key for key, phrases in _WISHES.items() for phrase in phrases}
_FIRST = frozenset(phrase.split(" ", 1)[0] for phrase in _PHRASES)
_MOST_WORDS = max(phrase.count(" ") + 1 for phrase in _PHRASES)
_WORD = re.compile(r"[^\W_]+")
_WHETHER = any_spelling("có, được, dc, đc, cần, phải")
_OR_NOT = any_spelling("không, ko, k, kh, hok, hông, hem, chưa")
_ENDS_IN_QUESTION = re.compile(r"\?[\s.!)]*$")


@lru_cache(LATEST)
def wish(text: str) -> str:
    """The command that somebody seems to wish for, `ask` for a question; empty for neither."""
    if len(text) > LONGEST_WISH:
        return ""
    words = _WORD.findall(tidy(text).lower())
    heard = {
        _PHRASES[phrase]
        for at, first in enumerate(words)
        if first in _FIRST
        for length in range(1, min(_MOST_WORDS, len(words) - at) + 1)
        if (phrase := " ".join(words[at : at + length])) in _PHRASES
    }
    if _ENDS_IN_QUESTION.search(text) or _whether(text):
        heard.add(ASK)
    return next((key for key in _WISHES if key in heard), "")


def _whether(text: str) -> bool:
    """Whether the words are put as "có … không"."""
    *before, last = bare(text).split() or [""]
    return last in _OR_NOT and any(word in _WHETHER for word in before)
