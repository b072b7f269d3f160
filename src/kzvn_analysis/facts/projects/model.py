"""The row of the projects table, and the draft of a row while a sentence is being read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ...reading import Amount
from ..base import BOUNDS, Fact, column
from ..sectors.model import SECTORS

STATUSES = ("operating", "done", "planned", "proposed")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFact(Fact):
    """One concrete undertaking as one clipping tells it."""

    IDENTITY: ClassVar = ("title", "period")

    title: str = column("short name", required=True)
    sector: str = column("field of cooperation it belongs to", allowed=SECTORS, required=True)
    value_usd: float | None = column("stated size in money", unit="US dollars")
    quantity: float | None = column("stated physical size; the lower end where a range is given", unit="see `unit`")
    quantity_max: float | None = column("the upper end of a range", unit="see `unit`")
    quantity_bound: str | None = column("how the text hedges the size; missing where none is given", allowed=BOUNDS)
    unit: str | None = column("unit of `quantity`: t, t/year, ha, flights/week …")
    place: str | None = column("where, as in the text, `; ` between several")
    parties: str | None = column("who, as in the text, `; ` between several")
    period: str | None = column("when, EDTF", edtf=True)
    status: str = column("how far it is", allowed=STATUSES, default="planned")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An undertaking found in a sentence.  `family` says which rule; equal ones are merged.

    Attributes
    ----------
    at : int
        Where in the sentence it is named; keeps rows in text order.
    note : str
        The thing itself ("dairy farm", "wheat"): drafts with different notes are different undertakings.
    """

    family: str
    at: int
    title: str
    sector: str
    status: str
    places: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    value: float | None = None
    quantity: float | None = None
    highest: float | None = None
    bound: str | None = None
    unit: str | None = None
    period: str | None = None
    note: str = ""


def size_cells(amount: Amount | None, unit: str | None = None) -> dict[str, float | str | None]:
    """The cells of a draft that tell its size, in `unit` if the amount's own would mislead; none without amount."""
    if amount is None:
        return {}
    return {
        "quantity": amount.value,
        "highest": amount.high,
        "bound": amount.bound,
        "unit": unit or amount.unit,
    }


SIZE_CELLS = ("quantity", "highest", "bound", "unit")
