"""
Undoes what a keyboard left of Telex or VNI: "ddawng ky", "d9a8ng ky1" are "đăng ký".

The letters and digits that should have become marks are told from others by the syllable that they
would make; a text with a word that cannot be one ("Txawj", "Lewis") was not meant so.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from content.folding import fold
from handlers.reading.spelling import LATEST, LONGEST, TONES
from handlers.reading.syllables import BEGINNINGS, STOPS, is_bare, parts

_LEFT_OVER = re.compile(r"(?i)(?!tr)[a-z][sfrxjw]|[a-z][1-9]|dd|aa|ee|oo")
"""A first look, which ordinary words pass without more."""

_WORD = re.compile(r"[^\W_]+")
_TONES = dict(zip("sfrxj", "\u0301\u0300\u0309\u0303\u0323", strict=True)) | dict(
    zip("12345", "\u0301\u0300\u0309\u0303\u0323", strict=True)
)
_ROUND = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"o": "ơ", "u": "ư"}
_BREVE = {"a": "ă"}
_VOWELS = frozenset("aeiouyăâêôơư")


_SURELY = re.compile(r"(?i)dd|aa|ee|oo|[aou]w|[a-z][1-9]|[a-z][fj](?![a-z])")
"""What ordinary names without marks ("Mary", "Max") do not have."""


@lru_cache(LATEST)
def undone(text: str, *, surely: bool = False) -> str:
    """
    The text with its marks made; empty when nothing in it was left of a keyboard's.

    Where any letters may stand, as in a name, only what is `surely` left over counts.
    """
    if len(text) > LONGEST or not (_SURELY if surely else _LEFT_OVER).search(text):
        return ""
    words = {word: _undone(word, surely=surely) for word in _WORD.findall(text)}
    if not all(words.values()) or all(word == made for word, made in words.items()):
        return ""
    return _WORD.sub(lambda found: words[found[0]], text)


def _undone(word: str, *, surely: bool) -> str:
    """The word with its marks; itself where it has nothing to be made, empty where none fits."""
    small = word.lower()
    if not word.isascii() or word.isdigit() or is_bare(small) or _VOWELS.isdisjoint(small):
        return word
    made = _made(small)
    if surely and made.endswith(STOPS) and TONES.isdisjoint(unicodedata.normalize("NFD", made)):
        return ""
    if word.isupper():
        return made.upper()
    return made.capitalize() if word[0].isupper() else made


def _made(small: str) -> str:
    """The syllable that these letters type; empty when they type none."""
    if small.startswith("dd"):
        small = f"đ{small[2:]}"
    elif small.startswith("d") and "9" in small:
        small = f"đ{small[1:].replace('9', '', 1)}"
    beginning = next((one for one in BEGINNINGS if small.startswith(one)), "")
    letters: list[str] = []
    tone = ""
    for letter in small[len(beginning) :]:
        if letter in _TONES and not tone:
            tone = _TONES[letter]
        elif not _changes(letters, letter):
            letters.append(letter)
    beginning, rime = parts(beginning + "".join(letters))
    if not beginning and not rime:
        return ""
    return unicodedata.normalize("NFC", beginning + _toned(rime, tone))


def _changes(letters: list[str], letter: str) -> bool:
    """Give a vowel before it the mark that a letter or digit stands for, if it stands for one."""
    if letter in _ROUND and letter in letters and not (letter == "o" and letters[-1] != "o"):
        return _marked(letters, {letter: _ROUND[letter]})
    match letter:
        case "6":
            return _marked(letters, _ROUND)
        case "7":
            return _marked(letters, _HORN)
        case "8":
            return _marked(letters, _BREVE)
        case "w":
            return _marked(letters, _HORN) or _marked(letters, _BREVE)
        case _:
            return False


def _marked(letters: list[str], marks: dict[str, str]) -> bool:
    """Mark the last vowel that takes one of these marks, and the "u" before an "ơ"."""
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] in marks:
            letters[at] = marks[letters[at]]
            if letters[at] == "ơ" and at and letters[at - 1] == "u" and letters[at + 1 :]:
                letters[at - 1] = "ư"
            return True
    return False


def _toned(rime: str, tone: str) -> str:
    """The rime with its tone on the vowel that carries it: "hòa", "thủy", "người", "hoàng"."""
    if not tone or not rime:
        return rime + tone
    vowels = [at for at, letter in enumerate(rime) if letter in _VOWELS]
    own = [at for at in vowels if fold(rime[at]) != rime[at]]
    if own:
        at = own[-1]
    elif len(vowels) > 2 or (len(vowels) == 2 and vowels[-1] < len(rime) - 1):
        at = vowels[1]
    else:
        at = vowels[0]
    return rime[: at + 1] + tone + rime[at + 1 :]
