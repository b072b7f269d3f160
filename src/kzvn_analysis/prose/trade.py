"""What the clippings say about trade, in sentences and tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis import derived as derive
from ..analysis import trade as figures
from ..analysis.dossier import Dossier
from ..periods import coverage
from ..reconcile.records import JOIN, newest_first, records
from .balance import both_ways
from .describe import change, derived_base, distinct, figure
from .goals import targets
from .markup import Md, join, paragraphs
from .phrases import phrase, say
from .sources import mark, named
from .words import growth, listed, money, number, percent, when, words

Row = Mapping[str, Any]


def findings(dossier: Dossier, period: str = "") -> Md:
    """Trade in sentences: the latest year, parts of years, balances, what growth and targets imply."""
    if not len(figures.figures(dossier, period)):
        return say("trade.none_in_period" if period else "trade.none")
    return paragraphs(
        [
            join([_latest(dossier, period), _other_years(dossier, period)]),
            join([_part_years(dossier, period), _bases(dossier, period)]),
            both_ways(dossier, period),
            targets(dossier, period),
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


def latest(dossier: Dossier) -> Md:
    """The latest full year's turnover in a sentence, and in another how far sources differ."""
    year = figures.latest_full_year(dossier)
    if year is None:
        return say("trade.no_full_year") if len(dossier.tables.trade) else say("trade.none")
    row = year.row
    told = {"when": when(row["period"]), "value": figure(row), "mark": mark(dossier, row["shown_fact_id"])}
    if row["change_ratio"]:
        first = say("trade.latest_growth", growth=change(row), **told)
    else:
        first = say("trade.latest", **told)
    return join([first, _differ(dossier, row)])


def _latest(dossier: Dossier, period: str = "") -> Md:
    """Who reports the latest full year, with which growth, who disagrees, and which figure is used."""
    year = figures.latest_full_year(dossier, period=period)
    if year is None:
        return say("trade.no_full_year")
    row, facts = year.row, [dossier.facts[f] for f in year.row["fact_ids"].split(JOIN)]
    shown = dossier.facts[row["shown_fact_id"]]
    same = [f["article_id"] for f in facts if f["value_usd"] is not None and figure(f) == figure(shown)]
    same = dossier.independent(dict.fromkeys([shown["article_id"], *same]))
    said = [
        say(
            "trade.reported",
            year=words(row["period"]),
            value=figure(row),
            source=dossier.sources[same[0]].cited,
            mark=mark(dossier, row["shown_fact_id"]),
        )
        if len(same) == 1
        else say(
            "trade.reported_by",
            year=words(row["period"]),
            value=figure(row),
            n=len(same),
            mark=mark(dossier, [f["fact_id"] for f in facts if f["article_id"] in same]),
        ),
        say("trade.growth", growth=change(row)) if row["change_ratio"] else "",
    ]
    if "amount" in (row["conflict_about"] or ""):
        others = [
            phrase(
                "trade.other",
                source=named(dossier, dossier.independent(r["article_id"] for r in claims)),
                n=len(dossier.independent(r["article_id"] for r in claims)),
                value=figure(claims[0]),
                mark=mark(dossier, [r["fact_id"] for r in claims]),
            )
            for claims in _other_figures(dossier, row)[:3]
        ]
        said.append(say("trade.used", others=listed(others), value=figure(row), rule=row["rule"]))
    else:
        said.append(_differ(dossier, row))
    return join(said)


def _differ(dossier: Dossier, row: Row) -> Md:
    """What other sources give for a figure, and how much more or less that is; at most two of them."""
    if "amount" not in (row["conflict_about"] or ""):
        return Md("")
    others = _other_figures(dossier, row)
    said = []
    for claims in others[:2]:
        own = dossier.independent(r["article_id"] for r in claims)
        outlets = list(dict.fromkeys(dossier.sources[key].outlet for key in own))
        told = {
            "n": min(len(outlets), 2),
            "source": listed(outlets if len(outlets) < 3 else [outlets[0], "others"]),
            "value": figure(claims[0]),
            "mark": mark(dossier, [r["fact_id"] for r in claims]),
        }
        off = apart(claims[0], row)
        said.append(say("trade.differs", apart=off, **told) if off else say("trade.differs_only", **told))
    if len(others) > 2:
        said.append(say("trade.latest_wide", low=money(row["low"]), high=money(row["high"])))
    return join(said)


