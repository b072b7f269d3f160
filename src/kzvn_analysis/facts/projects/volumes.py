"""The same goods in another year: what a lot is likened to, what it may grow to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...reading import gated as re
from .model import Draft, size_cells
from .scene import At, Scene
from .units import counts

_AGAINST = re.compile(
    r"\b(?:against|from|versus|vs\.?|compared (?:with|to)|than|up from|down from)(?: (?:only|just|about|some|"
    r"the|nearly|over|more than))*"
    r" \Z|\((?:(?:in )?\d{4}: |against )?\Z"
)
_FIGURE = re.compile(
    r"(?:\b(?:the|this|that|its|their|these|such|annual) (?:figure|volumes?|amount|quantity|total|supplies|deliveries|"
    r"shipments|exports)|(?:\A|, |\d{4} )(?:supplies|deliveries|shipments|exports))\b[^.;]{0,40}?"
    r"(?P<verb>\b(?:was|were|stood|amounted|reached|totall?ed|came|made up)\b|"
    r"\b(?:may|might|could|will|would|should|is|are)\b[^.;]{0,30}?\b(?:reach|rise|grow|increase|amount|exceed|be)\b)"
)
_TO_COME = re.compile(r"\b(?:may|might|could|will|would|should|expected|planned|set|due|scheduled)\b")


def again_in_another_year(last: Draft, scene: Scene) -> Iterator[Draft]:
    """Yield what the next sentence says of the goods `last` for another year.

    "In the whole of 2017 the figure was 12,000 tons", "Next year the volume may reach 50,000 tons".
    """
    match = _FIGURE.search(scene.small) if last.family == "shipment" else None
    amounts = [a for a in scene.amounts if a.what.unit.partition("/")[0] == (last.unit or "").partition("/")[0]]
    dates = [d.what.edtf for d in scene.dates]
    if not match or len(amounts) != 1 or len(dates) != 1 or dates[0] == last.period:
        return
    if not counts(amounts[0].what.unit, "weight") or amounts[0].start < match.start("verb"):
        return
    status = "planned" if _TO_COME.search(match["verb"]) else "done"
    yield replace(
        last, at=amounts[0].start, value=None, period=dates[0], status=status, **size_cells(scene.size(amounts[0]))
    )


def compared(scene: Scene, amount: At, lots: list[Draft]) -> Draft | None:
    """The lot of an earlier year that one is likened to: "31,400 tonnes, against 12,000 tonnes in 2017"."""
    if not lots or lots[-1].status != "done" or lots[-1].unit != amount.what.unit:
        return None
    if not _AGAINST.search(scene.small, max(0, amount.start - 40), amount.start):
        return None
    dates = [d.what for d in scene.dates if 0 <= d.start - amount.end <= 16 or 0 < amount.start - d.end <= 3]
    if not dates or dates[0].edtf == lots[-1].period:
        return None
    return replace(lots[-1], at=amount.start, period=dates[0].edtf, **size_cells(amount.what))
