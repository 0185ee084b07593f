"""
Reads one choice, or several, by the number shown, by the label or a part of it, or by our value.

Public functions take the labels as they were shown, so that the same reading serves a question's
choices, a menu, and "which of these did you mean?".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from handlers.reading.number_words import WORDS, Part
from handlers.reading.shorthand import written_out
from handlers.reading.shown import Shown, folded, shown_of
from handlers.reading.spelling import LONGEST, any_spelling, tidy
from handlers.reading.syllables import is_bare
from handlers.reading.understanding import Reading, Several, Understood, Wrong, one_of
from handlers.reading.yesno import NO, YES, bare, is_unsure, read_yes_no

_NUMBER = re.compile(r"(?:(?:so|cau|chon|cai|thu|muc|nhom|loai|dong|y|dap an|la) )*([0-9]{1,3})")
_BETWEEN = re.compile(r"\s*(?:[,;/&+\n]|(?<!\w)(?:và|va|với|voi|cùng|cung|and)(?!\w))\s*")
_ONLY_NUMBERS = re.compile(r"[0-9]{1,2}(?: (?:và |va )?[0-9]{1,2})*")
_DIGITS = re.compile(r"[0-9]+")
_SPAN = re.compile(r"([0-9]{1,2}) ?(?:-|–|đến|den|tới|toi) ?([0-9]{1,2})")
_EVERY = any_spelling("tất cả, tất, cả, hết, toàn bộ, chọn hết, chọn tất cả, all, đủ")
_ALL_OF = {
    2: any_spelling("cả hai, cả 2"),
    3: any_spelling("cả ba, cả 3"),
    4: any_spelling("cả bốn, cả 4"),
    5: any_spelling("cả năm, cả 5"),
}
_NOTHING = any_spelling("không cái nào, không chọn, không nhận, không có cái nào, none")
_NEGATIONS = frozenset(("khong", "k", "ko", "hok", "hong", "chua", "khum", "tru", "ngoai"))
_LEAST_ALIKE = 86
_LITTLE = 3
"""Letters of a syllable by which no part of a label is known for sure, if it has no mark."""


def is_position(text: str) -> bool:
    """Whether the text is the number of a line and nothing else: "3", "số ba"."""
    said = folded(text)
    return bool(_NUMBER.fullmatch(said)) or _counted(said) > 0


def read_choice(text: str, labels: Sequence[str], values: Sequence[str]) -> Reading:
    """
    The value that the text chooses from those shown, in the order they were shown.

    What chooses none is read again without its polite words, then with its short ones written out.
    """
    shown = shown_of(tuple(labels), tuple(values))
    said = folded(text)
    chosen = _chosen(shown, said, text)
    if not isinstance(chosen, Wrong):
        return chosen
    plain = folded(bare(text))
    if plain != said:
        again = _chosen(shown, plain, plain)
        if not isinstance(again, Wrong):
            return again
    longer = written_out(plain) or _in_digits(plain)
    meant = _chosen(shown, longer, longer) if longer else chosen
    return Understood(meant.value, literal=False) if isinstance(meant, Understood) else meant


def _chosen(shown: Shown, said: str, text: str) -> Reading:
    number = _NUMBER.fullmatch(said)
    if number:
        return _numbered(shown, number[1])
    if said in shown.exact:
        return _which(shown, shown.exact[said], literal=True)
    short = len(said) <= _LITTLE and text.isascii() and is_bare(said)
    plainly = " " in said or not (short or isinstance(read_yes_no(text), Understood))
    return _yes_or_no(shown, text) or _described(shown, said, plainly=plainly)


def read_choices(text: str, labels: Sequence[str], values: Sequence[str]) -> Reading:
    """
    The values that the text chooses, joined by commas in the order shown.

    None of them is an empty value; a span ("1-3") may also mean its two ends.
    """
    shown = shown_of(tuple(labels), tuple(values))
    said = bare(text)
    if said in _EVERY or said in _ALL_OF.get(len(values), ()):
        return Understood(_joined(shown, range(len(values))), literal=True)
    if span := _SPAN.fullmatch(tidy(text[:LONGEST])):
        return _span(shown, int(span[1]), int(span[2]))
    if _ONLY_NUMBERS.fullmatch(said):
        picks = [_numbered(shown, number) for number in _DIGITS.findall(said)]
        return _together(shown, picks, picks[0] if len(picks) == 1 else Wrong("no-such-choice"))
    whole = read_choice(text, labels, values)
    if isinstance(whole, Understood) and whole.literal:
        return whole
    if said in _NOTHING or read_yes_no(text) == Understood(NO, literal=True):
        return Understood("", literal=True)
    parts = [part for part in _BETWEEN.split(text[:LONGEST].lower()) if part.strip()]
    return _together(shown, [read_choice(part, labels, values) for part in parts], whole)


def _together(shown: Shown, readings: list[Reading], whole: Reading) -> Reading:
    if len(readings) < 2:
        return whole
    understood = [one for one in readings if isinstance(one, Understood)]
    if len(understood) < len(readings):
        return whole if isinstance(whole, Understood) else Wrong("no-such-choice")
    chosen = {shown.values.index(one.value) for one in understood}
    return Understood(_joined(shown, sorted(chosen)), all(one.literal for one in understood))


def _span(shown: Shown, first: int, last: int) -> Reading:
    if not 1 <= first < last <= len(shown.values):
        return Wrong("no-such-choice")
    ends, between = (first - 1, last - 1), range(first - 1, last)
    ways = (_joined(shown, between), _joined(shown, ends))
    return one_of(ways, literal=True, otherwise="no-such-choice")


def _joined(shown: Shown, chosen: Iterable[int]) -> str:
    return ",".join(shown.values[at] for at in chosen)


def _numbered(shown: Shown, digits: str) -> Reading:
    """By the number shown, unless a choice is itself called so ("3" of "3 sao")."""
    named = {at for way, at in shown.ways if way.split(" ", 1)[0] == digits}
    at = int(digits) - 1
    if 0 <= at < len(shown.values):
        named.add(at)
    if not named:
        return Wrong("no-such-choice")
    return _which(shown, sorted(named), literal=True)


def _yes_or_no(shown: Shown, text: str) -> Reading | None:
    if "unsure" in shown.values and is_unsure(text):
        return Understood("unsure", literal=True)
    match read_yes_no(text):
        case Understood(value, literal) if value in shown.values:
            return Understood(value, literal)
        case Understood("no") if "none" in shown.values and YES not in shown.values:
            return Understood("none", literal=False)
        case _:
            return None


def _described(shown: Shown, said: str, *, plainly: bool) -> Reading:
    """
    A part of a label, its initials, a label among other words, or one misspelt.

    It is said `plainly` unless it is one word for yes or no, or so short without its marks that it
    begins many words: "có" is not "cơ khí", nor "xa" the soap among the examples of a choice.
    """
    if len(said) < 2:
        return Wrong("not-a-choice")
    part = _distinct(at for way, at in shown.ways if f" {said} " in f" {way} ")
    if part and len(part) < max(len(shown.values), 2):
        begins = any(at == part[0] and way.startswith(said) for way, at in shown.ways)
        return _which(shown, part, literal=len(part) == 1 and begins and plainly)
    if said in shown.initials:
        return _which(shown, shown.initials[said], literal=False)
    among = _among(shown, said)
    if among:
        return _which(shown, among, literal=False)
    return _by_word_or_slip(shown, said)


def _among(shown: Shown, said: str) -> list[int]:
    """Labels that the text contains, unless it also says no or has a longer label around them."""
    found = [(way, at) for way, at in shown.ways if len(way) > 1 and f" {way} " in f" {said} "]
    longest = [
        (way, at)
        for way, at in found
        if not any(way != other and f" {way} " in f" {other} " for other, _ in found)
    ]
    rest = said
    for way, _ in longest:
        rest = rest.replace(way, " ")
    if _NEGATIONS.intersection(rest.split()):
        return []
    return _distinct(at for way, at in longest if not isinstance(read_yes_no(way), Understood))


def _by_word_or_slip(shown: Shown, said: str) -> Reading:
    number = _counted(said)
    if 1 <= number <= len(shown.values):
        return Understood(shown.values[number - 1], literal=False)
    ways = [way for way, _ in shown.ways]
    near = process.extract(said, ways, scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE, limit=3)
    denied = _NEGATIONS.intersection(said.split())
    meant = [(way, at) for way, _, place in near for at in [shown.ways[place][1]]]
    found = _distinct(at for way, at in meant if denied <= set(way.split()))
    return _which(shown, found, literal=False) if found else Wrong("not-a-choice")


def _counted(said: str) -> int:
    """The number that a digit's word stands for ("số hai"); 0 when it is none."""
    *before, last = said.split(" ")
    word = WORDS.get(last)
    if word is None or word.part is not Part.DIGIT:
        return 0
    return word.value if _NUMBER.fullmatch(" ".join([*before, str(word.value)])) else 0


def _in_digits(said: str) -> str:
    """The text with the digit for its first word ("ba sao"); empty when that counts nothing."""
    first, _, rest = said.partition(" ")
    word = WORDS.get(first)
    counts = word is not None and word.part is Part.DIGIT and word.value > 0
    return f"{word.value} {rest}" if rest and word and counts else ""


def _which(shown: Shown, at: Sequence[int], *, literal: bool) -> Reading:
    if len(at) == 1:
        return Understood(shown.values[at[0]], literal)
    return Several(tuple(shown.values[one] for one in at))


def _distinct(found: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(found))
