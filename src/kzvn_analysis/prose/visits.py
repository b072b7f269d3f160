"""What the clippings say about visits, in sentences and a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ..analysis import visits as figures
from ..analysis.dossier import Dossier
from ..facts.visits import LEVELS
from ..reconcile.records import JOIN, records
from .describe import contact, occasion, traveller, upper_first
from .long_tables import BLANK, more_rows, weightiest
from .markup import Md, join, paragraphs, table
from .phrases import name, phrase, piece, say
from .sources import cell, mark
from .words import counted, day_words, days, listed, when, words

Row = Mapping[str, Any]
KEYS = {"VNM→KAZ": "to_kaz", "KAZ→VNM": "to_vnm", "elsewhere": "elsewhere", "not given": "not_given"}


def findings(dossier: Dossier, levels: Sequence[str] = ()) -> Md:
    """What the clippings say about visits: how many, the last, how evenly, how far apart, what is planned."""
    visits = figures.timeline(dossier, levels)
    if not len(visits):
        return say("visits.none_of_level" if levels else "visits.none")
    return paragraphs(
        [
            join([last(dossier, visits), _reciprocity(dossier, visits)]),
            join([_rate(dossier, visits), _intervals(dossier, visits)]),
            join([planned(dossier, visits), _lapsed(dossier, visits)]),
            join([_count(visits), _levels(visits)]),
        ]
    )


def limits(dossier: Dossier, levels: Sequence[str] = ()) -> Md:
    """What these visits can't show."""
    visits = figures.timeline(dossier, levels)
    rows, top = records(visits), figures.top_level(visits)
    if not rows:
        return say("visits.limits_none")
    vague = sum(figures.rank(r["period"]) != "day" for r in top)
    undated = sum(r["low"] is None for r in rows)
    conflicts = sum(r["agreement"] == "conflict" for r in rows)
    return join(
        [
            say("visits.limits_sources", n=len({a for r in rows for a in r["article_ids"].split("; ")})),
            say("visits.limits_few", n=len(top)) if 0 < len(top) < 12 else "",
            say("visits.limits_dates", n=vague) if vague else "",
            say("visits.limits_undated", n=undated) if undated else "",
            say("visits.limits_conflicts", n=conflicts) if conflicts else "",
        ]
    )


def last(dossier: Dossier, visits: Any) -> Md:
    """The last top-level visit, and how long ago it was."""
    found = figures.since_last(visits, dossier.as_of)
    if found is None:
        undated = figures.reciprocity(visits).undated
        if undated:
            return say(
                "visits.last_undated", contact=contact(undated[0]), mark=mark(dossier, undated[0]["fact_ids"])
            )
        return say("visits.no_top")
    told = {
        "contact": contact(found.visit),
        "when": when(found.visit["period"]),
        "mark": mark(dossier, found.visit["fact_ids"]),
        "as_of": day_words(dossier.as_of),
    }
    if found.days_high == 0:
        if found.visit["high"] > dossier.as_of.isoformat():
            return say("visits.last_now", **told)
        one_day = found.visit["low"] == found.visit["high"]
        return say("visits.last_same_day" if one_day else "visits.last_ended", **told)
    return say("visits.last", ago=days(found.days_low, found.days_high), **told)


def planned(dossier: Dossier, visits: Any, limit: int = 4, *, rest: bool = True) -> Md:
    """What is still ahead, by rank before date; `rest` says how much more there is."""
    rows = figures.foremost(visits)
    if not rows:
        return say("visits.no_plan")
    items = [plan(dossier, row) for row in rows[:limit]]
    more = say("visits.plan_more", n=len(rows) - limit) if rest and len(rows) > limit else ""
    return join([say("visits.plan", plans=listed(items)), more])


def plan(dossier: Dossier, row: Row) -> Md:
    """A plan inside a sentence."""
    told = {"contact": contact(row), "mark": mark(dossier, row["fact_ids"])}
    if row["period"]:
        return phrase("visits.plan_item", when=when(row["period"]), **told)
    return phrase("visits.plan_item_undated", **told)


