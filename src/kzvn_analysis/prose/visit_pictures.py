"""What the pictures of visits show: in one sentence, and for those who can't see them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..analysis import visits as figures
from ..analysis.dossier import Dossier
from ..reconcile.records import records
from .describe import level, occasion
from .markup import Md
from .phrases import phrase, say, tell
from .visits import KEYS, interval_days
from .words import number, words

Row = Mapping[str, Any]


def says_timeline(dossier: Dossier, levels: Sequence[str] = ()) -> Md:
    """The timeline in one sentence."""
    rows = records(figures.timeline(dossier, levels))
    dated = [r for r in rows if r["low"]]
    if not rows:
        return say("visits.none")
    if not dated:
        return say("visits.says_timeline_undated", n=len(rows))
    made, plans = [r for r in dated if r["status"] == "made"], figures.ahead(figures.timeline(dossier, levels))
    ahead = phrase("visits.says_ahead", n=len(plans)) if plans else phrase("visits.says_ahead_none")
    if not made:
        return say("visits.says_timeline_planned", ahead=ahead)
    first, end = made[0]["low"][:4], max(r["high"] for r in made)[:4]
    if first == end:
        return say("visits.says_timeline_one", made=len(made), ahead=ahead, first=first)
    every = sum(r["status"] == "made" for r in rows)
    key = "visits.says_timeline" if every == len(made) else "visits.says_timeline_part"
    return say(key, made=every, ahead=ahead, first=first, last=end)


def says_intervals(dossier: Dossier, levels: Sequence[str] = ()) -> Md:
    """The picture of intervals in one sentence."""
    visits = figures.timeline(dossier, levels)
    rows = records(figures.intervals(visits, dossier.as_of))
    closed = [r for r in rows if not r["open"]]
    if not rows:
        return say("visits.no_top")
    if not closed:
        return say("visits.says_intervals_open", ago=interval_days(rows[0]))
    last, since = interval_days(closed[-1]), [r for r in rows if r["open"]]
    if not since or since[0]["days_high"] < 2:
        return say("visits.says_intervals_now", last=last)
    return say("visits.says_intervals", last=last, ago=interval_days(since[0]))


def alt_timeline(dossier: Dossier, levels: Sequence[str] = (), limit: int = 8) -> str:
    """The timeline, for those who can't see it."""
    rows = [r for r in records(figures.timeline(dossier, levels)) if r["low"]]
    if not rows:
        return tell("visits.alt.none")
    lanes = []
    for direction, key in KEYS.items():
        own = [r for r in rows if r["direction"] == direction][::-1]
        if own:
            items = [_item(r) for r in own[:limit]]
            if len(own) > limit:
                items.append(f"and {number(len(own) - limit)} more")
            lanes.append(tell("visits.alt.lane", direction=tell(f"visits.alt.{key}"), items="; ".join(items)))
    return tell("visits.alt.timeline", n=len(rows), groups=" ".join(lanes))


def _item(row: Row) -> str:
    plan = ", planned" if row["status"] == "planned" else ""
    who = f"{row['visitor']}, {level(row)}" if row["visitor"] else occasion(row)
    return f"{words(row['period']) if row['period'] else 'undated'} {who}{plan}"


def alt_intervals(dossier: Dossier, levels: Sequence[str] = (), limit: int = 12) -> str:
    """The picture of intervals, for those who can't see it."""
    rows = records(figures.intervals(figures.timeline(dossier, levels), dossier.as_of))
    if not rows:
        return tell("visits.alt.intervals_none")
    items = []
    for row in rows[-limit:]:
        first = f"{row['from_visitor'] or 'unnamed'} {words(row['from_period'])}"
        if row["open"]:
            items.append(tell("visits.alt.open", first=first, days=interval_days(row)))
        else:
            items.append(
                tell(
                    "visits.alt.interval",
                    first=first,
                    second=f"{row['to_visitor'] or 'unnamed'} {words(row['to_period'])}",
                    days=interval_days(row),
                )
            )
    return tell("visits.alt.intervals", items=" ".join(items))
