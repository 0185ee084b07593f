"""
What a turn leaves in the talk as it is kept: a line for what happened, and one for what was said.

Before the person agrees to anything only that and when; what staff write is theirs, and kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handlers.deeds import AT_DESK, StaffErased
from handlers.events import HandedBack, StaffReplied, TakenOver
from storage.hearing import what_was_said

if TYPE_CHECKING:
    from handlers.effects import Message
    from handlers.events import Event
    from storage.chats import Chat
    from storage.rows import Rows


def note_event(rows: Rows, chat: Chat, event: Event, at: int) -> None:
    """Write down what happened; what staff reply and do is written down where it shows."""
    if isinstance(event, (StaffErased, *AT_DESK)):
        return
    kind, text, media = what_was_said(event)
    if isinstance(event, TakenOver | HandedBack):
        rows.of_staff.append((chat.contact, at, "staff", kind, "", "", None, event.staff or None))
    elif not isinstance(event, StaffReplied):
        said = text if chat.agreed else ""
        rows.messages.append((chat.contact, at, "person", kind, said, media, None))


def note_reply(rows: Rows, chat: Chat, event: Event, said: Message, number: int) -> None:
    """Write down what is said to an event by the row of the outbox with this number."""
    at, file = chat.heard_at + 1, said.attached.media if said.attached else ""
    if isinstance(event, StaffReplied):
        rows.of_staff.append(
            (chat.contact, at, "staff", "text", event.text, file, number, event.staff)
        )
    else:
        text = said.text if chat.agreed else ""
        rows.messages.append((chat.contact, at, "bot", "text", text, file, number))
