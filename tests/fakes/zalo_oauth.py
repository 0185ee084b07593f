"""Who may call: codes, refresh tokens that are good once, and access tokens that die."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from tests.fakes.zalo_account import ApiError, Json, Rules
from tests.fakes.zalo_clock import DAY, MINUTE, Clock

ACCESS_SECONDS = 90_000
REFRESH_SECONDS = 90 * DAY
CODE_SECONDS = 10 * MINUTE


@dataclass(slots=True)
class Access:
    """An access token; `killed` is the code that answers whoever still uses it."""

    until: float
    killed: int = 0


class Grants:
    """Everything the admin of one OA has granted one app; `refreshes` counts the new pairs."""

    def __init__(self, clock: Clock, rules: Rules, app_id: str, app_secret: str) -> None:
        self.callback_url = ""
        self.refreshes = 0
        self._clock = clock
        self._rules = rules
        self._app_id = app_id
        self._app_secret = app_secret
        self._codes: dict[str, tuple[float, str]] = {}
        self._refresh: dict[str, float] = {}
        self._access: dict[str, Access] = {}

    def issue_code(self, challenge: str = "") -> str:
        code = secrets.token_urlsafe(48)
        self._codes[code] = self._clock() + CODE_SECONDS, self._rules.fixed_challenge or challenge
        return code

    def issue_refresh_token(self) -> str:
        token = secrets.token_urlsafe(120)
        self._refresh[token] = self._clock() + REFRESH_SECONDS
        return token

    def issue_token(self) -> str:
        """A new access token; the one before it dies."""
        if not self._rules.old_token_lives:
            self.kill_token(-216)
        token = secrets.token_urlsafe(120)
        self._access[token] = Access(self._clock() + ACCESS_SECONDS)
        return token

    def kill_token(self, code: int) -> None:
        for access in self._access.values():
            access.killed = access.killed or code

    def kill_grant(self) -> None:
        self.kill_token(-216)
        self._refresh.clear()

    def check(self, token: str, proof: str) -> None:
        """Whether a call with this token may go on."""
        access = self._access.get(token)
        if access is None:
            raise ApiError(-216, "Access token is invalid")
        if access.killed:
            raise ApiError(access.killed, "Access token is invalid")
        if access.until <= self._clock():
            raise ApiError(-220, "Access token has expired")
        wanted = hmac.new(self._app_secret.encode(), token.encode(), hashlib.sha256).hexdigest()
        if self._rules.wants_proof and not hmac.compare_digest(proof.encode(), wanted.encode()):
            raise ApiError(-242, "appsecret_proof is invalid")

    def permit(self, query: Mapping[str, str], oa_id: str) -> str:
        """An admin consents on the permission page: where the browser is sent."""
        target = query.get("redirect_uri", "")
        if query.get("app_id") != self._app_id or not self._rules.active:
            raise ApiError(-14002, "Invalid app id")
        if not target or "?" in target or (self.callback_url and target != self.callback_url):
            raise ApiError(-14003, "Invalid redirect uri")
        code = self.issue_code(query.get("code_challenge", ""))
        answer = {"code": code, "oa_id": oa_id, "state": query.get("state", "")}
        return f"{target}?{urlencode(answer)}"

    def exchange(self, form: Mapping[str, str], secret: str) -> Json:
        """A new pair of tokens for a code or a refresh token, which is good no longer."""
        if secret != self._app_secret or form.get("app_id") != self._app_id:
            raise ApiError(-14004, "Invalid secret key or app id")
        match form.get("grant_type"):
            case "authorization_code":
                self._take_code(form)
            case "refresh_token":
                self._take_refresh_token(form.get("refresh_token", ""))
            case _:
                raise ApiError(-14001, "Invalid grant type")
        self.refreshes += 1
        seconds = str(ACCESS_SECONDS) if self._rules.expires_as_text else ACCESS_SECONDS
        return {
            "access_token": self.issue_token(),
            "refresh_token": self.issue_refresh_token(),
            "expires_in": seconds,
            "refresh_token_expires_in": str(int(REFRESH_SECONDS)),
        }

    def _take_code(self, form: Mapping[str, str]) -> None:
        until, challenge = self._codes.pop(form.get("code", ""), (0.0, ""))
        if until <= self._clock():
            raise ApiError(-118, "Invalid authorization code")
        if challenge and challenge != challenge_of(form.get("code_verifier", "")):
            raise ApiError(-118, "Invalid code verifier")

    def _take_refresh_token(self, token: str) -> None:
        if self._refresh.pop(token, 0.0) <= self._clock():
            raise ApiError(-14014, "Invalid refresh token")


def challenge_of(verifier: str) -> str:
    """The code challenge that goes with a verifier."""
    digest = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def envelope(error: ApiError) -> Json:
    """How OAuth says no, which is not how the OpenAPI says it."""
    return {
        "error_name": error.message,
        "error_reason": error.message,
        "ref_doc": "https://developers.zalo.me/docs/oauth",
        "error_description": error.message,
        "error": error.code,
    }
