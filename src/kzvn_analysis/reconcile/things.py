"""Agreements and projects that several clippings name: which rows are about one and the same.

Only used to count and list them once; the tables keep every row.  Rows are taken as one when they come from
different clippings, are of one kind, share most of their words, and nothing they say contradicts it.  Where they give
another size or day, they are one only if who, where and nearly all words of the title are the same: sources disagree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ..periods import bounds, narrowness
from .names import american, plain
from .records import JOIN, in_words, records, written

if TYPE_CHECKING:
    import pandas as pd

# Words that say nothing about which agreement or project is meant.
# fmt: off
_EMPTY = frozenset({
    "a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "under",
    "with", "between", "both", "two", "their", "its", "kazakhstan", "kazakh", "kazakhstani", "vietnam",
    "vietnamese", "viet", "nam", "countries", "country", "governments", "government", "bilateral",
    "joint", "mutual", "cooperation", "new", "first", "republic", "socialist",
})
# fmt: on
_FORMS = frozenset({"agreement", "memorandum", "understanding", "treaty", "pact", "protocol", "document"})
_SLACK_DAYS = 366
_SIZE = ("quantity", "quantity_max", "quantity_bound", "unit")  # what one text says of a size stays together
_YEAR = 366  # days between two clippings: later, a size may have become another
_MONTH = 31  # days: what was signed longer before is another paper
Written = Mapping[str, date | None]
THINGS = ("agreements", "projects")


def groups(tables: Mapping[str, pd.DataFrame], table: str) -> list[list[dict[str, Any]]]:
    """The rows of ``agreements`` or ``projects`` in groups that are about one thing, each in the order of its text."""
    rows = records(tables[table])
    return same_agreements(rows) if table == "agreements" else same_projects(rows, written(tables))


def same_agreements(rows: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """Groups of agreement rows that are about one instrument."""

    def fits(a: dict[str, Any], b: dict[str, Any]) -> bool:
        if a["kind"] != b["kind"]:
            return False
        titles = [_words(r["title"]) - _FORMS for r in (a, b)]
        if not _times_fit(a, b):
            signed = a["status"] == b["status"] == "concluded" and _days_apart(a, b) <= _MONTH
            return signed and len(titles[0]) >= 2 and _alike(*titles, of_all=0.8)
        return a["kind"] == "relations" or _alike(*titles)

    return _group(rows, fits)


def same_projects(rows: list[dict[str, Any]], days: Written = MappingProxyType({})) -> list[list[dict[str, Any]]]:
    """Groups of project rows that are about one undertaking.

    Parameters
    ----------
    rows
        Of the table ``projects``.
    days
        By clipping the day on or after which it was written; two that are far apart don't disagree about a size.
    """

    def about(row: dict[str, Any]) -> frozenset[str]:
        return _words(" ".join(row[name] or "" for name in ("title", "place", "parties")))

    def fits(a: dict[str, Any], b: dict[str, Any]) -> bool:
        if a["sector"] != b["sector"] or not _times_fit(a, b) or _sorts(a, b) in _UNLIKE:
            return False
        if _sizes_differ(a, b) and not (_one_beyond_doubt(a, b) and _written_within_a_year(a, b)):
            return False
        return len(about(a) & about(b)) >= 2 and _alike(about(a), about(b), of_all=0.66)

    def _written_within_a_year(a: dict[str, Any], b: dict[str, Any]) -> bool:
        one, other = (days.get(r["article_id"]) for r in (a, b))
        return one is None or other is None or abs((one - other).days) <= _YEAR

    return _group(rows, fits)


# "a plant for furniture" and "a train with furniture", though of one firm and between the same cities
_MOVES = ("train", "shipment", "flight")
_UNLIKE = {frozenset({"plant", moves}) for moves in _MOVES}


def _sorts(a: dict[str, Any], b: dict[str, Any]) -> frozenset[str]:
    """By which rules two rows were read, without what these add of mood: what sort of undertaking each is."""
    return frozenset((r["rule"] or "").partition("-")[0] for r in (a, b))


def disagreement(group: list[dict[str, Any]]) -> str | None:
    """What the rows of a group disagree about, of ``value``, ``quantity`` and ``period``; ``None`` where they agree."""
    pairs = [(a, b) for i, a in enumerate(group) for b in group[:i]]
    about = (
        ("value", any(_differ(a, b, "value_usd") for a, b in pairs)),
        ("quantity", any(_differ(a, b, "quantity") for a, b in pairs)),
        ("period", any(a["status"] == b["status"] == "concluded" and not _times_fit(a, b) for a, b in pairs)),
    )
    return JOIN.join(name for name, differ in about if differ) or None


def agreement_of(group: list[dict[str, Any]]) -> tuple[str, str]:
    """Whether a group's clippings agree, ``single`` · ``agree`` · ``conflict``, and the rule that follows, in words."""
    if about := disagreement(group):
        return "conflict", rule_of(about)
    return ("agree", in_words(["thing_same"])) if len(group) > 1 else ("single", in_words(["thing_only"]))


