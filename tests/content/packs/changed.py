"""The pack that ships as the team might change it while people are in the middle of its forms."""

from __future__ import annotations

import re
from pathlib import Path

from tests.content.packs import SHIPPED, Pack, copy

ADDED = """
[[question]]
key = "contact-nickname"
kind = "name"
about = "contact"
section = "contact"
signup = true
required = true
"""

WORDS = """
registration-contact-nickname = Ở nhà bà con gọi anh/chị là gì ạ?
    .label = Tên thường gọi
    .explain = Để cán bộ xuống bản hỏi thăm cho dễ.
    .hint = Anh/chị gõ tên bằng chữ giúp em.
    .example = Ví dụ: chị Mỷ, anh Páo.
"""


def changed(to: Path) -> Path:
    """
    A copy in which the sign-up is another one.

    `est-name` is removed, `est-type` is now `maker-type`, `contact-nickname` is added after the
    name, and the commune is asked before the type.
    """
    pack = copy(SHIPPED, to)
    _rename(pack, "est-type", "maker-type")
    form = pack.folder / "forms" / "registration.toml"
    text = form.read_text("utf-8")
    questions = re.findall(r"\[\[question\]\]\n(?:(?!\[\[question\]\]|# ---).*\n)+", text)
    by_key = {re.findall(r'^key = "(.+)"', one, re.MULTILINE)[0]: one for one in questions}
    text = text.replace(by_key["est-name"], "")
    text = text.replace(by_key["contact-name"], by_key["contact-name"] + ADDED)
    text = text.replace(by_key["maker-type"], "")
    text = text.replace(
        by_key["est-commune-code"], by_key["est-commune-code"] + by_key["maker-type"]
    )
    form.write_text(text, "utf-8")
    papers = pack.folder / "papers.toml"
    papers.write_text(papers.read_text("utf-8").replace('"est-name", ', ""), "utf-8")
    for language in ("vi", "en"):
        file = pack.folder / "text" / language / "registration.ftl"
        without = re.sub(
            r"^registration-est-name = .*\n(?:    .*\n)*",
            "",
            file.read_text("utf-8"),
            flags=re.MULTILINE,
        )
        file.write_text(without + WORDS, "utf-8")
    return pack.folder


def _rename(pack: Pack, old: str, new: str) -> None:
    for file in pack.folder.rglob("*"):
        if file.suffix in {".toml", ".ftl"}:
            text = file.read_text("utf-8").replace(old, new)
            key = f'key = "{new}"\n'
            file.write_text(text.replace(key, f'{key}was = ["{old}"]\n'), "utf-8")
