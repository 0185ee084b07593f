"""One sentence changed in each file by its key is heard said: no sentence lives in code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast

from bot.settings import OWN_PACK
from content.load import load
from tests.player import Player

MARK = "CÂU MỚI CỦA CÁN BỘ"
SPOKEN_ELSEWHERE = {
    "digest.ftl",
    "canned.ftl",
    "web.ftl",
    "progress.ftl",
    "wanted.ftl",
    "papers.ftl",
    "slip.ftl",
    "telegram.ftl",
    "notice.ftl",
    "posters.ftl",
}
"""Pages, papers, and the bot's own description: their tests look at them."""

HEARD: dict[str, tuple[str, tuple[str, ...]]] = {
    "home.ftl": ("home-menu", ("/menu",)),
    "form.ftl": ("form-first", ("điều kiện", "sửa")),
    "eligibility.ftl": ("eligibility-prod-group", ("điều kiện",)),
    "registration.ftl": ("registration-contact-name", ("ghi danh", "đồng ý")),
    "callback.ftl": ("callback-contact-phone", ("gọi lại", "đồng ý")),
    "rules.ftl": ("rule-e2-unregistered", ("điều kiện", "3", "Lùng Tám", "5")),
    "articles.ftl": ("article-tt26-12-1a", ("điều kiện", "3", "Lùng Tám", "5")),
    "programme.ftl": ("programme-about", ("chương trình",)),
    "faq.ftl": ("faq-fee", ("có mất phí không?",)),
    "levels.ftl": ("level-province", ("lịch",)),
    "places.ftl": ("place-commune", ("điều kiện", "3", "lung tam")),
    "verdict.ftl": ("verdict-advice", ("điều kiện", "3", "Lùng Tám", "5")),
    "signup.ftl": ("signup-thanks", ("ghi danh", "đồng ý")),
    "staff.ftl": ("staff-ask-first", ("cán bộ",)),
    "activities.ftl": ("activities", ("lớp tập huấn",)),
    "seat.ftl": ("seat-guest-name", ("lớp tập huấn", "1", "Giữ chỗ cho tôi", "đồng ý")),
    "helping.ftl": ("helping-how", ("ghi hộ",)),
    "claim.ftl": ("claim-claim-code", ("nhận ghi danh", "đồng ý")),
    "behalf.ftl": ("helping-hand-over", ("ghi hộ", "1")),
    "settings.ftl": ("settings", ("cài đặt",)),
}


def test_every_file_of_sentences_is_looked_at() -> None:
    files = {path.name for path in (OWN_PACK / "text" / "vi").glob("*.ftl")}
    of_pages = {name for name in files if name.startswith("console")}

    assert files - of_pages - SPOKEN_ELSEWHERE == set(HEARD)


@pytest.mark.parametrize("file", sorted(HEARD))
def test_a_changed_sentence_is_heard(file: str, tmp_path: Path) -> None:
    key, acts = HEARD[file]
    pack = tmp_path / "pack"
    shutil.copytree(OWN_PACK, pack)
    _change(pack / "text" / "vi" / file, key)
    player = Player(load(pack, demo=True))
    player.start()

    assert MARK in player.say(*acts)


def _change(file: Path, key: str) -> None:
    """Replace the words of one message as somebody with an editor would; variables stay."""
    resource = FluentParser().parse(file.read_text("utf-8"))
    entry = next(
        one for one in resource.body if isinstance(one, ast.Message) and one.id.name == key
    )
    assert entry.value
    kept = [one for one in entry.value.elements if isinstance(one, ast.Placeable)]
    entry.value = ast.Pattern([ast.TextElement(MARK + " "), *kept])
    file.write_text(FluentSerializer().serialize(resource), "utf-8")
