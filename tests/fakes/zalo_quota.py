"""What the OA may still send: the window of each person, the paid messages and the rates."""

from __future__ import annotations

from tests.fakes.zalo_account import ApiError, Json, Person
from tests.fakes.zalo_clock import DAY, HOUR, MINUTE, Clock

FREE_SECONDS = 48 * HOUR
OPEN_SECONDS = 7 * DAY
APP_PER_MINUTE = 4000
PRICE = 55


class Allowance:
    """
    Counts by the clock: requests a minute, paid messages a month.

    `monthly` is what the package pays for, `balance` (VND) pays for the rest. `free` and `billed`
    are how many messages went out inside and outside the 48 hours.
    """

    def __init__(self, clock: Clock) -> None:
        self.per_minute = 2000
        self.monthly = 2000
        self.balance = 0
        self.free = 0
        self.billed = 0
        self._clock = clock
        self._minute = (0, 0, 0)
        self._month = ("", 0)

    @property
    def left(self) -> int:
        """How many paid messages the package still holds this month."""
        month, spent = self._month
        return self.monthly - spent if month == self._this_month else self.monthly

    def admit(self, *, of_package: bool) -> int:
        """Count a request, or refuse it until the next full minute; how many are left."""
        now = int(self._clock() // MINUTE)
        minute, app, package = self._minute
        if minute != now:
            app = package = 0
        if app >= APP_PER_MINUTE or (of_package and package >= self.per_minute):
            raise ApiError(-32, "Your application reached limit call api")
        self._minute = now, app + 1, package + of_package
        return self.per_minute - package - of_package

    def open_for(self, person: Person) -> None:
        """Refuse what may not be sent to this person now."""
        if person.refusal:
            raise ApiError(person.refusal, "The user cannot be written to")
        if not person.interacted:
            raise ApiError(-232, "User has not interacted with the OA")
        if self._clock() - person.interacted > OPEN_SECONDS:
            raise ApiError(-230, "User has not interacted with the OA in the past 7 days")

    def charge(self, person: Person) -> Json:
        """Pay for one message: what the answer says of the quota, nothing inside 48 hours."""
        if self._clock() - person.interacted <= FREE_SECONDS:
            self.free += 1
            return {}
        if self.left > 0:
            self._month = self._this_month, self.monthly - self.left + 1
        elif self.balance >= PRICE:
            self.balance -= PRICE
        else:
            raise ApiError(-211, "Out of quota")
        self.billed += 1
        return {
            "quota_type": "sub_quota",
            "remain": str(self.left),
            "total": str(self.monthly),
            "expired_date": self._clock.local.strftime("28/%m/%Y"),
            "owner_type": "OA",
            "owner_id": "0",
        }

    @property
    def _this_month(self) -> str:
        return self._clock.local.strftime("%Y-%m")
