"""Places by what people call them: new names, old names, districts, slips of the finger."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.folding import fold
from content.model import Book
from content.places import (
    AnyOf,
    Exactly,
    Former,
    Found,
    Match,
    Nowhere,
    Perhaps,
    Place,
    Places,
    Unit,
)
from tests import places as table


def exactly(code: str, was: str = "") -> tuple[str, ...]:
    return "exactly", f"{code} {was}".strip()


def any_of(*codes: str) -> tuple[str, ...]:
    return "any of", *codes


def perhaps(*codes: str) -> tuple[str, ...]:
    return "perhaps", *codes


NOWHERE = ("nowhere",)


def outlined(found: Found) -> tuple[str, ...]:
    """What was found, short enough for a table."""
    match found:
        case Exactly(match):
            return exactly(match.place.code, match.was)
        case AnyOf(matches):
            return any_of(*(match.place.code for match in matches))
        case Perhaps(matches):
            return perhaps(*(match.place.code for match in matches))
        case Nowhere():
            return NOWHERE


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        # new and old names, with and without marks and prefixes
        ("Lùng Tám", exactly("00901")),
        ("lung tam", exactly("00901")),
        ("XÃ LÙNG TÁM", exactly("00901")),
        ("x.Lùng Tám", exactly("00901")),
        ("dạ em ở lùng tám ạ", exactly("00901")),
        ("Đông Hà", exactly("00901", "Đông Hà")),
        ("đông hà cũ", exactly("00901", "Đông Hà")),
        ("Thanh Thuỷ", exactly("00928")),
        ("chiem hoa", exactly("02287")),
        ("Phó Bảng", exactly("00745")),
        ("Na Hang", exactly("02221")),
        ("nong truong viet lam", exactly("00913", "Nông trường Việt Lâm")),
        ("xa binh xa", exactly("02404")),
        ("phường Hà Giang 2", exactly("00691")),
        # one old name in several districts
        ("tả lủng", any_of("00769", "00721")),
        ("tan tien", any_of("01051", "02470")),
        ("tân tiến hoàng su phì", exactly("01051")),
        ("hoang su phi, tan tien", exactly("01051")),
        ("tan tien huyen yen son", exactly("02470", "Tân Tiến")),
        ("yen phu bac me", exactly("00991", "Yên Phú")),
        ("tan quang (bac quang)", exactly("01171")),
        ("tân quang tp tuyên quang", exactly("02215", "Tân Quang")),
        ("tân quang, tuyên quang", any_of("01171", "02215")),
        ("tân quang, tỉnh tuyên quang", any_of("01171", "02215")),
        ("thôn 3 xã Tân Tiến, huyện Hoàng Su Phì, tỉnh Hà Giang", exactly("01051")),
        # a ward and a town are called so, "xã" is said of anything
        ("phường tân quang", exactly("02215", "Tân Quang")),
        ("tt. Yên Phú", exactly("00991", "Yên Phú")),
        ("thị trấn Vinh Quang", exactly("01021", "Vinh Quang")),
        ("thị trấn Lùng Tám", exactly("00901")),
        ("xã Yên Phú", any_of("00991", "02398")),
        # split units
        ("yen dinh", any_of("00994", "00700")),
        ("yên định bắc mê", any_of("00994", "00700")),
        ("yên định, nay là minh ngọc", exactly("00994")),
        ("viet lam vi xuyen", any_of("00913", "00967")),
        # a district alone
        ("huyện Quản Bạ", any_of("00874", "00883", "00889", "00892", "00901")),
        ("hà giang", any_of("00691", "00694", "00700")),
        ("tỉnh Hà Giang", NOWHERE),
        ("bắc mê", exactly("00991")),
        # names that do not go together
        ("Lùng Tám hay Tùng Vài", any_of("00901", "00892")),
        ("lùng tám huyện đồng văn", perhaps("00901")),
        ("huyện lùng tám", perhaps("00901")),
        # villages
        ("thôn lùng tám thấp xã lùng tám", exactly("00901")),
        ("thôn tân tiến", perhaps("01051", "02470")),
        # among other words, and misspelt
        ("em làm chè ở Lùng Tám", perhaps("00901")),
        ("lungtam", perhaps("00901")),
        ("lug tam", perhaps("00901")),
        ("xã lug tam, quản bạ", perhaps("00901")),
        ("tan tein hoang su phi", perhaps("01051")),
        ("xa phin", exactly("00733")),
        ("va phin", perhaps("00721", "00733")),
        ("sa fin", perhaps("00733", "00721")),
        ("ki quan", perhaps("02545")),
        ("hoàng xu fì", perhaps("01021")),
        # none of ours
        ("Hà Nội", NOWHERE),
        ("không", NOWHERE),
        ("cán bộ", perhaps("00952")),
        ("...", NOWHERE),
        ("", NOWHERE),
        ("mã đăng ký của em là gì vậy ạ, em quên mất rồi " * 100, NOWHERE),
    ],
)
def test_found(shipped: Book, typed: str, found: tuple[str, ...]) -> None:
    assert outlined(shipped.places.find(typed)) == found


HA_GIANG = {
    *("Bắc Mê", "Bắc Quang", "Hoàng Su Phì", "Mèo Vạc", "Quang Bình", "Quản Bạ", "Vị Xuyên"),
    *("Xín Mần", "Yên Minh", "Đồng Văn", "thành phố Hà Giang"),
}
TUYEN_QUANG = {
    *("Chiêm Hóa", "Hàm Yên", "Lâm Bình", "Na Hang", "Sơn Dương", "Yên Sơn"),
    "thành phố Tuyên Quang",
}


def test_there_are_124_units_as_the_resolution_says(shipped: Book) -> None:
    places = shipped.places.by_code.values()
    kinds = [place.kind for place in places]

    assert len(places) == 124
    assert (kinds.count(Unit.COMMUNE), kinds.count(Unit.WARD)) == (117, 7)


@pytest.mark.parametrize(("districts", "old", "new"), [(HA_GIANG, 193, 73), (TUYEN_QUANG, 137, 51)])
def test_each_former_province_became_so_many_units(
    shipped: Book, districts: set[str], old: int, new: int
) -> None:
    places = [place for place in shipped.places.by_code.values() if place.districts[0] in districts]
    made_from = {
        (former.name, former.kind, former.district)
        for place in places
        for former in place.made_from
    }

    assert len(places) == new
    assert len(made_from) == old
    assert {former for _, _, former in made_from} == districts


def test_the_places_are_those_of_the_table() -> None:
    """`python -m tests.places` writes them anew."""
    page = table.PLACES.read_text("utf-8")

    assert table.written(page) == page


def test_every_new_name_is_found_with_and_without_marks(shipped: Book) -> None:
    shared = {"Tân Quang", "Tân Tiến", "Tân Thanh", "Thái Bình", "Việt Lâm", "Yên Phú"}
    for place in shipped.places.by_code.values():
        for typed in (place.name, fold(place.name), place.name.upper(), f"xã {place.name}"):
            match shipped.places.find(typed):
                case Exactly(match):
                    assert match == Match(place)
                case AnyOf(matches):
                    assert place.name in shared
                    assert Match(place) in matches
                case other:
                    pytest.fail(f"{typed}: {other}")


def test_every_old_name_leads_to_where_it_went(shipped: Book) -> None:
    for place in shipped.places.by_code.values():
        for former in place.made_from:
            found = shipped.places.find(f"{fold(former.name)} {fold(former.district)}")
            assert isinstance(found, Exactly | AnyOf)
            matches = (found.match,) if isinstance(found, Exactly) else found.matches
            assert place in {match.place for match in matches}


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("Yên Định", 2),
        ("Việt Lâm", 2),
        ("Quang Trung", 2),
        ("Thái Bình", 2),
        ("Kim Phú", 2),
        ("Tả Lủng", 2),
        ("Tân Quang", 2),
        ("Tân Thành", 3),
        ("Tân Thanh", 3),
        ("Tân Tiến", 2),
        ("Vinh Quang", 2),
        ("Yên Phú", 2),
    ],
)
def test_split_units_and_names_of_several_districts_are_asked_about(
    shipped: Book, name: str, count: int
) -> None:
    for typed in (name, fold(name)):
        found = shipped.places.find(typed)
        assert isinstance(found, AnyOf)
        assert len(found.matches) == count


def test_no_other_name_is_asked_about(shipped: Book) -> None:
    names = {
        fold(name)
        for place in shipped.places.by_code.values()
        for name in (place.name, *(former.name for former in place.made_from))
    }
    asked = {name for name in names if isinstance(shipped.places.find(name), AnyOf)}

    assert len(asked) == 11


def commune(code: str, name: str, *districts: str, old: str = "") -> Place:
    made_from = (Former(old or name, Unit.COMMUNE, districts[0]),)
    return Place(code, name, Unit.COMMUNE, districts, made_from)


def test_a_new_name_that_was_another_units_old_name_is_asked_about() -> None:
    places = Places(
        [commune("1", "Lũng", "Bắc", old="Đèo"), commune("2", "Đèo", "Nam", old="Suối")], {}
    )

    assert outlined(places.find("đèo")) == any_of("1", "2")
    assert outlined(places.find("đèo, bắc")) == exactly("1", "Đèo")


def test_another_spelling_of_a_place_and_its_district() -> None:
    places = Places(
        [
            commune("1", "Hoàng Su Phì", "Hoàng Su Phì"),
            commune("2", "Tân Tiến", "Hoàng Su Phì"),
            commune("3", "Tân Tiến", "Yên Sơn"),
        ],
        {"HSP": "1", "Tiến Mới": "2"},
    )

    assert outlined(places.find("hsp")) == exactly("1")
    assert outlined(places.find("tân tiến hsp")) == exactly("2")
    assert outlined(places.find("tiến mới")) == exactly("2")


def test_a_district_of_one_place_is_that_place_perhaps() -> None:
    places = Places([commune("1", "Lũng", "Bắc")], {})

    assert outlined(places.find("huyện bắc")) == perhaps("1")


def test_no_more_than_six_places_are_suggested() -> None:
    names = [f"Lũng Va{letter}" for letter in "chikmopt"]
    places = Places([commune(str(n), name, "Bắc") for n, name in enumerate(names)], {})

    assert len(outlined(places.find("lung van"))) == 1 + 6


def test_no_places_at_all() -> None:
    assert Places([], {}).find("Lùng Tám") == Nowhere()


WORDS = "xã p. tt thị trấn huyện tp tỉnh thôn bản em ở lùng tám tân tiến hoàng su phì hà giang 1 xx"


@given(st.lists(st.sampled_from(WORDS.split()), max_size=8))
def test_whatever_is_typed_is_answered(shipped: Book, words: list[str]) -> None:
    match shipped.places.find(" ".join(words)):
        case AnyOf(matches):
            assert len(matches) > 1
        case Perhaps(matches):
            assert 1 <= len(matches) <= 6
