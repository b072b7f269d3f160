"""The row of the trade table, and what a line states before it becomes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ...reading import Amount
from ..base import BOUNDS, Fact, column
from .growth import Change
from .line import Mark

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


@dataclass(slots=True)
class Statement:
    """What will be a row.  `amount` or `change` is missing, not both; the rest is filled in step by step."""

    start: int
    end: int
    mark: Mark
    flow: str
    goal: bool
    rule: str
    amount: Amount | None = None
    change: Change | None = None
    reporter: str | None = None
    period: str | None = None
    base: str | None = None

    @property
    def compared(self) -> bool:
        """Whether it is only what another figure is compared with."""
        return self.rule in ("compared-figure", "restated-figure")

    @property
    def tail(self) -> int:
        """Where the figure with the growth after it ends: "$X, up 18%"."""
        return max(self.end, self.change.end if self.change else 0)
