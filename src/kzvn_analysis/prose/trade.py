"""What the clippings say about trade, in sentences and tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis import derived as derive
from ..analysis import trade as figures
from ..analysis.dossier import Dossier
from ..periods import coverage
from ..reconcile.records import JOIN, records
from .describe import change, figure
from .markup import Md, join, paragraphs
from .phrases import name, say
from .sources import mark
from .words import growth, listed, money, multiple, percent, when, words

Row = Mapping[str, Any]


def findings(dossier: Dossier, period: str = "") -> Md:
    """Trade in sentences: the latest year, parts of years, balances, what growth and targets imply."""
    if not len(figures.figures(dossier, period)):
        return say("trade.none_in_period" if period else "trade.none")
    return paragraphs(
        [
            join([latest(dossier, period), _other_years(dossier, period)]),
            _part_years(dossier, period),
            balance(dossier, period),
            _bases(dossier, period),
            _targets(dossier, period),
        ]
    )


def limits(dossier: Dossier, period: str = "") -> Md:
    """What these figures can't show."""
    rows = records(figures.figures(dossier, period))
    if not rows:
        return say("trade.limits_none")
    years = _full_years(dossier, period)
    conflicts = len({r["reconciled_id"] for r in rows if r["agreement"] == "conflict"})
    undated = sum(not r["period"] and r["status"] == "reported" for r in rows)
    return join(
        [
            say("trade.limits_sources", n=len({r["article_id"] for r in rows})),
            say("trade.limits_few", n=len(years)) if len(years) < 8 else "",
            say("trade.limits_apart"),
            say("trade.limits_mirror") if {"export", "import"} & {r["flow"] for r in rows} else "",
            say("trade.limits_conflicts", n=conflicts) if conflicts else "",
            say("trade.limits_undated", n=undated) if undated else "",
        ]
    )


def latest(dossier: Dossier, period: str = "") -> Md:
    """The latest full year's turnover, and who disagrees."""
    year = figures.latest_full_year(dossier, period=period)
    if year is None:
        return say("trade.no_full_year")
    row, value = year.row, figure(year.row)
    ratio = say("trade.growth", growth=change(row)) if row["change_ratio"] else ""
    said = [
        say("trade.latest", when=when(row["period"]), value=value, mark=mark(dossier, row["shown_fact_id"])),
        ratio,
    ]
    if "amount" in (row["conflict_about"] or ""):
        others = other_claims(dossier, row)
        said.append(
            say(
                "trade.latest_conflict",
                others=listed([_claim(dossier, r) for r in others]),
                mark=mark(dossier, [r["fact_id"] for r in others]),
                value=value,
                rule=row["rule"],
            )
        )
        if len(others) > 2:
            said.append(say("trade.latest_wide", low=money(row["low"]), high=money(row["high"])))
    return join(said)


def other_claims(dossier: Dossier, row: Row) -> list[Row]:
    """The claims of a statistic whose figure differs from the one shown."""
    claims = [dossier.facts[fact] for fact in row["fact_ids"].split("; ")]
    shown = (row["value_usd"], row["value_usd_max"], row["bound"])
    return [
        c
        for c in claims
        if c["value_usd"] is not None and (c["value_usd"], c["value_usd_max"], c["bound"]) != shown
    ]


def _claim(dossier: Dossier, row: Row) -> str:
    return f"{dossier.sources[row['article_id']].outlet} gives {figure(row)}"


def _full_years(dossier: Dossier, period: str) -> list[Row]:
    return _turnover(dossier, "year", period)


def _turnover(dossier: Dossier, covers: str, period: str) -> list[Row]:
    """The reconciled turnover figures that cover a year or a part of one, the oldest first."""
    return [
        r
        for r in dossier.rows("reconciled_trade")
        if r["flow"] == "turnover"
        and r["status"] == "reported"
        and r["value_usd"] is not None
        and coverage(r["period"]) == covers
        and figures.in_period(r["period"], period)
    ]


def _other_years(dossier: Dossier, period: str) -> Md:
    year = figures.latest_full_year(dossier, period=period)
    rows = [r for r in _full_years(dossier, period) if year is None or r["period"] != year.row["period"]]
    if not rows:
        return Md("")
    if len(rows) == 1:
        return say(
            "trade.other_year",
            year=words(rows[0]["period"]),
            value=figure(rows[0]),
            mark=mark(dossier, rows[0]["shown_fact_id"]),
        )
    low, high = (
        min(rows, key=lambda r: (r["value_usd"], r["period"])),
        max(rows, key=lambda r: (r["value_usd"], r["period"])),
    )
    return say(
        "trade.other_years",
        n=len(rows),
        low=figure(low),
        high=figure(high),
        low_year=words(low["period"]),
        high_year=words(high["period"]),
        mark=mark(dossier, [low["shown_fact_id"], high["shown_fact_id"]]),
    )


def _part_years(dossier: Dossier, period: str) -> Md:
    rows = _turnover(dossier, "part", period)
    if not rows:
        return Md("")
    row = rows[-1]
    told = {"when": when(row["period"]), "value": figure(row), "mark": mark(dossier, row["shown_fact_id"])}
    key = "trade.part"
    if row["change_ratio"]:
        key, told["growth"] = "trade.part_growth", change(row)
    return join([say(key, **told), say("trade.part_more", n=len(rows) - 1) if len(rows) > 1 else ""])


