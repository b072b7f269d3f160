"""What the rules find in one sentence and belongs together: a train with its load, a plant with its staff."""

from __future__ import annotations

from dataclasses import replace

from ...reading import gated as re
from .model import SIZE_CELLS, Draft
from .scene import Scene
from .shipments import is_packed


def put_together(found: list[Draft], scene: Scene) -> list[Draft]:
    """The undertakings of a sentence, in order; a deal gives way to the route or plant it is about."""
    if not found:
        return []
    found = [_without_the_lot(d, found) for d in _staffed(found, scene)]
    found = _loaded([d for d in found if not _is_load(d, found, scene) and not _is_made(d, found, scene)])
    found = [_of_its_own(d, found) for d in found if not _is_bought(d, found)]
    things = [d for d in found if d.family not in ("deal", "contracts")]
    return [d for d in found if d.family not in ("deal", "contracts") or not _gives_way(d, things, scene)]


def _gives_way(deal: Draft, things: list[Draft], scene: Scene) -> bool:
    """Whether a deal is only the paper on what the same sentence tells of."""
    if things and _UNDER.search(scene.small, 0, deal.at):
        return True
    return any(t.at >= deal.at or t.family == "shipment" and t.value and t.value == deal.value for t in things)


# "will open a centre under an agreement signed with …"
_UNDER = re.compile(
    r"\b(?:under|within|as part of|in line with|in accordance with) (?:an?|the|this) (?:[\w-]+ ){0,2}\Z"
)


def _without_the_lot(draft: Draft, found: list[Draft]) -> Draft:
    """A plant without the number and the day of a lot that was sold: "sold 200 cars in May and will open a shop"."""
    lots = [d for d in found if d.family == "shipment" and d.status == "done" and draft.status == "planned"]
    if not draft.family.startswith(("plant", "firm")) or not lots:
        return draft
    if any(d.quantity == draft.quantity for d in lots):
        draft = replace(draft, **{name: None for name in SIZE_CELLS})
    return replace(draft, period=None) if any(d.period == draft.period for d in lots) else draft


def _is_bought(draft: Draft, found: list[Draft]) -> bool:
    """Whether a plant is only what a firm of the sentence buys, or one of the projects that it counts."""
    bought = any(d.family.startswith("takeover") and d.at < draft.at for d in found)
    counted = any(d.family == "pool" and d.value == draft.value for d in found)
    counted = counted and (draft.note == "project" or not draft.places)
    return draft.family.startswith(("plant", "firm")) and (bought and draft.value is None or counted)


def _of_its_own(draft: Draft, found: list[Draft]) -> Draft:
    """A plant without the sum of all projects: "four projects with $9 million, the largest a mill in …"."""
    pools = [d.value for d in found if d.family == "pool"]
    return replace(draft, value=None) if draft.value in pools and draft.family.startswith(("plant", "firm")) else draft


_CARRIED = re.compile(
    r"\b(?:which|that|it) (?:has |have )?(?:so far |already )?(?:carried|transported|moved|brought|delivered)\b"
)


def _is_load(draft: Draft, found: list[Draft], scene: Scene) -> bool:
    """Whether a lot is only what a service of the same sentence has carried so far."""
    trains = [d for d in found if d.family == "train" and d.at < draft.at]
    return draft.family == "shipment" and bool(trains) and bool(_CARRIED.search(scene.small, trains[-1].at, draft.at))


def _is_made(draft: Draft, found: list[Draft], scene: Scene) -> bool:
    """Whether a lot is what the plant of the sentence makes: "the plant makes 40,000 tonnes of pipes a year"."""
    plants = [d for d in found if d.family.startswith(("plant", "firm"))]
    made = draft.family == "shipment" and any((d.quantity, d.unit) == (draft.quantity, draft.unit) for d in plants)
    return made and bool(_MAKES.search(scene.small, 0, draft.at))


_MAKES = re.compile(r"\b(?:makes?|produces?|turns? out|manufactures?) (?:(?:up to|about|some|over|more than) )*\Z")


def _loaded(found: list[Draft]) -> list[Draft]:
    """Trains with what they carry, "a train with 40 containers"; a route that is flown is no freight route."""
    flown = {d.places for d in found if d.family == "flight"}
    found = [d for d in found if not (d.family == "train" and len(d.places) > 1 and d.places in flown)]
    trains, loads = [d for d in found if d.family == "train"], [d for d in found if is_packed(d)]
    if len(trains) == 1 and len(loads) == 1 and trains[0].quantity is None and trains[0].status == loads[0].status:
        full = replace(trains[0], **{name: getattr(loads[0], name) for name in SIZE_CELLS})
        full = replace(full, period=full.period or loads[0].period)
        return [full if d is trains[0] else d for d in found if d is not loads[0]]
    carried = {d.quantity for d in trains}
    return [d for d in found if not (is_packed(d) and d.quantity in carried)]


def _staffed(found: list[Draft], scene: Scene) -> list[Draft]:
    """A plant with the number of those who are to work there: "a centre which will employ 200 engineers"."""
    out: list[Draft] = []
    for draft in found:
        plant = out[-1] if out else None
        if (
            plant
            and draft.family == "hiring"
            and plant.family.startswith(("plant", "firm"))
            and re.search(r"\bemploy|\bwith\b|\bstaff", scene.small[plant.at : draft.at])
        ):
            if plant.quantity is None:
                out[-1] = replace(plant, **{name: getattr(draft, name) for name in SIZE_CELLS})
            continue
        if plant and plant.family.startswith("joint") and draft.family == "exchange" and _TAUGHT.search(plant.title):
            if plant.quantity is None:
                out[-1] = replace(plant, **{name: getattr(draft, name) for name in SIZE_CELLS})
            continue
        out.append(draft)
    return out


# "a double-degree programme …, with 15 places for each side": those who are taught there
_TAUGHT = re.compile(r"\b(?:programme?s?|faculty|institute|university)\b")
