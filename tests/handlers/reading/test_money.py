"""Sums of money and prices (domain section 10.3)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.folding import fold
from content.form import Kind
from handlers.reading.money import read_money, read_price
from handlers.reading.number_words import spell_out
from handlers.reading.understanding import Reading, Several, Understood
from tests.handlers.reading.questions import either, likely, question, sure, wrong

REVENUE = question(Kind.MONEY, "revenue-last-year-vnd", minimum=0)
INCOME = question(Kind.MONEY, "avg-income-vnd", minimum=0, maximum=100_000_000)
PRICE = question(Kind.PRICE, "unit-price-vnd", minimum=1)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("1,2 tỷ", sure("1200000000")),
        ("1.2 ty", sure("1200000000")),
        ("1,2 tỉ đồng", sure("1200000000")),
        ("850tr", sure("850000000")),
        ("850 triệu", sure("850000000")),
        ("850.000.000", sure("850000000")),
        ("850,000,000", sure("850000000")),
        ("850 000 000", sure("850000000")),
        ("850.000.000 đ", sure("850000000")),
        ("3tr5", likely("3500000")),
        ("3tr500", likely("3500000")),
        ("3 triệu 500 nghìn", sure("3500000")),
        ("3 triệu rưỡi", sure("3500000")),
        ("4 trieu ruoi", likely("4500000")),
        ("triệu rưỡi", likely("1500000")),
        ("nửa tỷ", sure("500000000")),
        ("1 tỷ triệu", likely("1000000000")),
        ("ba triệu năm", likely("3500000")),
        ("ba triệu hai mươi nghìn", sure("3020000")),
        ("một triệu hai trăm", likely("1200000")),
        ("hai trăm rưỡi triệu", sure("250000000")),
        ("một tỷ hai trăm triệu", sure("1200000000")),
        ("một tỷ lẻ năm", either("1005000000", "1000000005")),
        ("một tỷ lẻ", likely("1000000000")),
        ("1 tỷ 200 triệu", sure("1200000000")),
        ("1ty2", likely("1200000000")),
        ("1ty250tr", sure("1250000000")),
        ("1 tỷ 2 trăm triệu", sure("1200000000")),
        ("1 ty 2 tram", likely("1200000000")),
        ("1 tỉ 2 trăm", likely("1200000000")),
        ("1 tỷ 2 trăm rưỡi", likely("1250000000")),
        ("2 triệu 3 trăm", likely("2300000")),
        ("1 tỷ 2 trăm 5 mươi triệu", sure("1250000000")),
        ("2 trăm linh 5 triệu", sure("205000000")),
        ("1 tỷ hai lăm", likely("1250000000")),
        ("1 tỷ 2 lăm", likely("1250000000")),
        ("một tỷ hai mươi", likely("1020000000")),
        ("400 tram", either("400000", "400000000")),
        ("400 trăm triệu", either("40000000000", "400000000")),
        ("12 trăm nghìn", either("1200000", "12000")),
        ("1 tỷ mốt", likely("1100000000")),
        ("2 trăm mốt triệu", likely("210000000")),
        ("4 triệu một tháng", likely("48000000")),
        ("4 triệu 1 tháng", likely("48000000")),
        ("4tr5 một tháng", likely("54000000")),
        ("mỗi quý 200 triệu", likely("800000000")),
        ("200k một ngày", wrong("not-yearly-sum")),
        ("4 một tháng", wrong("not-yearly-sum")),
        ("mỗi tháng nhiều lắm", wrong("not-a-number")),
        ("một triệu một", likely("1100000")),
        (".5 tỷ", likely("500000000")),
        ("1/2 tỷ", likely("500000000")),
        ("3/2 tỷ", likely("1500000000")),
        ("$5000", wrong("foreign-money")),
        ("5000 usd", wrong("foreign-money")),
        ("5000 tệ", wrong("foreign-money")),
        ("1 tỷ 200 triệu 500 nghìn", sure("1200500000")),
        ("nam ngoai ban dc 1ty2", likely("1200000000")),
        ("năm 2025 bán được 1 tỷ 2", likely("1200000000")),
        ("2025: 850.000.000", likely("850000000")),
        ("khoảng 1 tỷ", likely("1000000000")),
        ("1 tỷ gì đó", likely("1000000000")),
        ("1 tỷ mỗi năm", likely("1000000000")),
        ("850 đồng", sure("850")),
        ("0", sure("0")),
        ("không có", likely("0")),
        ("4500", likely("4500")),
        ("850", either("850000", "850000000")),
        ("4,5", either("4500", "4500000")),
        ("1.200 triệu", either("1200000000", "1200000")),
        ("1,250 tỷ", either("1250000000000", "1250000000")),
        ("500 đến 600 triệu", either("500000000", "600000000")),
        ("500 triệu - 1 tỷ", either("500000000", "1000000000")),
        ("5000-6000", either("5000", "6000")),
        ("1 tỷ 2025", likely("1000000000")),
        ("2 triệu 3 triệu", wrong("two-numbers")),
        ("0,5 đồng", wrong("out-of-range")),
        ("-5 triệu", wrong("out-of-range")),
        ("nhiều lắm", wrong("not-a-number")),
        ("", wrong("not-a-number")),
    ],
)
def test_sums_of_money(typed: str, understood: Reading) -> None:
    assert read_money(REVENUE, typed) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("850", likely("850000")),
        ("4,5", either("4500", "4500000")),
        ("4,5 triệu", sure("4500000")),
        ("1 tỷ", wrong("out-of-range")),
        ("1.200 triệu", likely("1200000")),
        ("4 triệu một tháng", likely("4000000")),
        ("4tr5/tháng", likely("4500000")),
        ("60 triệu một năm", wrong("not-monthly")),
        ("200k/ngày", wrong("not-monthly")),
    ],
)
def test_the_bounds_of_a_question_settle_what_is_meant(typed: str, understood: Reading) -> None:
    assert read_money(INCOME, typed) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("350000 /chiếc", sure("350000 chiếc")),
        ("350.000 đồng/chiếc", sure("350000 chiếc")),
        ("350k một cái", sure("350000 cái")),
        ("350k/kg", sure("350000 kg")),
        ("350 nghìn 1 kg", sure("350000 kg")),
        ("ba trăm nghìn một cái", sure("300000 cái")),
        ("ba trăm năm mươi nghìn mỗi cái", sure("350000 cái")),
        ("350k trên 1 cân", sure("350000 cân")),
        ("3tr5 một bộ", likely("3500000 bộ")),
        ("3 triệu 5 một bộ", likely("3500000 bộ")),
        ("200k 2 cái", sure("200000 2 cái")),
        ("350.000 đồng/hộp 500g", sure("350000 hộp 500g")),
        ("mỗi chiếc 350k", likely("350000 chiếc")),
        ("1kg 350k", likely("350000 kg")),
        ("một hộp giá 350k", likely("350000 hộp")),
        ("350 chiếc", either("350000 chiếc", "350000000 chiếc")),
        ("3 trăm một cái", either("300000 cái", "300000000 cái")),
        ("20$ một cái", wrong("foreign-money")),
        ("350-400k/chiếc", either("350000 chiếc", "400000 chiếc")),
        ("350k đến 1tr một bộ", either("350000 bộ", "1000000 bộ")),
        ("350k", wrong("no-unit")),
        ("giá 350k", wrong("no-unit")),
        ("350", wrong("no-unit")),
        ("0 đồng/chiếc", wrong("out-of-range")),
        ("tuỳ cái", wrong("not-a-number")),
    ],
)
def test_prices_keep_their_unit(typed: str, understood: Reading) -> None:
    assert read_price(PRICE, typed) == understood


@given(st.integers(1_000, 999_999_999_999))
def test_a_sum_in_words_reads_back(sum_: int) -> None:
    assert read_money(REVENUE, f"{spell_out(sum_)} đồng") == sure(str(sum_))


_DIGITS = dict(zip("không một hai ba bốn năm sáu bảy tám chín".split(), "0123456789", strict=True))  # noqa: SIM905  # one line to read, not ten
_SCALES = ("tỷ", "triệu", "nghìn")


def _mixed(words: str, chosen: Sequence[bool]) -> str:
    """The number in words, the digits among them written as digits where chosen."""
    each = zip(words.split(), itertools.cycle(chosen), strict=False)
    return " ".join(_DIGITS.get(word, word) if swap else word for word, swap in each)


@given(st.integers(1_000, 999_999_999_999), st.lists(st.booleans(), min_size=1, max_size=12))
def test_digits_among_the_words_of_a_sum_change_nothing(sum_: int, chosen: list[bool]) -> None:
    assert read_money(REVENUE, f"{_mixed(spell_out(sum_), chosen)} đồng") == sure(str(sum_))


TAILS = ("{}", "{} trăm", "{} trăm rưỡi", "{} mươi", "{} lăm", "{} mươi lăm", "{} trăm {} mươi")


@given(
    st.integers(1, 999),
    st.sampled_from(_SCALES),
    st.sampled_from(TAILS),
    st.sampled_from(list(_DIGITS)[1:]),
    st.lists(st.booleans(), min_size=1, max_size=12),
)
def test_short_sums_mean_the_same_said_or_written(
    head: int, scale: str, tail: str, digit: str, chosen: list[bool]
) -> None:
    """What people leave out ("1 tỷ 2 trăm") does not depend on how they write the digits."""
    more = tail.format(digit, digit)
    spoken = _value(f"{spell_out(head)} {scale} {more}")

    assert spoken == _value(f"{head} {scale} {_mixed(more, chosen)}")
    assert spoken == _value(fold(f"{head} {scale} {_mixed(more, [True])}"))
    if scale != "nghìn":
        assert spoken - head * _SIZES[scale] >= _SIZES[scale] // 1_000


_SIZES = {"tỷ": 10**9, "triệu": 10**6}


def _value(typed: str) -> int:
    match read_money(REVENUE, typed):
        case Understood(value):
            return int(value)
        case Several((value, *_)):
            return int(value)
        case other:
            raise AssertionError((typed, other))
