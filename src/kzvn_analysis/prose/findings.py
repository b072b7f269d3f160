"""The first page: the stamp, at most six key findings, and the tiles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis import sectors as fields
from ..analysis import trade as figures
from ..analysis import visits
from ..analysis.dossier import Dossier
from ..periods import year_of
from ..reconcile.records import records
from . import balance as balance_words
from . import goals as goal_words
from . import sectors as sector_words
from . import trade as trade_words
from . import visits as visit_words
from .conflicts import uncertain
from .describe import contact, figure
from .describe import sectors as named_sectors
from .markup import Md, bullets, emphasis, join, place, strong
from .phrases import phrase, say, tell
from .sources import mark
from .words import day_words, days, listed, words

Row = Mapping[str, Any]
MOST = 6  # findings on the first page
_TOGETHER = (("next", "visit"), ("balance", "trade"))


def stamp(dossier: Dossier, version: str = "") -> Md:
    """Version, as-of date and number of sources."""
    n = len(dossier.independent(dossier.used))
    reprints = len(dossier.used) - n
    told = {"n": n, **({"version": version} if version else {})}
    if dossier.as_of is None:
        first = say("evidence.stamp_undated" if version else "evidence.stamp_bare", **told)
    else:
        first = say(
            "evidence.stamp" if version else "evidence.stamp_no_version",
            as_of=day_words(dossier.as_of),
            **told,
        )
    years = sorted(
        {str(year_of(dossier.sources[key].period)) for key in dossier.used if dossier.sources[key].period}
    )
    span = ""
    if len(dossier.used) > 1 and years:
        span = (
            say("evidence.stamp_span", first=years[0], last=years[-1])
            if len(years) > 1
            else say("evidence.stamp_year", first=years[0])
        )
    later = say("evidence.stamp_later", n=len(dossier.later)) if dossier.later else ""
    copies = say("evidence.stamp_reprints", n=reprints) if reprints else ""
    return join([first, copies, span, later])


def key_findings(dossier: Dossier) -> Md:
    """At most six findings, each with a place to link to and a word that says what it is about.

    Where there is more to say, what belongs together is told together: plans with visits, the balance with
    trade.  Nothing is left out.
    """
    told = {
        "trade": trade_words.latest(dossier),
        "balance": _balance(dossier),
        "target": goal_words.goals(dossier),
        "visit": _visit(dossier),
        "next": _next(dossier),
        "agreements": _agreements(dossier),
        "sectors": _sectors(dossier),
        "uncertain": uncertain(dossier),
    }
    found = {name: Md(f"{place('finding-' + name)}{text}") for name, text in told.items() if text}
    for name, home in _TOGETHER:
        if len(found) > MOST and name in found and home in found:
            found[home] = join([found[home], found.pop(name)])
    return bullets(join([strong(tell(f"evidence.leads.{name}")), text]) for name, text in found.items())


def tiles(dossier: Dossier) -> Md:
    """Four tiles as a list: a label, a value in bold, a note in italics."""
    return bullets([_trade_tile(dossier), _visit_tile(dossier), _sectors_tile(dossier), _next_tile(dossier)])


def _balance(dossier: Dossier) -> Md:
    return balance_words.balance(dossier) if len(figures.balances(dossier)) else Md("")


def _visit(dossier: Dossier) -> Md:
    timeline = visits.timeline(dossier)
    if not len(timeline):
        return say("visits.none")
    return join([visit_words.last(dossier, timeline), visit_words.last_other(dossier, timeline)])


def _agreements(dossier: Dossier) -> Md:
    """The partnership and the newest agreement; only how many there are where none is dated."""
    pacts = fields.agreements(dossier)
    if not len(pacts):
        return Md("")
    status, newest = sector_words.partnership(dossier), sector_words.newest_agreement(dossier)
    concluded = [r for r in records(pacts) if r["status"] == "concluded" and r["period"]]
    concluded = [r for r in concluded if r["kind"] not in ("relations", "award")]
    if status and concluded and concluded[0]["kind"] == "partnership":
        newest = Md("")
    return join([status, newest or sector_words.agreements_count(dossier)])


def _sectors(dossier: Dossier) -> Md:
    rows = records(fields.summary(dossier))
    if not rows:
        return say("sectors.none")
    working = [r for r in rows if r["stage"] == "operating"]
    facts = [
        f
        for r in working or rows
        for f in r["fact_ids"].split("; ")
        if dossier.facts[f]["stage"] == r["stage"]
    ]
    if not working:
        return say("evidence.sectors_none_at_work", n=len(rows), mark=mark(dossier, facts))
    if len(rows) == 1:
        return say("evidence.sectors_one", names=named_sectors([rows[0]["sector"]]), mark=mark(dossier, facts))
    count = say("evidence.sectors", operating=len(working), n=len(rows))
    moves = sector_words.moves(dossier, rows)[:2]
    fresh = sector_words.new(dossier, rows)
    if moves or fresh:
        return join([count, say("sectors.moves", moves=listed(moves)) if moves else "", fresh])
    return say(
        "evidence.sectors_all",
        operating=len(working),
        n=len(rows),
        mark=mark(dossier, facts),
        names=named_sectors([r["sector"] for r in working]),
    )


def _next(dossier: Dossier) -> Md:
    return visit_words.planned(dossier, visits.timeline(dossier), limit=2, rest=False)


def _tile(label: object, value: object, note: object) -> Md:
    return join([label, strong(value), emphasis(note)])


def _trade_tile(dossier: Dossier) -> Md:
    year = figures.latest_full_year(dossier)
    if year is None:
        return _tile(say("evidence.tile_trade_none"), "–", phrase("evidence.tile_trade_none_note"))
    others = list(dict.fromkeys(figure(r) for r in trade_words.other_claims(dossier, year.row)))
    if others:
        note = phrase("evidence.tile_trade_other", others=listed(others))
    elif year.row["sources"] > 1:
        note = phrase("evidence.tile_trade_same", n=year.row["sources"])
    else:
        note = phrase("evidence.tile_trade_one")
    return _tile(say("evidence.tile_trade", year=str(year.year)), figure(year.row), note)


def _visit_tile(dossier: Dossier) -> Md:
    found = visits.since_last(visits.timeline(dossier), dossier.as_of)
    label = say("evidence.tile_visit")
    if found is None:
        return _tile(label, "–", phrase("evidence.tile_visit_none_note"))
    who = contact(found.visit)
    if not found.days_high:
        return _tile(label, words(found.visit["period"]), phrase("evidence.tile_visit_now", contact=who))
    ago = days(found.days_low, found.days_high)
    return _tile(
        label,
        words(found.visit["period"]),
        phrase("evidence.tile_visit_note", contact=who, ago=ago, as_of=day_words(dossier.as_of)),
    )


def _sectors_tile(dossier: Dossier) -> Md:
    rows = records(fields.summary(dossier))
    label = say("evidence.tile_sectors")
    if not rows:
        return _tile(label, "–", phrase("evidence.tile_sectors_none_note"))
    working = sum(r["stage"] == "operating" for r in rows)
    # Figures, not words: a tile shows numbers.
    return _tile(
        label,
        phrase("evidence.tile_sectors_value", operating=str(working), n=str(len(rows))),
        phrase("evidence.tile_sectors_note"),
    )


def _next_tile(dossier: Dossier) -> Md:
    rows = visits.ahead(visits.timeline(dossier))
    label = say("evidence.tile_next")
    if not rows:
        return _tile(label, "–", phrase("evidence.tile_next_none_note"))
    row = rows[0]
    return _tile(
        label, words(row["period"]) if row["period"] else phrase("evidence.tile_next_undated"), contact(row)
    )
