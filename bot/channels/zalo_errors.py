"""
What Zalo's error codes mean for a send: the table of the OpenAPI's codes, as receipts.

The number decides, never the wording beside it. Codes that ask for another try of the same message
(another token, the other endpoint, plain text) are named here, and tried by `bot.channels.zalo_oa`.
"""

from __future__ import annotations

from datetime import timedelta, timezone
from http import HTTPStatus
from typing import TYPE_CHECKING

from bot.channels.base import Down, Later, Refused, Sent, Unknown
from bot.channels.calling import CutOff, NotSent
from bot.channels.zalo_request import RATE_LIMIT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from bot.channels.base import Receipt
    from bot.channels.calling import CallFailed
    from bot.channels.zalo_request import Answer

VIETNAM = timezone(timedelta(hours=7))

TOKEN = frozenset({-216, 216, -220, -401, 401, -124})
"""The access token is wrong or has expired."""

NOT_ON_V3, NOT_ON_V2 = -235, -240
"""This kind of account is served by the other version's endpoint."""

NO_PROOF = -242
"""`appsecret_proof` is missing or wrong."""

TEMPLATE = frozenset({-201, -210, -233})
"""
A parameter or a kind of message is not taken, or a parameter is too long (nobody knows for sure how
long the words on a button may be); said before anything is delivered.
"""

BREAKS_RULES = -248
NIGHT = -234

BY_PHONE_ONLY = -249
"""This template message goes to a phone number, not to a person's id."""

_AGAIN = timedelta(seconds=1)
_MINUTES = timedelta(minutes=2)
_QUOTA = timedelta(minutes=10)
_MORNING = timedelta(hours=6, minutes=5)

_DOWN: Mapping[int, str] = {
    -204: "the account is disabled or deleted",
    -205: "the account does not exist",
    -209: "the app is not activated",
    -212: "the app is not registered for this call",
    -219: "the app was removed or disabled",
    -221: "the account must be verified for this",
    -223: "the account has not granted this call",
    -224: "the account's package is too low",
    NOT_ON_V3: "no endpoint for messages takes this kind of account",
    -237: "the group's package is disabled",
    NOT_ON_V2: "no endpoint for messages takes this kind of account",
    NO_PROOF: "the proof of the app's secret was refused",
    -320: "no cloud account is linked",
    **dict.fromkeys(TOKEN, "the token was refused"),
}
"""A person must set something right: nothing goes out for anybody until then."""

_GONE: Mapping[int, str] = {
    -213: "does not follow the account",
    -217: "blocked invitations from the account",
    -222: "blocked or inactive",
    -227: "the person's account is banned or long inactive",
    -244: "refuses this kind of message",
}
"""Out of reach until this person writes again."""

_OUTSIDE: Mapping[int, str] = {
    -230: "no interaction in 7 days",
    -232: "no interaction, or it is too long ago",
    -305: "no interaction in 48 hours",
    -311: "no interaction in 48 hours",
}
"""Outside the window, where a template message still reaches them."""

_QUOTA_SPENT: Mapping[int, str] = {
    -211: "the quota is spent",
    -321: "the cloud account has no money",
}
"""
Held back from each of these people, not from everybody: answers to whoever wrote within 48 hours
cost nothing and still go out.
"""

_REFUSED: Mapping[int, str] = {
    -100: "an attachment has expired",
    -201: "a parameter is invalid",
    -210: "a parameter is above its limit",
    -218: "the person's limit for today is reached",
    -233: "this kind of message is not taken",
    -238: "the asset was used already",
    -241: "the asset was used already",
    BREAKS_RULES: "breaks the platform's rules",
    BY_PHONE_ONLY: "the template cannot go by user id",
    -403: "the account is not in the group",
    -1340: "the form was not found",
    -1341: "no access to the form",
}
"""This message will never go through, mostly by our own mistake."""

_LATER: Mapping[int, Receipt] = {
    # No reason is given, so it may have arrived: as Unknown it is said once more and no more.
    -200: Unknown("sending failed (-200)"),
    -214: Later(_MINUTES, "still being processed (-214)"),
}


def receipt_of(answer: Answer, now: datetime) -> Receipt:
    """What a send came to, by Zalo's answer."""
    error = answer.error
    if error == 0:
        return _sent(answer)
    if error in _DOWN:
        return Down(f"{_DOWN[error]} ({error})")
    if error in _GONE:
        return Refused(f"{_GONE[error]} ({error})", gone=True)
    if error in _OUTSIDE:
        return Refused(f"{_OUTSIDE[error]} ({error})", by_rule=True)
    if error in _LATER:
        return _LATER[error]
    if error in _QUOTA_SPENT:
        return Later(_QUOTA, f"{_QUOTA_SPENT[error]} ({error})", counts=False, apart=True)
    if error in _REFUSED:
        reason = f"{_REFUSED[error]} ({error}): {answer.message[:200]}"
        return Refused(reason, forbidden=error == BREAKS_RULES)
    if error in _WAITS:
        return _WAITS[error](now)
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Later(_AGAIN, "their trouble")
    return Refused(f"error {error}: {answer.message[:200]}")


def known(error: int) -> bool:
    """Whether it is a success, or the table has this code."""
    return error == 0 or any(
        error in part for part in (_DOWN, _GONE, _OUTSIDE, _LATER, _QUOTA_SPENT, _REFUSED, _WAITS)
    )


def receipt_of_failure(failure: CallFailed) -> Receipt:
    """What a send came to that Zalo did not answer."""
    match failure:
        case NotSent():
            return Later(_AGAIN, "no connection", counts=False)
        case CutOff():
            return Unknown("the answer was lost")
        case _:
            return Later(_AGAIN, "their trouble")


def in_the_morning(now: datetime, error: int = NIGHT) -> Receipt:
    """What may not be sent at night waits until Zalo's morning."""
    local = now.astimezone(VIETNAM)
    morning = local.replace(hour=0, minute=0, second=0, microsecond=0) + _MORNING
    wait = morning - local if local < morning else morning + timedelta(days=1) - local
    return Later(wait, f"not at night ({error})", counts=False, apart=True)


def _sent(answer: Answer) -> Receipt:
    match answer.data.get("message_id", answer.data.get("msg_id")):
        case str(message_id) if message_id:
            return Sent(message_id)
        case int(message_id):
            return Sent(str(message_id))
        case _:
            return Unknown("an answer without a message id")


def _next_minute(now: datetime) -> Receipt:
    """Rates are counted by the full minute, for the app and the account as a whole."""
    left = timedelta(minutes=1) - timedelta(seconds=now.second, microseconds=now.microsecond)
    return Later(left, f"rate limit ({RATE_LIMIT})", whole_account=True, counts=False)


_WAITS = {RATE_LIMIT: _next_minute, NIGHT: in_the_morning}
