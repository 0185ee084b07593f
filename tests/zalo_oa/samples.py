"""Events as Zalo sends them, and what each is to us."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.channels.zalo_oa_decode import Arrived, Echo
from bot.channels.zalo_templates import tracking_id
from handlers.events import (
    Chose,
    Event,
    Followed,
    Left,
    MediaKind,
    Moment,
    OtherKind,
    Said,
    SentMedia,
    SentOther,
    SharedPhone,
    Withdrew,
)
from tests.fakes.zalo_server import APP_ID, OA_ID
from tests.zalo_oa.serving import NOON

Json = dict[str, Any]

STAMP = "1795409999123"
SENT = datetime(2026, 11, 23, 4, 59, 59, 123000, tzinfo=UTC)
AT = Moment(NOON, SENT, 0)
MAI = "5001000000000000001"

PLACE = {"latitude": "22.8233", "longitude": "104.9784"}
PHOTO = "https://f20-zpc.zdn.vn/4711/a.jpg"
PAPER = "https://file-stal-22.dlfl.vn/gr/paper"


def event(name: str, **members: Any) -> Json:
    return {"event_name": name, "app_id": APP_ID, "timestamp": STAMP} | members


def sent(name: str, *attachments: Json, **message: Any) -> Json:
    """A message of Mai's."""
    hung = {"attachments": list(attachments)} if attachments else {}
    return event(
        name,
        sender={"id": MAI},
        recipient={"id": OA_ID},
        user_id_by_app="77",
        message={"msg_id": "m-1"} | message | hung,
    )


def attached(kind: str, **payload: Any) -> Json:
    return {"type": kind, "payload": payload}


def relation(name: str, **members: Any) -> Json:
    about = {"oa_id": OA_ID, "follower": {"id": MAI}, "user_id_by_app": "77"}
    return event(name, **about) | members


def info(**members: Any) -> Json:
    return event("user_submit_info", sender={"id": MAI}, recipient={"id": OA_ID}, info=members)


def by_us(name: str, **message: Any) -> Json:
    """An event whose sender is the OA: an echo or a receipt."""
    return event(name, sender={"id": OA_ID}, recipient={"id": MAI}, message=message)


def media(kind: MediaKind, remote: str, size: int, mime: str, caption: str = "") -> SentMedia:
    """Without its id, which tests look at for themselves."""
    return SentMedia(AT, "", kind, remote, size, mime, caption)


OTHER = SentOther(AT, OtherKind.OTHER)
JPEG = media(MediaKind.PHOTO, PHOTO, 0, "image/jpeg")
PDF = media(MediaKind.DOCUMENT, PAPER, 90_000, "application/pdf")
IMAGE = attached("image", thumbnail=PHOTO, url=PHOTO)
TEMPLATE = {"msg_id": "t-1", "tracking_id": "9", "delivery_time": STAMP}
CARD = '{"phone":"84912000111","qrCodeUrl":"https://qr.zdn.vn/1"}'

