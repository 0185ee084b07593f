"""Zalo's words for what can happen around an Official Account, sorted by what they are to us."""

from __future__ import annotations

from handlers.events import OtherKind

FOLLOW = frozenset({"follow", "user_click_chatnow"})
"""Somebody opened the talk."""

OTHER_KINDS = {
    "user_send_gif": OtherKind.VIDEO,
    "user_send_sticker": OtherKind.STICKER,
    "user_send_video": OtherKind.VIDEO,
}

RECEIPTS = {"user_received_message": False, "user_seen_message": True}
"""What became of a message of ours, and whether it was seen."""

ECHO = "oa_send_"

IGNORED = {
    "anonymous_": "anonymous",
    "oa_send_anonymous_": "anonymous",
    "oa_send_consent": "call",
    "oa_send_group_": "group",
    "user_send_group_": "group",
    "create_group": "group",
    "user_join_group": "group",
    "user_request_join_group": "group",
    "user_out_group": "group",
    "group_": "group",
    "user_reply_consent": "call",
    "user_call_oa": "call",
    "oa_call_user": "call",
    "user_reacted_message": "reaction",
    "oa_reacted_message": "reaction",
    "add_user_to_tag": "tag",
    "remove_user_from_tag": "tag",
    "remove_tag": "tag",
    "update_user_info": "profile",
    "widget_": "widget",
    "extension_purchased": "shop",
    "shop_has_order": "shop",
    "user_feedback": "template",
    "user_click_response_button": "template",
    "change_template_": "template",
    "change_oa_": "quota",
}
"""What nobody is answered for, by how its name begins, and the word to count it under."""


def kind_of(name: str) -> str:
    """The word to count an event under that is not for us; empty for one that may be."""
    return next((kind for begins, kind in IGNORED.items() if name.startswith(begins)), "")
