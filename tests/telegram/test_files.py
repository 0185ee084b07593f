"""Fetching what people sent: from our own server only, never more than is wanted."""

from __future__ import annotations

import traceback

import pytest

from bot.channels import fetching
from bot.channels.base import Incoming
from bot.channels.telegram import Telegram
from bot.channels.telegram_decode import decode
from bot.keeping import Missing
from handlers.events import SentMedia
from tests.fakes import telegram_methods
from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import TOKEN, FakeTelegram
from tests.telegram.serving import ACCOUNT, NOON

PHOTO = bytes(range(256)) * 400


@pytest.fixture
def phone(telegram: FakeTelegram) -> Phone:
    return telegram.phone()


def remote(telegram: FakeTelegram) -> str:
    """The name that the newest photo or paper has at Telegram, as the decoder finds it."""
    *_, update = telegram.bot().waiting()
    incoming = decode({"update_id": update.id, update.kind: update.content}, ACCOUNT, NOON)
    assert isinstance(incoming, Incoming)
    assert isinstance(incoming.event, SentMedia)
    return incoming.event.remote


async def test_a_photo_is_fetched_whole(
    telegram: FakeTelegram, channel: Telegram, phone: Phone
) -> None:
    phone.sends_photo(PHOTO)

    assert await channel.fetch(remote(telegram)) == PHOTO


async def test_a_paper_is_fetched(telegram: FakeTelegram, channel: Telegram, phone: Phone) -> None:
    phone.sends_document(b"%PDF-1.7", "giay.pdf", "application/pdf")

    assert await channel.fetch(remote(telegram)) == b"%PDF-1.7"


async def refused(channel: Telegram, name: str) -> tuple[str, bool]:
    with pytest.raises(Missing) as refusal:
        await channel.fetch(name)
    return refusal.value.reason, refusal.value.again


async def test_what_telegram_gives_no_bot_is_too_big(
    telegram: FakeTelegram, channel: Telegram, phone: Phone
) -> None:
    phone.sends_document(b"x", "giay.pdf", "application/pdf", size=20_000_001)

    assert await refused(channel, remote(telegram)) == ("too-big", False)


async def test_what_turns_out_larger_than_said_is_not_read_to_its_end(
    telegram: FakeTelegram, channel: Telegram, phone: Phone
) -> None:
    phone.sends_document(b"x" * (fetching.MAX_FILE + 1), "a.pdf", "application/pdf", size=9)

    assert await refused(channel, remote(telegram)) == ("too-big", False)


async def test_what_is_gone_is_gone(channel: Telegram) -> None:
    assert await refused(channel, "BQAC-unknown") == ("gone", False)


@pytest.mark.parametrize(
    "fault",
    [Fault(status=502), Fault(cut="after"), Fault(retry_after=3), Fault(status=302, body="")],
    ids=["502", "cut", "429", "302"],
)
async def test_what_cannot_be_reached_now_may_come_later(
    telegram: FakeTelegram, channel: Telegram, phone: Phone, fault: Fault
) -> None:
    phone.sends_photo(PHOTO)
    telegram.faults.add(fault)

    assert await refused(channel, remote(telegram)) == ("unreachable", True)


@pytest.mark.parametrize(
    "path",
    [
        "http://169.254.169.254/latest",
        "//example.com/x",
        "/etc/passwd",
        "../../etc/passwd",
        "photos/../../x",
        "photos/./x",
        "..",
        "photos/x?y=1",
        "photos/x#y",
        "photos\\x",
        "photos/%2e%2e/x",
        "photos/x\r\nHost: y",
        "@example.com/x",
        "",
    ],
)
async def test_a_path_that_leads_elsewhere_is_not_followed(
    telegram: FakeTelegram, channel: Telegram, phone: Phone, path: str
) -> None:
    phone.sends_photo(PHOTO)
    name = remote(telegram)
    telegram.bot().files[name].path = path

    assert await refused(channel, name) == ("gone", False)


async def test_a_path_that_has_expired_leads_nowhere_for_ever(
    telegram: FakeTelegram, channel: Telegram, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telegram_methods, "FILE_SECONDS", 0)
    phone.sends_photo(PHOTO)

    assert await refused(channel, remote(telegram)) == ("gone", False)


async def test_a_redirect_is_not_followed(
    telegram: FakeTelegram, channel: Telegram, phone: Phone
) -> None:
    """The file's host answers with another address; nobody goes there."""
    phone.sends_photo(PHOTO)
    name = remote(telegram)
    telegram.redirect_files_to = f"{telegram.url}/elsewhere"

    assert await refused(channel, name) == ("unreachable", True)
    assert not telegram.strays


async def test_a_failure_does_not_tell_the_token(
    telegram: FakeTelegram, channel: Telegram, phone: Phone
) -> None:
    phone.sends_photo(PHOTO)
    telegram.faults.add(Fault(cut="after"))
    with pytest.raises(Missing) as refusal:
        await channel.fetch(remote(telegram))

    assert TOKEN[10:] not in "".join(traceback.format_exception(refusal.value))
