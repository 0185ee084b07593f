"""The made-up Telegram refuses what the real one refuses; else the other tests prove nothing."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from itertools import pairwise
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from tests.fakes.telegram_faults import Fault
from tests.fakes.telegram_phone import Phone
from tests.fakes.telegram_server import TOKEN, FakeTelegram

Answer = tuple[int, Any]


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
def phone(telegram: FakeTelegram) -> Phone:
    one = telegram.phone()
    one.starts()
    return one


class Api:
    """The Bot API by hand: the status, and the result or the description."""

    def __init__(self, telegram: FakeTelegram, http: aiohttp.ClientSession) -> None:
        self.telegram = telegram
        self.http = http

    async def __call__(self, method: str, **parameters: object) -> Answer:
        return await self.by(TOKEN, method, parameters)

    async def by(self, token: str, method: str, parameters: object) -> Answer:
        url = f"{self.telegram.url}/bot{token}/{method}"
        async with self.http.post(url, json=parameters) as response:
            answer = await response.json()
            assert answer["ok"] == (response.status == 200)
            return response.status, answer["result"] if answer["ok"] else answer["description"]


@pytest.fixture
def api(telegram: FakeTelegram, http: aiohttp.ClientSession) -> Api:
    return Api(telegram, http)


@pytest.mark.parametrize(
    ("token", "method", "expected"),
    [
        (TOKEN, "getMe", 200),
        (TOKEN, "getme", 200),
        (TOKEN, "GETME", 200),
        (TOKEN, "getYou", (404, "Not Found: method not found")),
        (TOKEN, "", (404, "Not Found: method not found")),
        ("700000002:AAF-another", "getMe", (401, "Unauthorized")),
        ("x", "getMe", (401, "Unauthorized: invalid token specified")),
    ],
)
async def test_a_token_and_a_method_it_knows(
    api: Api, token: str, method: str, expected: object
) -> None:
    status, answer = await api.by(token, method, {})

    assert (status if expected == 200 else (status, answer)) == expected


async def test_any_other_path_is_not_found(
    telegram: FakeTelegram, http: aiohttp.ClientSession
) -> None:
    async with http.get(f"{telegram.url}/nothing") as response:
        assert (response.status, (await response.json())["description"]) == (404, "Not Found")


@pytest.mark.parametrize("form", ["json", "data", "params"])
async def test_parameters_come_in_every_form(
    telegram: FakeTelegram, http: aiohttp.ClientSession, phone: Phone, form: str
) -> None:
    markup = json.dumps({"inline_keyboard": [[{"text": "Một", "callback_data": "1"}]]})
    given: dict[str, Any] = {
        form: {"chat_id": str(phone.id), "text": "Chè ＋ 1+1 & 2", "reply_markup": markup}
    }
    async with http.post(f"{telegram.url}/bot{TOKEN}/sendMessage", **given) as response:
        assert response.status == 200

    bubble = await phone.reads()
    assert (bubble.text, bubble.labels) == ("Chè ＋ 1+1 & 2", ["Một"])


def rows(count: int, width: int = 1) -> dict[str, Any]:
    buttons = [{"text": str(one), "callback_data": str(one)} for one in range(count)]
    return {"inline_keyboard": [buttons[at : at + width] for at in range(0, count, width)]}


def one_button(**button: Any) -> dict[str, Any]:
    return {"reply_markup": {"inline_keyboard": [[button]]}}


NO_ACTION = "text buttons are unallowed in the inline keyboard"
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"
TOO_LONG = "Bad Request: message is too long"
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "nothing": ({"text": ""}, "Bad Request: message text is empty"),
    "blanks": ({"text": " \n "}, "Bad Request: message text is empty"),
    "4,097 letters": ({"text": "a" * 4097}, TOO_LONG),
    "2,049 letters of two units": ({"text": "🌾" * 2049}, TOO_LONG),
    "a lone surrogate": ({"text": "\ud800"}, "Bad Request: strings must be encoded in UTF-8"),
    "a payload of 65 bytes": (
        one_button(text="a", callback_data="đ" * 32 + "x"),
        "Bad Request: BUTTON_DATA_INVALID",
    ),
    "a payload of nothing": (
        one_button(text="a", callback_data=""),
        f"Bad Request: can't parse inline keyboard button: {NO_ACTION}",
    ),
    "a button of nothing": (
        one_button(text="", callback_data="x"),
        "Bad Request: can't parse keyboard button: text must be non-empty",
    ),
    "101 buttons": ({"reply_markup": rows(101)}, "Bad Request: reply markup is too long"),
    "nine in a row": ({"reply_markup": rows(9, 9)}, "Bad Request: reply markup is too long"),
    "no markup": (
        {"reply_markup": "{"},
        "Bad Request: can't parse reply keyboard markup JSON object",
    ),
    "a list for markup": ({"reply_markup": []}, "Bad Request: object expected as reply markup"),
    "nobody": ({"chat_id": ""}, "Bad Request: chat_id is empty"),
    "a stranger": ({"chat_id": 42}, "Bad Request: chat not found"),
    "a word for a chat": ({"chat_id": "x"}, "Bad Request: chat not found"),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_a_message_it_will_not_take(api: Api, phone: Phone, name: str) -> None:
    parameters, description = REFUSED[name]

    answer = await api("sendMessage", **({"chat_id": phone.id, "text": "x"} | parameters))

    assert answer == (400, description)
    assert not phone.bubbles


TAKEN: dict[str, dict[str, Any]] = {
    "4,096 letters": {"text": "a" * 4096},
    "2,048 letters of two units": {"text": "🌾" * 2048},
    "4,096 letters between blanks": {"text": "  " + "a" * 4096 + "\n"},
    "100 buttons": {"reply_markup": rows(100)},
    "eight in a row": {"reply_markup": rows(96, 8)},
    "a payload of 64 bytes": one_button(text="a", callback_data="đ" * 32),
}


@pytest.mark.parametrize("name", TAKEN)
async def test_a_message_it_just_takes(api: Api, phone: Phone, name: str) -> None:
    status, _ = await api("sendMessage", **({"chat_id": phone.id, "text": "x"} | TAKEN[name]))

    assert status == 200


async def test_people_who_cannot_be_written_to(
    telegram: FakeTelegram, api: Api, phone: Phone
) -> None:
    stranger, deleted = telegram.phone(), telegram.phone()
    phone.blocks()
    deleted.starts()
    deleted.leaves_telegram()

    answers = [
        await api("sendMessage", chat_id=one.id, text="x") for one in (phone, stranger, deleted)
    ]

    assert answers == [
        (403, "Forbidden: bot was blocked by the user"),
        (403, "Forbidden: bot can't initiate conversation with a user"),
        (403, "Forbidden: user is deactivated"),
    ]


async def test_whoever_writes_again_can_be_written_to(api: Api, phone: Phone) -> None:
    phone.blocks()
    phone.says("tôi đây")

    assert (await api("sendMessage", chat_id=phone.id, text="x"))[0] == 200
    _, updates = await api("getUpdates")
    kinds = [kind for update in updates for kind in update if kind != "update_id"]
    assert kinds == ["message", "my_chat_member", "my_chat_member", "message"]


async def test_messages_are_numbered_in_each_chat(telegram: FakeTelegram, api: Api) -> None:
    mai, lan = telegram.phone(), telegram.phone()
    mai.starts()
    lan.starts()

    numbers = [
        (await api("sendMessage", chat_id=one.id, text="x"))[1]["message_id"]
        for one in (mai, mai, lan)
    ]

    assert numbers == [2, 3, 2]


async def test_a_tap_is_answered_once_and_in_time() -> None:
    now = 1_795_000_000.0
    async with (
        FakeTelegram(clock=lambda: now) as telegram,
        aiohttp.ClientSession() as http,
    ):
        phone, api = telegram.phone(), Api(telegram, http)
        phone.forges("x")
        phone.forges("y")
        first, late = telegram.bot().taps
        assert await api("answerCallbackQuery", callback_query_id=first) == (200, True)
        assert await api("answerCallbackQuery", callback_query_id=first) == (400, TOO_OLD)
        assert await api("answerCallbackQuery", callback_query_id="7") == (400, TOO_OLD)
        now += 151
        assert await api("answerCallbackQuery", callback_query_id=late) == (400, TOO_OLD)
        assert await api("getUpdates") == (200, [])  # and is delivered no longer


async def test_its_pace_for_a_chat_and_for_a_bot() -> None:
    async with FakeTelegram(pace=True) as telegram, aiohttp.ClientSession() as http:
        api = Api(telegram, http)
        phones = [telegram.phone() for _ in range(40)]
        for phone in phones:
            phone.starts()

        one_chat = [await api("sendMessage", chat_id=phones[0].id, text="x") for _ in range(7)]
        many_chats = [await api("sendMessage", chat_id=one.id, text="x") for one in phones[1:]]

    assert [status for status, _ in one_chat] == [200] * 5 + [429] * 2
    assert one_chat[5][1] == "Too Many Requests: retry after 2"
    assert [status for status, _ in many_chats].count(200) == 25
    assert telegram.calls[-1].answer["parameters"] == {"retry_after": 1}


async def test_updates_are_given_from_the_offset_on(telegram: FakeTelegram, api: Api) -> None:
    phone = telegram.phone()
    for text in ("một", "hai", "ba"):
        phone.says(text)

    _, (first, *_) = await api("getUpdates", limit=1)
    _, rest = await api("getUpdates", offset=first["update_id"] + 1)
    _, all_again = await api("getUpdates", offset=0)
    _, last = await api("getUpdates", offset=-1)

    assert [update["message"]["text"] for update in rest] == ["hai", "ba"]
    assert all_again == rest
    assert last == rest[-1:]


async def test_who_asks_waits_for_news(telegram: FakeTelegram, api: Api) -> None:
    asking = asyncio.create_task(api("getUpdates", timeout=5))
    await asyncio.sleep(0.1)
    telegram.phone().says("một")

    _, updates = await asyncio.wait_for(asking, 2)

    assert len(updates) == 1


async def test_who_asks_second_sends_the_first_away(telegram: FakeTelegram, api: Api) -> None:
    first = asyncio.create_task(api("getUpdates", timeout=5))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(api("getUpdates", timeout=5))

    status, description = await asyncio.wait_for(first, 2)
    telegram.phone().says("một")

    assert (status, description[:48]) == (409, "Conflict: terminated by other getUpdates request")
    assert len((await second)[1]) == 1


async def test_who_has_a_webhook_cannot_ask(telegram: FakeTelegram, api: Api) -> None:
    asking = asyncio.create_task(api("getUpdates", timeout=5))
    await asyncio.sleep(0.1)
    await api("setWebhook", url="http://127.0.0.1:1/")

    assert await asking == (409, "Conflict: terminated by setWebhook request")
    assert (await api("getUpdates"))[1].startswith("Conflict: can't use getUpdates method while")
    await api("deleteWebhook")
    assert await api("getUpdates") == (200, [])


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"url": "ftp://x"}, "Bad Request: invalid webhook URL specified"),
        ({"secret_token": "a b"}, "Bad Request: secret token contains unallowed characters"),
        ({"secret_token": "a" * 257}, "Bad Request: secret token is too long"),
    ],
)
async def test_a_webhook_it_will_not_set(
    api: Api, parameters: dict[str, str], description: str
) -> None:
    assert await api("setWebhook", **({"url": "http://x"} | parameters)) == (400, description)


async def test_only_what_was_asked_for_is_delivered(telegram: FakeTelegram, api: Api) -> None:
    await api("setWebhook", url="http://127.0.0.1:1/", allowed_updates=["callback_query"])
    phone = telegram.phone()
    phone.says("một")
    phone.forges("x")
    _, info = await api("getWebhookInfo")

    assert (info["pending_update_count"], info["allowed_updates"]) == (1, ["callback_query"])


class Hook:
    """A bot's end that answers as it is told and remembers what it was brought."""

    def __init__(self) -> None:
        self.brought: list[tuple[float, dict[str, Any]]] = []
        self.answers: list[web.Response] = []
        self.held = asyncio.Event()
        self.held.set()
        self.open = self.most_open = 0
        self.headers: dict[str, str] = {}

    async def receive(self, request: web.Request) -> web.Response:
        self.open += 1
        self.most_open = max(self.open, self.most_open)
        self.headers = dict(request.headers)
        now = asyncio.get_running_loop().time()
        self.brought.append((now, await request.json()))
        answer = self.answers.pop(0) if self.answers else web.Response()
        await self.held.wait()
        self.open -= 1
        return answer

    def texts(self) -> list[str]:
        return [
            update["message"]["text"] if "message" in update else update["callback_query"]["data"]
            for _, update in self.brought
        ]

    async def has(self, count: int) -> None:
        async with asyncio.timeout(10):
            while len(self.brought) < count:
                await asyncio.sleep(0.005)
        await asyncio.sleep(0.05)


