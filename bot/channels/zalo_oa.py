"""
Zalo's Official Account: what it sends, and what became of it.

Before anything leaves it is asked in which class it may, free or paid. Buttons under a text are
documented here and there, and not for every kind of account: how this one takes them is learnt from
its answers. A message whose buttons are refused is said in words, which is safe, because Zalo
refuses them before anything is delivered.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, Self

from sqlalchemy.exc import SQLAlchemyError

from bot.channels.attaching import spoilt
from bot.channels.base import Down, Outgoing, Receipt, Sent, Unknown
from bot.channels.calling import CallFailed, NotSent
from bot.channels.zalo_classes import not_now
from bot.channels.zalo_errors import (
    BREAKS_RULES,
    TEMPLATE,
    known,
    receipt_of,
    receipt_of_failure,
)
from bot.channels.zalo_media import download
from bot.channels.zalo_oa_attached import File
from bot.channels.zalo_oa_calls import Calls
from bot.channels.zalo_oa_render import bubbles, phone_form
from bot.channels.zalo_oa_shapes import Shapes
from bot.channels.zalo_templates import Templates
from bot.channels.zalo_tokens import NoToken
from bot.channels.zalo_windows import Cost, Open
from bot.clock import now
from storage.outcomes import FREE, Charge

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from bot.channels.attaching import Attachments
    from bot.channels.zalo_oa_calls import TokenSource
    from bot.channels.zalo_oa_render import Bubble
    from bot.channels.zalo_request import Answer
    from bot.channels.zalo_windows import Answer as Class

API, BUSINESS = "https://openapi.zalo.me", "https://business.openapi.zalo.me"
SENDERS = 16

_ID = re.compile(r"[0-9]{1,32}")
_SPARE = 3  # connections beside the senders': downloads, a look at the account

log = logging.getLogger(__name__)


class Classes(Protocol):
    """Who knows what may leave; `of` raises what the database raises."""

    async def of(self, outgoing: Outgoing) -> Class:
        """Whether this may leave now, and at which price."""

    def charge(self, answer: Open, messages: int) -> Charge:
        """What so many messages of this class cost."""

    async def phone(self, address: str) -> str:
        """The phone number of whoever has this address, as 84912000111; raises as `of` does."""


class ZaloOA:
    """
    One Official Account; `async with` opens and closes its connections.

    `classes` says what may leave, and at which price. `api` is the base address, `business` that of
    the host which sends by phone number, `proxy` an HTTP proxy on the way to them, `senders` how
    many messages may be on their way at once. `app_secrets` prove where calls come from, if Zalo
    asks for that; `picture` is the address of the image on the form that asks for a phone number.
    Without `attachments` messages go without their files.
    """

    def __init__(  # noqa: PLR0913 - what an account is made of, by name
        self,
        oa: str,
        tokens: TokenSource,
        classes: Classes,
        *,
        api: str = API,
        business: str = BUSINESS,
        proxy: str = "",
        senders: int = SENDERS,
        app_secrets: Sequence[str] = (),
        picture: str = "",
        attachments: Attachments | None = None,
        now: Callable[[], datetime] = now,
    ) -> None:
        if not _ID.fullmatch(oa):
            raise ValueError("an Official Account's id is a number, as Zalo's console shows it")
        self._account = f"zalo_oa:{oa}"
        self._api = api.rstrip("/")
        self._calls = Calls(
            tokens, self._api, business.rstrip("/"), proxy, senders + _SPARE, app_secrets
        )
        self._templates = Templates(self._calls, classes.phone, now)
        self._classes = classes
        self._picture = picture
        self._attachments = attachments
        self._now = now
        self._shapes = Shapes()
        self._strange: set[int] = set()

    @property
    def account(self) -> str:
        return self._account

    async def __aenter__(self) -> Self:
        await self._calls.__aenter__()
        return self

    async def __aexit__(self, *failure: object) -> None:
        await self._calls.__aexit__(*failure)

    async def send(self, outgoing: Outgoing) -> Receipt:
        """
        Send one message; a long one goes as several, the buttons on the last.

        A failure after the first of several is `Unknown`: a part has been read already. The form
        that asks for a phone number is an offer beside it, and not worth paying for: without the
        form the number is typed.
        """
        try:
            answer = await self._classes.of(outgoing)
            if not isinstance(answer, Open):
                return not_now(answer, self._now())
            receipt, messages = await self._leave(outgoing, answer)
        except NoToken as none:
            return Down(f"no token ({none})")
        except CallFailed as failure:
            return receipt_of_failure(failure)
        except (SQLAlchemyError, OSError) as problem:
            return receipt_of_failure(NotSent(type(problem).__name__))
        if not isinstance(receipt, Sent):
            return receipt
        charge = self._classes.charge(answer, messages)
        if outgoing.message.ask_phone and charge is FREE:
            await self._offer(phone_form(outgoing.address, outgoing.message, self._picture))
        return replace(receipt, charge=charge)

    async def fetch(self, remote: str) -> bytes:
        """The bytes of a photo or paper that somebody sent; raises `Missing`."""
        return await download(self._calls.session, remote, self._api)

    async def about(self) -> Answer:
        """What Zalo says of our account; raises `NoToken` or `CallFailed`."""
        return await self._calls.about()

    async def _leave(self, outgoing: Outgoing, answer: Open) -> tuple[Receipt, int]:
        """Send it in its class; what came of it, and of how many messages it was made."""
        if answer.template and outgoing.announced:
            receipt = await self._templates.send(
                outgoing.address, answer.template, outgoing.announced
            )
            return receipt, 1
        parts = bubbles(outgoing.message)
        attached = outgoing.message.attached
        if attached is None or attached.is_recording or self._attachments is None:
            return await self._say_all(outgoing.address, parts), len(parts)
        file = File(
            self._calls,
            self._attachments,
            self._account,
            attached,
            self._receipt,
            self._now,
        )
        return await self._say_with(file, outgoing.address, parts, free=answer.cost is Cost.FREE)

    async def _say_with(
        self, file: File, address: str, parts: list[Bubble], *, free: bool
    ) -> tuple[Receipt, int]:
        """
        Say it with a picture or a paper.

        A picture carries what has no buttons, and where messages cost money, also what has some, in
        words; beside any other message the file is one of its own, which comes after it.
        """
        words = [one for part in parts for one in part.in_words()]
        beneath = file.takes_words and len(words) == 1 and not (free and parts[0].has_buttons)
        if beneath and not spoilt(receipt := await file.send(address, words[0].text)):
            return receipt, 1
        receipt = await self._say_all(address, parts)
        if beneath or not isinstance(receipt, Sent):
            return receipt, len(parts)
        try:
            followed = isinstance(await file.send(address), Sent)
        except (NoToken, CallFailed):
            followed = False
        return receipt, len(parts) + followed

    async def _say_all(self, address: str, parts: list[Bubble]) -> Receipt:
        receipt: Receipt = Unknown("nothing to say")
        for place, part in enumerate(parts):
            receipt = await self._say(address, part)
            if not isinstance(receipt, Sent):
                return Unknown("cut between the parts of a long message") if place else receipt
        return receipt

    async def _say(self, address: str, bubble: Bubble) -> Receipt:
        """One message: its buttons in whatever shape Zalo takes them, and at last in words."""
        try:
            if not bubble.has_buttons:
                return self._receipt(await self._calls.message(bubble.body(address)))
            for typed in self._shapes.to_try:
                answer = await self._calls.message(bubble.body(address, typed=typed))
                if answer.error not in TEMPLATE:
                    if answer.error == 0:
                        self._shapes.took(typed=typed)
                    return self._receipt(answer)
        except NoToken as none:
            return Down(f"no token ({none})")
        except CallFailed as failure:
            return receipt_of_failure(failure)
        receipt = await self._say_all(address, bubble.in_words())
        if isinstance(receipt, Sent):
            self._shapes.refused()
        return receipt

    async def _offer(self, form: object) -> None:
        """Post what is good to have and not needed."""
        try:
            answer = await self._calls.message(form)
        except (NoToken, CallFailed):
            return
        self._receipt(answer)

    def _receipt(self, answer: Answer) -> Receipt:
        """What came of a message; what somebody should look into is said in the log."""
        if answer.error == BREAKS_RULES:
            log.error("%s: a message breaks the platform's rules", self._account)
        elif not known(answer.error) and answer.error not in self._strange:
            self._strange.add(answer.error)
            log.warning("%s: an unknown error %d", self._account, answer.error)
        return receipt_of(answer, self._now())
