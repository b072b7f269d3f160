"""One visit's reports → its row: the level, days and spelling to show, who said otherwise, by which rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from ..periods import bounds, contains, narrowness, rank
from ..reading import lexicon
from ..row_names import row_names
from .names import People, plain
from .offices import bare_role, office_of
from .records import JOIN, LONG_AGO, PACKAGE, in_words

COLUMNS = {
    "visit_id": "string",
    "visitor": "string",
    "visitor_role": "string",
    "office": "string",
    "origin": "string",
    "host": "string",
    "level": "string",
    "levels": "string",
    "period": "string",
    "periods": "string",
    "low": "string",
    "high": "string",
    "status": "string",
    "counterpart": "string",
    "sources": "Int64",
    "agreement": "string",
    "conflict_about": "string",
    "rule": "string",
    "spellings": "string",
    "fact_ids": "string",
    "article_ids": "string",
}
SAID = ("visitor", "visitor_role", "origin", "host", "level", "period", "status", "counterpart")
MEETINGS = ("talks", "commission", "delegation")


class Said:
    """What rows say of a visit in the same words; thousands of clippings may, and what follows from it is found once.

    `who` and `met` are the names of everyone the traveller and the counterpart may be (one name, unless a short form
    fits several people); the cells that say so are attributes, too.
    """

    def __init__(self, cells: Mapping[str, Any], people: People, host_side: str | None) -> None:
        self.__dict__.update(cells)
        visitor, counterpart = (self.visitor, self.origin), (self.counterpart, host_side)
        self.who = people.may_be(visitor) if self.visitor else frozenset()
        self.met = people.may_be(counterpart) if self.counterpart else frozenset()
        self.name = people.by_spelling[visitor].name if self.visitor else None
        self.met_name = people.by_spelling[counterpart].name if self.counterpart else None

    @property
    def kind(self) -> str:
        return self.level if self.level in MEETINGS else "trip"

    @cached_property
    def office(self) -> str | None:
        office = office_of(self.visitor_role)
        return office.name if office else None

    @cached_property
    def keys(self) -> tuple:
        """Under which headings the report can be found."""
        unnamed = () if self.who else (("unnamed", *self._kind),)
        return (*self._people, ("any", *self._kind), *unnamed, *self._commission)

    @cached_property
    def sought(self) -> tuple:
        """Under which headings reports of the same visit can be found: one without a name by the office alone."""
        return (*self._people, ("unnamed" if self.who else "any", *self._kind), *self._commission)

    @property
    def _people(self) -> list[tuple]:
        return [("person", name) for name in sorted(self.who | self.met)]

    @property
    def _kind(self) -> tuple:
        return (self.kind, self.origin, self.office)

    @property
    def _commission(self) -> list[tuple]:
        return [("commission",)] if self.kind == "commission" else []

    @cached_property
    def likeness(self) -> tuple:
        """What reports have in common that fit the same visits, but for the day and the clipping they are from."""
        return (self.who, self.met, self.host, *self._kind, self.period, self.status)

    @property
    def is_certain(self) -> bool:
        """Whether the traveller is known for sure, not by a short form that fits several people."""
        return len(self.who) == 1


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """One clipping's row about a visit: what it says, which one it is, and when and after which text it was written."""

    said: Said
    article_id: str
    start: int
    fact_id: str
    day: date | None
    source: str

    def __getattr__(self, name: str) -> Any:
        return getattr(self.said, name)


def merge(reports: list[Report]) -> dict[str, Any]:
    """The reconciled row of the reports of one visit."""
    reports = sorted(reports, key=lambda r: (r.article_id, r.start, r.fact_id))
    visitor = _visitor(reports)
    same_way = [r for r in reports if visitor is None or r.origin == visitor.origin] or reports
    level, levels, level_conflict, rules = _level(reports)
    period, span, period_conflict, more = _period(reports)
    rules += more
    if len({r.status for r in reports}) > 1:
        rules.append("visit_made")
    sources = len({r.source for r in reports})
    conflict = [name for name, is_so in (("level", level_conflict), ("period", period_conflict)) if is_so]
    role = _most(
        [bare_role(r.visitor_role) for r in same_way if r.visitor and r.visitor_role]
        or [bare_role(r.visitor_role) for r in same_way if r.visitor_role]
    )
    office = office_of(role)
    return {
        "visitor": visitor.name if visitor else None,
        "visitor_role": role,
        "office": office.name if office else None,
        "origin": visitor.origin if visitor else _most([r.origin for r in reports if r.origin]),
        "host": _most([r.host for r in reports if r.host]),
        "level": level,
        "levels": " · ".join(f"{name}: {', '.join(ids)}" for name, ids in levels.items()),
        "period": period,
        "periods": JOIN.join(sorted({r.period for r in reports if r.period}, key=lambda p: (bounds(p), p))),
        "low": span[0].isoformat() if span else None,
        "high": span[1].isoformat() if span else None,
        "status": "made" if any(r.status == "made" for r in reports) else "planned",
        "counterpart": _most([r.met_name for r in same_way if r.met_name]),
        "sources": sources,
        "agreement": "conflict" if conflict else "agree" if sources > 1 else "single",
        "conflict_about": JOIN.join(conflict) or None,
        "rule": in_words(rules or ["visit_same" if sources > 1 else "visit_only"]),
        "spellings": JOIN.join(sorted({r.visitor for r in same_way if r.visitor})) or None,
        "fact_ids": JOIN.join(sorted(r.fact_id for r in reports)),
        "article_ids": JOIN.join(sorted({r.article_id for r in reports})),
    }


