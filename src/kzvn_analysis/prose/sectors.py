"""What the clippings say about sectors, agreements and projects, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis import sectors as figures
from ..analysis.dossier import Dossier
from ..periods import begun, bounds, once
from ..reconcile.records import records
from .describe import agreement_status, missing, upper_first
from .describe import sectors as named_sectors
from .markup import Md, join, paragraphs, shorten
from .phrases import name, phrase, say, tell
from .sources import ids, mark
from .words import listed, money

Row = Mapping[str, Any]


def findings(dossier: Dossier, min_stage: str = "mentioned") -> Md:
    """What the clippings say about sectors: how far each is, what moved, and what sums are named."""
    rows = records(figures.summary(dossier, min_stage))
    if not rows:
        if len(dossier.tables.sectors):
            return say("sectors.none_at_stage", stage=name("stage", min_stage))
        return say("sectors.none")
    return paragraphs([_stages(rows), _moves(dossier, rows), _substance(rows)])


def agreements_findings(dossier: Dossier) -> Md:
    """What the clippings say about agreements and projects."""
    return paragraphs([_agreements(dossier), _projects(dossier)])


def limits(dossier: Dossier, min_stage: str = "mentioned") -> Md:
    """What these stages can't show."""
    rows = records(figures.summary(dossier, min_stage))
    if not rows:
        return say("sectors.limits_none")
    alone = sum(len(dossier.independent(dossier.facts[f]["article_id"] for f in ids(r["fact_ids"]))) == 1 for r in rows)
    return join(
        [
            say("sectors.limits", n=len(set(dossier.tables.sectors["article_id"]))),
            say("sectors.limits_one", n=alone) if alone else "",
            say("sectors.limits_move") if any(r["movement"] == "earlier" for r in rows) else "",
            say("sectors.limits_once")
            if len(dossier.tables.agreements) + len(dossier.tables.projects)
            else "",
        ]
    )


def at_work(dossier: Dossier, min_stage: str = "mentioned") -> list[str]:
    """The sectors that at least one clipping reports as operating."""
    return [r["sector"] for r in records(figures.summary(dossier, min_stage)) if r["stage"] == "operating"]


def _stages(rows: list[Row]) -> Md:
    said = [_of_all("sectors.count", rows)]
    for stage in reversed(figures.STAGES):
        own = [r["sector"] for r in rows if r["stage"] == stage]
        if own:
            said.append(say(f"sectors.{stage}", sectors=named_sectors(own)))
    return join(said)


def _of_all(key: str, rows: list[Row]) -> Md:
    """How many of the sectors are at work, in the form for none, for the only one, or for some of several."""
    operating = sum(r["stage"] == "operating" for r in rows)
    if not operating:
        return say(f"{key}_none", n=len(rows))
    if len(rows) == 1:
        return say(f"{key}_one")
    return say(key, n=len(rows), operating=operating)


def _moves(dossier: Dossier, rows: list[Row]) -> Md:
    found = moves(dossier, rows)
    said = [say("sectors.moves", moves=listed(found[:4])) if found else say("sectors.no_moves"), new(dossier, rows)]
    if len(found) > 4:
        said.insert(1, say("sectors.moves_more"))
    return join(said)


def moves(dossier: Dossier, rows: list[Row]) -> list[Md]:
    """The sectors that came further, those that came the same way together; the latest first."""
    groups: dict[tuple, list[Row]] = {}
    for row in _latest_first(dossier, rows):
        way = tuple(row[key] for key in ("first_stage", "first_when", "stage", "reached_when"))
        groups.setdefault(way, []).append(row)
    return [
        phrase(
            "sectors.moved",
            sectors=named_sectors([r["sector"] for r in group]),
            first=name("stage", first),
            first_when=first_when,
            last=name("stage", last),
            last_when=last_when,
            mark=mark(dossier, [r["reached_fact_id"] for r in group]),
        )
        for (first, first_when, last, last_when), group in groups.items()
    ]


