"""What others made and the repository carries is what they published, and is named in NOTICE."""

import hashlib
from pathlib import Path

import pytest

from tests.house.locks import ROOT

FOLDERS = [folder for top in ("bot", "tests") for folder in (ROOT / top).rglob("vendor")]
SUMS = [sums for folder in FOLDERS for sums in folder.rglob("SHA256SUMS")]
VENDORED = [
    (sums.parent / name, digest)
    for sums in SUMS
    for digest, name in (line.split() for line in sums.read_text("utf-8").splitlines())
]
NO_CODE = {".txt", ".md", ""}


@pytest.mark.parametrize(("path", "digest"), VENDORED, ids=lambda it: getattr(it, "name", ""))
def test_a_vendored_file_is_unchanged_and_named_in_the_notice(path: Path, digest: str) -> None:
    assert hashlib.sha256(path.read_bytes()).hexdigest() == digest
    assert str(path.relative_to(ROOT)) in (ROOT / "NOTICE").read_text("utf-8")


def test_every_vendored_file_has_a_sum() -> None:
    lying = {
        path
        for folder in FOLDERS
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in NO_CODE
    }

    assert lying
    assert lying == {path for path, _ in VENDORED}
