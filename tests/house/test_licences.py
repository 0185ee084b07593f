"""Everything the program runs with is under a licence that its users may accept unread."""

import re
from email import message_from_string
from email.message import Message
from importlib.metadata import distribution

import pytest

from tests.house.locks import ROOT, RUN, pins

ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "HPND", "ISC", "LGPL-2.1-only",
    "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MIT", "MIT-0", "MIT-CMU",
    "MPL-2.0", "PSF-2.0", "Unlicense", "Zlib",
}  # fmt: skip

OLD_NAMES = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}

ASKS_FOR_MORE = re.compile(r"GPL|MPL")

RUN_SET = sorted(pin.name for pin in pins(RUN).values() if pin.applies())


def about(name: str) -> Message:
    """What an installed package says of itself."""
    return message_from_string(distribution(name).read_text("METADATA") or "")


def licences(metadata: Message) -> set[str]:
    """Every licence a package says it is under, by SPDX name where we know one."""
    if expression := metadata.get("License-Expression"):
        return {word.strip("()") for word in expression.split() if word not in {"AND", "OR"}}
    named = [
        value.rpartition(" :: ")[2]
        for value in metadata.get_all("Classifier") or []
        if value.startswith("License :: ")
    ]
    return {OLD_NAMES.get(name, name) for name in named or [metadata.get("License", "")]}


@pytest.mark.parametrize("name", RUN_SET)
def test_a_run_time_package_has_an_allowed_licence(name: str) -> None:
    found = licences(about(name))

    assert found
    assert found <= ALLOWED


def test_the_notice_names_each_package_that_asks_for_more_than_a_copyright_line() -> None:
    notice = (ROOT / "NOTICE").read_text("utf-8")
    demanding = {
        (name, licence)
        for name in RUN_SET
        for licence in licences(about(name))
        if ASKS_FOR_MORE.search(licence)
    }

    named = set(re.findall(r"^ {2}(\S+) +(\S+) ", notice, re.MULTILINE))

    assert named == demanding


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        (
            "License-Expression",
            "MIT AND (Apache-2.0 OR GPL-2.0-only)",
            {"MIT", "Apache-2.0", "GPL-2.0-only"},
        ),
        ("Classifier", "License :: OSI Approved :: MIT License", {"MIT"}),
        (
            "Classifier",
            "License :: OSI Approved :: GNU Affero General Public License v3",
            {"GNU Affero General Public License v3"},
        ),
        ("License", "GPLv3", {"GPLv3"}),
        ("Summary", "says nothing about it", {""}),
    ],
)
def test_licences_are_read_from_old_and_new_metadata(
    field: str, value: str, found: set[str]
) -> None:
    metadata = Message()
    metadata[field] = value

    assert licences(metadata) == found
