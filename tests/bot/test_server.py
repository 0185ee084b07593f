"""The port from outside: what it refuses, how, and that it goes on serving everybody else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from ipaddress import ip_network

import pytest
from aiohttp import web

from bot.door.crowd import Crowd, Limits
from bot.door.peers import source_behind
from bot.loop import loop_factory
from bot.server import Server
from bot.settings import Settings, read_settings
from tests.bot.raw import Answer, ask, connected, exchange, parsed

Factory = Callable[[], asyncio.AbstractEventLoop] | None

LIMITS = Limits(head_seconds=0.3, unread_seconds=0.5, most=60, most_from_one=20)


async def page(_request: web.Request) -> web.Response:
    return web.Response(text="hello")


async def broken(_request: web.Request) -> web.Response:
    raise RuntimeError("0912345678 said something")


async def forbidden(_request: web.Request) -> web.Response:
    raise web.HTTPForbidden


async def form(request: web.Request) -> web.Response:
    return web.Response(text=str(len(await request.post())))


async def endless(_request: web.Request) -> web.Response:
    return web.Response(body=b"x" * 50_000_000)


async def own_policy(_request: web.Request) -> web.Response:
    return web.Response(headers={"Content-Security-Policy": "sandbox"})


ROUTES = [
    web.get("/page", page),
    web.get("/broken", broken),
    web.get("/forbidden", forbidden),
    web.post("/form", form),
    web.get("/endless", endless),
    web.get("/own-policy", own_policy),
]


class Health:
    """Whether the program is well, as the test wants it."""

    well = True

    async def __call__(self) -> bool:
        return self.well


@pytest.fixture
def health() -> Health:
    return Health()


def settings(**environ: str) -> Settings:
    return read_settings({"BOT_PORT": "0"} | environ)


@asynccontextmanager
async def opened() -> AsyncIterator[Server]:
    server = Server(settings(), ROUTES, Health(), LIMITS)
    await server.open()
    try:
        yield server
    finally:
        await server.close()


@pytest.fixture
async def port(health: Health) -> AsyncIterator[int]:
    server = Server(settings(), ROUTES, health, LIMITS)
    await server.open()
    yield server.port
    await server.close()


@pytest.fixture(params=["asyncio", "ours"])
def factory(request: pytest.FixtureRequest) -> Factory:
    """Asyncio's own loop, and the one that the program runs on."""
    return loop_factory() if request.param == "ours" else None


def is_dressed(answer: Answer) -> bool:
    """Whether an answer wears everything that every answer must."""
    worn = answer.headers
    return (
        worn["content-security-policy"].startswith("default-src 'none'")
        and worn["x-content-type-options"] == "nosniff"
        and worn["referrer-policy"] == "same-origin"
        and worn["cross-origin-opener-policy"] == "same-origin"
        and worn["cross-origin-resource-policy"] == "same-origin"
        and "camera=()" in worn["permissions-policy"]
        and worn["server"] == "web"
    )


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("GET /page HTTP/1.1", 200),
        ("GET /healthz HTTP/1.1", 200),
        ("GET /nowhere HTTP/1.1", 404),
        ("POST /page HTTP/1.1\r\nContent-Length: 0", 405),
        ("TRACE /page HTTP/1.1", 405),
        ("BREW /page HTTP/1.1", 400),
        ("GET /forbidden HTTP/1.1", 403),
        ("GET /broken HTTP/1.1", 500),
        ("GET /page HTTP/9.9", 400),
        ("G\x01T /page HTTP/1.1", 400),
        ("GET /page HTTP/1.1\r\nX-Long: " + "x" * 100_000, 400),
        ("GET /" + "x" * 100_000 + " HTTP/1.1", 400),
        ("POST /form HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6", 400),
        ("POST /form HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked", 400),
        ("POST /form HTTP/1.1\r\nContent-Length: -5", 400),
        ("GET /page HTTP/1.1\r\nHost: localhost", 400),
    ],
)
async def test_every_answer_is_dressed_and_refusals_are_silent(
    port: int, head: str, status: int
) -> None:
    answer = await ask(port, head)

    assert answer.status == status
    assert is_dressed(answer)
    if status >= 400 and status != 500:
        assert answer.body == b""


