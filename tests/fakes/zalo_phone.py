"""A person with Zalo on the phone, in the chat with an Official Account."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from tests.fakes.zalo_account import BANNED, LEFT, RESTRICTED, Json, Official, Person
from tests.fakes.zalo_events import ATTACHMENTS, NEW_INFO, OLD_INFO
from tests.fakes.zalo_hand import Hand
from tests.fakes.zalo_message import QUERIES


class Phone(Hand):
    """
    One person's chat with the OA.

    A tap on a query button arrives as `user_send_text` whose text is the payload. Whoever says
    anything after blocking the OA has unblocked it.
    """

    def __init__(self, official: Official, person: Person, url: str) -> None:
        super().__init__(person.screen)
        self.person = person
        self._official = official
        self._url = url

    @property
    def id(self) -> str:
        """The user id (digits)."""
        return self.person.id

    def looks_at(self, picture: str) -> bytes:
        """What a picture shows that was uploaded."""
        return self._official.asset(picture, "image").content

    def named(self, file: str) -> str:
        """The name of a file that was uploaded."""
        return self._official.asset(file, "file").name

    def starts(self, payload: str = "") -> None:
        """Follow the OA; `payload` is the source that Zalo names."""
        self.person.follows = True
        self.person.refusal = 0
        self._official.interacts(self.person)
        self._follower("follow", payload or "oa_profile")

    def clicks_chat(self) -> None:
        """Open the chat for the first time: `user_click_chatnow`."""
        self._official.interacts(self.person)
        self._about(oa_id=self._official.id, event="user_click_chatnow")

    def says(self, text: str, **message: str) -> str:
        """Type a text, perhaps with a `quote_msg_id`; the message's id."""
        return self._send("user_send_text", {"text": text, **message})

    def forges(self, data: str) -> None:
        """Send what a tap would, with any payload, as anybody can."""
        self.says(data)

    def shares_contact(
        self, phone: str = "84912000111", *, own: bool = True, old: bool = False, **info: Any
    ) -> None:
        """
        Fill in the form that asks for personal details: `user_submit_info`.

        Name and number, and what else `info` says, in the `old` shape or the new one. A number that
        is not one's `own` goes as somebody's card.
        """
        if not own:
            self._attach("link", {"description": json.dumps({"phone": phone})}, {}, "business_card")
            return
        self.person.shared = {"name": self.person.name, "phone": phone} | info
        self._official.interacts(self.person)
        shape = OLD_INFO if old else NEW_INFO
        self._official.tell(
            "user_submit_info",
            self.id,
            sender={"id": self.id},
            recipient={"id": self._official.id},
            user_id_by_app=self.person.by_app,
            info=shape | self.person.shared,
        )

    def sends_photo(self, content: bytes, caption: str = "") -> None:
        """Send a photo; it is served at `{url}/media/…`."""
        url = f"{self._url}/{self._official.serve(content, 'jpg')}"
        text = {"text": caption} if caption else {}
        self._attach("image", {"thumbnail": url, "url": url}, text)

    def sends_photos(self, *contents: bytes) -> None:
        """Send several photos together, which come as one event."""
        urls = [f"{self._url}/{self._official.serve(one, 'jpg')}" for one in contents]
        attachments = [{"type": "image", "payload": {"thumbnail": url, "url": url}} for url in urls]
        self._send("user_send_image", {"attachments": attachments})

    def sends_document(self, content: bytes, name: str, mime: str, *, size: int = 0) -> None:
        """Send a file; `size` is what Zalo says of it, where it should lie."""
        ending = name.rpartition(".")[2]
        payload = {
            "url": f"{self._url}/{self._official.serve(content, ending)}",
            "size": str(size or len(content)),
            "name": name,
            "checksum": hashlib.md5(content, usedforsecurity=False).hexdigest(),
            "type": mime,
        }
        self._attach("file", payload, {})

    def sends_voice(self, content: bytes) -> None:
        """Hold the microphone and speak."""
        url = f"{self._url}/{self._official.serve(content, 'amr')}"
        self._attach("audio", {"url": url}, {})

    def sends(self, kind: str, **payload: Any) -> None:
        """Send anything else: `sticker`, `audio`, `video`, `gif`, `link`, `location`."""
        self._attach(kind, ATTACHMENTS[kind] | payload, {})

    def reacts(self, icon: str = "/-heart") -> None:
        """React to the newest message."""
        name = {"msg_id": self.bubbles[-1].message_id, "react_icon": icon}
        both: Json = {"sender": {"id": self.id}, "recipient": {"id": self._official.id}}
        self._official.tell("user_reacted_message", self.id, **both, message=name)

    def sees(self) -> None:
        """Look at everything that came: `user_seen_message`, which names the OA as its sender."""
        names = [bubble.message_id for bubble in self.bubbles]
        both: Json = {"sender": {"id": self._official.id}, "recipient": {"id": self.id}}
        self._official.tell("user_seen_message", self.id, **both, message={"msg_ids": names})

    def blocks(self) -> None:
        """Stop following and refuse messages: `unfollow`, and -244 from then on."""
        self._leave(RESTRICTED)

    def unfollows(self) -> None:
        """Stop following: `unfollow`, and -213 until the person does something again."""
        self._leave(LEFT)

    def unblocks(self) -> None:
        """Let the OA write again: `follow`."""
        self.starts()

    def leaves_zalo(self) -> None:
        """Have the account closed: -227, and no event tells of it."""
        self.person.refusal = BANNED

    def withdraws(self) -> None:
        """Withdraw consent: `user_withdraw`."""
        self._about(event="user_withdraw")

    def _press(self, button: Json) -> None:
        """Query buttons say their payload; the others open something beside the chat."""
        if button["type"] in QUERIES:
            self.says(button["payload"])

    def _send(self, event: str, message: Json) -> str:
        if self.person.refusal == RESTRICTED:
            self.unblocks()
        return self._official.says(self.person, event, message)

    def _attach(self, kind: str, payload: Json, text: Json, name: str = "") -> None:
        attachments = [{"type": kind, "payload": payload}]
        self._send(f"user_send_{name or kind}", text | {"attachments": attachments})

    def _leave(self, refusal: int) -> None:
        self.person.follows = False
        self.person.refusal = refusal
        self._follower("unfollow", "oa_profile")

    def _follower(self, event: str, source: str) -> None:
        self._official.tell(
            event,
            self.id,
            oa_id=self._official.id,
            follower={"id": self.id},
            user_id_by_app=self.person.by_app,
            source=source,
        )

    def _about(self, event: str, **members: str) -> None:
        person = {"user_id": self.id, "user_id_by_app": self.person.by_app}
        self._official.tell(event, self.id, **(person | members))