@pytest.fixture
async def hook(api: Api) -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.router.add_post("/hook", hook.receive)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    await api("setWebhook", url=url, secret_token="s-1")
    yield hook
    hook.held.set()
    await runner.cleanup()


async def test_a_lane_is_one_chat_s_messages_and_taps_go_beside_it(
    telegram: FakeTelegram, hook: Hook
) -> None:
    hook.held.clear()
    mai, lan = telegram.phone(), telegram.phone()
    mai.says("Mai 1")
    mai.says("Mai 2")
    mai.forges("tap 1")
    mai.forges("tap 2")
    lan.says("Lan 1")
    await hook.has(3)
    assert set(hook.texts()) == {"Mai 1", "tap 1", "Lan 1"}

    hook.held.set()
    await hook.has(5)

    assert set(hook.texts()[3:]) == {"Mai 2", "tap 2"}
    assert hook.headers["X-Telegram-Bot-Api-Secret-Token"] == "s-1"


async def test_a_failed_delivery_is_repeated_and_its_lane_waits(
    telegram: FakeTelegram, hook: Hook
) -> None:
    hook.answers = [web.Response(status=503) for _ in range(3)]
    phone = telegram.phone()
    phone.says("một")
    phone.says("hai")
    await hook.has(5)

    assert hook.texts() == ["một"] * 4 + ["hai"]
    times = [at for at, _ in hook.brought]
    rests = [later - earlier for earlier, later in pairwise(times)]
    assert rests[0] < rests[1] < rests[2]
    assert rests[1] >= 0.02  # at once, then 2 and 4 "seconds"


