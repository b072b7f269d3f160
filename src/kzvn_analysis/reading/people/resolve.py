"""Tell which mentions are one person, what the person is called, and whom the person represents."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from ..model import PersonMention
from .find import RELATIVE, Found
from .names import is_vietnamese
from .person import NO_RANK, NO_ROLE, Person
from .titles import NOBODY
from .vocabulary import holders


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
            if person is None and title.office.group in NO_ROLE:
                continue
        elif person is None:
            continue
        former = bool(title and title.former)
        if person:
            last.append(person)
            own = title.role if title and title.office.group not in NO_ROLE else None
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
                    mention.start, mention.end, "", key, None, title.role, country, former, office.group, office.rank
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
    return person.rank < NO_RANK and any("foreign" in role.lower() for _, role in person.roles)


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
