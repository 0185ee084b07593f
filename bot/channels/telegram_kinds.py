"""Telegram's words for what can arrive, sorted by what they are to us."""

from __future__ import annotations

from handlers.events import OtherKind

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")

# `animation` comes with a `document` beside it and `venue` with a `location`: they stand first.
OTHER_KINDS = {
    "animation": OtherKind.VIDEO,
    "sticker": OtherKind.STICKER,
    "video": OtherKind.VIDEO,
    "video_note": OtherKind.VIDEO,
    "venue": OtherKind.LOCATION,
    "location": OtherKind.LOCATION,
}

SPOKEN = ("voice", "audio")
"""A voice note, and a recording sent as a file; what a phone calls a recording is often that."""

# What a chat says of itself: nobody spoke, so nobody is answered.
SERVICE = frozenset(
    {
        "boost_added",
        "chat_background_set",
        "chat_owner_changed",
        "chat_owner_left",
        "chat_shared",
        "connected_website",
        "forum_topic_closed",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_reopened",
        "managed_bot_created",
        "message_auto_delete_timer_changed",
        "paid_message_price_changed",
        "passport_data",
        "pinned_message",
        "proximity_alert_triggered",
        "refunded_payment",
        "successful_payment",
        "users_shared",
        "web_app_data",
        "write_access_allowed",
    }
)

OTHER_UPDATES = frozenset(
    {
        "business_connection",
        "business_message",
        "channel_post",
        "chat_boost",
        "chat_join_request",
        "chat_member",
        "chosen_inline_result",
        "deleted_business_messages",
        "edited_business_message",
        "edited_channel_post",
        "guest_message",
        "inline_query",
        "managed_bot",
        "message_reaction",
        "message_reaction_count",
        "poll",
        "poll_answer",
        "pre_checkout_query",
        "purchased_paid_media",
        "removed_chat_boost",
        "shipping_query",
    }
)
