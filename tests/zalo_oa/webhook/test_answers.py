"""What an event is answered, and the order in which those that come together are heard."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta

import aiohttp
import pytest

from bot.channels.base import Incoming
from bot.channels.zalo_oa_webhook import SIGNATURE_HEADER, ZaloWebhook
from handlers.events import Said
from tests.zalo_oa import samples
from tests.zalo_oa.samples import MAI, Json, sent
from tests.zalo_oa.serving import Ear, Notebook, headed, serving, signed, webhook
from tests.zalo_oa.webhook.posting import HEAD, MAC, TEXT, post


@pytest.mark.parametrize("name", samples.IGNORED)
async def test_what_is_not_for_us_is_counted_and_answered_like_the_rest(
    client: aiohttp.ClientSession, url: str, ear: Ear, hook: ZaloWebhook, name: str
) -> None:
    """Anything but 200 is brought again, and in the end switches the webhook off."""
    one, kind = samples.IGNORED[name]

    assert await post(client, url, json.dumps(one).encode()) == (200, b"")
    assert not ear.heard
    assert hook.counts == {f"ignored {kind}": 1}


NOTES: list[tuple[str, tuple[object, ...]]] = [
    ("an echo of ours", ("echo", MAI, "o-1/oa_send_text", False)),
    ("an echo of somebody in the console", ("echo", MAI, "o-1/oa_send_image", True)),
    ("a receipt", ("arrived", MAI, "o-1")),
    ("a look", ("seen", MAI, "o-1", "o-2")),
]


@pytest.mark.parametrize(("name", "note"), NOTES)
async def test_what_nobody_said_is_reported_and_starts_no_turn(
    client: aiohttp.ClientSession,
    url: str,
    ear: Ear,
    notebook: Notebook,
    name: str,
    note: tuple[object, ...],
) -> None:
    data, mac = signed(samples.REPORTED[name][0])
    notebook.full = 1

    assert await post(client, url, data, mac) == (503, b"")
    assert await post(client, url, data, mac) == (200, b"")

    assert notebook.notes == [note]
    assert not ear.heard


async def test_what_was_not_stored_is_to_come_again(
    client: aiohttp.ClientSession, url: str, ear: Ear, caplog: pytest.LogCaptureFixture
) -> None:
    ear.deaf = 1
    async with client.post(url, data=TEXT, headers=headed(MAC)) as response:
        assert (response.status, await response.read()) == (503, b"")
        assert int(response.headers["Retry-After"]) > 0

    assert await post(client, url) == (200, b"")
    assert len(ear.heard) == 1
    assert not caplog.messages


async def test_an_event_that_breaks_us_is_to_come_again_and_said_in_the_log(
    client: aiohttp.ClientSession, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(Ear):
        async def hear(self, incoming: Incoming) -> None:
            raise LookupError("our mistake")

    async with serving(webhook(Broken())) as url:
        assert await post(client, url) == (503, b"")

    assert "our mistake" in caplog.text
    assert "Tám" not in caplog.text


async def test_photos_sent_together_come_again_until_each_was_stored(
    client: aiohttp.ClientSession, url: str, ear: Ear
) -> None:
    photos = [samples.attached("image", url=f"https://f1.zdn.vn/{number}") for number in "ab"]
    data, mac = signed(sent("user_send_image", *photos))
    assert await post(client, url, data, mac) == (200, b"")
    ear.deaf = 1

    assert await post(client, url, data, mac) == (503, b"")
    assert await post(client, url, data, mac) == (200, b"")

    keys = [incoming.update_key for incoming in ear.heard]
    first, second = "m-1/user_send_image", "m-1/user_send_image/1"
    assert keys == [first, second, second, first, second]


class Gate:
    """An ear that holds everything until it has been given so much."""

    def __init__(self, count: int) -> None:
        self.heard: list[Incoming] = []
        self._count = count
        self._all = asyncio.Event()

    async def hear(self, incoming: Incoming) -> None:
        self.heard.append(incoming)
        if len(self.heard) == self._count:
            self._all.set()
        await asyncio.wait_for(self._all.wait(), 10)


async def test_events_of_one_person_that_arrive_together_are_heard_as_they_happened() -> None:
    """Also when others speak meanwhile; and nobody waits for anybody else's turn to be heard."""
    gate = Gate(10)
    start = datetime.now(UTC) - timedelta(minutes=5)
    many = [
        sent("user_send_text", text=f"{number}", msg_id=f"{person}-{number}")
        | {
            "sender": {"id": person},
            "timestamp": str(int((start + timedelta(seconds=number)).timestamp() * 1000)),
        }
        for number in (3, 1, 4, 0, 2)
        for person in ("1", "2")
    ]
    async with serving(webhook(gate)) as url:
        port = int(url.split(":")[2].split("/", maxsplit=1)[0])
        lines = [await asyncio.open_connection("127.0.0.1", port) for _ in many]
        for (_, writer), one in zip(lines, many, strict=True):
            writer.write(request(one))
        answers = [await asyncio.wait_for(reader.readline(), 10) for reader, _ in lines]
        for _, writer in lines:
            writer.close()
            await writer.wait_closed()

    assert {answer.split()[1] for answer in answers} == {b"200"}
    for person in ("1", "2"):
        said = [one.event for one in gate.heard if one.address == person]
        assert [event.text for event in said if isinstance(event, Said)] == list("01234")


def request(one: Json) -> bytes:
    data, mac = signed(one)
    head = f"{HEAD}\n{SIGNATURE_HEADER}: mac={mac}\nContent-Length: {len(data)}\n\n"
    return head.replace("\n", "\r\n").encode() + data
