"""Choosing among several readings: what was shown counts, nothing else, and nothing repeats."""

from __future__ import annotations

import itertools

import pytest

from handlers.effects import AskStaff
from handlers.payloads import read
from handlers.state import Asked, Stage
from tests.player import Player

FOOD = "food-safety-status"


def _asked(player: Player, form: str, key: str) -> Player:
    """The player with this question put."""
    about = player.book.forms[form].by_key[key].about
    product = 1 if form == "registration" and about == "product" else 0
    asked = Asked(form, key, product)
    player.conversation = player.conversation._replace(stage=Stage.ASKING, asked=asked)
    player.say("giải thích")
    return player


def _eligibility(player: Player, key: str) -> str:
    answers = player.conversation.answers.get("eligibility", {})
    return answers[0, key].value if (0, key) in answers else ""


@pytest.fixture
def food(player: Player) -> Player:
    """Somebody with food, who is asked for its safety paper."""
    player.say("điều kiện", "2")
    return _asked(player, "eligibility", FOOD)


@pytest.mark.parametrize("number", ["3", "4", "5", "số 3", "số ba"])
def test_a_number_counts_among_the_choices_that_were_shown(food: Player, number: str) -> None:
    food.say("có")
    assert food.labels == ["Có, còn hạn", "Có nhưng đã hết hạn"]
    food.say(number)

    assert _eligibility(food, FOOD) == ""
    assert food.labels == ["Có, còn hạn", "Có nhưng đã hết hạn"]


def test_a_number_is_no_choice_while_something_was_said_back(player: Player) -> None:
    _asked(player, "eligibility", "est-type").say("hop tac sa")
    assert player.labels == ["Đúng", "Không phải"]
    player.say("3")

    assert _eligibility(player, "est-type") == ""
    assert len(player.labels) == 7


def test_a_line_that_was_not_shown_may_still_be_named(food: Player) -> None:
    food.say("có", "chưa làm bao giờ")

    assert _eligibility(food, FOOD) == "none"


def test_the_same_readings_are_never_offered_in_the_same_words_twice(food: Player) -> None:
    said = [food.say("co" + " " * n) for n in range(7)]

    assert all(one != after for one, after in itertools.pairwise(said))
    assert _eligibility(food, FOOD) == ""


@pytest.mark.parametrize(
    ("key", "typed", "chosen", "kept"),
    [
        ("contact-phone", "0912000111 hoặc 0987654321", "2", "+84987654321"),
        ("workers-total", "15-20", "1", "15"),
        ("workers-total", "2-3 người", "2", "2"),
        ("workers-total", "15-20", "17", "17"),
        ("revenue-last-year-vnd", "500", "2", "500000000"),
        ("revenue-last-year-vnd", "500", "500.000 đồng", "500000"),
        ("markets", "1-3", "1", "local,province,nationwide"),
        ("unit-price-vnd", "350 đôi/bộ", "1", "350000 đôi/bộ"),
        ("annual-output", "1,200 kg/năm", "2", "1.2 kg/năm"),
    ],
)
def test_one_of_several_readings_is_taken(
    signing_up: Player, key: str, typed: str, chosen: str, kept: str
) -> None:
    _asked(signing_up, "registration", key).say(typed)
    assert "mấy nơi" not in signing_up.last.text
    assert len(signing_up.labels) == 2
    signing_up.say(chosen)

    assert signing_up.answers().get(key, signing_up.answers().get(f"1/{key}")) == kept


def test_no_button_carries_what_was_written(signing_up: Player) -> None:
    _asked(signing_up, "registration", "contact-phone").say("0912000111 hoặc 0987654321")

    assert not any("912000111" in one.payload for one in signing_up.last.choices)


def test_a_reading_that_is_not_on_offer_any_more_is_an_old_button(signing_up: Player) -> None:
    _asked(signing_up, "registration", "workers-total").say("15-20")
    old = signing_up.last.choices[0].payload
    signing_up.say("30-40")

    assert "Nút này" in signing_up.press(old)
    assert "workers-total" not in signing_up.answers()


def test_every_offered_reading_is_understood_as_a_tap(signing_up: Player) -> None:
    _asked(signing_up, "registration", "annual-output").say("1,200 tấn/năm")

    for one in signing_up.last.choices:
        assert one.payload.isascii()
        assert read(one.payload)


