"""Counts and amounts, in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.form import Kind
from handlers.reading.amounts import read_amount
from handlers.reading.number_words import spell_out
from handlers.reading.numbers import read_number
from handlers.reading.understanding import Reading, Understood
from tests.handlers.reading.questions import TODAY, either, likely, question, sure, wrong

WORKERS = question(Kind.NUMBER, "workers-total", minimum=1, maximum=5000)
WOMEN = question(Kind.NUMBER, "workers-women", minimum=0, maximum=5000)
YEAR = question(Kind.NUMBER, "start-year", minimum=1900)
ANY = question(Kind.NUMBER)
OUTPUT = question(Kind.AMOUNT, "annual-output", minimum=1, maximum=1_000_000)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("18", sure("18")),
        (" 18. ", sure("18")),
        ("18 người", sure("18")),
        ("dạ 18 người ạ", sure("18")),
        ("90 %", sure("90")),
        ("1.200", sure("1200")),
        ("1,200", likely("1200")),
        ("1 200", likely("1200")),
        ("0018", sure("18")),
        ("mười tám", sure("18")),
        ("hai trăm", sure("200")),
        ("muoi tam", likely("18")),
        ("hai mươi mốt người", sure("21")),
        ("hai mốt", likely("21")),
        ("hai mươi", sure("20")),
        ("một trăm linh năm", sure("105")),
        ("một trăm lẻ", sure("100")),
        ("một trăm mười lăm", sure("115")),
        ("hai trăm ba mươi tư", sure("234")),
        ("hai trăm ba", likely("230")),
        ("hai trăm ba lăm", likely("235")),
        ("hai trăm rưỡi", sure("250")),
        ("trăm rưỡi", likely("150")),
        ("trăm hai", likely("120")),
        ("hai trăm người", sure("200")),
        ("hai nghìn năm trăm", sure("2500")),
        ("hai nghìn linh năm", sure("2005")),
        ("hai nghìn ba", likely("2300")),
        ("hai nghìn mười lăm", sure("2015")),
        ("hai nghìn hai trăm rưỡi", sure("2250")),
        ("2 trăm 5", likely("250")),
        ("2 nghìn 5 trăm", sure("2500")),
        ("2 nghìn 5 trăm rưỡi", sure("2550")),
        ("2 nghìn 5 trăm 3 chục", sure("2530")),
        ("5 chục", sure("50")),
        ("2k", sure("2000")),
        ("khoảng 18 người", likely("18")),
        ("chac tam chuc", likely("10")),
        ("tam chuc", either("80", "10")),
        ("tám chục", sure("80")),
        ("hơn 20", likely("20")),
        ("20 người hơn", likely("20")),
        ("cong ty em co 20 nguoi", likely("20")),
        ("ban đầu 2, giờ 9000", likely("2")),
        ("15-20 nguoi", either("15", "20")),
        ("15 đến 20", either("15", "20")),
        ("4000-9000", likely("4000")),
        ("2 vợ chồng, 3 con", wrong("two-numbers")),
        ("2,5", wrong("not-whole")),
        ("1.2.3", wrong("not-a-number")),
        ("1.2,3.4", wrong("not-a-number")),
        ("12.34,567", wrong("not-a-number")),
        ("1234.567.890", wrong("not-a-number")),
        ("1.200,5", wrong("not-whole")),
        ("1.200,00", sure("1200")),
        ("1,234.567,8", wrong("not-a-number")),
        ("0", wrong("out-of-range")),
        ("5001", wrong("out-of-range")),
        ("-3", wrong("out-of-range")),
        ("9" * 5000, wrong("out-of-range")),
        ("không", wrong("out-of-range")),
        ("nhieu lam", wrong("not-a-number")),
        ("bảy tám người", wrong("not-a-number")),
        ("hai người nhà với mấy cháu nữa", wrong("not-a-number")),
        ("nhà nước ba không", wrong("not-a-number")),
        ("nửa", wrong("not-a-number")),
        ("rưỡi", wrong("not-a-number")),
        ("", wrong("not-a-number")),
        ("x" * 5000, wrong("not-a-number")),
    ],
)
def test_whole_numbers(typed: str, understood: Reading) -> None:
    assert read_number(WORKERS, typed, TODAY) == understood


@pytest.mark.parametrize("typed", ["không", "ko có", "khong co ai", "chưa có"])
def test_none_is_zero_where_zero_is_an_answer(typed: str) -> None:
    assert read_number(WOMEN, typed, TODAY) == Understood("0", literal=False)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("2015", sure("2015")),
        ("năm 2015", likely("2015")),
        ("từ năm 2015, lúc em 30 tuổi", likely("2015")),
        ("2026", sure("2026")),
        ("2027", wrong("out-of-range")),
        ("15", wrong("out-of-range")),
    ],
)
def test_a_year_is_not_in_the_future(typed: str, understood: Reading) -> None:
    assert read_number(YEAR, typed, TODAY) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("2000 chiếc", sure("2000 chiếc")),
        ("2.000 chiếc", sure("2000 chiếc")),
        ("2 nghìn chiếc", sure("2000 chiếc")),
        ("2 nghìn 500 chiếc", likely("2500 chiếc")),
        ("5 tấn/năm", sure("5 tấn/năm")),
        ("5 tan / nam", sure("5 tan/nam")),
        ("5tấn", sure("5 tấn")),
        ("năm tấn", sure("5 tấn")),
        ("2,5 tấn", sure("2.5 tấn")),
        ("2.05 tấn", sure("2.05 tấn")),
        ("4 tấn rưỡi", likely("4.5 tấn")),
        ("4 tấn rưỡi một năm", likely("4.5 tấn một năm")),
        ("1,200 kg", either("1200 kg", "1.2 kg")),
        ("1,500 kg", either("1500 kg", "1.5 kg")),
        ("khoảng 2000 chiếc", likely("2000 chiếc")),
        ("mỗi năm 2000 chiếc", likely("2000 chiếc")),
        ("2000 hộp 500g", likely("2000 hộp 500g")),
        ("2000-3000 chiếc", either("2000 chiếc", "3000 chiếc")),
        ("2-3 nghìn chiếc", either("2000 chiếc", "3000 chiếc")),
        ("2 đến 3 tấn một năm", either("2 tấn một năm", "3 tấn một năm")),
        ("mỗi tháng 100 cái", likely("1200 cái/năm")),
        ("100 cái/tháng", likely("1200 cái/năm")),
        ("100 cái một tháng", likely("1200 cái/năm")),
        ("1 tháng 100 cái", likely("1200 cái/năm")),
        ("100-200 cái/tháng", either("1200 cái/năm", "2400 cái/năm")),
        ("50 hộp mỗi quý", likely("200 hộp/năm")),
        ("mỗi ngày 10 cái", wrong("not-yearly")),
        ("2000", wrong("no-unit")),
        ("2000 !", wrong("no-unit")),
        ("2000 " + "cái" * 20, wrong("no-unit")),
        ("0 chiếc", wrong("out-of-range")),
        ("2000000 chiếc", wrong("out-of-range")),
        ("nhiều lắm", wrong("not-a-number")),
    ],
)
def test_amounts_keep_their_unit(typed: str, understood: Reading) -> None:
    assert read_amount(OUTPUT, typed) == understood


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (105, "một trăm linh năm"),
        (1_005, "một nghìn không trăm linh năm"),
        (350_000, "ba trăm năm mươi nghìn"),
        (1_000_200, "một triệu không nghìn hai trăm"),
        (4_500_000, "bốn triệu năm trăm nghìn"),
        (1_200_000_000, "một tỷ hai trăm triệu"),
        (25_000_000_000_000, "hai mươi lăm nghìn tỷ"),
    ],
)
def test_numbers_are_spelled_out_as_on_a_receipt(number: int, words: str) -> None:
    assert spell_out(number) == words


@given(st.integers(1, 999_999_999_999))
def test_a_number_in_words_reads_back(number: int) -> None:
    assert read_number(ANY, spell_out(number), TODAY) == Understood(str(number), literal=True)


@given(st.integers(0, 10**15))
def test_digits_read_as_themselves(number: int) -> None:
    assert read_number(ANY, f"{number:,}".replace(",", "."), TODAY) == sure(str(number))