async def test_a_rest_that_was_asked_for_is_given(telegram: FakeTelegram, hook: Hook) -> None:
    hook.answers = [web.Response(status=503, headers={"Retry-After": "20"})]
    telegram.phone().says("một")
    await hook.has(2)

    (first, _), (second, _) = hook.brought
    assert second - first >= 0.2


async def test_a_call_in_the_answer_is_carried_out(telegram: FakeTelegram, hook: Hook) -> None:
    phone = telegram.phone()
    call = {"method": "sendMessage", "chat_id": phone.id, "text": "Chào", "reply_markup": rows(1)}
    hook.answers = [
        web.json_response(call),
        web.json_response({"method": "deleteWebhook"}),
        web.json_response(call, status=500),
    ]
    phone.says("một")
    phone.says("hai")
    phone.says("ba")
    await hook.has(4)

    assert (await phone.reads()).labels == ["0"]
    assert not phone.read_already()
    assert telegram.bot().webhook


async def test_no_more_connections_than_were_allowed(
    telegram: FakeTelegram, hook: Hook, api: Api
) -> None:
    webhook = telegram.bot().webhook
    assert webhook is not None
    await api("setWebhook", url=webhook.url, max_connections=2)
    hook.held.clear()
    for _ in range(5):
        telegram.phone().says("một")
    await hook.has(2)
    hook.held.set()
    await hook.has(5)

    assert hook.most_open == 2


