"""Agreements and projects that clippings tell with another size or day: who gives what, and which is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from ..analysis import sectors
from ..analysis.dossier import Dossier
from ..periods import bounds, words
from ..reconcile.records import JOIN, records
from ..reconcile.things import rule_of
from .describe import size
from .markup import Md, join, to
from .phrases import phrase, say
from .sources import given, mark, named
from .words import listed

Row = Mapping[str, Any]
SHOWN = 8  # that get a paragraph


def disputed(dossier: Dossier) -> list[Row]:
    """The agreements and projects about which sources disagree, the newest first, undated ones last."""
    frames = (sectors.agreements(dossier), sectors.projects(dossier))
    rows = [r for frame in frames for r in records(frame) if r["conflict_about"]]
    return sorted(rows, key=lambda r: bounds(r["period"])[1] if r["period"] else date.min, reverse=True)


def differing(dossier: Dossier, row: Row) -> Md:
    """Who gives which size or day of an agreement or a project, and which is shown."""
    return join([_differing(dossier, row, about) for about in row["conflict_about"].split(JOIN)])


def _differing(dossier: Dossier, row: Row, about: str) -> Md:
    told = _told(row, about)
    said = [
        phrase("evidence.days_claim", sources=named(dossier, who), n=len(who), days=what, mark=mark(dossier, facts))
        for what, who, facts in given(dossier, row, told)
    ]
    shown = {"value": told(row), "rule": rule_of(about)}
    return say(f"evidence.{about}_conflict", what=row["title"], claims=join(said, "; "), **shown)


def with_others(dossier: Dossier, row: Row, cells: Iterable[str], shown: str, told_of: Sequence[Row]) -> str | Md:
    """What a table shows of an agreement or a project; where sources disagree on it, also what others give.

    Parameters
    ----------
    dossier
    row
        Of `analysis.sectors.agreements` or `projects`.
    cells
        What is shown: ``value``, ``quantity``, ``period``.
    shown
        The words that show it.
    told_of
        What `disputed` gives.
    """
    about = [cell for cell in cells if cell in (row["conflict_about"] or "").split(JOIN)]
    if not about:
        return shown
    others = [what for cell in about for what, *_ in given(dossier, row, _told(row, cell))[1:]]
    differ = phrase("evidence.differ")
    if any(row["fact_ids"] == r["fact_ids"] for r in told_of[:SHOWN]):
        differ = to(differ, where(row))
    return phrase("evidence.with_others", shown=shown, differ=differ, others=listed(others))


def where(row: Row) -> str:
    """The name of the place where `differing` stands."""
    return f"conflict-{row['fact_ids'].split(JOIN)[0]}"


def _told(row: Row, about: str) -> Callable[[Row], str | None]:
    """How a claim of `row` tells what it is about; the day of a plan is no day of what was concluded."""
    if about == "period":
        return lambda claim: words(claim["period"]) if claim["period"] and claim["status"] == row["status"] else None
    left = "quantity" if about == "value" else "value_usd"
    return lambda claim: size({**claim, left: None})
