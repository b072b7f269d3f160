"""The row of the trade table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ..base import BOUNDS, Fact, column

FLOWS = ("turnover", "export", "import")


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeFact(Fact):
    """One reported or targeted figure of trade between the two countries."""

    IDENTITY: ClassVar = ("flow", "reporter", "period", "value_usd", "change_ratio", "status")

    flow: str = column("turnover (both directions), export or import", allowed=FLOWS, required=True)
    reporter: str | None = column(
        "whose export or import (ISO 3166-1 alpha-3); missing for turnover", allowed=("KAZ", "VNM")
    )
    period: str | None = column("EDTF period the figure covers; for a target, the year it is set for", edtf=True)
    value_usd: float | None = column("the figure; the lower end where a range is given", unit="US dollars")
    value_usd_max: float | None = column("the upper end of a range", unit="US dollars")
    bound: str = column("how the text hedges the figure", allowed=BOUNDS, default="exact")
    status: str = column(
        "reported, or a target: a goal, hope or forecast", allowed=("reported", "target"), default="reported"
    )
    change_ratio: float | None = column("new ÷ old where the text states growth", unit="ratio")
    change_base: str | None = column("EDTF period the growth is measured from", edtf=True)