async def test_every_update_may_be_brought_twice_at_once(api: Api, hook: Hook) -> None:
    api.telegram.doubled = True
    webhook = api.telegram.bot().webhook
    assert webhook is not None
    await api("setWebhook", url=webhook.url, secret_token="s-2")
    phone = api.telegram.phone()
    phone.says("một")
    phone.says("hai")
    await hook.has(4)

    assert hook.texts() == ["một", "một", "hai", "hai"]


async def test_what_was_not_delivered_waits_for_the_next_webhook(
    telegram: FakeTelegram, api: Api, hook: Hook
) -> None:
    webhook = telegram.bot().webhook
    assert webhook is not None
    await api("deleteWebhook")
    telegram.phone().says("một")
    await api("setWebhook", url=webhook.url)
    await hook.has(1)

    assert hook.texts() == ["một"]


@pytest.mark.parametrize(
    ("fault", "carried_out"),
    [
        (Fault("sendMessage", status=502), False),
        (Fault("sendMessage", cut="before"), False),
        (Fault("sendMessage", cut="after"), True),
        (Fault("sendMessage", cut="inside"), True),
        (Fault("sendMessage", hang=True), True),
    ],
    ids=["502", "before", "after", "inside", "hang"],
)
async def test_a_fault_strikes_where_it_is_told(
    telegram: FakeTelegram, api: Api, phone: Phone, fault: Fault, *, carried_out: bool
) -> None:
    telegram.faults.add(fault)
    with pytest.raises((aiohttp.ClientError, TimeoutError, ValueError)):
        async with asyncio.timeout(0.5):
            await api("sendMessage", chat_id=phone.id, text="x")

    assert bool(phone.bubbles) == carried_out
    assert (await api("sendMessage", chat_id=phone.id, text="x"))[0] == 200


