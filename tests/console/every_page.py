"""
Every page of the console with an example of its address, and what there is to see on them.

A new page is added to `PAGES`, a download to `FILES`; what it needs to show something is made in
`furnish`. The test of every page fails for a route that is in neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from bot.console.activities.guests import TICKET
from content.duties import Asked
from handlers.state import Status
from storage import breaches, petitions
from tests.console.announcements import TICKET_NAME, announced, held
from tests.console.producers import SMITH, TEA_MAKER, WEAVER, Village

PAGES: Mapping[str, tuple[str, ...]] = {
    "/staff/registrations": (
        "/staff/registrations",
        "/staff/registrations?words=lanh&commune=00901",
        "/staff/registrations?words=khongcogi",
        "/staff/registrations?sort=name&since=x&column=title&column=group&column=phone&column=twins",
    ),
    r"/staff/registrations/{number:\d+}": ("/staff/registrations/1",),
    r"/staff/registrations/{number:\d+}/steps/{step:[a-z-]{2,20}}": (
        "/staff/registrations/1/steps/complete",
        "/staff/registrations/1/steps/withdraw",
    ),
    r"/staff/registrations/{number:\d+}/edit/{product:\d{1,2}}/{section:[a-z-]{2,20}}": (
        "/staff/registrations/1/edit/0/contact",
        "/staff/registrations/1/edit/1/product",
    ),
    r"/staff/registrations/{number:\d+}/ask": ("/staff/registrations/1/ask",),
    "/staff/rounds": ("/staff/rounds",),
    "/staff/rounds/{key:[a-z0-9-]{2,40}}": ("/staff/rounds/new",),
    "/staff/entry": ("/staff/entry",),
    "/staff/send-up": ("/staff/send-up",),
    "/staff/users": ("/staff/users",),
    r"/staff/users/{number:\d+}": ("/staff/users/1", "/staff/users/2"),
    "/staff/audit": ("/staff/audit", "/staff/audit?since=01/01/2031"),
    "/staff/audit/verify": ("/staff/audit/verify",),
    "/staff/system": ("/staff/system",),
    "/staff/system/check": ("/staff/system/check",),
    "/staff/account": ("/staff/account",),
    "/staff/second": ("/staff/second",),
    "/staff/slip": ("/staff/slip",),
    "/staff/activities": ("/staff/activities", "/staff/activities?when=all"),
    "/staff/activities/new": ("/staff/activities/new",),
    r"/staff/activities/{number:\d+}": ("/staff/activities/1",),
    r"/staff/activities/{number:\d+}/edit": ("/staff/activities/1/edit",),
    r"/staff/activities/{number:\d+}/door": ("/staff/activities/1/door",),
    TICKET: ("/staff/checkin/" + TICKET_NAME,),
    "/staff/import": ("/staff/import",),
    r"/staff/import/{number:\d+}": (),
    "/staff/council": ("/staff/council",),
    r"/staff/council/{number:\d+}": (),
    "/staff/notices": ("/staff/notices", "/staff/notices?state=over"),
    "/staff/notices/new": ("/staff/notices/new",),
    r"/staff/notices/{number:\d+}": ("/staff/notices/1", "/staff/notices/2"),
    r"/staff/notices/{number:\d+}/edit": ("/staff/notices/1/edit",),
    r"/staff/notices/{number:\d+}/left-out": ("/staff/notices/1/left-out?why=without-consent",),
    r"/staff/notices/{number:\d+}/calls": ("/staff/notices/2/calls",),
    "/staff/inbox": ("/staff/inbox", "/staff/inbox?turn=answered", "/staff/inbox?whose=mine"),
    "/staff/inbox/digest": ("/staff/inbox/digest",),
    r"/staff/inbox/{number:\d+}": ("/staff/inbox/1",),
    "/staff/statistics": ("/staff/statistics", "/staff/statistics?period=month"),
    r"/staff/statistics/targets/{number:\d+}": ("/staff/statistics/targets/2026",),
    "/staff/reports": ("/staff/reports", "/staff/reports?span=month&year=2026&number=1"),
    "/staff/posters": ("/staff/posters", "/staff/posters?commune=00901"),
    "/staff/privacy": ("/staff/privacy",),
    "/staff/privacy/new": ("/staff/privacy/new",),
    r"/staff/privacy/{number:\d+}": ("/staff/privacy/1", "/staff/privacy/2"),
    "/staff/privacy/seen": ("/staff/privacy/seen",),
    "/staff/privacy/cleaned": ("/staff/privacy/cleaned",),
    "/staff/privacy/breaches": ("/staff/privacy/breaches",),
    r"/staff/privacy/breaches/{number:\d+}": ("/staff/privacy/breaches/1",),
    "/staff/privacy/assessment": ("/staff/privacy/assessment",),
    "/staff/content": ("/staff/content", "/staff/content?words=hồ+sơ&area=faq.ftl"),
    "/staff/content/sentences/{language:[a-z]{2}}/{key:-?[a-zA-Z][a-zA-Z0-9._-]{0,99}}": (
        "/staff/content/sentences/vi/faq-contacts",
        "/staff/content/sentences/vi/faq-fee.title",
    ),
    "/staff/content/publish": ("/staff/content/publish",),
    "/staff/content/editions": ("/staff/content/editions",),
    r"/staff/content/editions/{number:\d+}": ("/staff/content/editions/0",),
    "/staff/content/forms": ("/staff/content/forms",),
}
"""
By the path of the route; those that take a session.

