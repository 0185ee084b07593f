"""The console's sentences: none is there for nothing, and whatever the audit notes has words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from bot.settings import OWN_PACK
from content.load import load
from storage import breaches
from storage.claims import CONFIRMED, REFUSED

ROOT = Path(__file__).parents[2]
CODE = tuple(chain(*((ROOT / folder).rglob("*.py") for folder in ("bot", "handlers"))))
PAGES = tuple((ROOT / "bot").rglob("*.html"))
AREAS = tuple(sorted((OWN_PACK / "text" / "vi").glob("console*.ftl")))
BEGUN_ELSEWHERE = ("login-dead", "login-out")
"""What another word is put behind: the title of a refusal."""

_KEY = re.compile(r"^([a-z][\w-]*) =", re.MULTILINE)
_BEGUN = re.compile(r"""f["']([a-z][a-z-]*-)\{|["']([a-z][a-z-]*-)["'] ~""")
_DEED = re.compile(r'\bDeed\(\s*"([a-z.-]+)"|"((?:petition|request|matter|user)\.[a-z-]+)"')


def source(*files: Path) -> str:
    return "\n".join(file.read_text("utf-8") for file in files)


def test_every_sentence_is_said_somewhere() -> None:
    sources = source(*CODE, *PAGES)
    words = set(re.findall(r"[a-z][\w-]*", sources))
    begun = {*BEGUN_ELSEWHERE, *chain.from_iterable(_BEGUN.findall(sources))} - {""}
    keys = chain.from_iterable(_KEY.findall(source(area)) for area in AREAS)

    assert not [key for key in keys if key not in words and not key.startswith(tuple(begun))]


def noted() -> Iterator[str]:
    """What the audit may be told, as far as it is written out."""
    storage = source(*(ROOT / "storage").glob("*.py"))
    for one, other in _DEED.findall(source(*CODE) + storage):
        yield one or other
    yield from (f"claim.{ruling}" for ruling in (CONFIRMED, REFUSED))
    yield from (f"breach.{step}" for step in breaches.STEPS)
    for area, modules in (
        ("notice", ("notices",)),
        ("activity", ("activities", "guests", "changing")),
    ):
        files = (ROOT / "storage" / f"{name}.py" for name in modules)
        yield from (f"{area}-{one}" for one in re.findall(r'deed\("([a-z-]+)"', source(*files)))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_whatever_the_audit_notes_has_words(language: str) -> None:
    wording = load(OWN_PACK, demo=True).wording
    actions = sorted(set(noted()))

    assert len(actions) > 50
    assert [
        one for one in actions if not wording.has(language, f"audit-{one.replace('.', '-')}")
    ] == []
