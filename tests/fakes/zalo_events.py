"""
Every event that an OA's webhook can be sent, each in every shape that was seen.

What people and calls do here sends the usual ones by itself; `FakeZalo.tell` sends any other.
"""

from __future__ import annotations

from tests.fakes.zalo_account import Json

THUMB = "https://f20.photo.zdn.vn/thumb.jpg"
CARD = '{"phone":"84912000111","caption":"","qrCodeUrl":"https://qr.zdn.vn/1"}'

ATTACHMENTS: dict[str, Json] = {
    "image": {"thumbnail": THUMB, "url": "https://f20.photo.zdn.vn/1.jpg"},
    "gif": {"thumbnail": THUMB, "url": "https://f20.photo.zdn.vn/1.gif"},
    "link": {"url": "https://example.org", "thumbnail": THUMB, "description": "a link"},
    "audio": {"url": "https://voice.zdn.vn/1.amr"},
    "video": {"url": "https://video.zdn.vn/1.mp4", "thumbnail": THUMB, "description": ""},
    "sticker": {"id": "50a3b9a1c3e42aba73f5", "url": "https://zalo-api.zadn.vn/sticker"},
    "location": {"coordinates": {"latitude": "21.823", "longitude": "105.214"}},
    "file": {
        "url": "https://file.zdn.vn/1.pdf",
        "size": "90000",
        "name": "paper.pdf",
        "checksum": "9e107d9d372bb6826bd81d3542a419d6",
        "type": "application/pdf",
    },
}
"""What people attach to a message, and what Zalo says of it."""

NEW_INFO: Json = {
    "user_dob": "01/02/1990",
    "gender": "1",
    "full_address": {"user_city": "", "user_ward": "", "user_address": ""},
}
OLD_INFO: Json = {"address": "", "city": "", "district": "", "ward": ""}
"""What `user_submit_info` says beside name and phone: of late, and before."""


def every_event(user: str, by_app: str, oa: str) -> list[tuple[str, Json]]:
    """The name and the members of each, about one person; the head comes on sending."""
    return [
        *_from_person(user, by_app, oa),
        *_relations(user, by_app, oa),
        *_from_oa(user, oa),
        *_calls_and_groups(user, by_app, oa),
        *_templates(user, oa),
    ]


def _from_person(user: str, by_app: str, oa: str) -> list[tuple[str, Json]]:
    both: Json = {"sender": {"id": user}, "recipient": {"id": oa}, "user_id_by_app": by_app}
    stranger: Json = {"sender": {"id": "anonymous-1"}, "recipient": {"id": oa}}
    said = {"msg_id": "e-1", "text": "hello"}
    events = [
        ("user_send_text", both | {"message": said}),
        ("user_send_text", both | {"message": said | {"quote_msg_id": "e-0"}}),
        ("user_send_text", both | {"message": {"message_id": "e-2", "text": "hello"}}),
        ("user_send_group_text", both | {"message": said}),
        ("user_asking_product", both | {"message": said, "product": {"title": "x", "url": ""}}),
        ("user_send_image", both | {"message": {"msg_id": "e-3", "attachments": []}}),
        ("user_send_image", both | {"message": {"msg_id": "e-4", "attachments": [{"type": "x"}]}}),
    ]
    for kind, payload in ATTACHMENTS.items():
        attachments = [{"type": kind, "payload": payload}]
        name = {"msg_id": f"e-{kind}"}
        events += [
            (f"user_send_{kind}", both | {"message": name | {"attachments": attachments}}),
            (f"user_send_{kind}", both | {"message": name, "attachments": attachments}),
        ]
    card = [{"type": "link", "payload": {"description": CARD, "url": "", "thumbnail": ""}}]
    events.append(
        ("user_send_business_card", both | {"message": {"msg_id": "e-5", "attachments": card}})
    )
    for kind in ("text", "image", "file", "sticker"):
        message = {"msg_id": "e-6", "conversation_id": "c-1", "text": "hello"}
        events.append((f"anonymous_send_{kind}", stranger | {"message": message}))
    return events