def balance(dossier: Dossier, period: str = "", *, more: bool = True) -> Md:
    """Exports, imports and the balance of the newest period that has both."""
    rows = newest_first(figures.balances(dossier, period))
    if not rows:
        return say("trade.no_balance")
    row = rows[0]
    told = {
        "when": when(row["period"]),
        "country": name("country", row["reporter"]),
        "partner": partner(row),
        "export": money(row["export_usd"]),
        "import": money(row["import_usd"]),
        "mark": mark(dossier, row["fact_ids"]),
    }
    if row["balance_usd"]:
        first = say(
            "trade.balance",
            **told,
            kind="surplus" if row["balance_usd"] > 0 else "deficit",
            balance=money(abs(row["balance_usd"])),
        )
    else:
        first = say("trade.balance_even", **told)
    if not row["exact"]:
        check = say("trade.balance_rounded")
    elif row["turnover_usd"] is None:
        check = say("trade.balance_no_turnover")
    elif row["adds_up"] is None:
        check = say("trade.balance_rounded")
    else:
        check = (
            say("trade.balance_adds")
            if row["adds_up"]
            else say("trade.balance_adds_not", sum=money(row["sum_usd"]), turnover=money(row["turnover_usd"]))
        )
    return join([first, check, say("trade.balance_more", n=len(rows) - 1) if more and len(rows) > 1 else ""])


def _bases(dossier: Dossier, period: str) -> Md:
    rows = [r for r in newest_first(derive.bases(dossier, period)) if r["flow"] == "turnover" and r["period"]]
    if not rows:
        return Md("")
    row = rows[0]
    said = [
        say(
            "trade.base",
            growth=growth(row["ratio"]),
            derived=derived_base(row),
            value=money(row["value_usd"], bound=row["bound"]),
            ratio=f"{row['ratio']:g}",
            mark=mark(dossier, row["fact_ids"]),
        )
    ]
    if not row["base_period"]:
        said.append(say("trade.base_no_name"))
    elif row["base_unclear"]:
        said.append(say("trade.base_loose", base=words(row["base_period"]), period=words(row["period"])))
    elif row["reported_usd"] is not None:
        said.append(
            say(
                "trade.base_fits" if row["fits_reported"] else "trade.base_fits_not",
                reported=money(row["reported_usd"]),
                base=words(row["base_period"]),
            )
        )
    return join([*said, say("trade.base_more", n=len(rows) - 1) if len(rows) > 1 else ""])


def _targets(dossier: Dossier, period: str) -> Md:
    rows = [r for r in records(derive.targets(dossier, period)) if r["flow"] == "turnover"]
    ahead = open_targets(dossier, period)
    amounts = [r for r in ahead if r["value_usd"] is not None]
    told = [*amounts[:2], *[r for r in ahead if r["value_usd"] is None][:1]]
    said = [target(dossier, r) for r in told]
    if len(ahead) > len(told):
        said.append(say("trade.target_more", n=len(ahead) - len(told)))
    past = [r for r in rows if r["outcome"] in ("met", "missed")]
    if past:
        met = sum(r["outcome"] == "met" for r in past)
        facts = [fact for r in past for fact in r["fact_ids"].split(JOIN)]
        said.append(say("trade.targets_past", n=len(past), met=met, mark=mark(dossier, facts)))
    return join(said)


def derived_base(row: Row) -> str:
    """An implied base in words: two digits where the figure it follows from is hedged, else four."""
    return money(row["derived_usd"], digits=4 if row["bound"] == "exact" else 2)


def open_targets(dossier: Dossier, period: str = "") -> list[Row]:
    """The turnover targets still open: of the newest clipping first, then the one with the nearest year."""
    rows = [r for r in records(derive.targets(dossier, period)) if r["flow"] == "turnover" and r["open"]]
    rows = [r for r in rows if r["value_usd"] is not None or r["asked_ratio"]]
    order = {key: i for i, key in enumerate(dossier.sources)}
    return sorted(
        rows, key=lambda r: (-order[r["article_id"]], r["period"] is None, r["period"] or "", r["fact_id"])
    )


def target(dossier: Dossier, row: Row) -> Md:
    """A target in a sentence: what it asks for, measured by the latest full year."""
    told = {
        "year": f"for {words(row['period'])}" if row["period"] else "without a year",
        "mark": mark(dossier, row["fact_ids"]),
    }
    if row["base_usd"] is not None:
        told.update(base=money(row["base_usd"], bound=row["base_bound"]), base_year=words(row["base_period"]))
    if row["value_usd"] is None:
        told["ratio"] = multiple(row["asked_ratio"])
        if row["implied_usd"] is None:
            return say("trade.target_ratio_no_base", **told)
        return say("trade.target_ratio", implied=money(row["implied_usd"], digits=4), **told)
    told["value"] = figure(row)
    if row["base_usd"] is None:
        return say("trade.target_no_base", **told)
    if row["needed_high"] <= 1:
        return say("trade.target_reached", **told)
    low, high = f"{row['needed_low']:.1f}", f"{row['needed_high']:.1f}"
    needed = f"{low} times" if low == high else f"{low} to {high} times"
    said = [say("trade.target", needed=needed, **told)]
    if row["cagr_high"] is not None:
        a, b = percent(row["cagr_low"]), percent(row["cagr_high"])
        said.append(say("trade.target_pace", pace=a if a == b else f"{a} to {b}"))
    return join(said)


def partner(row: Row) -> str:
    """The other country of a row, by name."""
    return name("country", {"KAZ": "VNM", "VNM": "KAZ"}[row["reporter"]])


def newest_first(frame: Any) -> list[Row]:
    """The rows of a table that is ordered by time, turned round."""
    return records(frame)[::-1]
