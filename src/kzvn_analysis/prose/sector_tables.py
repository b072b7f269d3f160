"""The tables of sectors, agreements and projects, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..analysis import sectors as figures
from ..analysis.dossier import Dossier
from ..reconcile.records import records
from .describe import agreement_status, missing, size, upper_first
from .disputed import disputed, with_others
from .long_tables import BLANK, more_rows, weightiest
from .markup import Md, shorten, table
from .phrases import name, say, tell
from .sectors import over
from .sources import cell
from .words import words

Row = Mapping[str, Any]
TITLE_LENGTH = 110


def all_sectors(dossier: Dossier, min_stage: str = "mentioned") -> Md:
    """Every sector: the furthest stage, how it moved, how many agreements and projects are filed under it."""
    cells = [
        (
            upper_first(name("sector", r["sector"])),
            upper_first(name("stage", r["stage"])),
            _movement(r),
            f"{r['agreements'] or '–'}",
            f"{r['projects'] or '–'}",
            cell(dossier, r["fact_ids"]),
        )
        for r in records(figures.summary(dossier, min_stage))
    ]
    head = ("Sector", "Furthest stage", "Over time", "Agreements", "Projects", "Sources")
    empty = (say("sectors.none"), *([""] * 5))
    return table(head, cells or [empty], (18, 15, 29, 11, 11, 16), right=(3, 4))


def all_agreements(dossier: Dossier) -> Md:
    """The agreements, each once; of many, partnerships, open proposals and the newest."""
    rows = records(figures.agreements(dossier))
    shown = weightiest(
        rows,
        lambda r: (
            r["kind"] not in ("relations", "partnership"),
            r["status"] != "proposed" or over(dossier, r),
            not (r["period"] or r["in_force"]),
        ),
    )
    told_of = disputed(dossier)
    cells = [
        (
            upper_first(shorten(r["title"], TITLE_LENGTH)),
            upper_first(name("kind", r["kind"])),
            with_others(dossier, r, ("period",), _agreed(dossier, r), told_of),
            cell(dossier, r["fact_ids"]),
        )
        for r in shown
    ]
    if len(shown) < len(rows):
        cells.append((more_rows(len(rows) - len(shown), "agreements"), BLANK, BLANK, BLANK))
    empty = (say("sectors.agreements_none"), "", "", "")
    return table(("Agreement", "Kind", "Status", "Sources"), cells or [empty], (42, 17, 28, 13))


def all_projects(dossier: Dossier) -> Md:
    """The projects, each once, by sector; of many, those with a size or a date that are not overdue."""
    rows = records(figures.projects(dossier))
    shown = weightiest(rows, lambda r: (over(dossier, r), not size(r), not r["period"]))
    told_of = disputed(dossier)
    cells = [
        (
            _titled(r),
            upper_first(name("sector", r["sector"])),
            with_others(dossier, r, ("value", "quantity"), size(r) or "–", told_of),
            _status(dossier, r, name("status", r["status"])),
            cell(dossier, r["fact_ids"]),
        )
        for r in shown
    ]
    if len(shown) < len(rows):
        cells.append((more_rows(len(rows) - len(shown), "projects"), *[BLANK] * 4))
    empty = (say("sectors.projects_none"), *([""] * 4))
    return table(
        ("Project", "Sector", "Size", "Status", "Sources"),
        cells or [empty],
        (35, 14, 18, 22, 11),
        right=(2,),
    )


def _titled(row: Row) -> str:
    """A project's title; in brackets the places that it doesn't name and, where it names nobody, who takes part."""
    title = upper_first(shorten(row["title"], TITLE_LENGTH))
    who = [] if _PROPER_NAME.search(row["title"]) else [p for p in missing(title, row["parties"]) if p[0].isupper()]
    told = [*who[:PARTIES], *missing(title, row["place"])]
    return f"{title} ({', '.join(told)})" if told else title


PARTIES = 2
_PROPER_NAME = re.compile(r"\b(?!(?:Kazakh|Viet)\w*\b)[A-ZÀ-ÝĐ]")


def _agreed(dossier: Dossier, row: Row) -> str:
    text = _status(dossier, row, agreement_status(row))
    if not row["in_force"]:
        return text
    return tell("sectors.cell.in_force", status=text, when=words(row["in_force"]))


def _status(dossier: Dossier, row: Row, status: str) -> str:
    """How far a thing is and when; and whether the time it was planned for is over by the as-of date."""
    if row["period"]:
        ahead = row["status"] in ("planned", "proposed")
        key = "sectors.cell.planned" if ahead else "sectors.cell.dated"
        status = tell(key, status=status, when=words(row["period"]))
    return tell("sectors.cell.lapsed", status=status) if over(dossier, row) else upper_first(status)


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
