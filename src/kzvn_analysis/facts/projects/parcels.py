"""Lots that bear no weight yet: "The first consignment of apples was sent to Ho Chi Minh City"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from ..sectors.words import SectorWord
from .goods import DESTINATION, RECEIVER, name_of
from .legs import names
from .model import Draft, size_cells
from .scene import Scene

WENT = re.compile(
    r"\b(?:ship(?:ped|ping|ment|ments|s)?|deliver(?:ed|ing|y|ies|s)?|supplying|exporting|importing|buying|"
    r"sending|left|reached|went|gone|go(?= (?:to|from|by|via|through)\b)|put on board|bound for|"
    r"arrived?|sent|send|dispatch\w*|"
    r"despatch\w*|export(?:ed|s)?|"
    r"import(?:ed|s)?|suppl(?:ied|y|ies)|sales?|"
    r"donat(?:ed|es)|bought|buy|purchas\w+|take|took|sold|sell|unloaded|got off|landed|"
    r"disembarked|flown|flew|airlifted|loaded|transported|received|launched|contract\w*|option on|"
    r"ha(?:s|ve) offered|order(?:ed|s)?|transit(?:ed)?|transshipped|transhipped|carried|carry|carrying)\b"
)
PACKING = ("containers", "wagons", "trucks", "ships", "TEU")
_PARCEL = re.compile(
    r"\b(?:(?:first|trial|second|third|new|next|initial|pilot|test|large|another)[\w, -]{0,40}? )?"
    r"(?:batch|consignment|shipment|lot|cargo|delivery|supplies)(?:e?s)?\b"
)
_ONE_PARCEL = re.compile(r"\b(?:first|trial|pilot|test|initial|another|new)\b")
_OF_SO_MANY = re.compile(r" (?:of|with) (?:(?:about|some|over|nearly) )?")


def find_parcels(scene: Scene, goods: list[SectorWord]) -> Iterator[Draft]:
    """Yield the first, trial or other new lot of goods that the sentence tells of."""
    for match in _PARCEL.finditer(scene.small):
        if not _ONE_PARCEL.search(match.group()):
            continue
        clause = scene.clause_at(match.start())
        own = [w for w in goods if clause.start <= w.start < clause.end and w.start >= match.start()]
        own = own or [w for w in goods if clause.start <= w.start < match.start()]
        own = [w for w in own if not RECEIVER.search(scene.small, 0, w.start)]
        kind = scene.kind_at(match.end() - 1, match.end())
        if (
            not own
            or kind not in ("done", "running", "planned", "agreed")
            or not WENT.search(scene.small, clause.start, clause.end)
        ):
            continue
        status = "done" if kind in ("done", "running") else "planned"
        told = scene.within(scene.places, clause.start, clause.end)
        places = [p for p in told if DESTINATION.search(scene.small, 0, p.start)]
        words = match.group().strip()
        packed = [
            a
            for a in scene.amounts
            if a.what.unit in PACKING and _OF_SO_MANY.fullmatch(scene.small, match.end(), a.start)
        ]
        yield Draft(
            family="shipment",
            at=match.start(),
            title=f"{words} of {name_of(scene, own[0])}",
            sector=own[0].sector,
            status=status,
            places=names(places),
            parties=tuple(dict.fromkeys(c.name for c in scene.companies if clause.start <= c.start < clause.end)),
            **size_cells(packed[0].what if packed else None),
            period=scene.period(clause.start, clause.end, match.start()),
            note=scene.small[own[0].start : own[0].end],
        )
        return