def _count(visits: Any) -> Md:
    rows = records(visits)
    made = sum(r["status"] == "made" for r in rows)
    if made == len(rows):
        return say("visits.count_made", n=len(rows))
    if not made:
        return say("visits.count_planned", n=len(rows))
    return say("visits.count", n=len(rows), made=made, planned=len(rows) - made)


def _levels(visits: Any) -> Md:
    count = Counter(r["level"] for r in records(visits) if r["status"] == "made")
    if not count:
        return Md("")
    if len(visits) == 1:
        form = _forms(next(iter(count)))[0]
        return say("visits.level", level=f"{'an' if form[0] in 'aeiou' else 'a'} {form}")
    order = sorted(count, key=lambda key: (-count[key], LEVELS.index(key)))
    return say("visits.levels", levels=listed([counted(count[key], *_forms(key)) for key in order]))


def _forms(key: str) -> tuple[str, str]:
    """A level's name for one and for several."""
    if key == "unspecified":
        return "visit whose level is not given", "visits whose level is not given"
    one = name("level", key)
    if key == "talks":
        return "round of talks", "rounds of talks"
    first, space, rest = one.partition(" of ") if " of " in one else one.partition(" for ")
    return one, f"{first}s{space}{rest}"


def both_ways(visits: Any) -> Md:
    """How many top-level visits went each way; empty where there are none."""
    found = figures.reciprocity(visits)
    if not found.total:
        return Md("")
    to_kaz, to_vnm = (found.counts[d] for d in figures.DIRECTIONS[:2])
    if not (to_kaz and to_vnm):
        origin, host = ("VNM", "KAZ") if to_kaz else ("KAZ", "VNM")
        return say(
            "visits.one_way", n=found.total, origin=name("country", origin), host=name("country", host)
        )
    return say("visits.both_ways", n=found.total, to_kaz=to_kaz, to_vnm=to_vnm)


def _reciprocity(dossier: Dossier, visits: Any) -> Md:
    found = figures.reciprocity(visits)
    other = last_other(dossier, visits) if all(found.counts.values()) else ""
    return join([other, both_ways(visits), say("visits.top") if found.total else ""])


def last_other(dossier: Dossier, visits: Any) -> Md:
    """The last top-level visit in the direction that the very last one didn't take; empty without one."""
    found, latest = figures.reciprocity(visits), figures.since_last(visits, dossier.as_of)
    other = next((r for d, r in found.last.items() if r and latest and d != latest.visit["direction"]), None)
    if not other:
        return Md("")
    return say(
        "visits.last_other",
        contact=contact(other),
        when=when(other["period"]),
        mark=mark(dossier, other["fact_ids"]),
    )


def _intervals(dossier: Dossier, visits: Any) -> Md:
    """How far apart the last two were, the longest gap since diplomatic relations, and what is older."""
    rows = [r for r in records(figures.intervals(visits, dossier.as_of)) if not r["open"]]
    if not rows:
        return say("visits.no_interval") if figures.top_level(visits) else Md("")
    found = figures.frequency(dossier, visits)
    since = found.since.isoformat() if found and found.since_relations else ""
    own = [r for r in rows if figures.bounds(r["from_period"])[0].isoformat() >= since]
    said = []
    if own:
        said.append(say("visits.interval", length=interval_days(own[-1])))
    if len(own) > 1 and (longest := max(own, key=middle)) is not own[-1]:
        said.append(
            say(
                "visits.longest",
                length=interval_days(longest),
                first=words(longest["from_period"]),
                last=words(longest["to_period"]),
            )
        )
    older = [r for r in figures.top_level(visits) if r["high"] < since]
    if older:
        row = older[-1]
        told = {"contact": contact(row), "when": when(row["period"]), "mark": mark(dossier, row["fact_ids"])}
        said.append(say("visits.older", **told))
        if len(older) > 1:
            said.append(say("visits.older_more", n=len(older) - 1))
    return join(said)


