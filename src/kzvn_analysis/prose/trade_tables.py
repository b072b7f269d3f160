"""The tables of trade figures, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..analysis import derived as derive
from ..analysis import trade as figures
from ..analysis.dossier import Dossier
from ..periods import bounds
from ..reconcile.records import JOIN, records
from .describe import change, derived_base, distinct, figure, flow, implied
from .long_tables import BLANK, alike_together, more_rows, weightiest
from .markup import Md, join, table
from .phrases import name, phrase, say, tell
from .sources import cell, reporter
from .words import enumerated, money, multiple, percent, words

Row = Mapping[str, Any]
_TOLD = (
    "covers", "period", "flow", "reporter", "status", "value_usd", "value_usd_max", "bound", "change_ratio",
    "change_base",
)  # fmt: skip
_ORDER = ("year", "part", "years", "unknown", "target")


def all_figures(dossier: Dossier, period: str = "") -> Md:
    """The figures with their sources: full years, parts of years, longer periods, targets; the newest first.

    Of many, the weightiest are shown: turnover of full years and open targets before the rest.
    """
    rows = [
        {**r, "covers": r["coverage"] if r["status"] == "reported" else "target"}
        for r in records(figures.figures(dossier, period))
    ]
    rows.sort(key=lambda r: bounds(r["period"]) if r["period"] else (), reverse=True)
    rows.sort(key=lambda r: _ORDER.index(r["covers"]))
    alike = alike_together(rows, lambda r: tuple(r[column] for column in _TOLD))
    shown = weightiest([group[0] for group in alike], lambda r: _weight(r, dossier))
    others = {group[0]["fact_id"]: group[1:] for group in alike}
    cells = [
        (
            _covered(r),
            flow(r),
            figure(r) or "–",
            change(r) or "–",
            join([reporter(dossier, r["fact_id"]), _others(dossier, r, others[r["fact_id"]])]),
        )
        for r in shown
    ]
    rest = len(rows) - sum(1 + len(others[r["fact_id"]]) for r in shown)
    if rest:
        cells.append((BLANK, more_rows(rest, "trade"), BLANK, BLANK, BLANK))
    head = ("Period", "Flow", "Figure", "Growth", "Source")
    return table(
        head,
        cells or [_empty(5, "trade.none_in_period" if period else "trade.none")],
        (18, 24, 18, 19, 21),
        right=(2,),
    )


def _others(dossier: Dossier, row: Row, same: Sequence[Row]) -> Md:
    """How many other sources give the same figure."""
    n = len(dossier.independent([row["article_id"], *(r["article_id"] for r in same)])) - 1
    return phrase("trade.cell.others", n=n) if n else Md("")


def _covered(row: Row) -> str:
    """What a figure is for: a period, or the year of a goal."""
    if row["covers"] != "target":
        return words(row["period"]) if row["period"] else "period not given"
    if row["period"]:
        return tell("trade.cell.goal", year=words(row["period"]))
    return tell("trade.cell.goal_undated")


def _weight(row: Row, dossier: Dossier) -> tuple:
    over = bool(row["period"] and dossier.as_of and bounds(row["period"])[1] < dossier.as_of)
    turnover = row["flow"] == "turnover"
    return (
        not (turnover and (row["covers"] == "year" or (row["covers"] == "target" and not over))),
        row["covers"] == "target" and over,
        -bounds(row["period"])[1].toordinal() if row["period"] else 0,
    )


def derived(dossier: Dossier, period: str = "") -> Md:
    """What follows from the figures: balances, the bases that growth implies, what goals ask for.

    Of many, the newest of each kind are shown, and open goals before those whose year is over; what follows in the
    same way from several clippings is one row then.
    """
    kinds = [_balances(dossier, period), _bases(dossier, period), _targets(dossier, period)]
    rows, rest = [], 0
    for found, most in zip(kinds, (6, 6, 8), strict=True):
        alike = alike_together(found, lambda row: row[:4], most)
        rest += sum(map(len, alike[most:]))
        rows += [
            (*group[0][:4], cell(dossier, JOIN.join(row[4] for row in group))) for group in alike[:most]
        ]
    if rest:
        rows.append((BLANK, phrase("trade.cell.derived_rest", n=rest), BLANK, BLANK, BLANK))
    head = ("What follows", "From", "Result", "Note", "Sources")
    return table(head, rows or [_empty(5, "trade.nothing_derived")], (25, 27, 16, 20, 12), right=(2,))


def _balances(dossier: Dossier, period: str) -> list[tuple]:
    out = []
    for row in records(figures.balances(dossier, period))[::-1]:
        key = (
            "no_turnover"
            if row["turnover_usd"] is None
            else "rounded"
            if row["adds_up"] is None
            else "adds_up"
            if row["adds_up"]
            else "adds_up_not"
        )
        what = tell(
            "trade.cell.balance", country=name("country", row["reporter"]), period=words(row["period"])
        )
        of = tell("trade.cell.balance_of", out=money(row["export_usd"]), back=money(row["import_usd"]))
        out.append((what, of, money(row["balance_usd"]), tell(f"trade.cell.{key}"), row["fact_ids"]))
    return out


def _bases(dossier: Dossier, period: str) -> list[tuple]:
    out = []
    for row in records(derive.bases(dossier, period))[::-1]:
        base = words(row["base_period"]) if row["base_period"] else None
        what = (
            tell("trade.cell.base", flow=flow(row), base=base)
            if base and not row["base_unclear"]
            else tell("trade.cell.base_unnamed", flow=flow(row))
        )
        of = tell(
            "trade.cell.base_of",
            value=money(row["value_usd"], bound=row["bound"]),
            period=words(row["period"]) if row["period"] else "period not given",
            ratio=f"{row['ratio']:g}",
        )
        if row["reported_usd"] is not None:
            note = _held(dossier, row)
        elif base and row["base_unclear"]:
            note = tell("trade.cell.loose", base=base)
        else:
            note = tell("trade.cell.no_base") if not base else tell("trade.cell.not_reported")
        out.append((what, of, "about " + derived_base(row), note, row["fact_ids"]))
    return out


def _held(dossier: Dossier, row: Row) -> str:
    fits, fits_not = (list(distinct(dossier, row[column])) for column in ("fitting", "unfitting"))
    if fits and fits_not:
        return tell("trade.cell.fits_some", fits=enumerated(fits), others=enumerated(fits_not, "or"))
    return tell("trade.cell.fits" if fits else "trade.cell.fits_not", reported=enumerated([*fits, *fits_not]))


def _targets(dossier: Dossier, period: str) -> list[tuple]:
    out = []
    for row in sorted(records(derive.targets(dossier, period))[::-1], key=lambda r: not r["open"]):
        value = figure(row)
        aim = value or (multiple(row["asked_ratio"]) + " the present" if row["asked_ratio"] else None)
        if aim is None:
            continue
        key = "trade.cell.target_year" if row["period"] else "trade.cell.target"
        what = tell(key, flow=flow(row), aim=aim, **({"year": words(row["period"])} if row["period"] else {}))
        if row["base_usd"] is None:
            of, result = tell("trade.cell.no_full_year"), "–"
        else:
            of = tell(
                "trade.cell.target_of",
                base=money(row["base_usd"], bound=row["base_bound"]),
                year=words(row["base_period"]),
            )
            result = _result(row)
        out.append(
            (
                what,
                of,
                result,
                _outcome(row),
                JOIN.join(filter(None, (row["fact_ids"], row["base_fact_ids"]))),
            )
        )
    return out


def _result(row: Row) -> str:
    if row["value_usd"] is None:
        return "–" if row["implied_usd"] is None else "about " + implied(row)
    low, high = f"{row['needed_low']:.1f}", f"{row['needed_high']:.1f}"
    return f"{low if low == high else f'{low}–{high}'} times"


def _outcome(row: Row) -> str:
    if row["outcome"] in ("met", "missed"):
        return tell(f"trade.cell.{row['outcome']}", value=money(row["outcome_usd"]))
    if row["outcome"] == "unknown":
        return tell("trade.cell.outcome_unknown")
    if row["outcome"] == "dormant":
        return tell("trade.cell.dormant")
    if row["cagr_high"] is not None and row["cagr_high"] > 0:
        low, high = percent(row["cagr_low"]), percent(row["cagr_high"])
        return tell("trade.cell.pace", pace=low if low == high else f"{low} to {high}")
    return tell("trade.cell.open_year" if row["period"] else "trade.cell.open")


def _empty(columns: int, key: str) -> tuple:
    return (say(key), *([""] * (columns - 1)))