HEARD: dict[str, tuple[Json, Event]] = {
    "a text": (sent("user_send_text", text=" Xã Lùng Ta\u0301m "), Said(AT, "Xã Lùng Tám")),
    "a text with a quote": (
        sent("user_send_text", text="vâng", quote_msg_id="m-0"),
        Said(AT, "vâng"),
    ),
    "a number": (sent("user_send_text", text="2"), Said(AT, "2")),
    "a tap": (
        sent("user_send_text", text="#a/eligibility/0/est-type/coop"),
        Chose(AT, "a/eligibility/0/est-type/coop"),
    ),
    "a tap on a way": (sent("user_send_text", text="#go/back"), Chose(AT, "go/back")),
    "a hash of somebody's own": (sent("user_send_text", text="#1"), Said(AT, "#1")),
    "a payload without our mark": (sent("user_send_text", text="go/back"), Said(AT, "go/back")),
    "a payload of two lines": (
        sent("user_send_text", text="#go/back\nx"),
        Said(AT, "#go/back\nx"),
    ),
    "a payload with blanks": (
        sent("user_send_text", text="#go/back x"),
        Said(AT, "#go/back x"),
    ),
    "a payload too long": (
        sent("user_send_text", text="#go/" + "x" * 62),
        Said(AT, "#go/" + "x" * 62),
    ),
    "a text of nothing": (sent("user_send_text", text="\u200e \n"), OTHER),
    "a text that is none": (sent("user_send_text", text=7), OTHER),
    "a text about a product": (sent("user_asking_product", text="Giá?"), Said(AT, "Giá?")),
    "a photo": (sent("user_send_image", IMAGE), JPEG),
    "a photo with words": (
        sent("user_send_image", IMAGE, text=" chè "),
        media(MediaKind.PHOTO, PHOTO, 0, "image/jpeg", "chè"),
    ),
    "a photo beside the message": (
        sent("user_send_image") | {"attachments": [IMAGE]},
        JPEG,
    ),
    "a photo that got lost": (sent("user_send_image"), OTHER),
    "a photo in an empty list": (sent("user_send_image", attachments=[]), OTHER),
    "a photo without a payload": (sent("user_send_image", {"type": "image"}), OTHER),
    "a photo at no address": (
        sent("user_send_image", attached("image", url="file:///etc/passwd")),
        OTHER,
    ),
    "a paper": (
        sent("user_send_file", attached("file", url=PAPER, size="90000", type="application/pdf")),
        PDF,
    ),
    "a paper by the ending of its name": (
        sent("user_send_file", attached("file", url=PAPER, size=90000, name="Giấy.PDF")),
        PDF,
    ),
    "a paper by a short kind": (
        sent("user_send_file", attached("file", url=PAPER, size="90000", type="pdf", name="x")),
        PDF,
    ),
    "a photo as a file": (
        sent("user_send_file", attached("file", url=PAPER, size="x", name="a.HEIC")),
        media(MediaKind.DOCUMENT, PAPER, 0, "image/heic"),
    ),
    "a spreadsheet": (
        sent("user_send_file", attached("file", url=PAPER, size="1", name="a.xlsx")),
        SentOther(AT, OtherKind.FILE),
    ),
    "a link": (
        sent("user_send_link", attached("link", url="https://example.org/x")),
        Said(AT, "https://example.org/x"),
    ),
    "a link with words": (
        sent("user_send_link", attached("link", url="https://example.org"), text="xem này"),
        Said(AT, "xem này"),
    ),
    "a link to nowhere": (sent("user_send_link", attached("link", url="")), OTHER),
    "a voice": (
        sent("user_send_audio", attached("audio", url="https://v.zdn.vn/1.amr")),
        media(MediaKind.VOICE, "https://v.zdn.vn/1.amr", 0, "audio/amr"),
    ),
    "a voice that lies nowhere": (sent("user_send_audio"), SentOther(AT, OtherKind.VOICE)),
    "a video": (sent("user_send_video"), SentOther(AT, OtherKind.VIDEO)),
    "a moving picture": (sent("user_send_gif"), SentOther(AT, OtherKind.VIDEO)),
    "a sticker": (sent("user_send_sticker"), SentOther(AT, OtherKind.STICKER)),
    "a place": (
        sent("user_send_location", attached("location", coordinates=PLACE)),
        SentOther(AT, OtherKind.LOCATION, "22.8233, 104.9784"),
    ),
    "half a place": (
        sent("user_send_location", attached("location", coordinates={"latitude": "22.1"})),
        SentOther(AT, OtherKind.LOCATION),
    ),
    "a place that is none": (
        sent("user_send_location", attached("location", coordinates=PLACE | {"longitude": "<b>"})),
        SentOther(AT, OtherKind.LOCATION),
    ),
    "a place in figures": (
        sent(
            "user_send_location",
            attached("location", coordinates={"latitude": 22.8233, "longitude": 104}),
        ),
        SentOther(AT, OtherKind.LOCATION, "22.8233, 104"),
    ),
    "a place that is on no map": (
        sent("user_send_location", attached("location", coordinates=PLACE | {"latitude": "91"})),
        SentOther(AT, OtherKind.LOCATION),
    ),
    "a place beyond the last meridian": (
        sent("user_send_location", attached("location", coordinates=PLACE | {"longitude": "-181"})),
        SentOther(AT, OtherKind.LOCATION),
    ),
    "something new": (sent("user_send_hologram"), OTHER),
    "a card": (
        sent("user_send_business_card", attached("link", description=CARD)),
        SharedPhone(AT, "84912000111", own=False),
    ),
    "a card with nothing on it": (
        sent("user_send_business_card", attached("link", description="[{")),
        OTHER,
    ),
    "a card that is a list": (
        sent("user_send_business_card", attached("link", description="[1]")),
        OTHER,
    ),
    "a phone": (info(phone="84912000111"), SharedPhone(AT, "84912000111", own=True)),
    "a phone in the old shape": (
        info(name="Mai", phone="84912000111", address="Thôn 3", city="Y", district="", ward="X"),
        SharedPhone(AT, "84912000111", True, "Mai", "Thôn 3, X, Y", "X"),
    ),
    "a form with the phone as a number": (
        info(name="Mai", phone=84912000111),
        SharedPhone(AT, "84912000111", True, "Mai"),
    ),
    "a form without a phone": (
        info(name="Mai", full_address={"user_city": "Y", "user_ward": "X", "user_address": ""}),
        SharedPhone(AT, "", True, "Mai", "X, Y", "X"),
    ),
    "an empty form": (info(), OTHER),
    "a follower": (
        relation("follow", source="oa_profile"),
        Followed(AT, "oa_profile", passing=True),
    ),
    "a follower from nowhere": (relation("follow", source="<script>"), Followed(AT, passing=True)),
    "a click on chat": (
        event("user_click_chatnow", oa_id=OA_ID, user_id=MAI, user_id_by_app="77"),
        Followed(AT, passing=True),
    ),
    "somebody who leaves": (relation("unfollow", source="oa_profile"), Left(AT)),
    "a withdrawal": (event("user_withdraw", user_id=MAI, user_id_by_app="77"), Withdrew(AT)),
    "ids as numbers": (
        event(
            "user_send_text",
            sender={"id": int(MAI)},
            recipient={"id": int(OA_ID)},
            message={"msg_id": 99, "text": "vâng"},
        )
        | {"timestamp": int(STAMP)},
        Said(AT, "vâng"),
    ),
    "parties that stand bare": (
        event("user_send_text", sender=MAI, recipient=OA_ID, message={"text": "vâng"}),
        Said(AT, "vâng"),
    ),
    "nobody in particular to": (
        event("user_send_text", sender={"id": MAI}, message={"text": "vâng"}),
        Said(AT, "vâng"),
    ),
}
"""What becomes an event of the talk; media without their ids."""

