"""Who has birthday in the next days."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, QuerySet, Value

from kundenwert.foundation.access.models import User
from kundenwert.records.access import may, visible
from kundenwert.records.registry import record_type_for

from ..models.day_of_year import day_of_year

CUSTOMER, CONTACT = "customers.customer", "customers.contact"
COLUMNS = ("source", "id", "name", "birthday", "any_phone", "any_mobile", "any_email", "company")


@dataclass(frozen=True)
class Birthday:
    """Somebody's next birthday."""

    name: str
    company: str
    """Of a contact; empty for a customer itself."""
    url: str
    phone: str
    email: str
    day: date
    age: int
    """Completed on that day."""

    @property
    def is_round(self) -> bool:
        """A birthday that asks for more than a line."""
        return self.age > 0 and self.age % 10 == 0


def coming_birthdays(user: User, today: date, *, days: int = 7, limit: int = 8) -> list[Birthday]:
    """Visible customers and contacts with a birthday today or in the next `days` days, the nearest first. One query."""
    dates = [today + timedelta(days=ahead) for ahead in range(days + 1)]
    wanted = {key: day for day in reversed(dates) for key in _keys(day)}
    found = _born_on(visible(user, record_type_for(CUSTOMER)), list(wanted), CUSTOMER, Value(""))
    if may(user, record_type_for(CONTACT), "see"):
        contacts = _born_on(visible(user, record_type_for(CONTACT)), list(wanted), CONTACT, F("customer__name"))
        found = found.union(contacts, all=True)
    birthdays = [_birthday(row, wanted) for row in found]
    return sorted(birthdays, key=lambda birthday: (birthday.day, birthday.name))[:limit]


def _keys(day: date) -> Sequence[int]:
    """Month × 100 + day of the birthdays kept on a day.

    Those of 29 February have theirs on 1 March in other years: in Germany wishes that come early bring bad luck.
    """
    key = day.month * 100 + day.day
    return (key, 229) if key == 301 and not calendar.isleap(day.year) else (key,)


def _born_on(people: QuerySet[Any], keys: Sequence[int], source: str, company: Any) -> Any:
    born = people.filter(birthday__isnull=False).alias(key=day_of_year("birthday"))
    named = born.filter(key__in=keys).annotate(
        source=Value(source), company=company, any_phone=F("phone"), any_mobile=F("mobile"), any_email=F("email")
    )
    return named.order_by().values_list(*COLUMNS)


def _birthday(row: tuple[Any, ...], wanted: dict[int, date]) -> Birthday:
    source, record_id, name, born, phone, mobile, email, company = row
    day = wanted[born.month * 100 + born.day]
    return Birthday(
        name=name,
        company=company,
        url=record_type_for(source).url_of(record_id),
        phone=phone or mobile,
        email=email,
        day=day,
        age=day.year - born.year,
    )
