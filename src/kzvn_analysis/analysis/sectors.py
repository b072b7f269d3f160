"""Sectors: how far each has come in which clipping, how that moved, and what stands behind it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ..errors import UsageError
from ..facts.sectors import SECTORS, STAGES
from ..facts.sectors.words import main_sector
from ..periods import bounds, rank, words
from ..reading.gazetteer import coordinates, place_named
from ..reconcile.records import JOIN, records
from ..reconcile.things import disagreement, lead, same_agreements, same_projects
from .dossier import Dossier

CELL_COLUMNS = {
    "sector": "string",
    "article_id": "string",
    "stage": "string",
    "stage_rank": "Int64",
    "mentions": "Int64",
    "fact_id": "string",
}
ARTICLE_COLUMNS = {
    "article_id": "string",
    "mark": "string",
    "label": "string",
    "outlet": "string",
    "published": "string",
    "written": "string",
}
SUMMARY_COLUMNS = {
    "sector": "string",
    "stage": "string",
    "stage_rank": "Int64",
    "first_stage": "string",
    "first_written": "string",
    "first_when": "string",
    "reached_written": "string",
    "reached_when": "string",
    "reached_fact_id": "string",
    "movement": "string",
    "clippings": "Int64",
    "projects": "Int64",
    "agreements": "Int64",
    "money_usd": "Float64",
    "quantities": "string",
    "dated": "Int64",
    "behind": "string",
    "fact_ids": "string",
}
AGREEMENT_STATUS = ("proposed", "concluded")
PROJECT_STATUS = ("proposed", "planned", "done", "operating")
# The kind of an agreement that says by itself to which sector it belongs.
_SECTOR_OF_KIND = {"visa": "tourism", "twinning": "regions"}


def cells(dossier: Dossier, min_stage: str = "mentioned") -> pd.DataFrame:
    """Sector × clipping: the stage that each clipping reports, from `min_stage` up.

    Sectors are ordered by the furthest stage, then by how many clippings name them; clippings by date.
    """
    _check(min_stage)
    rows = [r for r in dossier.rows("sectors") if STAGES.index(r["stage"]) >= STAGES.index(min_stage)]
    order = {s: i for i, s in enumerate(_order(rows))}
    when = {key: i for i, key in enumerate(dossier.sources)}
    rows = [
        {**{n: r[n] for n in CELL_COLUMNS if n in r}, "stage_rank": STAGES.index(r["stage"])} for r in rows
    ]
    rows.sort(key=lambda r: (order[r["sector"]], when[r["article_id"]]))
    return pd.DataFrame(rows, columns=list(CELL_COLUMNS)).astype(CELL_COLUMNS)


def articles(dossier: Dossier) -> pd.DataFrame:
    """The clippings that name a sector, in order of time: `mark` and `label` for readers, `written` as an ISO day."""
    naming = set(dossier.tables.sectors["article_id"].dropna())
    rows = [
        (s.article_id, s.mark, s.label, s.outlet, s.published, s.written.isoformat() if s.written else None)
        for s in dossier.sources.values()
        if s.article_id in naming
    ]
    return pd.DataFrame(rows, columns=list(ARTICLE_COLUMNS)).astype(ARTICLE_COLUMNS)


def summary(dossier: Dossier, min_stage: str = "mentioned") -> pd.DataFrame:
    """One row per sector: the furthest stage, how it got there, and what stands behind it.

    `movement` compares the dated clippings in order of time: ``advanced`` the furthest stage was reached
    later than a lower one · ``steady`` every clipping reports the same · ``earlier`` the furthest stage was
    reported first and later clippings report less (which is no step back: they may only mention it) ·
    ``single`` one dated clipping · ``undated`` none.
    `behind` says what gives it substance: ``money``, ``quantity``, ``date``.
    """
    _check(min_stage)
    table = dossier.rows("sectors")
    works, pacts, out = records(projects(dossier)), records(agreements(dossier)), []
    for sector in _order(table):
        rows = [r for r in table if r["sector"] == sector]
        furthest = max(STAGES.index(r["stage"]) for r in rows)
        if furthest < STAGES.index(min_stage):
            continue
        own = [r for r in works if r["sector"] == sector]
        signed = [r for r in pacts if r["sector"] == sector]
        trade = (
            [r for r in dossier.rows("trade") if r["status"] == "reported" and r["value_usd"] is not None]
            if sector == "trade"
            else []
        )
        amounts = [r["value_usd"] for r in own if r["value_usd"] is not None]
        sizes = [f"{r['quantity']:g} {r['unit'] or ''}".strip() for r in own if r["quantity"] is not None]
        dated = sum(bool(r["period"] or r.get("in_force")) for r in [*own, *signed]) + sum(
            bool(r["period"]) for r in trade
        )
        behind = [
            name
            for name, there in (("money", amounts or trade), ("quantity", sizes), ("date", dated))
            if there
        ]
        out.append(
            {
                "sector": sector,
                "stage": STAGES[furthest],
                "stage_rank": furthest,
                **_movement(dossier, rows),
                "clippings": len(rows),
                "projects": len(own),
                "agreements": len(signed),
                "money_usd": sum(amounts) if amounts else None,
                "quantities": JOIN.join(sizes) or None,
                "dated": dated,
                "behind": JOIN.join(behind) or None,
                "fact_ids": JOIN.join(r["fact_id"] for r in rows),
            }
        )
    return pd.DataFrame(out, columns=list(SUMMARY_COLUMNS)).astype(SUMMARY_COLUMNS)


def agreements(dossier: Dossier) -> pd.DataFrame:
    """The agreements, each once: `sector` where its kind or title tells, `sources`, and the rows behind it.

    Concluded ones first, the newest first, undated ones after.  `conflict_about` is ``period`` where clippings
    give different days.
    """
    groups = same_agreements(dossier.rows("agreements"))
    rows = [{**_led(dossier, group, AGREEMENT_STATUS), "sector": _sector_of(group)} for group in groups]
    rows.sort(
        key=lambda r: (
            -AGREEMENT_STATUS.index(r["status"]),
            *_newest_first(r["period"] or r["in_force"]),
            r["kind"],
            r["title"],
        )
    )
    columns = {
        "title": "string",
        "kind": "string",
        "sector": "string",
        "period": "string",
        "in_force": "string",
        "status": "string",
        "sources": "Int64",
        "conflict_about": "string",
        "fact_ids": "string",
        "article_ids": "string",
    }
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)


def projects(dossier: Dossier) -> pd.DataFrame:
    """The projects, each once, by sector and how far they are; `conflict_about` where clippings differ."""
    groups = same_projects(dossier.rows("projects"), {key: s.written for key, s in dossier.sources.items()})
    rows = [_led(dossier, group, PROJECT_STATUS) for group in groups]
    rows.sort(
        key=lambda r: (
            SECTORS.index(r["sector"]),
            -PROJECT_STATUS.index(r["status"]),
            *_newest_first(r["period"]),
            r["title"],
        )
    )
    columns = {
        "title": "string",
        "sector": "string",
        "value_usd": "Float64",
        "quantity": "Float64",
        "quantity_max": "Float64",
        "quantity_bound": "string",
        "unit": "string",
        "place": "string",
        "parties": "string",
        "period": "string",
        "status": "string",
        "sources": "Int64",
        "conflict_about": "string",
        "fact_ids": "string",
        "article_ids": "string",
    }
    return pd.DataFrame(rows, columns=list(columns)).astype(columns)


def _led(dossier: Dossier, group: list[dict[str, Any]], stages: tuple[str, ...]) -> dict[str, Any]:
    """The row for a group; where its rows disagree, the newest publication's is taken."""
    about = disagreement(group)
    if about:
        group = sorted(group, key=lambda r: dossier.sources[r["article_id"]].number)
    return {**lead(group, stages), "conflict_about": about}


