"""Every sentence can be found by area and key, and changed without touching code."""

from __future__ import annotations

from itertools import pairwise

import pytest

from content.check import list_sentences
from content.load import load
from content.model import Book
from content.parsing import parse
from content.sentences import Language
from content.wording import Wording
from tests.content.packs import SHIPPED, Pack, copy

FILES = sorted(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.glob("text/*/*.ftl"))


LISTED = """\
home.ftl
  home-greeting
    vi  Chào { $name }.
    en  Hello { $name }.
  home-greeting.again
    vi  Chào lại.
    en  Hello again.
  home-count
    vi  { $n ->
            [0] chưa có sản phẩm nào
           *[other] { $n } sản phẩm
        }
"""


def test_the_list_shows_every_sentence_in_each_language(small: Book) -> None:
    assert LISTED in "\n".join(list_sentences(small.wording, small.languages))


def test_the_list_is_whole(shipped: Book) -> None:
    lines = "\n".join(list_sentences(shipped.wording, shipped.languages)).splitlines()

    for language in shipped.languages:
        listed = sum(line.startswith(f"    {language}  ") for line in lines)
        assert listed == len(shipped.wording.keys(language))


def test_the_list_leaves_out_what_a_language_lacks() -> None:
    spoken = {"vi": Language({"a.ftl": parse("hi = Chào")}), "en": Language({})}

    assert list(list_sentences(Wording(spoken), ("vi", "en"))) == ["a.ftl", "  hi", "    vi  Chào"]


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Wording, dict[str, str]]:
    """What the shipped pack says with one sentence changed in each file, and their keys."""
    pack = copy(SHIPPED, tmp_path_factory.mktemp("changed"))
    keys = {file: change_one(pack, file, " (vừa sửa)") for file in FILES}
    return load(pack.folder).wording, keys


@pytest.mark.parametrize("file", FILES)
def test_a_sentence_changed_by_its_key_is_said(
    changed: tuple[Wording, dict[str, str]], file: str
) -> None:
    wording, keys = changed
    _, language, area = file.split("/")
    key = keys[file]

    said = wording.say(language, key, dict.fromkeys(wording.variables(language, key), "1"))

    assert said.endswith(" (vừa sửa)")
    assert key in wording.by_file(language)[area]


def change_one(pack: Pack, file: str, more: str) -> str:
    """Say more in the first sentence of a file that is written in one line; its key."""
    lines = (pack.folder / file).read_text("utf-8").splitlines()
    for line, following in pairwise([*lines, ""]):
        key, equals, _ = line.partition(" = ")
        continued = following.startswith(" ") and not following.lstrip().startswith(".")
        if equals and key.strip() == key and not continued:
            pack.change(file, line, line + more)
            return key
    raise AssertionError(f"{file} has no sentence in one line")
