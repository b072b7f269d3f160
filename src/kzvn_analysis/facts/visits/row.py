"""The row of the visits table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..base import Fact, column

LEVELS = ("state", "official", "working", "summit", "talks", "commission", "delegation", "unspecified")


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitFact(Fact):
    """One visit or meeting as one clipping tells it."""

    IDENTITY: ClassVar = ("visitor", "origin", "host", "level", "period")

    visitor: str | None = column("who travelled, as the article writes the name, without title")
    visitor_role: str | None = column("the office named in the text")
    origin: str | None = column("country the visitor represents (ISO 3166-1 alpha-3)", allowed=("KAZ", "VNM"))
    host: str | None = column("country where it took place (ISO 3166-1 alpha-3)")
    level: str = column("rank of the contact", allowed=LEVELS, default="unspecified")
    period: str | None = column(
        "when, EDTF; the month of a dated report for a visit that it tells as its news without a time", edtf=True
    )
    status: str = column("made or planned", allowed=("made", "planned"), default="made")
    counterpart: str | None = column("the person met, if the row is about a meeting")