async def test_a_fault_may_be_one_chat_s_or_a_matter_of_chance(
    telegram: FakeTelegram, api: Api, phone: Phone
) -> None:
    other = telegram.phone()
    other.starts()
    telegram.faults.add(Fault(chat=str(other.id), retry_after=3))
    assert (await api("sendMessage", chat_id=phone.id, text="x"))[0] == 200
    assert (await api("sendMessage", chat_id=other.id, text="x"))[0] == 429

    telegram.faults.add(Fault(chance=0.5, times=1000, retry_after=3))
    statuses = [(await api("sendMessage", chat_id=phone.id, text="x"))[0] for _ in range(60)]

    assert 15 < statuses.count(429) < 45


async def test_a_file_is_open_for_an_hour() -> None:
    now = 1_795_000_000.0
    async with (
        FakeTelegram(clock=lambda: now) as telegram,
        aiohttp.ClientSession() as http,
    ):
        api = Api(telegram, http)
        telegram.phone().sends_photo(b"x" * 900)
        _, (update,) = await api("getUpdates")
        *_, largest = update["message"]["photo"]
        unasked = f"{telegram.url}/file/bot{TOKEN}/photos/file_1.jpg"
        async with http.get(unasked) as response:
            assert response.status == 404
        _, file = await api("getFile", file_id=largest["file_id"])
        async with http.get(f"{telegram.url}/file/bot{TOKEN}/{file['file_path']}") as response:
            assert await response.read() == b"x" * 900
        now += 3601
        async with http.get(unasked) as response:
            assert response.status == 404


def command(name: str, description: str) -> dict[str, Any]:
    return {"commands": [{"command": name, "description": description}]}


