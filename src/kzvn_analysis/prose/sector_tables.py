"""The tables of sectors, agreements and projects, as Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..analysis import sectors as figures
from ..analysis.dossier import Dossier
from ..periods import bounds
from ..reconcile.records import records
from .describe import agreement_status, size, upper_first
from .markup import Md, shorten, table
from .phrases import name, say, tell
from .sources import cell
from .words import words

Row = Mapping[str, Any]
TITLE_LENGTH = 110


def all_sectors(dossier: Dossier, min_stage: str = "mentioned") -> Md:
    """Every sector: the furthest stage, how it moved, what stands behind it."""
    cells = [
        (
            upper_first(name("sector", r["sector"])),
            upper_first(name("stage", r["stage"])),
            _movement(r),
            f"{r['clippings']}",
            f"{r['agreements']}",
            f"{r['projects']}",
            _behind(r),
            cell(dossier, r["fact_ids"]),
        )
        for r in records(figures.summary(dossier, min_stage))
    ]
    head = (
        "Sector",
        "Furthest stage",
        "Over time",
        "Clippings",
        "Agreements",
        "Projects",
        "Behind it",
        "Sources",
    )
    empty = (say("sectors.none"), *([""] * 7))
    return table(head, cells or [empty], (13, 10, 17, 9, 9, 9, 13, 20), right=(3, 4, 5))


def all_agreements(dossier: Dossier) -> Md:
    """Every agreement once."""
    cells = [
        (
            upper_first(shorten(r["title"], TITLE_LENGTH)),
            upper_first(name("kind", r["kind"])),
            _status(dossier, r, agreement_status(r)),
            words(r["period"]) if r["period"] else "not given",
            words(r["in_force"]) if r["in_force"] else "–",
            cell(dossier, r["fact_ids"]),
        )
        for r in records(figures.agreements(dossier))
    ]
    empty = (say("sectors.agreements_none"), *([""] * 5))
    return table(
        ("Agreement", "Kind", "Status", "Date", "In force", "Sources"),
        cells or [empty],
        (30, 14, 11, 14, 10, 21),
    )


def all_projects(dossier: Dossier) -> Md:
    """Every project once, by sector."""
    cells = [
        (
            upper_first(shorten(r["title"], TITLE_LENGTH)),
            upper_first(name("sector", r["sector"])),
            size(r) or "–",
            _status(dossier, r, name("status", r["status"])),
            words(r["period"]) if r["period"] else "not given",
            cell(dossier, r["fact_ids"]),
        )
        for r in records(figures.projects(dossier))
    ]
    empty = (say("sectors.projects_none"), *([""] * 5))
    return table(
        ("Project", "Sector", "Size", "Status", "Date", "Sources"),
        cells or [empty],
        (30, 14, 14, 10, 12, 20),
        right=(2,),
    )


def _status(dossier: Dossier, row: Row, status: str) -> str:
    """How far a thing is, and whether the time it was planned for is over by the as-of date."""
    open_until = (
        bounds(row["period"])[1] if row["status"] in ("planned", "proposed") and row["period"] else None
    )
    if open_until and dossier.as_of and open_until < dossier.as_of:
        return tell("sectors.cell.lapsed", status=status)
    return upper_first(status)


def _movement(row: Row) -> str:
    if row["movement"] != "advanced":
        return upper_first(name("movement", row["movement"]))
    return tell(
        "sectors.cell.moved",
        first=name("stage", row["first_stage"]),
        first_when=row["first_when"],
        last=name("stage", row["stage"]),
        last_when=row["reached_when"],
    )


def _behind(row: Row) -> str:
    return ", ".join(name("behind", b) for b in row["behind"].split("; ")) if row["behind"] else "–"
