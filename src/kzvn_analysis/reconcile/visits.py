"""Visit reports brought together: one row per visit or meeting, whoever reports it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..periods import bounds, narrowness, overlap, rank
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


def _cluster(reports: Iterable[Report]) -> list[list[Report]]:
    """Reports grouped by visit: named travellers and narrow dates first, so that vague reports join them."""
    index: dict[object, list[list[Report]]] = {}
    clusters: list[list[Report]] = []

    def nearby(report: Report) -> list[list[Report]]:
        found = {id(c): c for key in report.keys for c in index.get(key, ())}
        return sorted(found.values(), key=_cluster_order)

    def put(report: Report, cluster: list[Report] | None) -> None:
        if cluster is None:
            clusters.append(cluster := [])
        cluster.append(report)
        for key in report.keys:
            known = index.setdefault(key, [])
            if not any(c is cluster for c in known):
                known.append(cluster)

    ordered = sorted(reports, key=_processing_order)
    for report in (r for r in ordered if r.period):
        fits = [
            c for c in nearby(report) if all(_same_contact(report, m) and _times_fit(report, m) for m in c)
        ]
        put(report, min(fits, key=lambda c: _closeness(report, c)) if fits else None)
    for report in (r for r in ordered if not r.period):
        put(report, _home_of_undated(report, nearby(report)))
    return clusters


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


def _cluster_order(cluster: list[Report]) -> tuple:
    return min(_processing_order(m) for m in cluster)


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
    if a.article_id == b.article_id and max(narrowness(a.period), narrowness(b.period)) > narrowness(
        "2000-01"
    ):
        return False
    if a.who or b.who or a.kind == "commission":
        return True
    return max(narrowness(a.period), narrowness(b.period)) <= narrowness("2000-01")


def _closeness(report: Report, cluster: list[Report]) -> tuple:
    """Which of several visits a vague report most likely means: the same level, then the nearest in time."""
    levels = {m.level for m in cluster}
    first = min(bounds(m.period)[0] for m in cluster if m.period)
    gap = 0 if report.day is None else (report.day - first).days
    wrong_side = gap < 0 if report.status == "made" else gap > 0
    return (report.level not in levels, wrong_side, abs(gap), _cluster_order(cluster))


def _home_of_undated(report: Report, clusters: list[list[Report]]) -> list[Report] | None:
    """The one visit a report without a period fits, or ``None``."""
    if not report.who:
        return None
    fits = [c for c in clusters if all(_same_contact(report, m) and report.who & m.who for m in c)]
    dated = [c for c in fits if any(m.period for m in c) and _in_its_time(report, c)]
    same_level = [c for c in dated if report.level in {m.level for m in c}]
    for group in (same_level, dated):
        if len(group) == 1:
            return group[0]
    if dated:
        return None
    undated = [c for c in fits if not any(m.period for m in c) and {m.status for m in c} == {report.status}]
    return undated[0] if len(undated) == 1 else None


def _in_its_time(report: Report, cluster: list[Report]) -> bool:
    """A visit told as made lies before the telling; one told as planned, after it."""
    spans = [bounds(m.period) for m in cluster if m.period]
    if report.day is None:
        return True
    if report.status == "made":
        return min(first for first, _ in spans) <= report.day and any(m.status == "made" for m in cluster)
    return max(last for _, last in spans) >= report.day
