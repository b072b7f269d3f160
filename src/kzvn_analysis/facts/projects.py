"""Projects: routes, investments, deals, shipments and plants."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..reading import Reading
from .base import Fact, column
from .sectors import SECTORS


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFact(Fact):
    """One concrete undertaking as one clipping tells it."""

    IDENTITY: ClassVar = ("title", "period")

    title: str = column("short name", required=True)
    sector: str = column("field of cooperation it belongs to", allowed=SECTORS, required=True)
    value_usd: float | None = column("stated size in money", unit="US dollars")
    quantity: float | None = column("stated physical size", unit="see `unit`")
    unit: str | None = column("unit of `quantity`: t, t/year, ha, flights/week …")
    place: str | None = column("where, as in the text, `; ` between several")
    parties: str | None = column("who, as in the text, `; ` between several")
    period: str | None = column("when, EDTF")
    status: str = column("how far it is", allowed=("operating", "done", "planned", "proposed"), default="planned")


def find_projects(reading: Reading) -> Iterator[ProjectFact]:
    """Yield every project of a clipping once, in text order."""
    yield from ()
