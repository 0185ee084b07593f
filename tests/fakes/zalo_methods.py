"""The calls of the OpenAPI that concern the OA itself and its people, with their refusals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.fakes.zalo_account import ApiError, Json, Official, Person
from tests.fakes.zalo_quota import Allowance

MAX_IMAGE = 1024 * 1024
MAX_FILE = 5 * 1024 * 1024
JPEG, PNG, GIF = b"\xff\xd8\xff", b"\x89PNG", b"GIF8"
PAPERS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a call brought: its JSON, or the file in the field `file`."""

    parameters: Json = field(default_factory=dict)
    content: bytes = b""
    name: str = ""


Method = Callable[[Asked], object]


class Methods:
    """The calls by HTTP method and path, all but those that send messages."""

    def __init__(self, official: Official, allowance: Allowance, name: str) -> None:
        self._official = official
        self._allowance = allowance
        self._name = name
        self.table: dict[tuple[str, str], Method] = {
            ("GET", "v2.0/oa/getoa"): self._get_oa,
            ("GET", "v3.0/oa/user/detail"): self._user_detail,
            ("GET", "v3.0/oa/user/getlist"): self._user_list,
            ("POST", "v3.0/oa/quota/message"): self._quota,
            ("POST", "v2.0/oa/upload/image"): self._upload("image", MAX_IMAGE, JPEG, PNG),
            ("POST", "v2.0/oa/upload/gif"): self._upload("gif", MAX_FILE, GIF),
            ("POST", "v2.0/oa/upload/file"): self._upload("file", MAX_FILE, *PAPERS),
            ("POST", "v2.0/oa/tag/tagfollower"): self._tag,
            ("POST", "v2.0/oa/tag/rmfollowerfromtag"): self._untag,
            ("GET", "v2.0/oa/tag/gettagsofoa"): self._tags,
        }

    def _get_oa(self, asked: Asked) -> Json:
        return {
            "oa_id": self._official.id,
            "oaid": self._official.id,
            "name": self._name,
            "description": "",
            "is_verified": True,
            "oa_type": self._official.rules.oa_type,
            "num_follower": sum(one.follows for one in self._official.people.values()),
            "package_name": "OA Comprehensive",
            "package_valid_through_date": "31/12/2027",
            "linked_ZCA": "",
        }

    def _user_detail(self, asked: Asked) -> Json:
        person = someone(self._official, asked.parameters.get("user_id"))
        seen = self._official.clock.at(person.interacted)
        return {
            "user_id": person.id,
            "user_id_by_app": person.by_app,
            "user_external_id": "",
            "display_name": person.name,
            "user_alias": person.name,
            "is_sensitive": False,
            "user_last_interaction_date": f"{seen:%d/%m/%Y}",
            "user_is_follower": person.follows,
            "avatar": "https://s120-ava-talk.zadn.vn/default",
            "avatars": {"120": "", "240": ""},
            "dynamic_param": "",
            "tags_and_notes_info": {"notes": [], "tag_names": sorted(person.tags)},
            "shared_info": person.shared,
        }

    def _user_list(self, asked: Asked) -> Json:
        offset, count = asked.parameters.get("offset"), asked.parameters.get("count")
        if not isinstance(offset, int) or not 0 <= offset <= 9951:
            raise ApiError(-210, "offset is over the limit")
        if not isinstance(count, int) or not 1 <= count <= 50:
            raise ApiError(-210, "count is over the limit")
        tag, follower = asked.parameters.get("tag_name"), asked.parameters.get("is_follower")
        found = [
            one
            for one in self._official.people.values()
            if one.interacted
            and (not tag or tag in one.tags)
            and (not follower or one.follows == (follower == "true"))
        ]
        users = [{"user_id": one.id} for one in found[offset : offset + count]]
        return {"total": len(found), "count": count, "offset": offset, "users": users}

    def _quota(self, asked: Asked) -> object:
        if "user_id" in asked.parameters:
            person = someone(self._official, asked.parameters["user_id"])
            return {
                "last_interaction": str(int(person.interacted * 1000)),
                "cs_reply": {"remain": 8, "total": 8},
                "promotion": {
                    "daily_remain": 1,
                    "daily_total": 1,
                    "monthly_remain": 4,
                    "monthly_total": 4,
                },
            }
        if asked.parameters.get("quota_owner") not in ("OA", "App"):
            raise ApiError(-201, "quota_owner is invalid")
        return [
            {
                "asset_id": "1",
                "product_type": asked.parameters.get("product_type", "cs"),
                "quota_type": "sub_quota",
                "valid_through": "31/12/2027",
                "total": self._allowance.monthly,
                "remain": self._allowance.left,
            }
        ]

    def _upload(self, kind: str, limit: int, *beginnings: bytes) -> Method:
        def method(asked: Asked) -> Json:
            if not asked.content:
                raise ApiError(-201, "file is invalid")
            if len(asked.content) > limit:
                raise ApiError(-210, "file is over the limit")
            if not asked.content.startswith(beginnings) and not asked.name.endswith(".csv"):
                raise ApiError(-201, "file type is not supported")
            name = self._official.keep(kind, asked.content, asked.name)
            return {"token" if kind == "file" else "attachment_id": name}

        return method

    def _tag(self, asked: Asked) -> Json:
        person, tag = self._tagged(asked)
        person.tags.add(tag)
        return {}

    def _untag(self, asked: Asked) -> Json:
        person, tag = self._tagged(asked)
        person.tags.discard(tag)
        return {}

    def _tags(self, asked: Asked) -> list[str]:
        return sorted({tag for one in self._official.people.values() for tag in one.tags})

    def _tagged(self, asked: Asked) -> tuple[Person, str]:
        tag = asked.parameters.get("tag_name")
        if not isinstance(tag, str) or not tag:
            raise ApiError(-201, "tag_name is invalid")
        return someone(self._official, asked.parameters.get("user_id")), tag


def someone(official: Official, user: object) -> Person:
    """The person with this id, which is a text."""
    person = official.people.get(user) if isinstance(user, str) else None
    if person is None:
        raise ApiError(-201, "user_id is invalid")
    return person