def rule_of(about: str) -> str:
    """The rule by which `lead` chooses where rows disagree, in words; `about` as `disagreement` gives it."""
    return in_words("thing_date" if name == "period" else "thing_newest" for name in about.split(JOIN))


def _sizes_differ(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return _differ(a, b, "quantity") or _differ(a, b, "value_usd")


def _differ(a: dict[str, Any], b: dict[str, Any], cell: str) -> bool:
    return a.get(cell) is not None and b.get(cell) is not None and a[cell] != b[cell]


def _one_beyond_doubt(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """Whether two rows are about one undertaking though their sizes differ."""
    if a["status"] != b["status"] or a["unit"] != b["unit"]:
        return False
    if any(r[name] is not None for r in (a, b) for name in ("quantity_max", "quantity_bound")):
        return False  # "more than 500" and 520 may both be true
    places = [set(plain(r["place"] or "").split(JOIN)) - {""} for r in (a, b)]
    if all(places) and places[0] != places[1]:
        return False
    doers = _doers(a), _doers(b)
    # Where one text names nobody, the place must tell; on a route, the flights may be another airline's.
    one = bool(doers[0] & doers[1]) if all(doers) else places[0] == places[1] and len(places[0]) == 1
    return one and _alike(_words(a["title"]), _words(b["title"]), of_all=0.75)


def _doers(row: dict[str, Any]) -> set[str]:
    """The named firms and houses that take part."""
    return {plain(name) for name in (row["parties"] or "").split(JOIN) if name[:1].isupper()}


def lead(group: list[dict[str, Any]], stages: tuple[str, ...]) -> dict[str, Any]:
    """One row for a group: the furthest status, the narrowest date, the fullest title, all sources.

    Of rows that are equal in that the first is taken.
    """
    furthest = max(group, key=lambda r: (stages.index(r["status"]), -group.index(r)))
    dated = (
        min(
            (r for r in group if r["period"] and r["status"] == furthest["status"]),
            key=lambda r: (narrowness(r["period"]), group.index(r)),
            default=None,
        )
        or furthest
    )
    row = {**furthest, "period": dated["period"]}
    for names in (("in_force",), ("value_usd",), _SIZE, ("place",), ("parties",)):
        if names[0] in row and row[names[0]] is None:
            told = next((r for r in group if r[names[0]] is not None), furthest)
            row |= {name: told.get(name) for name in names}
    titles = [r["title"] for r in group]
    fullest = max(
        group,
        key=lambda r: (
            len(_words(r["title"])),
            stages.index(r["status"]),
            titles.count(r["title"]),
            -group.index(r),
        ),
    )
    row["title"] = fullest["title"]
    row["sources"] = len({r["article_id"] for r in group})
    row["fact_ids"] = JOIN.join(r["fact_id"] for r in group)
    row["article_ids"] = JOIN.join(sorted({r["article_id"] for r in group}))
    return row


def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[^\W_]+", re.sub(r"\bco-(?=\w)", "co", plain(text)))
    found = (re.sub(r"(?<=\w{3})(?:ship|s)$", "", american(w)) for w in found)
    return frozenset(found) - _EMPTY


def _alike(a: frozenset[str], b: frozenset[str], of_all: float = 0.4) -> bool:
    """Whether three quarters of the shorter title, and `of_all` of both together, are shared."""
    shared = len(a & b)
    return bool(shared) and shared >= 0.75 * min(len(a), len(b)) and shared >= of_all * len(a | b)


def _times_fit(a: dict[str, Any], b: dict[str, Any]) -> bool:
    """Periods that share a day or miss each other by a year at most, if one row is still a plan."""
    if not a["period"] or not b["period"]:
        return True
    return _days_apart(a, b) <= (_SLACK_DAYS if a["status"] != b["status"] else 0)


def _days_apart(a: dict[str, Any], b: dict[str, Any]) -> int:
    """Days between two periods; none or fewer where they share one."""
    (a1, a2), (b1, b2) = bounds(a["period"]), bounds(b["period"])
    return max((b1 - a2).days, (a1 - b2).days)


def _group(rows: list[dict[str, Any]], fits: Callable[[dict, dict], bool]) -> list[list[dict[str, Any]]]:
    groups: list[list[dict[str, Any]]] = []
    for row in sorted(rows, key=lambda r: (r["article_id"], r["start"], r["fact_id"])):
        home = next(
            (g for g in groups if all(row["article_id"] != o["article_id"] and fits(row, o) for o in g)), None
        )
        if home is None:
            groups.append(home := [])
        home.append(row)
    return groups