REPORTED: dict[str, tuple[Json, object]] = {
    "an echo of ours": (
        by_us("oa_send_text", msg_id="o-1", text="Chào"),
        Echo(MAI, "o-1/oa_send_text", SENT, by_human=False, message_id="o-1"),
    ),
    "an echo of somebody in the console": (
        by_us("oa_send_image", msg_id="o-1") | {"sender": {"id": OA_ID, "admin_id": "55"}},
        Echo(MAI, "o-1/oa_send_image", SENT, by_human=True, message_id="o-1"),
    ),
    "an echo that names nobody in the console": (
        by_us("oa_send_text", msg_id="o-1") | {"sender": {"id": OA_ID, "admin_id": "0"}},
        Echo(MAI, "o-1/oa_send_text", SENT, by_human=False, message_id="o-1"),
    ),
    "an echo that names nobody in figures": (
        by_us("oa_send_text", msg_id="o-1") | {"sender": {"id": OA_ID, "admin_id": 0}},
        Echo(MAI, "o-1/oa_send_text", SENT, by_human=False, message_id="o-1"),
    ),
    "an echo of a template": (
        by_us("oa_send_template", message_id="o-1"),
        Echo(MAI, "o-1/oa_send_template", SENT, by_human=False, message_id="o-1"),
    ),
    "an echo without a name": (
        by_us("oa_send_list"),
        Echo(MAI, f"oa_send_list/{MAI}/{STAMP}", SENT, by_human=False),
    ),
    "a receipt": (
        by_us("user_received_message", msg_id="o-1"),
        Arrived(MAI, ("o-1",), SENT, seen=False),
    ),
    "a receipt of a template": (
        event("user_received_message", sender=OA_ID, recipient="84912000111", message=TEMPLATE),
        Arrived("84912000111", ("t-1",), SENT, seen=False),
    ),
    "a receipt of a template that went by phone": (
        event(
            "user_received_message",
            sender=OA_ID,
            recipient="84912000111",
            message=TEMPLATE | {"tracking_id": tracking_id(MAI)},
        ),
        Arrived(MAI, ("t-1",), SENT, seen=False),
    ),
    "a look": (
        by_us("user_seen_message", msg_ids=["o-1", "o-2", "o-1", None]),
        Arrived(MAI, ("o-1", "o-2"), SENT, seen=True),
    ),
    "a look at one": (
        by_us("user_seen_message", msg_id="o-1"),
        Arrived(MAI, ("o-1",), SENT, seen=True),
    ),
}
"""What is reported and starts no turn."""

