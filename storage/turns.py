"""
The turns of one batch: the step for each event, and what it decided as rows and replies.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Protocol

from content.duties import Asked
from handlers.deeds import AT_DESK, StaffErased
from handlers.effects import (
    AskStaff,
    Consent,
    DropMedia,
    Effect,
    Erase,
    KeepMedia,
    Message,
    NeedsStaff,
    NoticeArrived,
    OwnPhone,
    Reachable,
    Remind,
    Reply,
    ToldNews,
    Unanswered,
    WithStaff,
)
from handlers.events import Rested
from handlers.state import HELPED
from storage.changes import gather
from storage.chats import NOBODY, Chat, Hand, Key
from storage.codec import encode_message
from storage.columns import AUDIO, Keeping, Sending
from storage.deciding import Decider, Step
from storage.erase import erase, forget
from storage.hearing import BY_ITSELF, Heard, Hearing, Manner, Queued
from storage.instants import SECOND, instant, micros
from storage.lines import note_event, note_reply
from storage.petitions import note_granted
from storage.rows import Rows
from storage.seat_news import TOLD

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from content.model import Book
    from handlers.deeds import AtDesk
    from storage.numbers import Numbers

PENDING, SKIPPED, ANSWERED = int(Sending.PENDING), int(Sending.SKIPPED), int(Sending.ANSWERED)
WANTED = int(Keeping.WANTED)

RESOLUTION = SECOND
"""Some platforms give whole seconds."""


class House(Protocol):
    """What the turns need of the store."""

    step: Step
    code: Callable[[int], str]
    worker: str
    registrations: Numbers
    outbox: Numbers


class Turns:
    """The turns of one batch, in order; nothing is written before `write`."""

    def __init__(
        self, house: House, connection: Connection, book: Book, chats: Mapping[Key, Chat]
    ) -> None:
        self._house = house
        self._connection = connection
        self._book = book
        self._chats = chats
        self._decider = Decider(house.step, book, connection, house.registrations)
        self._rows = Rows()
        self._unwritten: dict[Key, Chat] = {}
        self._replies: dict[int, Queued] = {}
        self._answers: dict[int, Queued] = {}
        self._effects: dict[int, tuple[Effect, ...]] = {}

    def take(self, place: int, hearing: Hearing, at: int) -> None:
        """Take the turn of the event at this place of the batch."""
        if isinstance(hearing.event, AT_DESK):
            self._at_desk(place, hearing, hearing.event, at)
        else:
            self._take(place, hearing, at)

    def _at_desk(self, place: int, hearing: Hearing, event: AtDesk, at: int) -> None:
        """
        Take the turn of something that staff did, apart from the others of its chat: what it
        changes is put down to them.
        """
        self.write()
        chat = self._chats[hearing.account, hearing.address]
        self._decider.load(chat, event.registration)
        chat.hand = Hand(event.by, event.reason)
        self._take(place, hearing, at)
        self.write()
        chat.hand = NOBODY

    def _take(self, place: int, hearing: Hearing, at: int) -> None:
        key = (hearing.account, hearing.address)
        chat = self._chats[key]
        # strictly later than the chat's last line, which was at most a microsecond after its event
        chat.heard_at = at = max(at, chat.heard_at + 2)
        effects = self._decider.decide(chat, hearing)
        if type(hearing.event) not in BY_ITSELF:
            self._turned_to_us(chat, hearing)
        if type(hearing.event) is Rested:
            self._rows.rung.append(key)
            self._rows.timers.pop(key, None)
        reply: Message | None = None
        others: list[Effect] = []
        for effect in effects:
            if type(effect) is Reply:
                reply = effect.message
            else:
                self._act(chat, hearing, effect, at)
                others.append(effect)
        note_event(self._rows, chat, hearing.event, at)
        self._unwritten[key] = chat
        number = self._say(place, chat, hearing, reply) if reply else 0
        if others:
            for effect in effects:
                if type(effect) is Erase:
                    others += self._erase(chat, hearing, effect, at, number)
            self._effects[place] = tuple(others)

    def write(self) -> None:
        """Write what the turns so far came to."""
        house, book = self._house, self._book
        for chat in self._unwritten.values():
            gather(chat, self._rows, book.version, house.code)
            chat.before = chat.now
            chat.stale = None
        self._rows.write(self._connection)
        self._unwritten = {}
        self._rows = Rows()

    def heard(self, count: int) -> list[Heard]:
        """What became of each event; true only once it is committed."""
        replies, answers, effects = self._replies, self._answers, self._effects
        return [
            Heard(
                False,
                (replies[place],) if place in replies else (),
                answers.get(place),
                effects.get(place, ()),
            )
            for place in range(count)
        ]

    def _say(self, place: int, chat: Chat, hearing: Hearing, message: Message) -> int:
        """Put a reply on its way; gives the number of its row."""
        rows = self._rows
        if chat.stale is not None:
            self._withhold(*chat.stale)
        chat.seq += 1
        chat.last = number = self._house.outbox.take()
        account, address = chat.key
        queued = Queued(number, account, address, chat.seq, message, chat.interacted_at)
        by_call = message.by_call or message.attached is not None
        carried = hearing.answerable and not by_call and not chat.by_call
        if carried:
            self._answers[place] = queued
        else:
            self._replies[place] = queued
        if hearing.manner is Manner.STALE:
            chat.stale = (place, len(rows.outbox))
        else:
            # whatever else this batch says to the chat has to come after this
            chat.stale = None
            chat.by_call = True
        rows.outbox.append(
            (
                number,
                account,
                address,
                chat.seq,
                hearing.update_key,
                encode_message(message),
                ANSWERED if carried else PENDING,
                self._house.worker,
                chat.heard_at,
            )
        )
        note_reply(rows, chat, hearing.event, message, number)
        return number

    def _withhold(self, place: int, row: int) -> None:
        """Do not send the reply of a stale turn: a later one says what there is to say."""
        self._answers.pop(place, None)
        self._replies.pop(place, None)
        written = self._rows.outbox[row]
        self._rows.outbox[row] = (*written[:6], SKIPPED, *written[7:])

    def _act(  # noqa: C901, PLR0912 (a case for each effect)
        self, chat: Chat, hearing: Hearing, effect: Effect, at: int
    ) -> None:
        """Turn an effect into rows."""
        rows = self._rows
        account, address = chat.key
        match effect:
            case Consent(topic, given, text_version, how, number):
                if how not in HELPED:
                    chat.consents = chat.consents | {topic} if given else chat.consents - {topic}
                pressed = (chat.contact, topic, given, at, account.partition(":")[0])
                by = (text_version, hearing.update_key, how.value, number or None)
                rows.consents.append((*pressed, *by))
            case AskStaff(wish, phone, name, hour, language, text, media, number):
                said = (phone, name, hour, language, text, at, media, number or None)
                rows.requests.append((chat.contact, wish.value, *said))
                rows.matters.need(chat.contact, wish.value, at)
            case NeedsStaff(why):
                rows.matters.need(chat.contact, why.value, at)
            case WithStaff() as now:
                staff = getattr(hearing.event, "staff", None)
                rows.matters.turn(chat.contact, now, staff, at)
            case KeepMedia(media, number, product, question, remote, spoken):
                mime = AUDIO if spoken else ""
                of = (media, account, address, number or None, product, question)
                rows.media.append((*of, remote, WANTED, at, mime))
            case DropMedia(media):
                rows.dropped.append((media,))
            case Remind(bound_to, after):
                rest = int(after.total_seconds()) * SECOND
                rows.timers[chat.key] = (account, address, bound_to, rest, at + rest)
            case Unanswered(text):
                rows.asked(text, at)
            case Reachable(yes):
                self._reach(chat, _sent(hearing), there=yes)
            case ToldNews(seat, news, until):
                rows.news.append((TOLD[news], until and micros(until), seat))
            case NoticeArrived(notice, row):
                rows.arrived.append((notice, row, chat.contact))
            case OwnPhone(phone):
                rows.phones.append((phone, chat.contact))
            case Erase(everything=everything):
                chat.now = forget(chat.now, effect)
                chat.erased = True
                if everything:
                    chat.consents = frozenset()

    def _turned_to_us(self, chat: Chat, hearing: Hearing) -> None:
        """Note that the person did something here, by which they can be reached again."""
        sent = _sent(hearing)
        chat.interacted_at = max(chat.interacted_at, sent)
        if chat.unreachable_since is not None:
            self._reach(chat, sent, there=True)

    def _reach(self, chat: Chat, sent: int, *, there: bool) -> None:
        """Note who is there and who has left; what comes late undoes nothing newer."""
        newer = chat.unreachable_since or 0 if there else chat.interacted_at
        if sent + RESOLUTION < newer:
            return
        chat.unreachable_since = None if there else sent
        self._rows.reach[chat.contact] = chat.unreachable_since

    def _erase(
        self, chat: Chat, hearing: Hearing, wish: Erase, at: int, spare: int
    ) -> list[Effect]:
        """Erase what is stored, with what this batch has said so far."""
        self.write()
        files = erase(self._connection, chat, wish, at, spare)
        if type(hearing.event) is not StaffErased:
            note_granted(self._connection, Asked.ERASE, chat.key[0].partition(":")[0], instant(at))
        chat.before = chat.now
        chat.versions = {
            one.id: chat.versions[one.id]
            for one in chat.now.registrations
            if one.id in chat.versions
        }
        return [DropMedia(media) for media in files]


def _sent(hearing: Hearing) -> int:
    """When it happened, by the platform's clock, if that is not ahead of ours."""
    at = hearing.event.at
    return micros(min(at.sent, at.heard))