def _relations(user: str, by_app: str, oa: str) -> list[tuple[str, Json]]:
    follower = {"oa_id": oa, "follower": {"id": user}, "user_id_by_app": by_app}
    about = {"user_id": user, "user_id_by_app": by_app}
    both = {"sender": {"id": user}, "recipient": {"id": oa}, "user_id_by_app": by_app}
    name = {"name": "Mai", "phone": "84912000111"}
    tag = {"name": "coop", "user_ids": [user]}
    return [
        ("follow", follower | {"source": "oa_profile"}),
        ("unfollow", follower | {"source": "message_invite"}),
        ("user_click_chatnow", about | {"oa_id": oa}),
        ("user_submit_info", both | {"info": name | NEW_INFO}),
        ("user_submit_info", both | {"info": name | OLD_INFO}),
        ("user_submit_info", both | {"info": {}}),
        ("add_user_to_tag", {"oa_id": oa, "user_id_by_app": by_app, "tag": tag}),
        ("remove_user_from_tag", {"oa_id": oa, "tag": tag}),
        ("remove_tag", {"oa_id": oa, "tag": {"name": "coop"}}),
        ("update_user_info", {"oa_id": oa, "data": {"method": "oa"}}),
        ("user_withdraw", about),
        ("widget_interaction_accepted", {"oa_id": oa, "data": {"user_id": user}}),
        ("widget_failed_to_sync_user_external_id", {"oa_id": oa}),
        ("extension_purchased", {"oa_id": oa}),
        ("shop_has_order", {"oa_id": oa}),
    ]


def _from_oa(user: str, oa: str) -> list[tuple[str, Json]]:
    """Receipts name the OA as their sender, as echoes do."""
    both: Json = {"sender": {"id": oa}, "recipient": {"id": user}}
    human: Json = {"sender": {"id": oa, "admin_id": "5550001"}, "recipient": {"id": user}}
    template = {"zinstant_id": "1", "text": "hello", "link_url": "", "checksum": "0"}
    reaction = {"msg_id": "e-1", "react_icon": "/-heart"}
    by_user: Json = {"sender": {"id": user}, "recipient": {"id": oa}}
    events = [
        ("user_received_message", both | {"message": {"msg_id": "o-1"}}),
        ("user_seen_message", both | {"message": {"msg_ids": ["o-1", "o-2", "o-1"]}}),
        ("user_seen_message", both | {"message": {"msg_id": "o-1"}}),
        ("user_reacted_message", by_user | {"message": reaction}),
        ("oa_reacted_message", both | {"message": reaction}),
        ("oa_send_text", both | {"message": {"msg_id": "o-3", "text": "hello"}}),
        ("oa_send_text", human | {"message": {"msg_id": "o-4", "text": "hello"}}),
    ]
    for kind in ("text", "image", "gif", "list", "file", "sticker", "template"):
        payload = template if kind == "template" else ATTACHMENTS.get(kind, {})
        attachments = [{"type": kind, "payload": payload}]
        message = {"msg_id": f"o-{kind}", "attachments": attachments}
        events.append((f"oa_send_{kind}", both | {"message": message}))
        events.append((f"oa_send_anonymous_{kind}", both | {"message": message}))
    return events


def _calls_and_groups(user: str, by_app: str, oa: str) -> list[tuple[str, Json]]:
    about = {"oa_id": oa, "user_id": user, "user_id_by_app": by_app}
    group = {"oa_id": oa, "group_id": "g-1"}
    phone = {"oa_id": oa, "phone": "84912000111"}
    return [
        ("oa_send_consent", phone | {"request_type": "SENT"}),
        ("oa_send_consent", phone | {"request_type": "EXPIRED"}),
        ("user_reply_consent", phone | {"user_consent": "ACCEPT"}),
        ("user_call_oa", about),
        ("oa_call_user", about),
        ("create_group", group),
        ("user_join_group", group),
        ("user_request_join_group", group),
        ("oa_send_group_text", group),
    ]


def _templates(user: str, oa: str) -> list[tuple[str, Json]]:
    """The receipt of a template names a phone number, or its hash, where others name a person."""
    received = {"delivery_time": "1790000000000", "msg_id": "t-1", "tracking_id": "1"}
    feedback = {"msg_id": "t-1", "tracking_id": "1", "rate": 5, "note": "", "feedbacks": []}
    status = {"prev_status": "PENDING", "new_status": "ENABLE"}
    return [
        (
            "user_received_message",
            {"sender": {"id": oa}, "recipient": {"id": "84912000111"}, "message": received},
        ),
        ("user_received_message", {"sender": oa, "recipient": "84912000111", "message": received}),
        ("user_feedback", {"oa_id": oa, "message": feedback}),
        ("change_template_status", {"oa_id": oa, "template_id": "1", "status": status}),
        ("change_template_quality", {"oa_id": oa, "template_id": "1"}),
        ("change_oa_daily_quota", {"oaId": oa, "quota": {"prev_value": "500", "new_value": "0"}}),
        ("user_click_response_button", {"oa_id": oa, "user_id": user}),
    ]
