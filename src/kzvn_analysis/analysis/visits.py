"""Visits: who came when and at what level, how far apart, how evenly, how long ago, and what is planned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pandas as pd

from ..errors import UsageError
from ..facts.visits import LEVELS
from ..periods import bounds, rank
from ..reconcile.names import plain
from ..reconcile.offices import office_of
from ..reconcile.records import JOIN, records
from .dossier import Dossier
from .stats import Rate, poisson_rate

DIRECTIONS = ("VNM→KAZ", "KAZ→VNM", "elsewhere", "not given")
# An invitation without a date is a plan for a while; heads of two years ago may no longer hold their offices.
DORMANT = timedelta(days=2 * 365)
MEETINGS = ("talks", "commission", "delegation")
EXTRA_COLUMNS = {"direction": "string", "top": "boolean", "plan": "string"}
INTERVAL_COLUMNS = {
    "from_id": "string",
    "to_id": "string",
    "from_visitor": "string",
    "to_visitor": "string",
    "from_period": "string",
    "to_period": "string",
    "from_direction": "string",
    "to_direction": "string",
    "days_low": "Int64",
    "days_high": "Int64",
    "exact": "boolean",
    "open": "boolean",
    "fact_ids": "string",
}


def timeline(dossier: Dossier, levels: Sequence[str] = ()) -> pd.DataFrame:
    """The reconciled visits, in order of time, undated ones last.

    Parameters
    ----------
    dossier
    levels
        Only these levels; empty: all.

    Returns
    -------
    pandas.DataFrame
        ``reconciled_visits`` with `direction` (one of `DIRECTIONS`), `top` (a visit by a holder of one of the
        highest offices; the list is a data file) and `plan` (``made`` · ``ahead`` planned and not over on
        the as-of date · ``lapsed`` planned for a time that is over, and no clipping says that it took place ·
        ``undated`` planned, no time given · ``dormant`` the same, and last spoken of more than two years before
        the as-of date).

    Raises
    ------
    UsageError
        A level that there isn't.
    """
    unknown = [level for level in levels if level not in LEVELS]
    if unknown:
        raise UsageError("level_unknown", value=unknown[0], known=", ".join(LEVELS))
    frame = dossier.reconciled.visits
    rows = [
        {**row, **_told(row, dossier)} for row in records(frame) if not levels or row["level"] in levels
    ]
    return pd.DataFrame(rows, columns=[*frame.columns, *EXTRA_COLUMNS]).astype(
        {**frame.dtypes.astype(str), **EXTRA_COLUMNS}
    )


def _told(row: dict[str, Any], dossier: Dossier) -> dict[str, Any]:
    direction = _direction(row["origin"], row["host"])
    office = office_of(row["visitor_role"])
    top = (
        bool(office and office.top)
        and direction in DIRECTIONS[:2]
        and row["level"] not in ("commission", "delegation")
    )
    return {"direction": direction, "top": top, "plan": _plan(row, dossier)}


def _plan(row: dict[str, Any], dossier: Dossier) -> str:
    if row["status"] != "planned":
        return "made"
    if row["high"] is not None:
        over = dossier.as_of is not None and date.fromisoformat(row["high"]) < dossier.as_of
        return "lapsed" if over else "ahead"
    told = [dossier.sources[dossier.facts[fact]["article_id"]].written for fact in row["fact_ids"].split(JOIN)]
    if dossier.as_of is None or None in told:
        return "undated"
    return "dormant" if dossier.as_of - max(told) > DORMANT else "undated"


def _direction(origin: str | None, host: str | None) -> str:
    if (origin, host) in (("VNM", "KAZ"), ("KAZ", "VNM")):
        return f"{origin}→{host}"
    return "elsewhere" if host and host not in ("KAZ", "VNM") else "not given"


def top_level(visits: pd.DataFrame) -> list[dict[str, Any]]:
    """The top-level visits that were made and are dated, in order of time."""
    return [r for r in records(visits) if r["top"] and r["status"] == "made" and r["low"]]


def measured(visits: pd.DataFrame) -> pd.DataFrame:
    """Of a timeline, the visits that intervals are measured between: at the top level, made and dated."""
    return visits[visits["top"] & (visits["status"] == "made") & visits["low"].notna()].reset_index(drop=True)


def intervals(visits: pd.DataFrame, as_of: date | None) -> pd.DataFrame:
    """Days from one top-level visit's beginning to the next one's, and from the last's end to the as-of date.

    A visit dated by month or year makes a range (`days_low` to `days_high`).
    """
    rows, made = [], top_level(visits)
    for a, b in zip(made, made[1:], strict=False):
        (a1, a2), (b1, b2) = _beginning(a), _beginning(b)
        rows.append(
            {
                "from_id": a["visit_id"],
                "to_id": b["visit_id"],
                "from_visitor": a["visitor"],
                "to_visitor": b["visitor"],
                "from_period": a["period"],
                "to_period": b["period"],
                "from_direction": a["direction"],
                "to_direction": b["direction"],
                "days_low": max((b1 - a2).days, 0),
                "days_high": (b2 - a1).days,
                "exact": a1 == a2 and b1 == b2,
                "open": False,
                "fact_ids": JOIN.join([a["fact_ids"], b["fact_ids"]]),
            }
        )
    last = since_last(visits, as_of)
    if last:
        row = last.visit
        rows.append(
            {
                "from_id": row["visit_id"],
                "to_id": None,
                "from_visitor": row["visitor"],
                "to_visitor": None,
                "from_period": row["period"],
                "to_period": as_of.isoformat(),
                "from_direction": row["direction"],
                "to_direction": None,
                "days_low": last.days_low,
                "days_high": last.days_high,
                "exact": last.days_low == last.days_high,
                "open": True,
                "fact_ids": row["fact_ids"],
            }
        )
    return pd.DataFrame(rows, columns=list(INTERVAL_COLUMNS)).astype(INTERVAL_COLUMNS)


def _beginning(row: dict[str, Any]) -> tuple[date, date]:
    """First and last day on which the visit can have begun."""
    first, last = bounds(row["period"])
    return (first, first) if rank(row["period"]) == "day" else (first, last)


@dataclass(frozen=True)
class SinceLast:
    """The last top-level visit and the days since its end (a range where its days aren't known)."""

    visit: dict[str, Any]
    days_low: int
    days_high: int


def since_last(visits: pd.DataFrame, as_of: date | None) -> SinceLast | None:
    """The last top-level visit before the as-of date; ``None`` where there is none or no date to count to."""
    made = [r for r in top_level(visits) if as_of is not None and bounds(r["period"])[0] <= as_of]
    if not made:
        return None
    row = max(made, key=lambda r: (r["high"], r["low"], r["visit_id"]))
    first, last = bounds(row["period"])
    last = min(last, as_of)
    by_day = rank(row["period"]) == "day"
    return SinceLast(row, (as_of - last).days, (as_of - (last if by_day else first)).days)


@dataclass(frozen=True)
class Reciprocity:
    """How many top-level visits went each way, and the last of each."""

    counts: dict[str, int]
    last: dict[str, dict[str, Any] | None]
    undated: tuple[dict[str, Any], ...] = ()

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def next_turn(self) -> str | None:
        """The direction whose last visit is longer ago; ``None`` where one has none."""
        to_kaz, to_vnm = (self.last[d] for d in DIRECTIONS[:2])
        if not to_kaz or not to_vnm:
            return None
        return DIRECTIONS[0] if to_kaz["low"] < to_vnm["low"] else DIRECTIONS[1]


def reciprocity(visits: pd.DataFrame) -> Reciprocity:
    """Top-level visits by direction; undated ones are counted too and named apart."""
    rows = [r for r in records(visits) if r["top"] and r["status"] == "made"]
    counts = {d: sum(r["direction"] == d for r in rows) for d in DIRECTIONS[:2]}
    last = {
        d: max(
            (r for r in rows if r["direction"] == d and r["low"]),
            key=lambda r: (r["low"], r["visit_id"]),
            default=None,
        )
        for d in DIRECTIONS[:2]
    }
    return Reciprocity(counts, last, tuple(r for r in rows if not r["low"]))


def by_direction(visits: pd.DataFrame) -> pd.DataFrame:
    """Visits made, by direction and level: exact counts."""
    made = visits[visits["status"] == "made"]
    return made.groupby(["direction", "level"], sort=True).size().rename("visits").reset_index()


@dataclass(frozen=True)
class Frequency:
    """How often top-level visits took place since a day, and what that day is."""

    rate: Rate
    since: date
    period: str
    since_relations: bool
    fact_ids: tuple[str, ...] = field(default=())


def frequency(dossier: Dossier, visits: pd.DataFrame) -> Frequency | None:
    """Top-level visits a year since diplomatic relations (else since the first), with an exact interval.

    ``None`` where there is no as-of date or no window to count in.
    """
    relations = [
        r
        for r in dossier.rows("agreements")
        if r["kind"] == "relations" and r["period"] and r["status"] == "concluded"
    ]
    made = top_level(visits)
    if relations:
        narrow = min(
            relations,
            key=lambda r: (
                (bounds(r["period"])[1] - bounds(r["period"])[0]).days,
                r["article_id"],
                r["fact_id"],
            ),
        )
        since, period, known, facts = (
            bounds(narrow["period"])[0],
            narrow["period"],
            True,
            (narrow["fact_id"],),
        )
    elif made:
        since, period, known, facts = date.fromisoformat(made[0]["low"]), made[0]["period"], False, ()
    else:
        return None
    if dossier.as_of is None or (dossier.as_of - since).days < 365:
        return None
    count = sum(since <= bounds(r["period"])[0] <= dossier.as_of for r in made)
    return Frequency(poisson_rate(count, (dossier.as_of - since).days / 365.25), since, period, known, facts)


def ahead(visits: pd.DataFrame) -> list[dict[str, Any]]:
    """What is planned and not over: the plan whose time is over first comes first, undated ones last."""
    plans = [r for r in records(visits) if r["plan"] in ("ahead", "undated")]
    return sorted(plans, key=lambda r: (r["high"] is None, r["high"] or "", r["low"] or "", r["visit_id"]))


def foremost(visits: pd.DataFrame) -> list[dict[str, Any]]:
    """What is `ahead`, by rank: top-level visits first, then other journeys, then sessions, talks and missions.

    Of the same rank, in the order of `ahead`.
    """
    return sorted(ahead(visits), key=lambda r: (not r["top"], r["level"] in MEETINGS))


def is_person(row: dict[str, Any], name: str) -> bool:
    """Whether a visit's traveller is spelled `name`, diacritics aside."""
    return bool(row["visitor"]) and plain(row["visitor"]) == plain(name)
