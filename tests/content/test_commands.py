"""Command words: clear with their marks, perhaps a command without them."""

from __future__ import annotations

import pytest

from content.commands import Command, gather

COMMANDS = gather(
    [
        Command("cancel", ("huỷ", "hủy", "thoát"), ("/huy",)),
        Command("home", ("menu",), ("/start",)),
        Command("stop", ("dừng",)),
        Command("back", ("sửa",)),
    ]
)


@pytest.mark.parametrize(
    ("typed", "certain", "possible"),
    [
        ("huỷ", "cancel", "cancel"),
        ("  HUỶ. ", "cancel", "cancel"),
        ("huy", "", "cancel"),
        ("/huy", "cancel", "cancel"),
        ("/START", "home", "home"),
        ("menu", "", "home"),
        ("lùng tám", "", ""),
        ("hùy", "", ""),
        ("húy", "", ""),
        ("dừng", "stop", "stop"),
        ("dung", "", "stop"),
        ("dưng", "", "stop"),
        ("đúng", "", ""),
        ("đừng", "", ""),
        ("sữa", "", "back"),
    ],
)
def test_command_words(typed: str, certain: str, possible: str) -> None:
    assert (COMMANDS.certain(typed), COMMANDS.possible(typed)) == (certain, possible)