NOT_SHOWN: list[tuple[str, dict[str, Any], str]] = [
    ("setMyCommands", command("Ă", "x"), "BOT_COMMAND_INVALID"),
    ("setMyCommands", command("a", ""), "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyDescription", {"description": "x" * 513}, "BOT_DESCRIPTION_TOO_LONG"),
    ("setMyShortDescription", {"short_description": "x" * 121}, "BOT_SHORT_DESCRIPTION_TOO_LONG"),
]


@pytest.mark.parametrize(("method", "parameters", "problem"), NOT_SHOWN)
async def test_a_profile_it_will_not_show(
    api: Api, method: str, parameters: dict[str, Any], problem: str
) -> None:
    assert await api(method, **parameters) == (400, f"Bad Request: {problem}")


async def test_a_profile_has_its_languages(api: Api) -> None:
    commands = [{"command": "start", "description": "Begin"}]
    await api("setMyCommands", commands=commands, language_code="en")
    await api("setMyDescription", description="Bot")

    assert await api("getMyCommands", language_code="en") == (200, commands)
    assert await api("getMyCommands") == (200, [])
    assert await api("getMyDescription") == (200, {"description": "Bot"})
    assert await api("deleteMyCommands", language_code="en") == (200, True)
    assert await api("getMyCommands", language_code="en") == (200, [])


async def test_a_person_s_phone_has_buttons_and_a_keyboard(
    telegram: FakeTelegram, api: Api, phone: Phone
) -> None:
    keyboard = {
        "keyboard": [[{"text": "Chia sẻ", "request_contact": True}], [{"text": "Để sau"}]],
        "one_time_keyboard": True,
    }
    await api("sendMessage", chat_id=phone.id, text="Số?", reply_markup=keyboard)
    assert phone.keyboard == ["Chia sẻ", "Để sau"]
    phone.taps("Chia sẻ")
    assert not phone.keyboard
    await api("sendMessage", chat_id=phone.id, text="x", reply_markup=rows(2))
    old = phone.bubbles[-1]
    await api("sendMessage", chat_id=phone.id, text="y", reply_markup=rows(1))
    phone.taps("0")
    phone.taps("1")
    phone.taps("0", old)
    with pytest.raises(AssertionError, match="no button"):
        phone.taps("2")

    _, (_, contact, *taps) = await api("getUpdates")
    assert contact["message"]["contact"]["user_id"] == phone.id
    below = [tap["callback_query"]["message"]["message_id"] for tap in taps]
    assert below == [old.message_id + 1, old.message_id, old.message_id]
    assert phone.spinning == 3


def test_it_runs_as_a_program_and_is_steered_from_outside() -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.telegram_server", "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert program.stdout is not None
        url = program.stdout.readline().strip()
        asyncio.run(steer(url))
    finally:
        program.kill()
        program.communicate()


async def steer(url: str) -> None:
    async with aiohttp.ClientSession() as http:

        async def control(**wish: Any) -> Any:
            async with http.post(f"{url}/control", json=wish) as response:
                return await response.json()

        async def call(method: str, **parameters: Any) -> Any:
            async with http.post(f"{url}/bot{TOKEN}/{method}", json=parameters) as response:
                return await response.json()

        await control(do="says", person=5, **{"with": {"text": "/start"}})
        (update,) = (await call("getUpdates"))["result"]
        assert update["message"]["from"]["id"] == 5
        await control(do="fault", **{"with": {"method": "sendMessage", "retry_after": 9}})
        assert (await call("sendMessage", chat_id=5, text="x"))["error_code"] == 429
        await call("sendMessage", chat_id=5, text="Chào", reply_markup=rows(1))
        read = await control(do="reads", person=5)
        assert (read["text"], read["labels"]) == ("Chào", ["0"])
        await control(do="taps", person=5, **{"with": {"label": "0"}})
        calls = await control(do="calls", since=1)
        assert [one["method"] for one in calls] == ["sendmessage"]
