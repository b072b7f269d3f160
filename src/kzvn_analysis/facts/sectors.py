"""Sectors: in which fields the two countries cooperate, and how far each has come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ..reading import Reading
from .base import Fact, column

SECTORS = (
    "trade", "investment", "finance", "transport", "aviation", "energy", "mining", "industry", "agriculture",
    "tourism", "digital", "science", "education", "culture", "health", "labour", "environment", "justice",
    "defence", "regions",
)
STAGES = ("mentioned", "proposed", "agreed", "operating")


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorFact(Fact):
    """One field of cooperation as one clipping reports it."""

    IDENTITY: ClassVar = ("sector",)

    sector: str = column("field of cooperation", allowed=SECTORS, required=True)
    stage: str = column("the furthest the clipping reports", allowed=STAGES, required=True)
    mentions: int = column("how many passages speak of it", default=1, unit="passages")


def find_sectors(reading: Reading, facts: dict[str, list[Fact]]) -> Iterator[SectorFact]:
    """Yield one row per sector of a clipping.

    Parameters
    ----------
    reading
    facts
        The other tables' facts of the same clipping: a signed agreement or a running project
        carries its sector's stage.
    """
    yield from ()
