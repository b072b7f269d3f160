"""Visit reports brought together: one row per visit or meeting, whoever reports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..periods import RANKS, bounds, narrowness, overlap, rank
from .names import People, identify
from .records import Frames, days_and_texts, each_record, put_in_order, records
from .visit_rows import COLUMNS, SAID, Report, Said, merge, visit_ids

if TYPE_CHECKING:
    import pandas as pd

SLACK_DAYS = 3
OTHER = {"KAZ": "VNM", "VNM": "KAZ"}
READ = ["fact_id", "article_id", "start", *SAID]


def reconcile_visits(
    visits: pd.DataFrame, clippings: pd.DataFrame, people: People | None = None
) -> pd.DataFrame:
    """Bring the visit reports of all clippings together.

    Two reports are of one visit where the traveller is one person, the host country fits and the
    periods share a day (days may miss each other by `SLACK_DAYS`: outlets date arrival, talks and
    departure differently).  A session of a commission is known by its period; an unnamed traveller
    by the office.  Reports without a period join the one visit they fit, if there is just one.

    Parameters
    ----------
    visits
        The table ``visits``.
    clippings
        ``reconciled_clippings``.
    people
        Who is who; by default from the table itself.

    Returns
    -------
    pandas.DataFrame
        Columns as in `visit_rows.COLUMNS`; ordered by date, undated last.
    """
    people = people or identify(mentions(visits))
    return put_in_order(*in_order(reconcile_visit_block([(visits, clippings)], people)))


def reconcile_visit_block(frames: Frames, people: People) -> pd.DataFrame:
    """`reconcile_visits` of all reports of certain blocks (see `blocks`), the visits without names and in no order."""
    import pandas as pd

    rows = [merge(cluster) for cluster in _cluster(reports(frames, people))]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def in_order(merged: pd.DataFrame) -> tuple[pd.DataFrame, list[int]]:
    """The visits with their names, of which equal ones are numbered, and their order; all visits must be there."""
    import pandas as pd

    rows = records(merged[["low", "high", "visitor", "fact_ids"]])  # the other long columns need not be Python's
    keys = [(r["low"] is None, r["low"] or "", r["high"] or "", r["visitor"] or "", r["fact_ids"]) for r in rows]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    names = pd.Series(visit_ids(records(merged[["visitor", "origin", "host", "period", "level"]].iloc[order])), order)
    return merged.assign(visit_id=names.sort_index().array.astype("string")), order


def mentions(visits: pd.DataFrame) -> Iterator[tuple[str, str | None, str]]:
    """Name, country and clipping of everybody in the table ``visits``, as `identify` takes them."""
    for row in records(visits[["visitor", "counterpart", "origin", "article_id"]]):
        if row["visitor"]:
            yield row["visitor"], row["origin"], row["article_id"]
        if row["counterpart"]:
            yield row["counterpart"], OTHER.get(row["origin"]), row["article_id"]


def reports(frames: Frames, people: People) -> list[Report]:
    """The rows of the table ``visits`` with what is known of their people and clippings."""
    known: dict[tuple, Said] = {}
    found = []
    for visits, clippings in frames:
        days, texts = days_and_texts(clippings)
        for row in each_record(visits[READ]):
            cells = {name: row[name] for name in SAID}
            said = known.get(key := tuple(cells.values()))
            if said is None:
                said = known[key] = Said(cells, people, OTHER.get(row["origin"]))
            name = row["article_id"]
            found.append(Report(said, name, row["start"], row["fact_id"], days[name], texts[name]))
    return found


@dataclass(eq=False)
class _Cluster:
    """Reports of one visit; `number` tells which was begun first.

    `kinds` has one report of each kind that could make a difference to whether another one fits, so that the ten
    thousandth report is not held against all before it.
    """

    number: int
    members: list[Report] = field(default_factory=list)
    kinds: dict[tuple, Report] = field(default_factory=dict)
    by_article: dict[str, list[Report]] = field(default_factory=dict)
    levels: set[str] = field(default_factory=set)
    statuses: set[str] = field(default_factory=set)
    first: date | None = None
    last: date | None = None

    def add(self, report: Report) -> None:
        self.members.append(report)
        self.by_article.setdefault(report.article_id, []).append(report)
        self.levels.add(report.level)
        self.statuses.add(report.status)
        if report.period:
            first, last = bounds(report.period)
            self.first, self.last = min(self.first or first, first), max(self.last or last, last)
        same = self.kinds.get(report.likeness)
        if same is None or (report.day or date.min) > (same.day or date.min):  # the latest plan is the hardest to fit
            self.kinds[report.likeness] = report

    def against(self, report: Report) -> Iterable[Report]:
        """The members that tell whether the report fits: one of each kind, and those from its own clipping."""
        return (*self.kinds.values(), *self.by_article.get(report.article_id, ()))


class _Index:
    """The clusters by who and when, so that a report is only held against those it can belong to."""

    def __init__(self) -> None:
        self.clusters: list[_Cluster] = []
        self._by_heading: dict[object, dict[int, _Cluster]] = {}

    def nearby(self, report: Report) -> list[_Cluster]:
        """The clusters that share a heading with the report, in the order they were begun."""
        headings = ((key, year) for key in report.sought for year in years(report.period))
        found = {n: c for heading in headings for n, c in self._by_heading.get(heading, {}).items()}
        return [found[n] for n in sorted(found)]

    def put(self, report: Report, cluster: _Cluster | None) -> None:
        """Add the report to a cluster, or begin one with it."""
        if cluster is None:
            self.clusters.append(cluster := _Cluster(len(self.clusters)))
        cluster.add(report)
        for key in report.keys:
            for year in {*years(report.period), None}:
                self._by_heading.setdefault((key, year), {})[cluster.number] = cluster


def years(period: str | None) -> Iterable[int | None]:
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
            if all(_same_contact(report, m) and _times_fit(report, m) for m in c.against(report))
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
    gap = 0 if report.day is None else (report.day - cluster.first).days
    wrong_side = gap < 0 if report.status == "made" else gap > 0
    return (report.level not in cluster.levels, wrong_side, abs(gap), cluster.number)


def _home_of_undated(report: Report, clusters: list[_Cluster]) -> _Cluster | None:
    """The one visit a report without a period fits, or ``None``."""
    if not report.who:
        return None
    fits = [c for c in clusters if all(_same_contact(report, m) and report.who & m.who for m in c.against(report))]
    dated = [c for c in fits if c.first and _in_its_time(report, c)]
    same_level = [c for c in dated if report.level in c.levels]
    for group in (same_level, dated):
        if len(group) == 1:
            return group[0]
    if dated:
        return None
    undated = [c for c in fits if not c.first and c.statuses == {report.status}]
    return undated[0] if len(undated) == 1 else None


def _in_its_time(report: Report, cluster: _Cluster) -> bool:
    """A visit told as made lies before the telling; one told as planned, after it."""
    if report.day is None:
        return True
    if report.status == "made":
        return cluster.first <= report.day and "made" in cluster.statuses
    return cluster.last >= report.day
