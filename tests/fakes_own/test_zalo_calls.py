"""The made-up OpenAPI refuses what the real one refuses, always with HTTP 200."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest

from tests.fakes.zalo_account import GOVERNMENT
from tests.fakes.zalo_faults import Fault
from tests.fakes.zalo_phone import Phone
from tests.fakes.zalo_server import FakeZalo
from tests.fakes_own.hands import CS, CS_V2, OpenApi

PICTURE = "https://example.org/x.jpg"
MEGABYTE = 1024 * 1024
JPEG = b"\xff\xd8\xff\xe0"


@pytest.fixture
def phone(zalo: FakeZalo) -> Phone:
    one = zalo.phone()
    one.starts()
    return one


def button(**members: Any) -> dict[str, Any]:
    whole = {"title": "Một", "type": "oa.query.hide", "payload": "#a"} | members
    return {name: value for name, value in whole.items() if value is not None}


def under(*buttons: Any, **payload: Any) -> dict[str, Any]:
    return {"attachment": {"type": "template", "payload": payload | {"buttons": [*buttons]}}}


def template(kind: str, *elements: Any) -> dict[str, Any]:
    payload = {"template_type": kind, "elements": [*elements]}
    return {"attachment": {"type": "template", "payload": payload}}


def image(**element: Any) -> dict[str, Any]:
    return template("media", {"media_type": "image"} | element)


FORM = {"title": "Số?", "subtitle": "Để gọi lại", "image_url": PICTURE}
URL_BUTTON = button(type="oa.open.url", payload={"url": "https://example.org"})
PHONE_BUTTON = button(type="oa.open.phone", payload={"phone_code": "84900000000"})
SMS_BUTTON = button(type="oa.open.sms", payload={"content": "x", "phone_code": "84900000000"})

TAKEN: dict[str, dict[str, Any]] = {
    "2,000 letters": {"text": "ạ" * 2000},
    "2,000 letters written with their marks apart": {"text": "a\u0323" * 2000},
    "five buttons": under(*[button()] * 5),
    "a title of 35": under(button(title="ạ" * 35)),
    "a payload of 1,000": under(button(payload="#" * 1000)),
    "a button's icon": under(button(image_icon="")),
    "a link": under(URL_BUTTON),
    "a call": under(PHONE_BUTTON),
    "a text message": under(SMS_BUTTON),
    "a shown query": under(button(type="oa.query.show")),
    "a named template": under(button(), template_type="button"),
    "a picture": {"text": ""} | image(url=PICTURE),
    "a caption": image(url=PICTURE),
    "a form": {"text": ""} | template("request_user_info", FORM),
    "a form filled to the brim": template(
        "request_user_info", FORM | {"title": "a" * 100, "subtitle": "a" * 500}
    ),
    "a list": template("list", {"title": "x", "subtitle": "y"}, {"title": "z"}),
    "a list that leads somewhere": template(
        "list",
        {"title": "x", "subtitle": "y", "default_action": {"type": "oa.open.url", "url": PICTURE}},
    ),
    "a sticker": template("media", {"media_type": "sticker", "attachment_id": "1"}),
}


@pytest.mark.parametrize("name", TAKEN)
async def test_a_message_it_just_takes(api: OpenApi, phone: Phone, name: str) -> None:
    assert await api.say(phone.id, **TAKEN[name]) == 0
    assert len(phone.bubbles) == 1


REFUSED: dict[str, tuple[dict[str, Any], int]] = {
    "nothing": ({"text": ""}, -201),
    "blanks": ({"text": " \n"}, -201),
    "a number": ({"text": 5}, -201),
    "2,001 letters": ({"text": "a" * 2001}, -210),
    "buttons without a text": ({"text": ""} | under(button()), -201),
    "six buttons": (under(*[button()] * 6), -210),
    "no buttons": (under(), -201),
    "a title of 36": (under(button(title="a" * 36)), -210),
    "a title of nothing": (under(button(title="")), -201),
    "a payload of 1,001": (under(button(payload="a" * 1001)), -210),
    "a payload of nothing": (under(button(payload=None)), -201),
    "a payload that is no text": (under(button(payload={"a": 1})), -201),
    "another kind of button": (under(button(type="oa.fly")), -201),
    "a link without an address": (under(button(type="oa.open.url", payload="x")), -201),
    "a call without a number": (under(button(type="oa.open.phone", payload={})), -201),
    "a button that is a text": (under("x"), -201),
    "an attachment that is a text": ({"attachment": "x"}, -201),
    "another kind of attachment": ({"attachment": {"type": "x", "payload": {}}}, -233),
    "another kind of template": (template("transaction_order", {}), -233),
    "a form without a picture": (
        template("request_user_info", {"title": "x", "subtitle": "y"}),
        -201,
    ),
    "a form of texts": (template("request_user_info", "x"), -201),
    "two forms": (template("request_user_info", FORM, FORM), -210),
    "a title of 101": (template("request_user_info", FORM | {"title": "a" * 101}), -210),
    "a subtitle of 501": (template("request_user_info", FORM | {"subtitle": "a" * 501}), -210),
    "six elements": (template("list", *[{"title": "x", "subtitle": "y"}] * 6), -210),
    "a list that leads nowhere": (
        template("list", {"title": "x", "subtitle": "y", "default_action": {"type": "x"}}),
        -201,
    ),
    "a list without a subtitle": (template("list", {"title": "x"}), -201),
    "a picture from nowhere": (image(), -201),
    "a picture from two places": (image(url=PICTURE, attachment_id="x"), -201),
    "a picture nobody uploaded": (image(attachment_id="x"), -201),
    "a gif without a size": (template("media", {"media_type": "gif", "url": PICTURE}), -201),
    "a gif without a height": (
        template("media", {"media_type": "gif", "url": PICTURE, "width": 1}),
        -201,
    ),
    "a sticker by its address": (template("media", {"media_type": "sticker", "url": "x"}), -201),
    "a file nobody uploaded": (
        {"text": "", "attachment": {"type": "file", "payload": {"token": "x"}}},
        -201,
    ),
    "a quote of nothing": ({"quote_message_id": "x"}, -201),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_a_message_it_will_not_take(api: OpenApi, phone: Phone, name: str) -> None:
    message, code = REFUSED[name]

    assert await api.say(phone.id, **message) == code
    assert not phone.bubbles


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"recipient": {"user_id": "1"}},
        {"message": {"text": "x"}},
        {"recipient": {"user_id": 5}, "message": {"text": "x"}},
        {"recipient": {"user_id": "404"}, "message": {"text": "x"}},
    ],
)
async def test_a_call_without_its_parts(api: OpenApi, body: dict[str, Any]) -> None:
    assert (await api.post(CS, **body))[0] == -201


async def test_what_a_message_is_answered(api: OpenApi, phone: Phone) -> None:
    code, data = await api.post(CS, recipient={"user_id": phone.id}, message={"text": "Chào"})

    assert code == 0
    assert data["user_id"] == phone.id
    assert int(data["sent_time"]) == api.zalo.clock() * 1000
    assert data.keys() == {"message_id", "user_id", "sent_time"}
    bubble = await phone.reads()
    assert (bubble.text, bubble.message_id) == ("Chào", data["message_id"])
    assert await api.say(phone.id, quote_message_id=data["message_id"]) == 0
    assert api.zalo.sent(phone.id) == ["Chào", "x"]
    assert api.zalo.sent("1") == []


async def test_each_kind_of_oa_has_its_address(api: OpenApi, phone: Phone) -> None:
    assert await api.say(phone.id, path=CS) == 0
    assert await api.say(phone.id, path=CS_V2) == -240

    api.zalo.rules.oa_type = GOVERNMENT
    assert await api.say(phone.id, path=CS) == -235
    assert await api.say(phone.id, path=CS_V2) == 0
    assert (await api.get("v2.0/oa/getoa"))[1]["oa_type"] == GOVERNMENT


async def test_buttons_may_be_refused_or_want_a_name(api: OpenApi, phone: Phone) -> None:
    named = under(button(), template_type="button")
    api.zalo.rules.needs_template_type = True
    assert await api.say(phone.id, **under(button())) == -201
    assert await api.say(phone.id, **named) == 0

    api.zalo.rules.templates_refused = -233
    assert await api.say(phone.id, **named) == -233
    assert await api.say(phone.id) == 0


async def test_a_form_may_do_without_a_picture(api: OpenApi, phone: Phone) -> None:
    api.zalo.rules.form_needs_picture = False
    form = template("request_user_info", {"title": "Số?", "subtitle": "Để gọi lại"})

    assert await api.say(phone.id, **form) == 0
    assert phone.bubbles[0].asks_info == "Số?"


async def test_titles_may_be_longer_elsewhere(api: OpenApi, phone: Phone) -> None:
    api.zalo.rules.title_limit = 100

    assert await api.say(phone.id, **under(button(title="a" * 100))) == 0


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        ("image", JPEG + b"x" * (MEGABYTE - 4), 0),
        ("image", JPEG + b"x" * (MEGABYTE - 3), -210),
        ("image", b"\x89PNG", 0),
        ("image", b"%PDF-1.4", -201),
        ("image", b"", -201),
        ("gif", b"GIF89a", 0),
        ("gif", JPEG, -201),
        ("file", b"%PDF-1.4", 0),
        ("file", b"%PDF" + b"x" * 5 * MEGABYTE, -210),
        ("file", b"<html>", -201),
    ],
)
async def test_what_may_be_uploaded(api: OpenApi, path: str, content: bytes, code: int) -> None:
    assert (await api.upload(f"v2.0/oa/upload/{path}", content))[0] == code


async def test_an_upload_is_good_for_a_week(api: OpenApi, phone: Phone) -> None:
    _, kept = await api.upload("v2.0/oa/upload/image", JPEG)
    _, paper = await api.upload("v2.0/oa/upload/file", b"%PDF-1.4", "x.pdf")
    file: dict[str, Any] = {"text": "", "attachment": {"type": "file", "payload": paper}}
    assert await api.say(phone.id, **image(**kept)) == 0
    assert await api.say(phone.id, **file) == 0
    assert await api.say(phone.id, **(file | {"text": "x"})) == -201
    assert [bool(bubble.picture) for bubble in phone.bubbles] == [True, False]
    assert phone.bubbles[1].file == paper["token"]

    api.later(7 * 24 * 3600)
    phone.says("còn đây")
    assert await api.say(phone.id, **image(**kept)) == -100
    assert await api.say(phone.id, **file) == -100


async def test_people_and_their_tags(api: OpenApi, phone: Phone) -> None:
    stranger = api.zalo.phone(name="Lan")
    tag = {"user_id": phone.id, "tag_name": "htx"}
    assert await api.post("v2.0/oa/tag/tagfollower", **tag) == (0, {})

    for wrong in ({"tag_name": ""}, {"tag_name": 5}, {"user_id": "404"}):
        assert (await api.post("v2.0/oa/tag/tagfollower", **(tag | wrong)))[0] == -201

    code, data = await api.get("v3.0/oa/user/detail", user_id=phone.id)
    assert (code, data["display_name"], data["user_is_follower"]) == (0, "Mai", True)
    assert data["user_last_interaction_date"] == "23/11/2026"
    assert data["tags_and_notes_info"]["tag_names"] == ["htx"]
    assert (await api.get("v3.0/oa/user/detail", user_id="404"))[0] == -201
    assert (await api.get("v3.0/oa/user/getlist", offset=0, count=51))[0] == -210
    assert (await api.get("v3.0/oa/user/getlist", offset=9952, count=50))[0] == -210
    _, listed = await api.get("v3.0/oa/user/getlist", offset=0, count=50, tag_name="htx")
    assert listed["users"] == [{"user_id": phone.id}]
    stranger.says("chào")
    _, listed = await api.get("v3.0/oa/user/getlist", offset=0, count=50, is_follower="false")
    assert listed["users"] == [{"user_id": stranger.id}]
    assert (await api.get("v2.0/oa/tag/gettagsofoa"))[1] == ["htx"]
    await api.post("v2.0/oa/tag/rmfollowerfromtag", **tag)
    assert (await api.get("v2.0/oa/tag/gettagsofoa"))[1] == []


async def test_a_reaction_and_a_visitor_without_a_name(api: OpenApi, phone: Phone) -> None:
    heart = {"react_icon": "/-heart", "react_message_id": phone.says("chào")}
    to = {"recipient": {"user_id": phone.id}}
    said = {"message": {"text": "x"}}

    assert (await api.post(CS_V2, **to, sender_action=heart))[0] == 0
    assert (await api.post(CS_V2, **to, sender_action=heart | {"react_icon": "x"}))[0] == -201
    assert len(api.zalo.sending.reactions) == 1
    someone = {"anonymous_id": "1", "conversation_id": "2"}
    assert (await api.post(CS_V2, recipient=someone, **said))[0] == 0
    assert (await api.post(CS_V2, recipient={"anonymous_id": "1"}, **said))[0] == -201


@pytest.mark.parametrize("kind", ["transaction", "promotion"])
async def test_what_was_closed(api: OpenApi, kind: str) -> None:
    assert (await api.post(f"v3.0/oa/message/{kind}"))[0] == -233


async def test_a_path_it_does_not_know(zalo: FakeZalo, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{zalo.url}/{CS}") as response:
        assert response.status == 404
    assert zalo.strays == [f"/{CS}"]


@pytest.mark.parametrize(
    ("fault", "carried_out"),
    [
        (Fault(CS, status=502), False),
        (Fault(CS, status=200, body="{"), False),
        (Fault(CS, cut="before"), False),
        (Fault(CS, cut="after"), True),
        (Fault(CS, cut="inside"), True),
    ],
    ids=["502", "broken", "before", "after", "inside"],
)
async def test_a_fault_strikes_where_it_is_told(
    api: OpenApi, phone: Phone, fault: Fault, *, carried_out: bool
) -> None:
    api.zalo.faults.add(fault)

    with pytest.raises((aiohttp.ClientError, ValueError, AssertionError)):
        await api.say(phone.id)

    assert bool(phone.bubbles) == carried_out
    assert await api.say(phone.id) == 0


@pytest.mark.parametrize(
    "fault", [Fault(CS, hang=True), Fault(CS, late=3600)], ids=["hang", "late"]
)
async def test_an_answer_may_not_come(api: OpenApi, phone: Phone, fault: Fault) -> None:
    api.zalo.faults.add(fault)

    asking = asyncio.create_task(api.say(phone.id))

    await phone.reads()
    assert await api.say(phone.id) == 0
    assert not asking.done()
    asking.cancel()


async def test_an_error_may_be_a_lie(api: OpenApi, phone: Phone) -> None:
    other = api.zalo.phone()
    other.starts()
    api.zalo.faults.add(Fault(CS, error=-200, chat=phone.id))
    api.zalo.faults.add(Fault(CS, error=-200, carried=True, chat=phone.id))

    assert await api.say(other.id) == 0
    assert [await api.say(phone.id) for _ in range(3)] == [-200, -200, 0]
    assert len(phone.bubbles) == 2