IGNORED: dict[str, tuple[Json, str]] = {
    "an unknown event": (event("brand_new"), "nobody"),
    "an unknown event of somebody": (
        event("brand_new", sender={"id": MAI}, recipient={"id": OA_ID}),
        "unknown",
    ),
    "no name": ({"app_id": APP_ID}, "malformed"),
    "a name that is none": ({"event_name": 7}, "malformed"),
    "a text from nobody": (event("user_send_text", message={"text": "x"}), "nobody"),
    "a text from our account": (
        by_us("user_send_text", text="x") | {"recipient": {"id": OA_ID}},
        "own",
    ),
    "a text to another account": (
        sent("user_send_text", text="x") | {"recipient": {"id": "42"}},
        "elsewhere",
    ),
    "a follower of another account": (relation("follow", oa_id="42"), "elsewhere"),
    "an echo of another account": (by_us("oa_send_text") | {"sender": {"id": "42"}}, "elsewhere"),
    "a receipt of nothing": (by_us("user_seen_message", msg_ids="o-1"), "malformed"),
    "a follower who is nobody": (relation("follow", follower="x y"), "nobody"),
    "a withdrawal of nobody": (event("user_withdraw"), "nobody"),
    "a group": (sent("user_send_group_text", text="x"), "group"),
    "a group's echo": (by_us("oa_send_group_text"), "group"),
    "a stranger": (sent("anonymous_send_text", text="x"), "anonymous"),
    "a stranger's echo": (by_us("oa_send_anonymous_text"), "anonymous"),
    "a call": (event("user_call_oa", user_id=MAI), "call"),
    "a consent to calls": (event("oa_send_consent", phone="84912000111"), "call"),
    "a reaction": (sent("user_reacted_message", react_icon="/-heart"), "reaction"),
    "a tag": (event("add_user_to_tag", oa_id=OA_ID, tag={"name": "x"}), "tag"),
    "a profile": (event("update_user_info", data={"method": "x"}), "profile"),
    "a widget": (event("widget_interaction_accepted", data={"user_id": MAI}), "widget"),
    "a shop": (event("shop_has_order"), "shop"),
    "a template's rating": (event("user_feedback", message={"rate": 5}), "template"),
    "a template's state": (event("change_template_status", template_id="1"), "template"),
    "a quota": (event("change_oa_daily_quota", oaId=OA_ID), "quota"),
}
"""What is counted under a word and answered like the rest."""