def visit_ids(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """A stable name for each row, made from what the visit is."""
    told = (
        (
            plain(row["visitor"] or ""),
            row["origin"],
            row["host"],
            row["period"],
            row["level"] if row["level"] in MEETINGS else "trip",
        )
        for row in rows
    )
    return row_names("rvisit", told)


def _visitor(reports: list[Report]) -> Report | None:
    """The report whose traveller is shown: a sure name first, then the way most sources tell it."""
    named = [r for r in reports if r.visitor]
    tellers: dict[str, set[str]] = {}
    for r in named:
        tellers.setdefault(r.name, set()).add(r.source)
    return min(
        named, key=lambda r: (not r.is_certain, r.kind == "talks", -len(tellers[r.name]), r.name), default=None
    )


def _most(values: Iterable[str]) -> str | None:
    """The most frequent value; of several, the shortest, then by alphabet."""
    count = Counter(values)
    return min(count, key=lambda v: (-count[v], len(v), v), default=None)


@cache
def _levels() -> dict[str, tuple[int, frozenset[str]]]:
    rows = lexicon.rows("levels.tsv", PACKAGE)
    return {
        row[0]: (i, frozenset(row[1].split()) if len(row) > 1 else frozenset()) for i, row in enumerate(rows)
    }


def _go_together(a: str, b: str) -> bool:
    fits_a, fits_b = _levels()[a][1], _levels()[b][1]
    return a == b or "*" in fits_a or "*" in fits_b or b in fits_a or a in fits_b


def _level(reports: list[Report]) -> tuple[str, dict[str, list[str]], bool, list[str]]:
    """The level to show, every level with the clippings that name it, whether they clash, the rules used."""
    claimed: dict[str, list[Report]] = {}
    for report in reports:
        claimed.setdefault(report.level, []).append(report)
    order = sorted(claimed, key=lambda name: -_levels()[name][0])
    by_article = {name: sorted({r.article_id for r in claimed[name]}) for name in order}
    named = [name for name in order if name not in ("unspecified", "talks")]
    if not named:
        return order[0] if len(order) == 1 else "unspecified", by_article, False, []
    conflict = any(not _go_together(a, b) for a in named for b in named)
    rules = ["visit_specific"] if len(named) < len(order) else []
    if len(named) == 1:
        return named[0], by_article, False, rules
    first = min((bounds(r.period)[0] for r in reports if r.period), default=None)

    def distance(name: str) -> int:
        if first is None:
            return 0
        return min(abs(((r.day or LONG_AGO) - first).days) for r in claimed[name])

    merits = (
        ("visit_most", lambda name: -len({r.source for r in claimed[name]})),
        ("visit_near", distance),
        ("visit_modest", lambda name: _levels()[name][0]),
    )
    for rule, merit in merits:
        best = min(merit(name) for name in named)
        named = [name for name in named if merit(name) == best]
        if len(named) == 1:
            return named[0], by_article, conflict, [rule, *rules]
    raise AssertionError("levels have distinct places in the list")


def _period(reports: list[Report]) -> tuple[str | None, tuple[date, date] | None, bool, list[str]]:
    """The period to show, the first and last day that sources give, whether they clash, the rules used."""
    dated = [r for r in reports if r.period]
    made = [r for r in dated if r.status == "made"]
    left = made or dated
    trips = [r for r in left if r.kind != "talks"]
    if any(rank(r.period) == "day" for r in trips):
        left = trips
    if not left:
        return None, None, False, []
    best = min(narrowness(r.period) for r in left)
    narrow = [r for r in left if narrowness(r.period) == best]
    rules = ["visit_narrow"] if any(narrowness(r.period) > best for r in dated) else []
    periods = sorted({r.period for r in narrow}, key=lambda p: (bounds(p), p))
    span = (min(bounds(p)[0] for p in periods), max(bounds(p)[1] for p in periods))
    if len({bounds(p) for p in periods}) == 1:
        return min(periods, key=lambda p: (len(p), p)), span, False, rules
    stays = rank(periods[0]) in ("day", "month")
    nested = [p for p in periods if all(contains(p, o) if stays else contains(o, p) for o in periods)]
    if nested:
        return (
            nested[0],
            (span if stays else bounds(nested[0])),
            False,
            [*rules, "visit_stay" if stays else "visit_narrow"],
        )
    chosen = min(
        periods,
        key=lambda p: (
            -len({r.source for r in narrow if r.period == p}),
            -max((r.day or LONG_AGO).toordinal() for r in narrow if r.period == p),
            p,
        ),
    )
    return chosen, span, rank(chosen) == "day", [*rules, "visit_days"]
