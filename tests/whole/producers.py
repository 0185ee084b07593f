"""Made-up producers: what they make, and what of it must be found afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from random import Random

from content.model import Book
from content.places import Exactly

FAMILIES = ("Vàng", "Giàng", "Sùng", "Chảo", "Hoàng", "Nông", "Đặng", "Lò", "Phàn", "Nguyễn")
MIDDLES = ("Thị", "Văn", "Mí", "Seo", "Mùi", "Đức", "Ngọc")
GIVEN = ("Mỷ", "Sính", "Pà", "Dũng", "Huệ", "Lử", "Xuyến", "Thoả")
THINGS = ("Khăn lanh", "Chè Shan tuyết", "Dao rèn", "Khèn Mông", "Mật ong bạc hà")

TYPES = {
    "Hợp tác xã": "cooperative",
    "Tổ hợp tác": "coop-group",
    "Hộ kinh doanh có giấy": "household",
    "Nghệ nhân, người làm nghề": "artisan",
}
GROUPS = {
    "Thủ công mỹ nghệ": "craft",
    "Chế biến nông sản, thực phẩm": "agro-food",
    "Máy móc, dụng cụ cơ khí": "mechanical",
}
TOPICS = {"Tất cả": "programme,training,fairs", "Không chọn mục nào": ""}


@dataclass(frozen=True, slots=True)
class Producer:
    """
    One person with one product.

    `typed` is their answer to a question that they type, by its key; `tapped` is the button of
    one that they tap. `stored` is what must be in the tables.
    """

    typed: dict[str, str]
    tapped: dict[str, str]
    stored: dict[str, str]

    @property
    def lines(self) -> tuple[str, ...]:
        """A sign-up as this person types it; what stands in brackets is tapped."""
        typed, tapped = self.typed, self.tapped
        return (
            "/start",
            "ghi danh",
            f"[{tapped['consent-data']}]",
            typed["contact-name"],
            typed["contact-phone"],
            typed["est-name"],
            f"[{tapped['est-type']}]",
            typed["est-commune-code"],
            typed["prod-name"],
            f"[{tapped['prod-group']}]",
            f"[{tapped['topics']}]",
            "[Gửi ghi danh]",
        )


def producers(count: int, chance: Random, book: Book) -> list[Producer]:
    """So many people; no two have a name, a phone, an establishment or a product in common."""
    names = [" ".join(name) for name in product(FAMILIES, MIDDLES, GIVEN)]
    chance.shuffle(names)
    places = [
        (place.name, place.code)
        for place in book.places.by_code.values()
        if isinstance(book.places.find(place.name), Exactly)
    ]
    return [
        _producer(number, name, chance.choice(places), chance)
        for number, name in enumerate(names[:count], 1)
    ]


def _producer(number: int, name: str, place: tuple[str, str], chance: Random) -> Producer:
    thing, kind = f"{chance.choice(THINGS)} mẫu {number}", chance.choice(list(TYPES))
    group, topics = chance.choice(list(GROUPS)), chance.choice(list(TOPICS))
    phone, house = f"0912 {number // 1000:03} {number % 1000:03}", f"HTX {name} {number}"
    return Producer(
        typed={
            "contact-name": name,
            "contact-phone": phone,
            "est-name": house,
            "est-commune-code": place[0],
            "prod-name": thing,
        },
        tapped={
            "consent-data": "Đồng ý",
            "est-type": kind,
            "prod-group": group,
            "topics": topics,
        },
        stored={
            "consent-data": "yes",
            "contact-name": name,
            "contact-phone": f"+84{phone[1:].replace(' ', '')}",
            "est-name": house,
            "est-type": TYPES[kind],
            "est-commune-code": place[1],
            "1/prod-name": thing,
            "1/prod-group": GROUPS[group],
            "topics": TOPICS[topics],
        },
    )
