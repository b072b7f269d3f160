"""Tell which mentions are one person, what the person is called, and whom the person represents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import PersonMention
from .find import RELATIVE, Found
from .names import form_country, is_vietnamese, known
from .titles import NOBODY
from .vocabulary import Holder, Office, holders, holders_called, office_called


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
        return office.rank if office else _NO_RANK

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
            elif found.title.role and found.title.office.group not in _NO_ROLE:
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


_NO_RANK = 9.0
_NO_ROLE = RELATIVE | {"leader", "spouse", "epithet"}


def resolve(mentions: Sequence[Found], elsewhere: Sequence[Found] = ()) -> tuple[PersonMention, ...]:
    """Turn found mentions into resolved ones; those that turn out to be nobody fall away.

    Parameters
    ----------
    mentions
        Of a whole article, in text order.
    elsewhere
        Mentions outside the sentences; they lend their names and offices, no more.

    Returns
    -------
    tuple of PersonMention
    """
    people: list[Person] = []
    whose: dict[int, Person] = {}
    named = [(i, m) for i, m in enumerate(mentions) if m.name]
    for i, mention in [*named, *((-1, m) for m in elsewhere)]:
        if mention.sure and len(mention.name) > 1:
            person = next((p for p in people if _same(mention.name, p.name)), None)
            if person is None:
                person = Person(mention.name, mention.written)
                people.append(person)
            person.add(mention)
            if i >= 0:
                whose[i] = person
                if mention.title and mention.title.office.group in RELATIVE and i - 1 in whose:
                    person.share_office(whose[i - 1], mention.start)
    for i, mention in named:
        if i not in whose:
            person = _called(mention, people) or _newcomer(mention, people)
            if person:
                person.add(mention)
                whose[i] = person
    for person in people:
        person.roles.sort()
        person.offices.sort(key=lambda item: item[0])
        person.highest = min((office for _, office in person.offices), key=lambda o: o.rank, default=None)
    keys = _keys(people)
    out: list[PersonMention] = []
    last: list[Person] = []
    for i, mention in enumerate(mentions):
        title = mention.title
        person = whose.get(i)
        if person is None and not mention.name:
            person = _holder(mention, people, last)
            if person is None and title.office.group in _NO_ROLE:
                continue
        elif person is None:
            continue
        former = bool(title and title.former)
        if person:
            last.append(person)
            own = title.role if title and title.office.group not in _NO_ROLE else None
            office = person.office
            out.append(
                PersonMention(
                    mention.start, mention.end, "", keys[id(person)], person.written,
                    own or person.role(mention.start), person.country, former,
                    office and office.group, office and office.rank,
                )
            )  # fmt: skip
        else:
            office = title.office
            country = None if title.country == NOBODY else title.country
            key = f"{country or '?'}:{office.group}"
            out.append(
                PersonMention(
                    mention.start,
                    mention.end,
                    "",
                    key,
                    None,
                    title.role,
                    country,
                    former,
                    office.group,
                    office.rank,
                )
            )
    return tuple(out)


def _same(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names of more than one word are one person's."""
    if one == two or sorted(one) == sorted(two):
        return True
    short, long = sorted((one, two), key=len)
    if short[0].endswith("."):
        letters = [c for c in short[0] if c.isalpha()]
        return long[-1] == short[-1] and [w[0] for w in long[: len(letters)]] == letters
    if is_vietnamese(long):
        return len(short) > 1 and long[-len(short) :] == short and len(long) > len(short)
    return len(long) > len(short) >= 2 and short[0] == long[0] and short[-1] == long[-1]


def _called(mention: Found, people: Sequence[Person]) -> Person | None:
    """Whom a part of a name calls: a Vietnamese by the last word, anybody else by the family name."""
    name = mention.name
    matches = [p for p in people if _short(name, p)]
    if not matches and len(name) == 1 and mention.sure | (len(name[0]) > 2):
        # some writers take the first word of a Vietnamese name for a family name in the English way
        matches = [p for p in people if p.name[0] == name[0] and (p.country == "VNM" or mention.sure)]
        if len(matches) > 1:
            return None
    if mention.country:
        matches = [p for p in matches if p.country in (None, mention.country)]
    if len(matches) > 1 and mention.title:
        group = mention.title.office.group
        matches = [p for p in matches if any(o.group == group for _, o in p.offices)] or matches
    return _nearest(matches, mention.start)


