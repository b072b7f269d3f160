"""The row of the sectors table, and the values its columns may hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..base import Fact, column

SECTORS = (
    "trade", "investment", "finance", "transport", "aviation", "energy", "mining", "industry", "agriculture",
    "tourism", "digital", "science", "education", "culture", "health", "labour", "environment", "justice",
    "defence", "regions",
)  # fmt: skip
STAGES = ("mentioned", "proposed", "agreed", "operating")
WISHES = ("intended", "proposed", "wished", "urged", "negated")  # kinds of ``progress.tsv``: one side's, or no fact


@dataclass(frozen=True, slots=True, kw_only=True)
class SectorFact(Fact):
    """One field of cooperation as one clipping reports it."""

    IDENTITY: ClassVar = ("sector",)

    sector: str = column("field of cooperation", allowed=SECTORS, required=True)
    stage: str = column("the furthest the clipping reports", allowed=STAGES, required=True)
    mentions: int = column("how many passages speak of it", default=1, unit="passages")
