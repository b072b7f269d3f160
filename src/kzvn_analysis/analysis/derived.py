"""Trade figures that follow from reported ones, marked as derived: implied bases, what targets ask for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd

from ..periods import bounds, coverage, same, year_of
from ..reconcile.records import JOIN, records
from ..reconcile.trade_claims import half_last_digit, reach
from .dossier import Dossier
from .trade import as_frame, figures, latest_full_year

DORMANT = timedelta(days=3 * 365)  # a goal without a year that nobody names for so long is no longer held open
BASE_COLUMNS = {
    "flow": "string",
    "reporter": "string",
    "period": "string",
    "value_usd": "Float64",
    "bound": "string",
    "ratio": "Float64",
    "derived_usd": "Float64",
    "derived_low": "Float64",
    "derived_high": "Float64",
    "base_period": "string",
    "base_unclear": "boolean",
    "reported_usd": "Float64",
    "fits_reported": "boolean",
    "fitting": "string",
    "unfitting": "string",
    "article_id": "string",
    "fact_ids": "string",
}
TARGET_COLUMNS = {
    "flow": "string",
    "reporter": "string",
    "period": "string",
    "value_usd": "Float64",
    "value_usd_max": "Float64",
    "bound": "string",
    "asked_ratio": "Float64",
    "base_period": "string",
    "base_usd": "Float64",
    "base_bound": "string",
    "needed_low": "Float64",
    "needed_high": "Float64",
    "implied_usd": "Float64",
    "years": "Int64",
    "cagr_low": "Float64",
    "cagr_high": "Float64",
    "outcome": "string",
    "outcome_usd": "Float64",
    "open": "boolean",
    "article_id": "string",
    "fact_id": "string",
    "fact_ids": "string",
    "base_fact_ids": "string",
}


def bases(dossier: Dossier, period: str = "") -> pd.DataFrame:
    """The bases that stated growth implies: a figure divided by its growth.

    `base_unclear` marks a base that the clipping names loosely: none at all, or a longer period than the
    figure's own ("January–May … compared with 2022").  `reported_usd` is the figure shown for that base.
    Where sources differ on it, each is held against what the growth implies: `fitting` and `unfitting` are the
    `fact_id`s of the reported figures whose reach (see `reconcile.trade_claims.reach`) touches it and of those whose
    doesn't; `fits_reported` says so of the one shown.
    """
    rows = []
    reported = {
        (r["flow"], r["reporter"], bounds(r["period"])): r
        for r in dossier.rows("reconciled_trade")
        if r["status"] == "reported" and r["period"] and r["value_usd"] is not None
    }
    for row in records(figures(dossier, period)):
        if (
            row["status"] != "reported"
            or row["value_usd"] is None
            or row["value_usd_max"] is not None
            or not row["change_ratio"]
        ):
            continue
        value, ratio, base = row["value_usd"], row["change_ratio"], row["change_base"]
        least, most = reach(row)
        off = half_last_digit(ratio)
        low, high = least / (ratio + off), most / max(ratio - off, 1e-9)
        unclear = not base or (bool(row["period"]) and coverage(base) != coverage(row["period"]))
        known = reported.get((row["flow"], row["reporter"], bounds(base))) if base and not unclear else None
        fits, fits_not = _held_against(dossier, known, low, high) if known else ([], [])
        rows.append(
            {
                **{
                    name: row[name]
                    for name in ("flow", "reporter", "period", "value_usd", "bound", "article_id")
                },
                "ratio": ratio,
                "derived_usd": value / ratio,
                "derived_low": low,
                "derived_high": high,
                "base_period": base,
                "base_unclear": unclear,
                "reported_usd": known and known["value_usd"],
                "fits_reported": None if known is None else known["shown_fact_id"] in fits,
                "fitting": JOIN.join(fits) or None,
                "unfitting": JOIN.join(fits_not) or None,
                "fact_ids": JOIN.join(dict.fromkeys([row["fact_id"], *fits, *fits_not])),
            }
        )
    return as_frame(rows, BASE_COLUMNS)


def _held_against(dossier: Dossier, known: dict[str, Any], low: float, high: float) -> tuple[list[str], list[str]]:
    """The reported figures that a range touches and those that it doesn't, the one shown first."""
    ids = dict.fromkeys([known["shown_fact_id"], *known["fact_ids"].split(JOIN)])
    claims = [dossier.facts[fact] for fact in ids if dossier.facts[fact]["value_usd"] is not None]
    touching = [c["fact_id"] for c in claims if reach(c)[0] <= high and low <= reach(c)[1]]
    return touching, [c["fact_id"] for c in claims if c["fact_id"] not in touching]