async def test_a_page_may_have_its_own_policy(port: int) -> None:
    answer = await ask(port, "GET /own-policy HTTP/1.1")

    assert answer.headers["content-security-policy"] == "sandbox"


async def test_a_failure_gives_a_code_and_no_detail(
    port: int, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await ask(port, "GET /broken HTTP/1.1")
    said = answer.body.decode()

    assert "RuntimeError" not in said
    assert "0912345678" not in said
    code = next(word.strip("(),") for word in said.split() if len(word.strip("(),")) == 8)
    assert code in caplog.text


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost", 200),
        ("LOCALHOST:8080", 200),
        ("127.0.0.1:1", 200),
        ("[::1]:8080", 200),
        ("bot.example.vn", 421),
        ("localhost.evil.example", 421),
        ("", 421),
    ],
)
async def test_only_our_own_names_are_answered(port: int, host: str, status: int) -> None:
    assert (await ask(port, "GET /page HTTP/1.1", host=host)).status == status


@pytest.mark.parametrize(("url", "strict"), [("https://bot.vn", True), ("", False)])
async def test_strict_transport_is_asked_for_behind_tls(
    health: Health, url: str, *, strict: bool
) -> None:
    server = Server(settings(BOT_PUBLIC_URL=url), ROUTES, health)
    await server.open()
    try:
        answer = await ask(server.port, "GET /page HTTP/1.1")
    finally:
        await server.close()

    assert ("strict-transport-security" in answer.headers) is strict


async def test_health_says_ok_or_nothing(port: int, health: Health) -> None:
    well = await ask(port, "GET /healthz HTTP/1.1")
    health.well = False
    ill = await ask(port, "GET /healthz HTTP/1.1")

    assert (well.status, well.body) == (200, b"ok")
    assert (ill.status, ill.body) == (503, b"")


async def test_a_form_may_have_64_kib(port: int) -> None:
    def head(length: int) -> str:
        kind = "application/x-www-form-urlencoded"
        return f"POST /form HTTP/1.1\r\nContent-Type: {kind}\r\nContent-Length: {length}"

    small = await ask(port, head(1000), b"x=" + b"1" * 998)
    large = await ask(port, head(70_000), b"x=" + b"1" * 69_998)

    assert small.status == 200
    assert large.status == 413


async def test_a_chunked_body_is_bounded_too(port: int) -> None:
    head = (
        "POST /form HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Transfer-Encoding: chunked"
    )
    chunk = b"4000\r\n" + b"x" * 0x4000 + b"\r\n"

    answer = await ask(port, head, chunk * 10 + b"0\r\n\r\n")

    assert answer.status == 413


@pytest.mark.parametrize("sent", [b"", b"GET /page HT", b"GET /page HTTP/1.1\r\nHost: loc"])
def test_half_a_head_is_not_waited_for(sent: bytes, factory: Factory) -> None:
    async def scenario() -> bytes:
        async with opened() as server:
            return await exchange(server.port, sent, within=2.0)

    with asyncio.Runner(loop_factory=factory) as runner:
        assert runner.run(scenario()) == b""


async def test_dribbling_does_not_help(port: int) -> None:
    async def dribble(writer: asyncio.StreamWriter) -> None:
        for letter in b"GET /page HTTP/1.1\r\nX: " + b"x" * 1000:
            writer.write(bytes([letter]))
            await writer.drain()
            await asyncio.sleep(0.02)

    async with connected(port) as (_, writer):
        started = asyncio.get_running_loop().time()
        with pytest.raises(ConnectionError):
            await dribble(writer)

    assert asyncio.get_running_loop().time() - started < 3