def routes(dossier: Dossier) -> pd.DataFrame:
    """The projects in aviation and transport between places that a map knows: flights, rail and corridor links."""
    frame = projects(dossier)
    linked = [
        sector in ("aviation", "transport") and len(_known(place)) > 1
        for sector, place in zip(frame["sector"], frame["place"].fillna(""), strict=True)
    ]
    return frame.loc[linked].reset_index(drop=True)


def _known(place: str) -> set[str]:
    """The places of a cell that have coordinates, by the gazetteer's name."""
    found = {place_named(stop) for stop in place.split(JOIN) if coordinates(stop)}
    return {known.name for known in found if known}


def _check(stage: str) -> None:
    if stage not in STAGES:
        raise UsageError("stage_unknown", value=stage, known=", ".join(STAGES))


def _order(rows: list[dict[str, Any]]) -> list[str]:
    """Sectors by furthest stage, then by clippings, then in the table's own order."""
    found = {r["sector"] for r in rows}
    best = {s: max(STAGES.index(r["stage"]) for r in rows if r["sector"] == s) for s in found}
    count = {s: sum(r["sector"] == s for r in rows) for s in found}
    return sorted(found, key=lambda s: (-best[s], -count[s], SECTORS.index(s)))


def _movement(dossier: Dossier, rows: list[dict[str, Any]]) -> dict[str, Any]:
    """How the stages of one sector follow each other over the dated clippings."""
    sources = dossier.sources
    dated = sorted(
        (r for r in rows if sources[r["article_id"]].written),
        key=lambda r: (sources[r["article_id"]].written, -STAGES.index(r["stage"]), r["article_id"]),
    )
    if not dated:
        return {"movement": "undated"}
    days = [sources[r["article_id"]].written for r in dated]
    ranks = [STAGES.index(r["stage"]) for r in dated]
    first, reached = 0, ranks.index(max(ranks))
    if days[0] == days[-1]:
        movement = "single"
    elif ranks[first] < max(ranks):
        movement = "advanced"
    else:
        movement = "steady" if len(set(ranks)) == 1 else "earlier"
    return {
        "movement": movement,
        "first_stage": dated[first]["stage"],
        "first_written": days[first].isoformat(),
        "first_when": _month(sources[dated[first]["article_id"]].period),
        "reached_written": days[reached].isoformat(),
        "reached_when": _month(sources[dated[reached]["article_id"]].period),
        "reached_fact_id": dated[reached]["fact_id"],
    }


def _month(period: str) -> str:
    """When a clipping came out, by month where that is known: ``May 2025``, else ``2025``."""
    return words(period[:7] if rank(period) == "day" else period)


def _sector_of(group: list[dict[str, Any]]) -> str | None:
    """The sector of an agreement: by its kind, else the one that its title speaks of."""
    kind = group[0]["kind"]
    if kind in _SECTOR_OF_KIND:
        return _SECTOR_OF_KIND[kind]
    if kind in ("relations", "partnership", "award"):
        return None
    return next((sector for row in group if (sector := main_sector(row["title"]))), None)


def _newest_first(period: str | None) -> tuple:
    return (period is None, -bounds(period)[1].toordinal() if period else 0)