def new(dossier: Dossier, rows: list[Row]) -> Md:
    """The sectors that only the newest of several dated clippings names."""
    days = sorted({s.written for key, s in dossier.sources.items() if s.written and key in dossier.used})
    if len(days) < 2:
        return Md("")
    own = [r for r in rows if r["first_written"] == days[-1].isoformat()]
    if not own:
        return Md("")
    return say("sectors.new", sectors=named_sectors([r["sector"] for r in own]))


def _substance(rows: list[Row]) -> Md:
    sums = [
        phrase("sectors.money_item", sector=name("sector", r["sector"]), sum=money(r["money_usd"]))
        for r in rows
        if r["money_usd"] is not None
    ]
    return say("sectors.money", sectors=listed(sums)) if sums else say("sectors.no_money")


def _agreements(dossier: Dossier) -> Md:
    rows = records(figures.agreements(dossier))
    if not rows:
        return say("sectors.agreements_none")
    concluded = [r for r in rows if r["status"] == "concluded"]
    pending = [r for r in rows if r["status"] == "proposed"]
    said = [agreements_count(dossier)]
    if newest := newest_agreement(dossier):
        said.append(newest)
    relations = [r for r in concluded if r["kind"] == "relations" and r["period"]]
    if relations:
        row = relations[0]
        said.append(say("sectors.relations", when=once(row["period"]), mark=mark(dossier, row["fact_ids"])))
    in_force = sum(bool(r["in_force"]) and _begun(dossier, r["in_force"]) for r in concluded)
    if in_force:
        said.append(say("sectors.in_force", n=in_force))
    ahead = [r for r in pending if not over(dossier, r)]
    if ahead:
        items = [
            phrase("sectors.pending_item", title=_title(r), mark=mark(dossier, r["fact_ids"]))
            for r in ahead[:4]
        ]
        said.append(
            say("sectors.pending_more" if len(ahead) > 4 else "sectors.pending", titles=listed(items))
        )
    if len(ahead) < len(pending):
        said.append(say("sectors.pending_over", n=len(pending) - len(ahead)))
    return join(said)


def newest_agreement(dossier: Dossier) -> Md:
    """The newest agreement that is concluded and dated, in a sentence; empty where there is none."""
    dated = [
        r
        for r in records(figures.agreements(dossier))
        if r["status"] == "concluded" and r["period"] and r["kind"] not in ("relations", "award")
    ]
    return say("sectors.newest", **_told(dossier, dated[0])) if dated else Md("")


def partnership(dossier: Dossier) -> Md:
    """The partnership that is reported, in a sentence; empty where none is."""
    rows = [r for r in records(figures.agreements(dossier)) if r["kind"] == "partnership"]
    if not rows:
        return Md("")
    row = rows[0]
    told = {"title": _title(row), "mark": mark(dossier, row["fact_ids"])}
    if row["status"] == "proposed":
        return say("sectors.partnership_proposed", **told)
    if not row["period"]:
        return say("sectors.partnership_undated", **told)
    return say("sectors.partnership", since=begun(row["period"]), **told)


def agreements_count(dossier: Dossier) -> Md:
    """How many agreements are named, and how far they are."""
    rows = records(figures.agreements(dossier))
    done = sum(r["status"] == "concluded" for r in rows)
    if done and done < len(rows):
        return say("sectors.agreements", n=len(rows), concluded=done, proposed=len(rows) - done)
    return say("sectors.agreements_concluded" if done else "sectors.agreements_proposed", n=len(rows))


def over(dossier: Dossier, row: Row) -> bool:
    """Whether the time that something was planned or proposed for is over."""
    ahead = row["status"] in ("planned", "proposed") and row["period"]
    return bool(ahead and dossier.as_of and bounds(row["period"])[1] < dossier.as_of)


def _begun(dossier: Dossier, period: str) -> bool:
    """Whether a period has begun by the as-of date."""
    return dossier.as_of is None or bounds(period)[0] <= dossier.as_of


def _told(dossier: Dossier, row: Row) -> dict[str, Any]:
    return {
        "title": _title(row),
        "status": agreement_status(row),
        "when": once(row["period"]),
        "mark": mark(dossier, row["fact_ids"]),
    }


