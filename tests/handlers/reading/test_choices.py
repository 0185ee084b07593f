"""One choice and several, by number, label, part of a label, or our value."""

from __future__ import annotations

import pytest

from handlers.reading.choices import read_choice, read_choices
from handlers.reading.understanding import Reading
from tests.handlers.reading.questions import either, likely, sure, wrong

MAKERS = {
    "enterprise": "Doanh nghiệp",
    "cooperative": "Hợp tác xã (HTX)",
    "coop-group": "Tổ hợp tác",
    "household": "Hộ kinh doanh có giấy",
    "unregistered": "Hộ gia đình chưa đăng ký",
    "artisan": "Nghệ nhân / cá nhân làm nghề",
    "other": "Khác",
}
STARS = {"none": "Chưa có", "3": "3 sao", "4": "4 sao", "5": "5 sao"}
SURE = {"yes": "Có", "no": "Không", "unsure": "Chưa rõ"}
LICENCE = {"no": "Không phải rượu", "licensed": "Có giấy phép", "unlicensed": "Chưa có giấy phép"}
MARKETS = {
    "local": "Trong xã, trong huyện",
    "province": "Trong tỉnh",
    "nationwide": "Cả nước",
    "export": "Xuất khẩu",
    "online": "Bán qua mạng",
}
SIZES = {"small": "Hộp nhỏ", "middle": "Hộp vừa", "large": "Hộp to"}


def choose(typed: str, choices: dict[str, str]) -> Reading:
    return read_choice(typed, list(choices.values()), list(choices))


def choose_some(typed: str, choices: dict[str, str]) -> Reading:
    return read_choices(typed, list(choices.values()), list(choices))


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("2", sure("cooperative")),
        ("2.", sure("cooperative")),
        ("(2)", sure("cooperative")),
        ("số 2", sure("cooperative")),
        ("chọn câu 2", sure("cooperative")),
        ("２", sure("cooperative")),
        ("Hợp tác xã (HTX)", sure("cooperative")),
        ("hợp tác xã", sure("cooperative")),
        ("hop tac xa", sure("cooperative")),
        ("HTX", sure("cooperative")),
        ("cooperative", sure("cooperative")),
        ("nghe nhan", sure("artisan")),
        ("tổ", sure("coop-group")),
        ("có giấy", likely("household")),
        ("hkd", likely("household")),
        ("số hai", likely("cooperative")),
        ("em là hợp tác xã ạ", likely("cooperative")),
        ("hop tac sa", likely("cooperative")),
        ("hộ", either("household", "unregistered")),
        ("doanh", either("enterprise", "household")),
        ("hợp tác", either("cooperative", "coop-group")),
        ("doanh nghiệp với hợp tác xã", either("enterprise", "cooperative")),
        ("hộ kinh doanh chưa có giấy", wrong("not-a-choice")),
        ("không phải hợp tác xã", wrong("not-a-choice")),
        ("9", wrong("no-such-choice")),
        ("0", wrong("no-such-choice")),
        ("1234", wrong("not-a-choice")),
        ("chín", wrong("not-a-choice")),
        ("em không biết chọn cái nào", wrong("not-a-choice")),
        ("x", wrong("not-a-choice")),
        ("", wrong("not-a-choice")),
        ("🙂", wrong("not-a-choice")),
    ],
)
def test_a_choice_is_taken_however_it_is_named(typed: str, understood: Reading) -> None:
    assert choose(typed, MAKERS) == understood


def test_a_word_of_every_label_chooses_none() -> None:
    assert choose("hộp", SIZES) == wrong("not-a-choice")


def test_a_label_inside_a_longer_one_is_not_a_second_choice() -> None:
    nested = {"one": "Trong tỉnh", "two": "Trong tỉnh và cả nước"}

    assert choose("bên em bán trong tỉnh và cả nước ạ", nested) == likely("two")


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("3", either("3", "4")),
        ("1", sure("none")),
        ("2", sure("3")),
        ("5", sure("5")),
        ("4 sao", sure("4")),
        ("không", likely("none")),
        ("chưa", likely("none")),
    ],
)
def test_a_number_that_is_also_a_label_is_asked_about(typed: str, understood: Reading) -> None:
    assert choose(typed, STARS) == understood


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("uk", sure("yes")),
        ("dạ", likely("yes")),
        ("ko", sure("no")),
        ("tôi không biết", sure("unsure")),
        ("ko ro", sure("unsure")),
        ("dừng", wrong("not-a-choice")),
        ("như thế cũng có", wrong("not-a-choice")),
    ],
)
def test_yes_no_and_not_knowing_choose_too(typed: str, understood: Reading) -> None:
    assert choose(typed, SURE) == understood


def test_a_yes_without_a_choice_of_that_name_is_looked_for_in_the_labels() -> None:
    assert choose("có", LICENCE) == either("licensed", "unlicensed")


ALL = ",".join(MARKETS)


@pytest.mark.parametrize(
    ("typed", "understood"),
    [
        ("1 và 3", sure("local,nationwide")),
        ("1,3", sure("local,nationwide")),
        ("3 1", sure("local,nationwide")),
        ("1 1", sure("local")),
        ("2", sure("province")),
        ("tất cả", sure(ALL)),
        ("tat ca a", sure(ALL)),
        ("trong xã, trong huyện", sure("local")),
        ("xuất khẩu với online", sure("export,online")),
        ("trong tỉnh, qua mạng", likely("province,online")),
        ("bán qua", sure("online")),
        ("1-3", either("local,province,nationwide", "local,nationwide")),
        ("1 đến 2", sure("local,province")),
        ("không", sure("")),
        ("không cái nào", sure("")),
        ("1,9", wrong("no-such-choice")),
        ("9", wrong("no-such-choice")),
        ("3-1", wrong("no-such-choice")),
        ("1-9", wrong("no-such-choice")),
        ("chợ phiên, cửa hàng", wrong("no-such-choice")),
        ("nhờ bạn mang về xuôi xuất khẩu, đôi khi", likely("export")),
        ("chợ", wrong("not-a-choice")),
        ("cả hai", wrong("not-a-choice")),
    ],
)
def test_several_choices_in_one_answer(typed: str, understood: Reading) -> None:
    assert choose_some(typed, MARKETS) == understood


def test_both_means_all_of_two() -> None:
    assert choose_some("cả hai", {"training": "Tập huấn", "fairs": "Hội chợ"}) == sure(
        "training,fairs"
    )


def test_a_label_without_letters_is_chosen_by_its_number() -> None:
    assert choose("2", {"low": "★ (thấp)", "high": "★★"}) == sure("high")
