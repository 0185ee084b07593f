"""Somebody of staff at the inbox."""

from __future__ import annotations

from tests.console.office import Caller, Seen

INBOX = "/staff/inbox"
HOA = "Nông Thị Hoa"


async def opened(desk: Caller) -> Seen:
    """The page of the first who waits."""
    (person, *_) = (await desk.get(INBOX)).people
    return await desk.get(f"{INBOX}/{person}")


async def acts(desk: Caller, what: str, **fields: str) -> Seen:
    """Do something about the first who waits, or is answered, by the form on their page."""
    people = (await desk.get(INBOX)).people or (await desk.get(f"{INBOX}?turn=answered")).people
    page = await desk.get(f"{INBOX}/{people[0]}")
    return await desk.post(f"{INBOX}/{people[0]}/{what}", page.fields | fields)


async def replies(desk: Caller, text: str) -> Seen:
    return await acts(desk, "reply", text=text)