def _other_figures(dossier: Dossier, row: Row) -> list[list[Row]]:
    """The claims that differ from the one shown, by figure; the figure that most clippings give first."""
    groups: dict[str, list[Row]] = {}
    for claim in other_claims(dossier, row):
        groups.setdefault(figure(claim), []).append(claim)
    return sorted(groups.values(), key=lambda claims: -len(dossier.independent(c["article_id"] for c in claims)))


def apart(other: Row, shown: Row) -> str | None:
    """How far a figure lies from the shown one: ``up to 14% more``; ``None`` where that can't be said."""
    if other["value_usd_max"] is not None or shown["value_usd_max"] is not None or not shown["value_usd"]:
        return None
    if shown["bound"] not in (None, "exact", "about"):
        return None
    off = other["value_usd"] / shown["value_usd"] - 1
    hedge = {
        "exact": "",
        "about": "about ",
        "under": "up to " if off > 0 else "at least ",
        "over": "at least " if off > 0 else "up to ",
    }[other["bound"] or "exact"]
    if shown["bound"] == "about":
        hedge = hedge or "about "
    if abs(off) < 0.0005:
        return None
    size = percent(abs(off), 0 if abs(off) >= 0.095 else 1)
    return f"{hedge}{size} {'more' if off > 0 else 'less'}"


def other_claims(dossier: Dossier, row: Row) -> list[Row]:
    """The claims of a statistic whose figure differs from the one shown."""
    claims = [dossier.facts[fact] for fact in row["fact_ids"].split("; ")]
    shown = (row["value_usd"], row["value_usd_max"], row["bound"])
    return [
        c
        for c in claims
        if c["value_usd"] is not None and (c["value_usd"], c["value_usd_max"], c["bound"]) != shown
    ]


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
    told = {
        "period": words(row["period"]),
        "value": figure(row),
        "source": dossier.sources[dossier.facts[row["shown_fact_id"]]["article_id"]].cited,
        "mark": mark(dossier, row["shown_fact_id"]),
    }
    key = "trade.part"
    if row["change_ratio"]:
        key, told["growth"] = "trade.part_growth", change(row)
    return join([say(key, **told), say("trade.part_more", n=len(rows) - 1) if len(rows) > 1 else ""])


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
        said.append(_held(dossier, row))
    return join([*said, say("trade.base_more", n=len(rows) - 1) if len(rows) > 1 else ""])


def _held(dossier: Dossier, row: Row) -> Md:
    """Which of the figures reported for a base fit what the growth implies, and whose they are where not all do."""
    fits, fits_not = (distinct(dossier, row[column]) for column in ("fitting", "unfitting"))
    base = words(row["base_period"])
    if fits and fits_not:
        sides = {"fits": _whose(dossier, fits), "others": _whose(dossier, fits_not)}
        return say("trade.base_fits_some", base=base, n=len(fits), m=len(fits_not), **sides)
    told = [*fits, *fits_not]
    return say("trade.base_fits" if fits else "trade.base_fits_not", base=base, n=len(told), reported=listed(told))


def _whose(dossier: Dossier, told: Mapping[str, list[str]]) -> str:
    """Figures with their sources: ``nearly $800 million (VGP, 12 March 2025)``."""
    sides = []
    for value, articles in told.items():
        own = dossier.independent(articles)
        outlet = dossier.sources[own[0]].label if len(own) == 1 else f"{number(len(own))} clippings"
        sides.append(f"{value} ({outlet})")
    return listed(sides)