class TestACommuneThatWasSplit:
    """An old unit whose villages went to several new ones."""

    @pytest.fixture
    def split(self, signing_up: Player) -> Player:
        """Somebody who typed the old unit's name."""
        _asked(signing_up, "registration", "est-commune-code").say("yen dinh")
        return signing_up

    def test_it_is_said_to_be_split(self, split: Player) -> None:
        assert split.last.text.startswith("Yên Định cũ nay tách")
        assert split.labels == ["xã Minh Ngọc", "xã Ngọc Đường", "Không rõ, nhờ cán bộ"]

    @pytest.mark.parametrize("typed", ["không rõ", "ko biết", "3"])
    def test_not_knowing_keeps_the_old_name_and_goes_on(self, split: Player, typed: str) -> None:
        said = split.say(typed)

        kept = split.registration.answers[0, "est-commune-code"]
        assert (kept.value, kept.raw) == ("Yên Định", "yen dinh")
        assert "Yên Định cũ" in said
        assert split.conversation.stage is Stage.ASKING

    def test_staff_are_told_of_the_old_name_when_it_is_sent(self, split: Player) -> None:
        split.say("không rõ")
        for answer in ("Vàng Thị Mỷ", "0912 000 111", "HTX Lanh", "2", "Khăn lanh", "1", "tất cả"):
            split.say(answer)
        assert "Yên Định cũ" in split.last.text
        split.tap("Gửi ghi danh")

        (told,) = [one for one in split.effects if isinstance(one, AskStaff)]
        assert "Yên Định cũ" in told.text
        assert told.phone == "+84912000111"

    def test_which_of_a_districts_places_is_a_question_to_staff(self, split: Player) -> None:
        split.say("hà giang", "không rõ")

        assert split.conversation.stage is Stage.STAFF

    def test_before_consent_the_old_name_is_kept_and_no_word_of_theirs(
        self, player: Player
    ) -> None:
        _asked(player, "eligibility", "est-commune-code").say("nhà Mỷ ở tân tiến", "không rõ")

        kept = player.conversation.answers["eligibility"][0, "est-commune-code"]
        assert (kept.value, kept.raw) == ("Tân Tiến", "")

    def test_its_places_stay_on_offer_after_an_answer_that_is_none(self, split: Player) -> None:
        split.say("thôn Bản Xyz Qwe")
        assert split.labels[:2] == ["xã Minh Ngọc", "xã Ngọc Đường"]
        split.say("1")

        assert split.answers()["est-commune-code"] == "00994"

    def test_two_communes_of_one_name_were_not_split(self, split: Player) -> None:
        split.say("tân tiến")

        assert "cùng tên" in split.last.text
        assert split.labels == ["xã Tân Tiến", "xã Tân Long", "Không rõ, nhờ cán bộ"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("còn", "valid"),
        ("con han", "valid"),
        ("hết", "expired"),
        ("het han", "expired"),
        ("1", "valid"),
        ("2", "expired"),
        ("chưa làm bao giờ", "none"),
        ("đang làm", "applying"),
    ],
)
def test_words_are_looked_for_among_what_was_shown_first(
    food: Player, typed: str, value: str
) -> None:
    food.say("có")
    assert food.labels == ["Có, còn hạn", "Có nhưng đã hết hạn"]
    food.say(typed)
    if food.labels[:1] == ["Đúng"]:
        food.tap("Đúng")

    assert _eligibility(food, FOOD) == value


@pytest.mark.parametrize("typed", ["có", "co", "k", "không", "dạ"])
def test_a_yes_is_no_part_of_a_label(player: Player, typed: str) -> None:
    """ "Có" is not "cơ khí"."""
    _asked(player, "eligibility", "prod-group").say(typed)

    assert _eligibility(player, "prod-group") == ""


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("cơ khí", "mechanical"),
        ("co khi", "mechanical"),
        ("thủ công", "craft"),
        ("che", "agro-food"),
    ],
)
def test_a_part_of_a_label_is_one(player: Player, typed: str, value: str) -> None:
    _asked(player, "eligibility", "prod-group").say(typed)

    assert _eligibility(player, "prod-group") == value
