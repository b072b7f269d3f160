"""What the next sentence adds to a plant or a venture: "The farm will yield 3,000 tons a year"."""

from __future__ import annotations

import re
from dataclasses import replace

from ...reading import Sentence
from .model import Draft
from .scene import Scene
from .units import counts

_SAME = re.compile(
    r"\b(?:the|this|its|their) (?:new |future |planned |total |first |whole )*(?:farm|plant|factory|mill|"
    r"project|facility|complex|investment|company|enterprise|"
    r"joint venture|venture|hotel|resort|site|capacity|annual capacity|design capacity|cost|terminal|hub|"
    r"centre|center|warehouse|refinery|"
    r"deal|construction|total cost|area|clinic|hospital|greenhouses?|line)\b|\A(?:it|the cost|construction|"
    r"investments?)\b"
)
_PAID = re.compile(
    r"\b(?:paid|price|the (?:lot|batch|shipment|consignment|cargo|delivery)(?: is| was)? (?:worth|valued))\b"
)


def continue_story(kept: list[tuple[Draft, Sentence]], scene: Scene) -> None:
    """Fill the last plant's open cells from a sentence that goes on about it."""
    if not kept or scene.before is None:
        return
    last, where = kept[-1]
    if (
        where == scene.before
        and last.family == "shipment"
        and last.value is None
        and _PAID.search(scene.small)
    ):
        kept[-1] = replace(last, value=scene.money(0, len(scene.text))), where
        return
    if not _SAME.search(scene.small):
        return
    if where != scene.before or not last.family.startswith(("plant", "firm", "takeover")):
        return
    value = last.value if last.value is not None else scene.money(0, len(scene.text))
    sizes = [a.what for a in scene.amounts if counts(a.what.unit, "size")]
    quantity, unit = last.quantity, last.unit
    if quantity is None and sizes:
        quantity, unit = sizes[0].value, sizes[0].unit
    period = last.period or (
        scene.period(0, len(scene.text)) if value != last.value or quantity != last.quantity else None
    )
    kept[-1] = replace(last, value=value, quantity=quantity, unit=unit, period=period), where