async def test_others_are_served_while_many_dawdle(port: int) -> None:
    async with AsyncExitStack() as stack:
        dawdlers = [await stack.enter_async_context(connected(port)) for _ in range(40)]
        for _, writer in dawdlers:
            writer.write(b"GET /page HTTP/1.1\r\nX-Half: ")
        answers = [await ask(port, "GET /page HTTP/1.1") for _ in range(10)]
        ends = [await asyncio.wait_for(reader.read(), 2) for reader, _ in dawdlers]

    assert {answer.status for answer in answers} == {200}
    assert set(ends) == {b""}


def test_an_answer_that_is_not_read_is_not_kept(factory: Factory) -> None:
    async def scenario() -> None:
        async with opened() as server, connected(server.port, limit=1024) as (reader, writer):
            writer.write(b"GET /endless HTTP/1.1\r\nHost: localhost\r\n\r\n")
            await asyncio.sleep(1.5)
            with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
                await reader.readexactly(50_000_000)

    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(scenario())


async def test_more_connections_than_there_are_places_are_closed(port: int) -> None:
    request = b"GET /page HTTP/1.1\r\nHost: localhost\r\n\r\n"
    async with AsyncExitStack() as stack:
        for _ in range(LIMITS.most):
            await stack.enter_async_context(connected(port))
        turned_away = await exchange(port, request, within=0.2)
    await asyncio.sleep(0.05)
    admitted = await ask(port, "GET /page HTTP/1.1")

    assert turned_away == b""
    assert admitted.status == 200


def test_one_address_gets_some_of_the_places_and_a_proxy_all() -> None:
    crowd = Crowd(LIMITS, [ip_network("10.0.0.0/8")])

    one = [crowd.enter("203.0.113.5") for _ in range(LIMITS.most_from_one + 1)]
    proxy = [crowd.enter("10.1.2.3") for _ in range(LIMITS.most_from_one + 1)]
    crowd.leave("203.0.113.5")

    assert one == [True] * LIMITS.most_from_one + [False]
    assert all(proxy)
    assert crowd.enter("203.0.113.5")


async def test_requests_in_hand_are_finished_when_it_stops(health: Health) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow(_request: web.Request) -> web.Response:
        begun.set()
        await go_on.wait()
        return web.Response(text="done")

    server = Server(settings(), [web.get("/slow", slow)], health)
    await server.open()
    asked = asyncio.create_task(ask(server.port, "GET /slow HTTP/1.1"))
    await begun.wait()
    closing = asyncio.create_task(server.close())
    await asyncio.sleep(0.05)
    go_on.set()

    assert (await asked).body == b"done"
    await closing
    with pytest.raises(ConnectionRefusedError):
        await exchange(server.port, b"")


async def test_two_requests_at_once_on_one_connection_are_both_answered(port: int) -> None:
    one = b"GET /page HTTP/1.1\r\nHost: localhost\r\n\r\n"
    last = b"GET /page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"

    answers = await exchange(port, one + last)

    assert answers.count(b"HTTP/1.1 200") == 2
    assert parsed(answers).status == 200


@pytest.mark.parametrize(
    ("forwarded", "source"),
    [
        ([], "127.0.0.1"),
        (["203.0.113.9"], "203.0.113.9"),
        (["6.6.6.6, 203.0.113.9"], "203.0.113.9"),
        (["6.6.6.6", "203.0.113.9, 127.0.0.1"], "203.0.113.9"),
        (["no address"], "127.0.0.1"),
        (["2001:db8::1"], "2001:db8::1"),
    ],
)
async def test_the_source_is_the_last_that_is_no_proxy_of_ours(
    health: Health, forwarded: list[str], source: str
) -> None:
    trusting = source_behind([ip_network("127.0.0.0/8")])
    wary = source_behind([])

    async def who(request: web.Request) -> web.Response:
        return web.Response(text=f"{trusting(request)} {wary(request)}")

    server = Server(settings(), [web.get("/who", who)], health)
    await server.open()
    try:
        head = "\r\n".join(["GET /who HTTP/1.1", *(f"X-Forwarded-For: {x}" for x in forwarded)])
        answer = await ask(server.port, head)
    finally:
        await server.close()

    assert answer.body.decode() == f"{source} 127.0.0.1"
