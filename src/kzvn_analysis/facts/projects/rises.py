"""Flights that grow: "from five to seven a week", "will double the frequency"."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from ...reading import gated as re
from .legs import in_figures
from .model import Draft
from .scene import RISES, STATUS_OF, Scene

DOUBLED = re.compile(r"\b(doubl|tripl)\w+ (?:that|this|the|its|their) (?:frequency|number)")
_FROM_TO = re.compile(
    r"\bfrom (\w+)(?: flights?)?(?: (?:per|a) week| weekly)? in (\d{4}) to (\w+)(?: flights?)?(?: (?:per|a) "
    r"week| weekly)? in (\d{4})"
)


def changed(said: str) -> tuple[float, str] | None:
    """How many a week there are and since which year: "from two a week in 2022 to five in 2024"."""
    change = _FROM_TO.search(said)
    often = in_figures(change[3]) if change else None
    return (often, change[4]) if often is not None else None


def rise_of(scene: Scene, start: int, end: int) -> tuple[float, float] | None:
    """Both numbers of "from five to seven flights a week"."""
    often = [a for a in scene.within(scene.amounts, start, end) if a.what.unit in ("flights/week", "times/week")]
    for amount, after in zip_longest(often, often[1:]):
        if not RISES.search(scene.small, scene.clause_at(start).start, amount.start):
            continue
        if amount.what.high:
            return amount.what.value, amount.what.high
        if after and scene.small[amount.end : after.start].strip() == "to":
            return amount.what.value, after.what.value
    return None


def before_the_rise(draft: Draft, rise: tuple[float, float] | None) -> Draft | None:
    """The flights that are flown already, where more are only planned: "from two to three in January"."""
    if draft.status == "operating" or not rise:
        return None
    return replace(draft, quantity=rise[0], unit="flights/week", status="operating", period=None)


def doubled(scene: Scene, start: int, end: int, earlier: Draft) -> Draft:
    match = DOUBLED.search(scene.small, start, end)
    times = 2 if match[1] == "doubl" else 3
    return Draft(
        family="flight",
        at=match.start(),
        title=f"{'doubled' if times == 2 else 'tripled'} frequency {' – '.join(earlier.places)}",
        sector="aviation",
        status=STATUS_OF.get(scene.kind_at(match.start(), match.end()), "planned"),
        places=earlier.places,
        parties=earlier.parties,
        quantity=earlier.quantity * times if earlier.quantity else None,
        unit=earlier.unit,
        period=scene.period(start, end, match.start()),
        note="more",
    )