def targets(dossier: Dossier, period: str = "") -> pd.DataFrame:
    """What each target asks for: growth over the newest full year before it, per year where it names a year.

    `outcome` is ``met`` or ``missed`` where the target's year is over and a figure is known, ``unknown``
    where it is over and none is, ``dormant`` where it has no year and was last named more than three years before
    the briefing's day, ``open`` otherwise.  For a target stated as growth ("double"), `implied_usd`
    applies it to that base: a derived figure.

    A target that several clippings name is one row, of the newest of them; `fact_ids` names all.
    """
    rows = []
    for group in _same_targets(dossier, period):
        row = group[-1]
        source, year = dossier.sources[row["article_id"]], year_of(row["period"])
        told = source.written.year if source.written else 9999
        base = latest_full_year(dossier, row["flow"], row["reporter"], before=min(year or 9999, told + 1))
        high = row["value_usd_max"] if row["value_usd_max"] is not None else row["value_usd"]
        entry = {
            **{
                name: row[name]
                for name in (
                    "flow",
                    "reporter",
                    "period",
                    "value_usd",
                    "value_usd_max",
                    "bound",
                    "article_id",
                    "fact_id",
                )
            },
            "fact_ids": JOIN.join(r["fact_id"] for r in group),
            "asked_ratio": row["change_ratio"],
            **_outcome(dossier, row, year, source.written),
        }
        if base is not None:
            years = year - base.year if year else None
            entry.update(
                base_period=base.row["period"],
                base_usd=base.value,
                base_bound=base.row["bound"],
                years=years,
                base_fact_ids=base.row["shown_fact_id"],
            )
            if row["value_usd"] is not None:
                low_ratio, high_ratio = row["value_usd"] / base.value, high / base.value
                entry.update(needed_low=low_ratio, needed_high=high_ratio)
                if years:
                    entry.update(
                        cagr_low=low_ratio ** (1 / years) - 1, cagr_high=high_ratio ** (1 / years) - 1
                    )
            elif row["change_ratio"] and (
                not row["change_base"] or same(row["change_base"], base.row["period"])
            ):
                entry.update(implied_usd=base.value * row["change_ratio"])
        rows.append(entry)
    return as_frame(rows, TARGET_COLUMNS)


def _same_targets(dossier: Dossier, period: str) -> list[list[dict[str, Any]]]:
    """Target rows in groups that aim at the same, each from the oldest clipping to the newest."""
    groups: dict[tuple, list[dict[str, Any]]] = {}
    for row in records(figures(dossier, period)):
        if row["status"] == "target":
            span = bounds(row["period"]) if row["period"] else None
            aim = (
                row["flow"],
                row["reporter"],
                span,
                row["value_usd"],
                row["value_usd_max"],
                row["change_ratio"],
            )
            groups.setdefault(aim, []).append(row)
    order = {key: i for i, key in enumerate(dossier.sources)}
    return [sorted(group, key=lambda r: (order[r["article_id"]], r["fact_id"])) for group in groups.values()]


def _outcome(dossier: Dossier, row: dict[str, Any], year: int | None, told: date | None) -> dict[str, Any]:
    if year is None and told and dossier.as_of and dossier.as_of - told > DORMANT:
        return {"outcome": "dormant", "open": False}
    over = year is not None and dossier.as_of is not None and dossier.as_of.year > year
    if not over:
        return {"outcome": "open", "open": True}
    found = next(
        (
            r
            for r in dossier.rows("reconciled_trade")
            if r["status"] == "reported"
            and r["value_usd"] is not None
            and (r["flow"], r["reporter"]) == (row["flow"], row["reporter"])
            and same(r["period"], row["period"])
        ),
        None,
    )
    if found is None or row["value_usd"] is None:
        return {"outcome": "unknown", "open": False}
    met = found["value_usd"] >= row["value_usd"] and found["bound"] != "under"
    return {"outcome": "met" if met else "missed", "outcome_usd": found["value_usd"], "open": False}
