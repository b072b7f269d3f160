"""Trade as it is reported: every figure with its source, balances, the latest full year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..errors import UsageError
from ..periods import bounds, coverage, overlap, same
from ..reconcile.records import JOIN, records
from ..reconcile.trade_claims import half_last_digit
from .dossier import Dossier

FIGURE_COLUMNS = {
    "fact_id": "string",
    "reconciled_id": "string",
    "flow": "string",
    "reporter": "string",
    "period": "string",
    "coverage": "string",
    "value_usd": "Float64",
    "value_usd_max": "Float64",
    "bound": "string",
    "exact": "boolean",
    "status": "string",
    "change_ratio": "Float64",
    "change_base": "string",
    "article_id": "string",
    "source": "string",
    "written": "string",
    "shown": "boolean",
    "agreement": "string",
    "low": "Float64",
    "high": "Float64",
    "rule": "string",
}
BALANCE_COLUMNS = {
    "reporter": "string",
    "period": "string",
    "coverage": "string",
    "export_usd": "Float64",
    "import_usd": "Float64",
    "balance_usd": "Float64",
    "sum_usd": "Float64",
    "turnover_usd": "Float64",
    "adds_up": "boolean",
    "exact": "boolean",
    "article_id": "string",
    "source": "string",
    "fact_ids": "string",
}


def figures(dossier: Dossier, period: str = "") -> pd.DataFrame:
    """Every figure as it is reported, one row per clipping and figure.

    Parameters
    ----------
    dossier
    period
        EDTF; only figures whose period shares a day with it (and those without a period).  Empty: all.

    Returns
    -------
    pandas.DataFrame
        The trade table with, for each row: what its period covers (`coverage`: ``year`` · ``part`` ·
        ``years`` · ``unknown``), whether it is exact, its source in words, whether it is the one `shown` for
        its statistic, and how far all sources of the statistic spread (`low`, `high`).
    """
    rows = []
    merged = {fact: row for row in dossier.rows("reconciled_trade") for fact in row["fact_ids"].split(JOIN)}
    for row in dossier.rows("trade"):
        if row["period"] and not in_period(row["period"], period):
            continue
        whole = merged[row["fact_id"]]
        source = dossier.sources[row["article_id"]]
        rows.append(
            {
                **{name: row[name] for name in FIGURE_COLUMNS if name in row},
                "reconciled_id": whole["reconciled_id"],
                "coverage": coverage(row["period"]),
                "exact": row["bound"] == "exact" and row["value_usd_max"] is None,
                "source": source.label,
                "written": source.written.isoformat() if source.written else None,
                "shown": whole["shown_fact_id"] == row["fact_id"],
                "agreement": whole["agreement"],
                "low": whole["low"],
                "high": whole["high"],
                "rule": whole["rule"],
            }
        )
    rows.sort(
        key=lambda r: (
            r["status"] != "reported",
            *_chronological(r["period"]),
            ("turnover", "export", "import").index(r["flow"]),
            r["reporter"] or "",
            not r["shown"],
            r["written"] or "",
            r["article_id"],
            r["fact_id"],
        )
    )
    return as_frame(rows, FIGURE_COLUMNS)


def turnover(dossier: Dossier, period: str = "") -> pd.DataFrame:
    """Of `figures`, the amounts of turnover that can be drawn by period: results that name one, and all goals."""
    found = figures(dossier, period)
    told = (found["flow"] == "turnover") & found["value_usd"].notna()
    return found[told & (found["period"].notna() | (found["status"] == "target"))].reset_index(drop=True)


def balances(dossier: Dossier, period: str = "") -> pd.DataFrame:
    """Exports, imports and their balance, wherever one clipping gives both for the same period and country.

    `adds_up` says whether the two make the turnover of the same clipping; missing where it gives none.
    """
    rows: dict[tuple, dict[str, Any]] = {}
    told = [
        r
        for r in records(figures(dossier, period))
        if r["status"] == "reported"
        and r["period"]
        and r["value_usd"] is not None
        and r["value_usd_max"] is None
    ]
    of_article: dict[str, list[dict[str, Any]]] = {}
    for row in told:
        of_article.setdefault(row["article_id"], []).append(row)
    for out in (r for r in told if r["flow"] == "export"):
        key = (out["article_id"], out["reporter"], out["period"])
        partner = _partner(of_article[out["article_id"]], "import", out)
        if partner is None or key in rows:
            continue
        total = _partner(of_article[out["article_id"]], "turnover", out)
        both = [out, partner, *([total] if total else [])]
        added = out["value_usd"] + partner["value_usd"]
        rows[key] = {
            **{name: out[name] for name in ("reporter", "period", "coverage", "article_id", "source")},
            "export_usd": out["value_usd"],
            "import_usd": partner["value_usd"],
            "balance_usd": out["value_usd"] - partner["value_usd"],
            "sum_usd": added,
            "turnover_usd": total["value_usd"] if total else None,
            "adds_up": _adds_up(both) if total and all(r["exact"] for r in both) else None,
            "exact": out["exact"] and partner["exact"],
            "fact_ids": JOIN.join(r["fact_id"] for r in both),
        }
    return as_frame(list(rows.values()), BALANCE_COLUMNS)


def each_once(found: pd.DataFrame) -> pd.DataFrame:
    """Of `balances`, one row for those of a country and period that several clippings give alike: the last of them."""
    return found.drop_duplicates(["reporter", "period", "export_usd", "import_usd"], keep="last", ignore_index=True)


@dataclass(frozen=True)
class Latest:
    """The newest full-year figure: its row of the reconciled table."""

    row: dict[str, Any]

    @property
    def year(self) -> int:
        return bounds(self.row["period"])[0].year

    @property
    def value(self) -> float:
        return self.row["value_usd"]


def latest_full_year(
    dossier: Dossier,
    flow: str = "turnover",
    reporter: str | None = None,
    *,
    before: int = 9999,
    period: str = "",
) -> Latest | None:
    """The newest full calendar year that has a reported amount, earlier than the year `before`."""
    years = [
        Latest(r)
        for r in dossier.rows("reconciled_trade")
        if r["flow"] == flow
        and r["reporter"] == reporter
        and r["status"] == "reported"
        and r["value_usd"] is not None
        and coverage(r["period"]) == "year"
        and in_period(r["period"], period)
    ]
    return max((y for y in years if y.year < before), key=lambda y: y.year, default=None)


def _partner(told: list[dict[str, Any]], flow: str, row: dict[str, Any]) -> dict[str, Any] | None:
    """Of a clipping's figures, that of another flow for the same period (for turnover: of no reporter)."""
    reporter = None if flow == "turnover" else row["reporter"]
    return next(
        (r for r in told if r["flow"] == flow and r["reporter"] == reporter and same(r["period"], row["period"])),
        None,
    )


def _adds_up(rows: list[dict[str, Any]]) -> bool:
    out, back, total = (r["value_usd"] for r in rows)
    return abs(out + back - total) <= sum(half_last_digit(v) for v in (out, back, total)) + 1


def _chronological(period: str | None) -> tuple:
    return (period is None, bounds(period) if period else ())


def as_frame(rows: list[dict[str, Any]], columns: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)


def in_period(edtf: str | None, period: str) -> bool:
    """Whether a figure's period shares a day with the chosen one (an empty choice is all of time).

    Raises
    ------
    UsageError
        The chosen period is not EDTF.
    """
    if not period:
        return True
    try:
        bounds(period)
    except (ValueError, KeyError):
        raise UsageError("period_form", value=period) from None
    return bool(edtf) and overlap(period, edtf)
