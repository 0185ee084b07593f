"""Days and months (domain section 10.3)."""

from __future__ import annotations

import pytest

from content.form import Kind
from handlers.reading.dates import read_date, show_date
from handlers.reading.understanding import Reading
from tests.handlers.reading.questions import TODAY, likely, question, sure, wrong

ISSUED = question(Kind.DATE, "reg-date")
EXPIRY = question(Kind.DATE, "food-safety-expiry")
VALID_TO = question(Kind.DATE, "prev-cert-valid-to")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("15/3/2021", sure("2021-03-15")),
        ("15-03-2021", sure("2021-03-15")),
        ("15.3.2021", sure("2021-03-15")),
        ("15 3 2021", sure("2021-03-15")),
        ("15/3 - 2021", sure("2021-03-15")),
        ("2021-03-15", sure("2021-03-15")),
        ("ngày 15 tháng 3 năm 2021", sure("2021-03-15")),
        ("ngay 15 thg. 3 nam 2021", sure("2021-03-15")),
        ("15 tháng 3, 2021", sure("2021-03-15")),
        ("mùng 2 tháng 9 năm 2020", sure("2020-09-02")),
        ("mồng 5 tháng giêng năm 2020", likely("2020-01-29")),
        ("5 tháng tư năm 2019", likely("2019-04-05")),
        ("mùng mười tháng 3 năm 2020", likely("2020-03-10")),
        ("ngay hai muoi mot thang nam nam 2020", likely("2020-05-21")),
        ("tháng chạp năm 2019", wrong("lunar")),
        ("tháng năm 2019", likely("2019-05")),
        ("cấp ngày 15/3/2021", likely("2021-03-15")),
        ("15-3-21", likely("2021-03-15")),
        ("15-3-99", likely("1999-03-15")),
        ("15032021", likely("2021-03-15")),
        ("hôm nay", likely("2026-11-23")),
        ("hom qua", likely("2026-11-22")),
        ("tháng 3/2021", sure("2021-03")),
        ("T3/2021", sure("2021-03")),
        ("3/2021", sure("2021-03")),
        ("2021-03", sure("2021-03")),
        ("khoảng tháng 3 năm 2021", likely("2021-03")),
        ("23/11/2026", sure("2026-11-23")),
        ("24/11/2026", wrong("future")),
        ("11/2026", sure("2026-11")),
        ("12/2026", wrong("future")),
        ("1/1/1899", wrong("out-of-range")),
        ("31/2/2021", wrong("not-a-date")),
        ("15/13/2021", wrong("not-a-date")),
        ("00/00/0000", wrong("not-a-date")),
        ("13/2021", wrong("not-a-date")),
        ("2021", wrong("only-year")),
        ("năm 2021", wrong("only-year")),
        ("15/3", wrong("no-year")),
        ("lâu rồi", wrong("not-a-date")),
        ("", wrong("not-a-date")),
    ],
)
def test_days_and_months(typed: str, understood: Reading) -> None:
    assert read_date(ISSUED, typed, TODAY) == understood


def test_the_end_of_a_papers_validity_may_lie_ahead() -> None:
    assert read_date(EXPIRY, "1/1/2027", TODAY) == sure("2027-01-01")
    assert read_date(VALID_TO, "31-12-30", TODAY) == likely("2030-12-31")


@pytest.mark.parametrize(
    ("value", "shown"),
    [("2021-03-15", "15/03/2021"), ("2021-03", "03/2021"), ("", "")],
)
def test_a_date_is_shown_as_people_write_it(value: str, shown: str) -> None:
    assert show_date(value) == shown
