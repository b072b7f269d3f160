"""What the clippings say about visits, in sentences and a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from ..analysis import visits as figures
from ..analysis.dossier import Dossier
from ..facts.visits import LEVELS
from ..reconcile.records import records
from .conflicts import level_conflict
from .describe import contact, traveller, upper_first
from .markup import Md, join, paragraphs, table
from .phrases import name, phrase, say, tell
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
            join([_count(visits), _levels(visits)]),
            join([last(dossier, visits), _reciprocity(dossier, visits)]),
            join([_intervals(dossier, visits), _rate(dossier, visits)]),
            join([planned(dossier, visits), _lapsed(dossier, visits)]),
            join(
                level_conflict(dossier, row)
                for row in records(visits)
                if "level" in (row["conflict_about"] or "")
            ),
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
        ends = found.visit["high"] <= dossier.as_of.isoformat()
        return say("visits.last_same_day" if ends else "visits.last_now", **told)
    return say("visits.last", ago=days(found.days_low, found.days_high), **told)


def planned(dossier: Dossier, visits: Any, limit: int = 4) -> Md:
    """What is still ahead."""
    rows = figures.ahead(visits)
    if not rows:
        return say("visits.no_plan")
    items = [plan(dossier, row) for row in rows[:limit]]
    more = say("visits.plan_more", n=len(rows) - limit) if len(rows) > limit else ""
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
    order = sorted(count, key=lambda key: (-count[key], LEVELS.index(key)))
    return say("visits.levels", levels=listed([counted(count[key], *_forms(key)) for key in order]))


def _forms(key: str) -> tuple[str, str]:
    """A level's name for one and for several."""
    if key == "unspecified":
        return "visit of no named level", "visits of no named level"
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
    if not all(found.counts.values()):
        return both_ways(visits)
    said = [both_ways(visits)]
    latest = figures.since_last(visits, dossier.as_of)
    other = next((r for d, r in found.last.items() if r and latest and d != latest.visit["direction"]), None)
    if other:
        said.append(
            say(
                "visits.last_other",
                contact=contact(other),
                when=when(other["period"]),
                mark=mark(dossier, other["fact_ids"]),
            )
        )
    if found.next_turn:
        origin, host = found.next_turn.split("→")
        said.append(say("visits.turn", origin=name("country", origin), host=name("country", host)))
    return join(said)


def _intervals(dossier: Dossier, visits: Any) -> Md:
    rows = [r for r in records(figures.intervals(visits, dossier.as_of)) if not r["open"]]
    if not rows:
        return say("visits.no_interval") if figures.top_level(visits) else Md("")
    if len(rows) == 1:
        return say("visits.interval", shortest=interval_days(rows[0]))
    low, high = min(rows, key=middle), max(rows, key=middle)
    return say("visits.intervals", shortest=interval_days(low), longest=interval_days(high))


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
    return say(
        "visits.rate",
        since=since,
        n=rate.count,
        years=f"{rate.years:.1f}",
        mark=mark(dossier, found.fact_ids),
        rate=f"{rate.per_year:.2f}",
        low=f"{rate.low:.2f}",
        high=f"{rate.high:.2f}",
    )


def _lapsed(dossier: Dossier, visits: Any) -> Md:
    rows = [r for r in records(visits) if r["plan"] == "lapsed"]
    return (
        say(
            "visits.lapsed",
            n=len(rows),
            mark=mark(dossier, [f for r in rows for f in r["fact_ids"].split("; ")]),
        )
        if rows
        else Md("")
    )


def all_visits(dossier: Dossier, levels: Sequence[str] = ()) -> Md:
    """Every visit once, the newest first, undated ones last."""
    rows = records(figures.timeline(dossier, levels))
    dated = [r for r in rows if r["low"]][::-1] + [r for r in rows if not r["low"]]
    cells = [
        (
            words(r["period"]) if r["period"] else "not given",
            _who(r),
            tell(f"visits.direction.{KEYS[r['direction']]}"),
            _level(r),
            cell(dossier, r["fact_ids"]),
        )
        for r in dated
    ]
    empty = (say("visits.none_of_level" if levels else "visits.none"), "", "", "", "")
    return table(("When", "Who", "Direction", "Level", "Sources"), cells or [empty], (18, 26, 16, 16, 24))


def _who(row: Row) -> str:
    role = f", {row['visitor_role']}" if row["visitor"] and row["visitor_role"] else ""
    met = f"; met {row['counterpart']}" if row["counterpart"] else ""
    return upper_first(traveller(row)) + role + met


def _level(row: Row) -> str:
    text = upper_first(name("level_short", row["level"]))
    if row["status"] == "planned":
        text += ", planned"
        if row["plan"] == "lapsed":
            text += " (no report that it took place)"
    if "level" in (row["conflict_about"] or ""):
        others = [part.partition(":")[0] for part in row["levels"].split(" · ")]
        clash = [name("level_short", o) for o in others if o not in (row["level"], "unspecified", "talks")]
        text += f" (others: {', '.join(clash)})"
    return text
