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
from .phrases import name, phrase, piece, say
from .sources import ids, mark, named
from .words import growth, listed, money, multiple, percent, when, words

Row = Mapping[str, Any]
GOALS = 3  # that the first page tells


def findings(dossier: Dossier, period: str = "") -> Md:
    """Trade in sentences: the latest year, parts of years, balances, what growth and targets imply."""
    if not len(figures.figures(dossier, period)):
        return say("trade.none_in_period" if period else "trade.none")
    return paragraphs(
        [
            join([_latest(dossier, period), _other_years(dossier, period)]),
            join([_part_years(dossier, period), _bases(dossier, period)]),
            _balance(dossier, period),
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


def balance(dossier: Dossier) -> Md:
    """The balance of the newest period that has exports and imports, in a sentence."""
    row = newest_first(figures.balances(dossier))[0]
    told = {
        "when": when(row["period"]),
        "country": name("country", row["reporter"]),
        "partner": partner(row),
        "export": money(row["export_usd"]),
        "import": money(row["import_usd"]),
        "mark": mark(dossier, row["fact_ids"]),
    }
    if not row["balance_usd"]:
        return say("trade.balance_even", **told)
    kind = "surplus" if row["balance_usd"] > 0 else "deficit"
    return say("trade.balance", **told, kind=kind, balance=money(abs(row["balance_usd"])))


def _balance(dossier: Dossier, period: str = "") -> Md:
    """Who gives exports and imports, and whether they make the turnover."""
    rows = newest_first(figures.each_once(figures.balances(dossier, period)))
    if not rows:
        return say("trade.no_balance")
    row = rows[0]
    first = say(
        "trade.both_ways",
        source=dossier.sources[row["article_id"]].cited,
        period=words(row["period"]),
        country=name("country", row["reporter"]),
        partner=partner(row),
        export=money(row["export_usd"]),
        **{"import": money(row["import_usd"])},
        mark=mark(dossier, row["fact_ids"]),
    )
    if not row["exact"]:
        check = say("trade.balance_rounded")
    elif row["turnover_usd"] is None:
        check = say("trade.balance_no_turnover")
    elif row["adds_up"] is None:
        check = say("trade.balance_rounded")
    else:
        check = (
            say("trade.balance_adds", turnover=money(row["turnover_usd"]))
            if row["adds_up"]
            else say("trade.balance_adds_not", sum=money(row["sum_usd"]), turnover=money(row["turnover_usd"]))
        )
    return join([first, check, say("trade.balance_more", n=len(rows) - 1) if len(rows) > 1 else ""])


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
    told = ahead[:3]
    said = [say("trade.goals", goals=listed([_goal(dossier, r) for r in told]))] if told else []
    if len(ahead) > len(told):
        said.append(say("trade.target_more", n=len(ahead) - len(told)))
    past = [r for r in rows if r["outcome"] in ("met", "missed")]
    if past:
        met = sum(r["outcome"] == "met" for r in past)
        facts = [fact for r in past for fact in r["fact_ids"].split(JOIN)]
        said.append(say("trade.targets_past", n=len(past), met=met, mark=mark(dossier, facts)))
    return join(said)


def derived_base(row: Row) -> str:
    """An implied base in words."""
    return money(row["derived_usd"], digits=_digits(row["value_usd"], row["bound"], row["ratio"]))


def implied(row: Row) -> str:
    """What a goal stated as a multiple comes to in words."""
    return money(row["implied_usd"], digits=_digits(row["base_usd"], row["base_bound"], row["asked_ratio"]))


def _digits(value: float, bound: str, ratio: float) -> int:
    """How many digits of a derived amount can be told: two or three, as the least precise number it follows from has.

    A multiple in whole numbers ("double") is exact; growth in per cent has three digits.
    """
    if bound != "exact":
        return 2
    figures_of = [value] if ratio < 2 or ratio == int(ratio) else [value, ratio]
    fewest = min(len(f"{number:.12g}".replace(".", "").strip("0")) for number in figures_of)
    return min(max(fewest, 2), 3)


def open_targets(dossier: Dossier, period: str = "") -> list[Row]:
    """The turnover targets still open: of the newest clipping first, then the one with the nearest year."""
    rows = [r for r in records(derive.targets(dossier, period)) if r["flow"] == "turnover" and r["open"]]
    rows = [r for r in rows if r["value_usd"] is not None or r["asked_ratio"]]
    order = {key: i for i, key in enumerate(dossier.sources)}
    return sorted(
        rows, key=lambda r: (-order[r["article_id"]], r["period"] is None, r["period"] or "", r["fact_id"])
    )


def goals(dossier: Dossier) -> Md:
    """The open goals in a sentence: the newest, measured by the latest full year, then others; empty where none is."""
    rows = open_targets(dossier)
    if not rows:
        return Md("")
    first, others = _measured_goal(dossier, rows[0]), [_goal(dossier, row) for row in rows[1:GOALS]]
    if not others:
        return say("trade.goal_one", goal=first)
    more = [phrase("trade.goal_more", n=len(rows) - GOALS)] if len(rows) > GOALS else []
    return say("trade.goal_newest", goal=first, n=len(others), others=join([*others, *more], "; "))


def _measured_goal(dossier: Dossier, row: Row) -> Md:
    measured = _measured(row) if row["base_usd"] is not None else ""
    goal = _goal(dossier, row)
    return phrase("trade.goal_measured", goal=goal, measured=measured) if measured else goal


def _goal(dossier: Dossier, row: Row) -> Md:
    """A target as one of several in a sentence."""
    aim = figure(row) or piece("trade.multiple", ratio=multiple(row["asked_ratio"]))
    own = dossier.independent([row["article_id"], *(dossier.facts[f]["article_id"] for f in ids(row["fact_ids"]))])
    outlets = list(dict.fromkeys(dossier.sources[key].outlet for key in own))
    source = listed(outlets if len(outlets) < 3 else [outlets[0], phrase("evidence.more_points", n=len(outlets) - 1)])
    return phrase("trade.goal", aim=aim, year=_year(row), source=source, mark=mark(dossier, row["fact_ids"]))


def _year(row: Row) -> str:
    return f"for {words(row['period'])}" if row["period"] else "with no year set"


def _measured(row: Row) -> str:
    """What a target comes to by our own arithmetic: a multiple of the latest full year, and growth a year."""
    told = {"base": money(row["base_usd"], bound=row["base_bound"]), "base_year": words(row["base_period"])}
    if row["value_usd"] is None:
        if row["implied_usd"] is None:
            return ""
        return piece("trade.measured_ratio", implied=implied(row), **told)
    if row["needed_high"] <= 1:
        return piece("trade.measured_reached", **told)
    low, high = f"{row['needed_low']:.1f}", f"{row['needed_high']:.1f}"
    needed = f"{low} times" if low == high else f"{low} to {high} times"
    if row["cagr_high"] is None:
        return piece("trade.measured", needed=needed, **told)
    a, b = percent(row["cagr_low"]), percent(row["cagr_high"])
    return piece("trade.measured_pace", needed=needed, pace=a if a == b else f"{a} to {b}", **told)


def partner(row: Row) -> str:
    """The other country of a row, by name."""
    return name("country", {"KAZ": "VNM", "VNM": "KAZ"}[row["reporter"]])


def newest_first(frame: Any) -> list[Row]:
    """The rows of a table that is ordered by time, turned round."""
    return records(frame)[::-1]
