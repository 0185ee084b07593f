"""Well-formed updates as Telegram may send them, made up at random."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.telegram import samples
from tests.telegram.samples import BOT, DATE, GROUP, MAI, Json

ids = st.integers(min_value=1, max_value=2**52 - 1)
dates = st.integers(min_value=1_000_000_000, max_value=2**31 - 1)
texts = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
typed = texts | st.sampled_from(["/start", "/start abc", "/START x", "/help", "Đúng", "1,2 tỷ"])
names = st.text(alphabet="ABCabc019_-", min_size=1, max_size=60)
people = st.fixed_dictionaries(
    {"id": ids, "is_bot": st.just(value=False), "first_name": texts},
    optional={
        "language_code": st.sampled_from(["vi", "en", "fr-CA"]),
        "last_name": texts,
        "is_premium": st.just(value=True),
    },
)
chats = st.fixed_dictionaries({"id": ids, "type": st.just("private"), "first_name": texts})
groups = st.sampled_from([GROUP, {"id": -5, "type": "group", "title": "x"}])

files = st.fixed_dictionaries(
    {"file_id": names, "file_unique_id": names},
    optional={"file_size": st.integers(0, 20_000_000)},
)

sizes = st.builds(
    lambda file, side: file | {"width": side, "height": side}, files, st.integers(1, 9000)
)

documents = st.builds(
    lambda file, mime: file | mime,
    files,
    st.sampled_from(
        [{}, {"mime_type": "application/pdf"}, {"mime_type": "image/png"}, {"mime_type": "text/x"}]
    ),
)

contents = st.one_of(
    st.builds(lambda text: {"text": text}, typed),
    st.builds(lambda text: {"text": text}, typed),
    st.builds(
        lambda phone, user: {"contact": {"phone_number": phone, "first_name": "N"} | user},
        st.text(alphabet="+0123456789", min_size=1, max_size=15),
        st.one_of(
            st.just({}), st.just({"user_id": 5001}), st.builds(lambda user: {"user_id": user}, ids)
        ),
    ),
    st.builds(
        lambda sizes, caption: {"photo": sizes} | caption,
        st.lists(sizes, min_size=1, max_size=4, unique_by=lambda size: size["width"]),
        st.one_of(st.just({}), st.builds(lambda text: {"caption": text}, texts)),
    ),
    st.builds(lambda document: {"document": document}, documents),
    st.sampled_from(
        [
            {"voice": samples.VOICE},
            {"audio": samples.VOICE},
            {"sticker": samples.STICKER | samples.FILE},
            {"video": samples.VIDEO},
            {"venue": samples.VENUE, "location": samples.VENUE["location"]},
            {"dice": {"emoji": "🎲", "value": 3}},
            {"pinned_message": samples.message(text="x")},
            {},
        ]
    ),
)


def build_message(sender: Json, chat: Json, date: int, content: Json) -> Json:
    return {"message_id": 1, "from": sender, "chat": chat, "date": date} | content


messages = st.builds(build_message, st.just(MAI) | people, chats | groups, dates, contents)

edits = st.builds(lambda message, date: message | {"edit_date": date}, messages, dates)

taps = st.builds(
    lambda sender, chat, data: (
        {
            "id": "77",
            "from": sender,
            "message": build_message(BOT, chat, DATE, {"text": "x"}),
            "chat_instance": "1",
        }
        | data
    ),
    people,
    chats | groups,
    st.one_of(
        st.builds(
            lambda data: {"data": data},
            st.text(alphabet="abc/09-đ", min_size=1, max_size=30),
        ),
        st.just({"game_short_name": "chess"}),
    ),
)

memberships = st.builds(
    lambda sender, chat, status: {
        "chat": chat,
        "from": sender,
        "date": DATE,
        "old_chat_member": samples.MEMBER,
        "new_chat_member": status,
    },
    people,
    chats | groups,
    st.sampled_from([samples.MEMBER, samples.KICKED, {"user": BOT, "status": "left"}]),
)

others = st.sampled_from(
    [
        {
            "poll_answer": {
                "poll_id": "1",
                "user": MAI,
                "option_ids": [0],
                "option_persistent_ids": ["a"],
            }
        },
        {"channel_post": {"message_id": 1, "date": DATE, "chat": GROUP, "text": "x"}},
        {"inline_query": {"id": "1", "from": MAI, "query": "x", "offset": ""}},
        {},
    ]
)

updates = st.builds(
    lambda key, content: {"update_id": key} | content,
    st.integers(0, 2**31 - 1),
    st.one_of(
        st.builds(lambda message: {"message": message}, messages),
        st.builds(lambda message: {"edited_message": message}, edits),
        st.builds(lambda query: {"callback_query": query}, taps),
        st.builds(lambda change: {"my_chat_member": change}, memberships),
        others,
    ),
)
