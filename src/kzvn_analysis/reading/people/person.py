"""Someone the article names: what the person is called, holds, and whom the person represents."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import Counter
from dataclasses import dataclass, field

from .find import RELATIVE, Found
from .names import form_country, known
from .titles import NOBODY
from .vocabulary import Holder, Office, holders_called, office_called

NO_RANK = 9.0
NO_ROLE = RELATIVE | {"leader", "spouse", "epithet"}


@dataclass(slots=True)
class Person:
    """Someone the article names."""

    name: tuple[str, ...]
    written: str
    offices: list[tuple[int, Office]] = field(default_factory=list)
    roles: list[tuple[int, str]] = field(default_factory=list)
    stated: Counter[str] = field(default_factory=Counter)
    barred: set[str] = field(default_factory=set)
    places: list[int] = field(default_factory=list)  # in order
    highest: Office | None = None  # of the offices
    once: set[str] = field(default_factory=set)

    @property
    def country(self) -> str | None:
        """As the text states; failing that, as the list of office-holders or the name's form has it."""
        if self.stated:
            country = min(self.stated, key=lambda c: (-self.stated[c], c))
            shown = form_country(self.name) if len(self.name) > 2 else None
            if shown == "VNM" and country == "KAZ":  # "the chairman of the Viet Nam–Kazakhstan group Nguyen Y"
                return shown
            return None if country == NOBODY else country
        holder = known(self.name)
        if holder and (holder.country or not self._held_another(holder)):
            return holder.country
        country = form_country(self.name)
        if len(self.name) == 1:
            countries = {h.country for h in holders_called(self.name[0])}
            country = countries.pop() if len(countries) == 1 else None
        return None if country in self.barred else country

    def _held_another(self, holder: Holder) -> bool:
        """Whether the article gives an office other than the one that the list has of who now serves many countries."""
        listed = office_called(holder.office)
        return bool(self.offices) and all(listed is None or o.group != listed.group for _, o in self.offices)

    @property
    def office(self) -> Office | None:
        """The highest that the article gives the person; failing that, the list of office-holders."""
        if self.offices:
            return self.highest
        holder = known(self.name)
        return office_called(holder.office) if holder else None

    @property
    def held(self) -> list[Office]:
        """Every office that the article gives the person; failing that, the one of the list."""
        return [office for _, office in self.offices] or ([self.office] if self.office else [])

    @property
    def rank(self) -> float:
        """Of the highest office."""
        office = self.office
        return office.rank if office else NO_RANK

    def add(self, found: Found) -> None:
        """Take in what a mention tells."""
        insort(self.places, found.start)
        if len(found.name) > len(self.name):
            self.name, self.written = found.name, found.written
        if found.country:
            self.stated[found.country] += 1
        if found.title:
            if found.title.not_country:
                self.barred.add(found.title.not_country)
            if found.title.office.group == "spouse":
                self._hold(found.start, found.title.office)
            elif found.title.role and found.title.office.group not in NO_ROLE:
                if found.title.former:
                    self.once.add(found.title.office.group)
                self._hold(found.start, found.title.office)
                self.roles.append((found.start, found.title.role))

    def _hold(self, position: int, office: Office) -> None:
        self.offices.append((position, office))
        if self.highest is None or office.rank < self.highest.rank:
            self.highest = office

    def share_office(self, other: Person, position: int) -> None:
        """Somebody's counterpart holds the same office."""
        if other.offices and not self.offices:
            self._hold(position, other.offices[-1][1])
            self.roles.append((position, other.roles[-1][1]))

    def role(self, position: int) -> str | None:
        """The office as named at `position` or the nearest before it, else after it."""
        after = bisect_right(self.roles, position, key=lambda told: told[0])
        return self.roles[max(after - 1, 0)][1] if self.roles else None
