"""What the clippings say about sectors, agreements and projects, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis import sectors as figures
from ..analysis.dossier import Dossier
from ..periods import bounds, when
from ..reconcile.records import records
from .describe import sectors as named_sectors
from .describe import upper_first
from .markup import Md, join, paragraphs, shorten
from .phrases import name, phrase, say, tell
from .sources import mark
from .words import listed, money

Row = Mapping[str, Any]


def findings(dossier: Dossier, min_stage: str = "mentioned") -> Md:
    """What the clippings say about sectors: how far each is, what moved, what stands behind them."""
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
    alone = sum(r["clippings"] == 1 for r in rows)
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
    said = [say("sectors.count", n=len(rows))]
    for stage in reversed(figures.STAGES):
        own = [r["sector"] for r in rows if r["stage"] == stage]
        if own:
            said.append(say(f"sectors.{stage}", n=len(own), sectors=named_sectors(own)))
    return join(said)


def _moves(dossier: Dossier, rows: list[Row]) -> Md:
    moved = [r for r in rows if r["movement"] == "advanced"]
    said = [say("sectors.no_moves")]
    if moved:
        said = [say("sectors.moves", moves=listed([_move(dossier, r) for r in moved[:4]]))]
    earlier = sum(r["movement"] == "earlier" for r in rows)
    return join([*said, say("sectors.earlier", n=earlier) if earlier else ""])


def _move(dossier: Dossier, row: Row) -> Md:
    return phrase(
        "sectors.moved",
        sector=name("sector", row["sector"]),
        first=name("stage", row["first_stage"]),
        first_when=row["first_when"],
        last=name("stage", row["stage"]),
        last_when=row["reached_when"],
        mark=mark(dossier, row["reached_fact_id"]),
    )


def _substance(rows: list[Row]) -> Md:
    sums = [r for r in rows if r["money_usd"] is not None]
    if sums:
        items = [
            phrase("sectors.money_item", sector=name("sector", r["sector"]), sum=money(r["money_usd"]))
            for r in sums
        ]
        if any(
            r["sector"] == "trade" and r["money_usd"] is None and "money" in (r["behind"] or "") for r in rows
        ):
            items.append(Md(name("sector", "trade")))
        said = [say("sectors.money", n=len(items), sectors=listed(items))]
    elif any("money" in (r["behind"] or "") for r in rows):
        said = [say("sectors.money", n=1, sectors=named_sectors(["trade"]))]
    else:
        said = [say("sectors.no_money")]
    sized = [r["sector"] for r in rows if r["quantities"]]
    bare = [r["sector"] for r in rows if not r["behind"]]
    return join(
        [
            *said,
            say("sectors.quantity", n=len(sized), sectors=named_sectors(sized)) if sized else "",
            say("sectors.bare", n=len(bare), sectors=named_sectors(bare)) if bare else "",
        ]
    )


def _agreements(dossier: Dossier) -> Md:
    rows = records(figures.agreements(dossier))
    if not rows:
        return say("sectors.agreements_none")
    concluded = [r for r in rows if r["status"] == "concluded"]
    pending = [r for r in rows if r["status"] == "proposed"]
    key = (
        "agreements"
        if concluded and pending
        else "agreements_concluded"
        if concluded
        else "agreements_proposed"
    )
    counts = {"concluded": len(concluded), "proposed": len(pending)} if concluded and pending else {}
    said = [say(f"sectors.{key}", n=len(rows), **counts)]
    dated = [r for r in concluded if r["period"]]
    if dated:
        said.append(say("sectors.newest", **_told(dossier, dated[0])))
    if len(dated) > 1:
        said.append(say("sectors.first", **_told(dossier, dated[-1])))
    in_force = sum(bool(r["in_force"]) and _begun(dossier, r["in_force"]) for r in concluded)
    if in_force:
        said.append(say("sectors.in_force", n=in_force))
    if pending:
        items = [
            phrase("sectors.pending_item", title=_title(r), mark=mark(dossier, r["fact_ids"]))
            for r in pending[:4]
        ]
        said.append(
            say("sectors.pending_more" if len(pending) > 4 else "sectors.pending", titles=listed(items))
        )
    return join(said)


def _begun(dossier: Dossier, period: str) -> bool:
    """Whether a period has begun by the as-of date."""
    return dossier.as_of is None or bounds(period)[0] <= dossier.as_of


def _told(dossier: Dossier, row: Row) -> dict[str, Any]:
    return {"title": _title(row), "when": when(row["period"]), "mark": mark(dossier, row["fact_ids"])}


def _title(row: Row) -> str:
    return shorten(row["title"], 90).rstrip(".")


def _projects(dossier: Dossier) -> Md:
    rows = records(figures.projects(dossier))
    if not rows:
        return say("sectors.projects_none")
    done = sum(r["status"] in ("operating", "done") for r in rows)
    return say("sectors.projects", n=len(rows), operating=done, ahead=len(rows) - done)


def says_stages(dossier: Dossier, min_stage: str = "mentioned") -> Md:
    """The grid of sectors by clipping in one sentence."""
    rows = records(figures.summary(dossier, min_stage))
    if not rows:
        return say("sectors.none")
    clippings = len(set(figures.cells(dossier, min_stage)["article_id"]))
    return say(
        "sectors.says_stages",
        n=len(rows),
        operating=sum(r["stage"] == "operating" for r in rows),
        clippings=clippings,
    )


def says_ladder(dossier: Dossier, min_stage: str = "mentioned") -> Md:
    """The ladder of stages in one sentence."""
    moved = sum(r["movement"] == "advanced" for r in records(figures.summary(dossier, min_stage)))
    return say("sectors.says_ladder", n=moved) if moved else say("sectors.says_ladder_none")


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
        tell("sectors.alt.route", title=shorten(r["title"], 80), place=r["place"], status=r["status"])
        for r in rows[:limit]
    ]
    return tell("sectors.alt.routes", n=len(rows), items=" ".join(items))