A list that was handed in is its owner's alone: `test_import_page` and `test_results_page` look.
"""

ENTRANCES = frozenset(
    {
        "/staff",
        "/staff/",
        "/staff/static/{version}/{name}",
        "/staff/login",
        "/staff/login/{token}",
    }
)
"""What takes no session."""

MOVED = frozenset({"/staff/requests", "/staff/inbox/events"})
"""Addresses that lead elsewhere, or tell on and on."""

FILES = frozenset(
    {
        r"/staff/import/{number:\d+}/outcome",
        r"/staff/council/{number:\d+}/outcome",
        r"/staff/registrations/{number:\d+}/files/{file:[0-9a-f]{32}}",
        r"/staff/inbox/{number:\d+}/files/{file:[0-9a-f]{32}}",
        r"/staff/requests/{number:\d+}/voice",
        "/staff/notices/count",
        r"/staff/notices/{number:\d+}/picture",
        r"/staff/activities/{number:\d+}/picture",
        r"/staff/notices/{number:\d+}/progress",
        "/staff/posters/file",
        r"/staff/reports/{number:\d+}/{kind:docx|xlsx}",
    }
)
"""What is downloaded, played, shown as a picture, or put into a page that is open."""


MAKERS = (
    WEAVER,
    TEA_MAKER,
    SMITH,
    ("Hoàng Văn Páo", "0915 222 333", "HTX Mật ong Mèo Vạc", "2", "Mèo Vạc", "Mật ong bạc hà"),
    ("Triệu Thị Say", "0978 444 555", "Cơ sở Giấy bản Việt Quang", "4", "Bắc Quang", "Giấy bản"),
    ("Nông Văn Thắng", "0962 777 888", "Mây tre Chiêm Hoá", "1", "Chiêm Hóa", "Giỏ mây"),
    ("Giàng Thị Dở", "0989 111 222", "HTX Cấn Tỷ", "2", "Cán Tỷ", "Váy lanh"),
)


async def furnish(village: Village) -> None:
    """Something of everything that the console shows."""
    producers = [
        await village.registered(maker, group)
        for maker, group in zip(MAKERS, "1212111", strict=True)
    ]
    await producers[0].asks("Bao giờ có lớp tập huấn ạ?")
    await village.set_status(2, Status.FILED_COMMUNE)
    await village.somebody().asks_for_a_call("0912 345 678", "Mai")
    await village.somebody().asks("Khăn thêu tay có được dự thi không ạ?")
    await furnish_privacy(village)
    await announced(village.engine)
    await held(village.engine)


async def furnish_privacy(village: Village) -> None:
    """A petition to see, one to erase that is late, and a breach."""
    now, who = datetime.now(UTC), petitions.Who(None)
    for asked, ago in ((Asked.SEE, 1), (Asked.ERASE, 30)):
        then = now - timedelta(days=ago)
        due = then + timedelta(days=20)
        draft = petitions.Draft(
            asked, "telephone", "Mai", "Xin dữ liệu", then, due, due, petitions.Whose(1)
        )
        await petitions.create(village.engine, draft, who, now)
    lost = breaches.Draft(now, now + timedelta(hours=72), "Mất máy", "Xã Lùng Tám", 12, "")
    await breaches.create(village.engine, lost, who, now)