def interval_days(row: Row) -> str:
    """The length of an interval in words."""
    return days(row["days_low"], row["days_high"])


def middle(row: Row) -> tuple:
    """Sort key: intervals by length, a range by its middle."""
    return (row["days_low"] + row["days_high"], row["from_period"], row["to_period"])


def _rate(dossier: Dossier, visits: Any) -> Md:
    found = figures.frequency(dossier, visits)
    if found is None:
        return Md("")
    since = phrase(
        "visits.since_relations" if found.since_relations else "visits.since_first", when=when(found.period)
    )
    rate = found.rate
    told = {"since": since, "n": rate.count, "mark": mark(dossier, found.fact_ids)}
    if rate.count < 3:
        return say("visits.rate_few" if rate.count else "visits.rate_none", **told)
    told["count"] = str(rate.count)
    if rate.per_year >= 1:
        shown = {"rate": f"{rate.per_year:.1f}", "low": f"{rate.low:.1f}", "high": f"{rate.high:.1f}"}
        return say("visits.rate_often", **told, **shown)
    return say(
        "visits.rate",
        **told,
        every=_years(1 / rate.per_year),
        shortest=_years(1 / rate.high, unit=False),
        longest=_years(1 / rate.low),
    )


def _years(span: float, unit: bool = True) -> str:
    """A number of years, with two digits: ``8.4 years``."""
    value = round(span) if span >= 10 else round(span, 1)
    return f"{value:g}" + ((" year" if value == 1 else " years") if unit else "")


def _lapsed(dossier: Dossier, visits: Any) -> Md:
    """Plans that nobody speaks of any more: their date has passed, or they never had one."""
    said = []
    for plan in ("lapsed", "dormant"):
        rows = [r for r in records(visits) if r["plan"] == plan]
        if rows:
            facts = [f for r in rows for f in r["fact_ids"].split(JOIN)]
            said.append(say(f"visits.{plan}", n=len(rows), mark=mark(dossier, facts)))
    return join(said)


def all_visits(dossier: Dossier, levels: Sequence[str] = ()) -> Md:
    """Every visit once, the newest first, undated ones last; of many, the weightiest."""
    rows = records(figures.timeline(dossier, levels))
    dated = [r for r in rows if r["low"]][::-1] + [r for r in rows if not r["low"]]
    shown = weightiest(dated, lambda r: (not r["top"], r["plan"] != "ahead"))
    cells = [
        (
            upper_first(words(r["period"]) if r["period"] else "undated"),
            _who(r),
            _what(r),
            cell(dossier, r["fact_ids"]),
        )
        for r in shown
    ]
    if len(shown) < len(dated):
        cells.append((BLANK, more_rows(len(dated) - len(shown), "reconciled_visits"), BLANK, BLANK))
    empty = (say("visits.none_of_level" if levels else "visits.none"), "", "", "")
    return table(("When", "Who", "What", "Sources"), cells or [empty], (20, 30, 37, 13))


def _who(row: Row) -> str:
    role = f", {row['visitor_role']}" if row["visitor"] and row["visitor_role"] else ""
    return traveller(row) + role


_PLANNED = {"lapsed": "visits.cell.lapsed", "dormant": "visits.cell.dormant"}


def _what(row: Row) -> str:
    text = upper_first(occasion(row))
    if row["level"] == "unspecified" and row["status"] == "made":
        text += f", {piece('visits.cell.no_level')}"
    if row["status"] == "planned":
        text += f", {piece(_PLANNED.get(row['plan'], 'visits.cell.planned'))}"
    if "level" in (row["conflict_about"] or ""):
        others = [part.partition(":")[0] for part in row["levels"].split(" · ")]
        clash = [name("level", o) for o in others if o not in (row["level"], "unspecified", "talks")]
        text += f" ({piece('visits.cell.others', levels=', '.join(clash))})"
    return text
