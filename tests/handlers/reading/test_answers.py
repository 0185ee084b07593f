"""Reading and showing the answer to any question, through the one pair of functions."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.commands import gather
from content.faq import Faq
from content.form import Kind, Question
from content.model import Absence, Book, Office
from content.papers import Papers
from content.parsing import parse
from content.places import Place, Places, Unit
from content.provinces import Provinces
from content.sentences import Language
from content.wording import Wording
from handlers.answers import read, show
from handlers.reading.understanding import Reading, Several, Understood, Wrong
from tests.handlers.reading.questions import TODAY, likely, question, sure, wrong

VIETNAMESE = """
place-commune = xã { $name }
place-ward = phường { $name }
registration-some-question = Hỏi?
    .choice-craft = Thủ công
    .choice-agro-food = Chế biến
    .choice-elsewhere = Tỉnh khác
    .choice-yes = Đồng ý
    .choice-no = Không
"""
ENGLISH = """
place-commune = { $name } commune
registration-some-question = What?
    .choice-craft = Crafts
    .choice-agro-food = Food
"""

PLACES = Places(
    [
        Place("00901", "Lùng Tám", Unit.COMMUNE, ("Quản Bạ",), ()),
        Place("02524", "Bình Thuận", Unit.WARD, ("Tuyên Quang",), ()),
    ],
    {},
)
BOOK = Book(
    version="1",
    languages=("vi", "en"),
    forms={},
    rules=(),
    pages={},
    rounds=(),
    topics=(),
    absence=Absence(),
    office=Office("", "", "", "", 8, 17, "", "", "", "", ""),
    commands=gather(()),
    faq=Faq({}, {}, {}, frozenset()),
    papers=Papers(),
    places=PLACES,
    provinces=Provinces(),
    wording=Wording(
        {
            "vi": Language({"form": parse(VIETNAMESE)}),
            "en": Language({"form": parse(ENGLISH)}),
        }
    ),
)

GROUPS = ("craft", "agro-food")
CHOICES = {
    Kind.CHOICE: GROUPS,
    Kind.CHOICES: GROUPS,
    Kind.TOPICS: GROUPS,
    Kind.CONSENT: ("yes", "no"),
    Kind.PLACE: ("elsewhere",),
}
PUT = {kind: replace(question(kind), choices=CHOICES.get(kind, ())) for kind in Kind}
YEAR = question(Kind.NUMBER, "start-year")


def answer(put: Question, typed: str) -> Reading:
    return read(put, typed, BOOK, TODAY)


@pytest.mark.parametrize(
    ("kind", "typed", "understood"),
    [
        (Kind.CHOICE, "2", sure("agro-food")),
        (Kind.CHOICE, "thu cong", sure("craft")),
        (Kind.CHOICE, "crafts", sure("craft")),
        (Kind.CHOICE, "crraft", likely("craft")),
        (Kind.CHOICE, "gạch", wrong("not-a-choice")),
        (Kind.CHOICES, "1, 2", sure("craft,agro-food")),
        (Kind.TOPICS, "không", sure("")),
        (Kind.CONSENT, "đồng ý", sure("yes")),
        (Kind.CONSENT, "không đồng ý", sure("no")),
        (Kind.CONSENT, "", wrong("not-a-choice")),
        (Kind.PLACE, "Lùng Tám", sure("00901")),
        (Kind.PLACE, "tỉnh khác", sure("elsewhere")),
        (Kind.NAME, "Vàng Thị Mỷ", sure("Vàng Thị Mỷ")),
        (Kind.TEXT, "Khăn lanh", sure("Khăn lanh")),
        (Kind.PHONE, "0912 000 111", sure("+84912000111")),
        (Kind.NUMBER, "18", sure("18")),
        (Kind.AMOUNT, "5 tấn", sure("5 tấn")),
        (Kind.MONEY, "1ty2", likely("1200000000")),
        (Kind.PRICE, "350k/kg", sure("350000 kg")),
        (Kind.DATE, "15/3/2021", sure("2021-03-15")),
        (Kind.EMAIL, "lanh@soixanh.vn", sure("lanh@soixanh.vn")),
        (Kind.TAX_CODE, "5100999994", sure("5100999994")),
        (Kind.PHOTO, "đây ạ", wrong("photo-wanted")),
        (Kind.PAPER, "đây ạ", wrong("photo-wanted")),
    ],
)
def test_every_kind_of_question_has_a_reading(kind: Kind, typed: str, understood: Reading) -> None:
    assert answer(PUT[kind], typed) == understood


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (Kind.CHOICE, "craft", "Thủ công"),
        (Kind.CHOICE, "gone-from-the-book", "gone-from-the-book"),
        (Kind.CHOICES, "craft,agro-food", "Thủ công, Chế biến"),
        (Kind.TOPICS, "", ""),
        (Kind.CONSENT, "yes", "Đồng ý"),
        (Kind.PLACE, "00901", "xã Lùng Tám"),
        (Kind.PLACE, "02524", "phường Bình Thuận"),
        (Kind.PLACE, "elsewhere", "Tỉnh khác"),
        (Kind.PLACE, "", ""),
        (Kind.NUMBER, "1200", "1.200"),
        (Kind.NUMBER, "", ""),
        (Kind.AMOUNT, "2000 chiếc", "2.000 chiếc"),
        (Kind.AMOUNT, "2.5 tấn/năm", "2,5 tấn/năm"),
        (Kind.AMOUNT, "2000", "2.000"),
        (Kind.AMOUNT, "", ""),
        (Kind.MONEY, "1200000000", "1.200.000.000 đồng"),
        (Kind.MONEY, "", ""),
        (Kind.PRICE, "350000", "350.000 đồng"),
        (Kind.PRICE, "350000 hộp 500g", "350.000 đồng/hộp 500g"),
        (Kind.DATE, "2021-03-15", "15/03/2021"),
        (Kind.PHONE, "+84912000111", "0912 000 111"),
        (Kind.TAX_CODE, "002085000123", "•••••••••123"),
        (Kind.PHOTO, "9f3c", "✔"),
        (Kind.PAPER, "", ""),
        (Kind.TEXT, "Khăn lanh", "Khăn lanh"),
    ],
)
def test_every_kind_of_answer_is_shown(kind: Kind, value: str, shown: str) -> None:
    assert show(PUT[kind], value, BOOK, "vi") == shown


def test_a_year_has_no_thousands() -> None:
    assert show(YEAR, "2015", BOOK, "vi") == "2015"


def test_an_answer_is_shown_in_the_persons_language() -> None:
    assert show(PUT[Kind.CHOICE], "craft", BOOK, "en") == "Crafts"
    assert show(PUT[Kind.PLACE], "00901", BOOK, "en") == "Lùng Tám commune"


WORDS = """
0 1 2 3 18 2021 0912000111 1,2 1.200 +84 - / . , k tr tỷ ty triệu rưỡi chục trăm nghìn linh năm nam
hai tam không ko đúng dung mười một và đến @ soixanh.vn ngày tháng xã Lùng Tám lung dạ ạ tên là %
( ) 🙂 tất cả thủ công chiếc kg đồng ddawng d9a8ng gif quws gij w9 9d aaa oof jj htx hok trước
ngoái năm 5 rồi rằm nửa tấn mỗi quý https://x.vn
"""
PIECES = st.sampled_from(WORDS.split())
TYPED = st.text() | st.lists(PIECES, max_size=8).flatmap(
    lambda pieces: st.sampled_from((" ".join(pieces), "".join(pieces)))
)


@given(st.sampled_from(list(Kind)), TYPED)
def test_nothing_that_is_typed_breaks_the_reading(kind: Kind, typed: str) -> None:
    match answer(PUT[kind], typed):
        case Understood(value):
            shown = show(PUT[kind], value, BOOK, "vi")
            assert bool(shown) is bool(value)
        case Several(values):
            assert len(set(values)) == len(values) > 1
        case Wrong(reason):
            assert reason


ONE_WAY = {Kind.TAX_CODE}
"""A personal number is shown masked."""


@given(st.sampled_from([kind for kind in Kind if kind not in ONE_WAY]), TYPED)
def test_what_was_literal_reads_back_as_it_is_shown(kind: Kind, typed: str) -> None:
    reading = answer(PUT[kind], typed)
    if isinstance(reading, Understood) and reading.literal and reading.value:
        shown = show(PUT[kind], reading.value, BOOK, "vi")

        assert answer(PUT[kind], shown) == reading
