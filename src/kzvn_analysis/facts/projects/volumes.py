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
# "plans to increase shipments to 200 tonnes", "intend to bring supplies to 150,000 tons next year"
_GROWTH = re.compile(
    r"(?P<verb>\b(?:will|would|plans?|intends?|expects?|hopes?|aims?|is going|are going|planned|expected)\b[^.;]{0,30}?"
    r"\b(?:increas|rais|bring|expand|boost|grow)\w*) (?:the |its |their |these |annual )*"
    r"(?:volumes?(?: of [a-z ]{3,20})?|supplies|shipments|deliveries|exports?|figure)\b[^.;,]{0,30}? to "
)
# "A trial batch of 2,400 tonnes was delivered to the port of Cai Lan last month"
_A_LOT = re.compile(
    r"\W*(?:a|the|one) (?:first|trial|pilot|test) (?:batch|consignment|shipment|lot|cargo|delivery) of "
    r"(?P<verb>[^.;]{3,60}?\b(?:was|were|has been|have been|went|left|arrived)\b)"
)
_TO_COME = re.compile(
    r"\b(?:may|might|could|will|would|should|expected|planned|set|due|scheduled|plans?|"
    r"intends?|expects?|hopes?|aims?|going)\b"
)


def again_in_another_year(last: Draft, scene: Scene) -> Iterator[Draft]:
    """Yield what the next sentence says of the goods `last` for another year.

    "In the whole of 2017 the figure was 12,000 tons", "Next year the volume may reach 50,000 tons".
    """
    forms = (_FIGURE, _GROWTH, _A_LOT) if last.family.startswith("shipment") else ()
    form, match = next(((f, m) for f in forms if (m := f.search(scene.small))), (None, None))
    unit = (last.unit or "t").partition("/")[0]
    amounts = [a for a in scene.amounts if a.what.unit.partition("/")[0] == unit]
    dates = [d.what.edtf for d in scene.dates]
    if not match or len(amounts) != 1 or len(dates) != 1:
        return
    if dates[0] == last.period and form is _FIGURE or amounts[0].what.value == last.quantity or not counts(
        amounts[0].what.unit, "weight"
    ) or amounts[0].start < match.start("verb"):
        return
    status = "planned" if _TO_COME.search(match["verb"]) else "done"
    yield replace(
        last,
        at=amounts[0].start,
        family="shipment",
        value=None,
        period=dates[0],
        status=status,
        **size_cells(scene.size(amounts[0])),
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