def _short(name: tuple[str, ...], person: Person) -> bool:
    if len(name) == 1:
        return person.name[-1] == name[0]
    return _same(name, person.name)


def _newcomer(mention: Found, people: list[Person]) -> Person | None:
    """Someone whom the article never names in full: "President Tokayev"."""
    if not mention.sure or (
        len(mention.name) == 1 and mention.name[0] not in holders() and mention.title is None
    ):
        return None
    person = Person(mention.name, mention.written)
    people.append(person)
    return person


def _nearest(people: Sequence[Person], position: int) -> Person | None:
    """Who was mentioned last before `position`, else who is mentioned first after it."""
    if not people:
        return None

    def distance(person: Person) -> tuple[bool, int]:
        after = bisect_right(person.places, position)
        if after:
            return False, position - person.places[after - 1]
        return True, person.places[0] - position if person.places else 0

    return min(people, key=distance)


def _is_for_foreign_affairs(person: Person) -> bool:
    return person.rank < _NO_RANK and any("foreign" in role.lower() for _, role in person.roles)


def _holder(mention: Found, people: Sequence[Person], last: Sequence[Person]) -> Person | None:
    """Whom an office without a name stands for."""
    title = mention.title
    group, country = title.office.group, title.country
    if group in RELATIVE:
        if country is None and last:
            country = {"KAZ": "VNM", "VNM": "KAZ"}.get(last[-1].country)
        if country is None:
            return None
        fitting = [p for p in people if p.country == country]
        if group == "counterpart":
            groups = {o.group for _, o in last[-1].offices} if last else set()
            alike = [p for p in fitting if groups & {o.group for _, o in p.offices}]
            if not alike and last and _is_for_foreign_affairs(last[-1]):
                alike = [p for p in fitting if _is_for_foreign_affairs(p)]  # who is also a deputy premier
            return _top(alike, mention.start)
        told = [p for p in fitting if p.places and p.places[0] < mention.start]
        received = [p for p in told if p.rank <= 5 and (p.office is None or p.office.group != "ambassador")]
        # who is named once, in passing ("conveyed the invitation of X"), is no guest beside one the text is about
        main = [p for p in received if bisect_left(p.places, mention.start) > 1] or received
        return _nearest(main, mention.start) if main else _top(told or fitting, mention.start)
    if group == "epithet":
        fitting = [p for p in last[-3:] if country in (None, p.country)]
        return fitting[-1] if fitting else None
    if group == "leader":
        return _top([p for p in people if p.country == country], mention.start) if country else None
    if group == "spouse":
        return None
    fitting = [
        p
        for p in people
        if (country is None or p.country == country)
        and p.country != title.not_country
        and any(_answers(group, office.group) for office in p.held)
    ]
    now = [p for p in fitting if not p.once.intersection(o.group for o in p.held if _answers(group, o.group))]
    if group == "speaker" and not now:  # "National Assembly Chairman" in the headline, "Chairman X" below it
        now = [p for p in people if country in (None, p.country) and any(o.group == "chair" for o in p.held)]
    fitting = now or fitting
    # some outlets call one president "Head of State" and the other "President" throughout
    called = [p for p in fitting if any(role.lower() == title.role.lower() for _, role in p.roles)]
    return _nearest(called or fitting, mention.start)


def _answers(asked: str, held: str) -> bool:
    """ "The minister" may be a foreign minister; "the deputy minister" only a deputy."""
    if asked == held:
        return True
    if asked == "minister":
        return held in ("foreign-minister", "deputy-minister", "deputy-foreign-minister")
    return asked == "deputy-minister" and held == "deputy-foreign-minister"


def _top(people: Sequence[Person], position: int) -> Person | None:
    """The highest in rank; among equals the nearest."""
    best = min((p.rank for p in people), default=None)
    return _nearest([p for p in people if p.rank == best], position)


def _keys(people: Sequence[Person]) -> dict[int, str]:
    """A name for each person that all mentions share; namesakes are numbered."""
    out, seen = {}, Counter()
    for person in people:
        key = " ".join(person.name)
        seen[key] += 1
        out[id(person)] = key if seen[key] == 1 else f"{key} {seen[key]}"
    return out