def _title(row: Row) -> str:
    return shorten(row["title"], 90).rstrip(".")


def _projects(dossier: Dossier) -> Md:
    rows = records(figures.projects(dossier))
    if not rows:
        return say("sectors.projects_none")
    done = sum(r["status"] in ("operating", "done") for r in rows)
    late = sum(over(dossier, r) for r in rows)
    first = say("sectors.projects", n=len(rows), operating=done, ahead=len(rows) - done)
    return join([first, say("sectors.projects_over", n=late) if late else ""])


def says_stages(dossier: Dossier, min_stage: str = "mentioned") -> Md:
    """The grid of sectors by clipping in one sentence."""
    rows = records(figures.summary(dossier, min_stage))
    if not rows:
        return say("sectors.none")
    return _of_all("sectors.says_stages", rows)


def says_ladder(dossier: Dossier, min_stage: str = "mentioned") -> Md:
    """The ladder of stages in one sentence."""
    moved = _latest_first(dossier, records(figures.summary(dossier, min_stage)))
    if not moved:
        return say("sectors.says_ladder_none")
    many = len(moved) > 4
    names = named_sectors([r["sector"] for r in moved[: 3 if many else 4]])
    return say("sectors.says_ladder_many" if many else "sectors.says_ladder", n=len(moved), sectors=names)


def _latest_first(dossier: Dossier, rows: list[Row]) -> list[Row]:
    """The sectors that came further, the latest to do so first."""
    order = {s.written.isoformat(): -i for i, s in enumerate(dossier.sources.values()) if s.written}
    moved = [r for r in rows if r["movement"] == "advanced"]
    return sorted(moved, key=lambda r: order[r["reached_written"]])


def says_routes(dossier: Dossier) -> Md:
    """The map of links in one sentence."""
    rows = records(figures.routes(dossier))
    if not rows:
        return say("sectors.says_routes_none")
    done = sum(r["status"] in ("operating", "done") for r in rows)
    return say("sectors.says_routes", n=len(rows), operating=done, ahead=len(rows) - done)


def alt_stages(dossier: Dossier, min_stage: str = "mentioned") -> str:
    """The grid of sectors by clipping, for those who can't see it."""
    rows = records(figures.summary(dossier, min_stage))
    if not rows:
        return tell("sectors.alt.stages_none")
    items = []
    for stage in reversed(figures.STAGES):
        own = [name("sector", r["sector"]) for r in rows if r["stage"] == stage]
        if own:
            items.append(tell("sectors.alt.stage_group", stage=name("stage", stage), sectors=", ".join(own)))
    clippings = len(set(figures.cells(dossier, min_stage)["article_id"]))
    return tell("sectors.alt.stages", n=len(rows), clippings=clippings, items=" ".join(items))


def alt_ladder(dossier: Dossier, min_stage: str = "mentioned", limit: int = 10) -> str:
    """The ladder of stages, for those who can't see it."""
    rows = [r for r in records(figures.summary(dossier, min_stage)) if r["first_written"]]
    if not rows:
        return tell("sectors.alt.ladder_none")
    items = [
        tell(
            "sectors.alt.ladder_item",
            sector=upper_first(name("sector", r["sector"])),
            first=name("stage", r["first_stage"]),
            first_when=r["first_when"],
            last=name("stage", r["stage"]),
            last_when=r["reached_when"],
        )
        for r in rows
        if r["movement"] == "advanced"
    ][:limit]
    return tell("sectors.alt.ladder", n=len(rows), items=" ".join([*items, tell("sectors.alt.ladder_still")]))


def alt_routes(dossier: Dossier, limit: int = 12) -> str:
    """The map of links, for those who can't see it."""
    rows = records(figures.routes(dossier))
    if not rows:
        return tell("sectors.alt.routes_none")
    items = [
        tell(
            "sectors.alt.route",
            title=", ".join([upper_first(shorten(r["title"], 80)), *missing(r["title"], r["place"])]),
            status=r["status"],
        )
        for r in rows[:limit]
    ]
    return tell("sectors.alt.routes", n=len(rows), items=" ".join(items))
