"""Visit reports brought together: one row per visit or meeting, whoever reports it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from ..periods import RANKS, bounds, narrowness, overlap, rank
from .names import identify
from .records import records, same_files, written
from .visit_rows import COLUMNS, Report, merge, number_ids

if TYPE_CHECKING:
    import pandas as pd

SLACK_DAYS = 3


def reconcile_visits(tables: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """Bring the visit reports of all clippings together.

    Two reports are of one visit where the traveller is one person, the host country fits and the
    periods share a day (days may miss each other by `SLACK_DAYS`: outlets date arrival, talks and
    departure differently).  A session of a commission is known by its period; an unnamed traveller
    by the office.  Reports without a period join the one visit they fit, if there is just one.

    Returns
    -------
    pandas.DataFrame
        Columns as in `visit_rows.COLUMNS`; ordered by date, undated last.
    """
    import pandas as pd

    rows = [merge(cluster) for cluster in _cluster(_reports(tables))]
    rows.sort(
        key=lambda r: (r["low"] is None, r["low"] or "", r["high"] or "", r["visitor"] or "", r["fact_ids"])
    )
    number_ids(rows)
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _reports(tables: Mapping[str, pd.DataFrame]) -> list[Report]:
    rows, days, copies = records(tables["visits"]), written(tables), same_files(tables["articles"])
    other = {"KAZ": "VNM", "VNM": "KAZ"}
    people = identify(
        [
            *((r["visitor"], r["origin"], r["article_id"]) for r in rows if r["visitor"]),
            *((r["counterpart"], other.get(r["origin"]), r["article_id"]) for r in rows if r["counterpart"]),
        ]
    )
    return [
        Report.of(
            r,
            people,
            other.get(r["origin"]),
            days.get(r["article_id"]),
            copies.get(r["article_id"], r["article_id"]),
        )
        for r in rows
    ]


@dataclass(eq=False)
class _Cluster:
    """Reports of one visit; `number` tells which was begun first."""

    number: int
    members: list[Report] = field(default_factory=list)


class _Index:
    """The clusters by who and when, so that a report is only held against those it can belong to."""

    def __init__(self) -> None:
        self.clusters: list[_Cluster] = []
        self._by_heading: dict[object, dict[int, _Cluster]] = {}

    def nearby(self, report: Report) -> list[_Cluster]:
        """The clusters that share a heading with the report, in the order they were begun."""
        headings = ((key, year) for key in report.keys for year in _years(report.period))
        found = {n: c for heading in headings for n, c in self._by_heading.get(heading, {}).items()}
        return [found[n] for n in sorted(found)]

    def put(self, report: Report, cluster: _Cluster | None) -> None:
        """Add the report to a cluster, or begin one with it."""
        if cluster is None:
            self.clusters.append(cluster := _Cluster(len(self.clusters)))
        cluster.members.append(report)
        for key in report.keys:
            for year in {*_years(report.period), None}:
                self._by_heading.setdefault((key, year), {})[cluster.number] = cluster


def _years(period: str | None) -> Iterable[int | None]:
    """The years a report's period touches, with the slack; ``None`` for a report without one."""
    if not period:
        return (None,)
    first, last = bounds(period)
    slack = timedelta(days=SLACK_DAYS)
    return range((first - slack).year, (last + slack).year + 1)


def _cluster(reports: Iterable[Report]) -> list[list[Report]]:
    """Reports grouped by visit: named travellers and narrow dates first, so that vague reports join them."""
    index = _Index()
    ordered = sorted(reports, key=_processing_order)
    for report in (r for r in ordered if r.period):
        fits = [
            c
            for c in index.nearby(report)
            if all(_same_contact(report, m) and _times_fit(report, m) for m in c.members)
        ]
        index.put(report, min(fits, key=lambda c: _closeness(report, c), default=None))
    for report in (r for r in ordered if not r.period):
        index.put(report, _home_of_undated(report, index.nearby(report)))
    return [c.members for c in index.clusters]


def _processing_order(report: Report) -> tuple:
    first = bounds(report.period) if report.period else ()
    return (
        not report.who,
        narrowness(report.period),
        report.level == "talks",
        first,
        min(report.who, default=""),
        report.status,
        report.article_id,
        report.fact_id,
    )


def _same_contact(a: Report, b: Report) -> bool:
    """Whether two reports can be of one visit as far as people and places go."""
    if a.host and b.host and a.host != b.host:
        return False
    if a.article_id == b.article_id and not (a.who & b.who and a.kind == b.kind):
        return False
    if a.who and b.who:
        if a.who & b.who:
            return True
        if a.who & b.met and b.who & a.met:
            return True
        return a.kind == b.kind == "commission" and a.origin != b.origin
    if a.kind != b.kind:
        return False
    if a.kind == "commission":
        return True
    if a.origin != b.origin:
        return False
    if a.office and b.office:
        return a.office == b.office
    return not (a.who or b.who or a.office or b.office)


def _times_fit(a: Report, b: Report) -> bool:
    """Whether two dated reports can be of one visit as far as time goes."""
    if not overlap(a.period, b.period, SLACK_DAYS if rank(a.period) == rank(b.period) == "day" else 0):
        return False
    for plan, made in ((a, b), (b, a)):
        if (
            (plan.status, made.status) == ("planned", "made")
            and plan.day
            and plan.day > bounds(made.period)[1]
        ):
            return False
    vague = max(narrowness(a.period), narrowness(b.period)) > RANKS.index("month")
    if a.article_id == b.article_id and vague:
        return False
    return bool(a.who or b.who or a.kind == "commission" or not vague)


def _closeness(report: Report, cluster: _Cluster) -> tuple:
    """Which of several visits a vague report most likely means: the same level, then the nearest in time."""
    levels = {m.level for m in cluster.members}
    first = min(bounds(m.period)[0] for m in cluster.members if m.period)
    gap = 0 if report.day is None else (report.day - first).days
    wrong_side = gap < 0 if report.status == "made" else gap > 0
    return (report.level not in levels, wrong_side, abs(gap), cluster.number)


def _home_of_undated(report: Report, clusters: list[_Cluster]) -> _Cluster | None:
    """The one visit a report without a period fits, or ``None``."""
    if not report.who:
        return None
    fits = [c for c in clusters if all(_same_contact(report, m) and report.who & m.who for m in c.members)]
    dated = [c for c in fits if any(m.period for m in c.members) and _in_its_time(report, c.members)]
    same_level = [c for c in dated if report.level in {m.level for m in c.members}]
    for group in (same_level, dated):
        if len(group) == 1:
            return group[0]
    if dated:
        return None
    undated = [
        c
        for c in fits
        if not any(m.period for m in c.members) and {m.status for m in c.members} == {report.status}
    ]
    return undated[0] if len(undated) == 1 else None


def _in_its_time(report: Report, members: list[Report]) -> bool:
    """A visit told as made lies before the telling; one told as planned, after it."""
    spans = [bounds(m.period) for m in members if m.period]
    if report.day is None:
        return True
    if report.status == "made":
        return min(first for first, _ in spans) <= report.day and any(m.status == "made" for m in members)
    return max(last for _, last in spans) >= report.day
