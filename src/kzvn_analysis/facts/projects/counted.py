"""So many of something, by whatever verb: "12 geologists will undergo an internship at the mines of …"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from ..sectors.words import main_sector
from .legs import names
from .model import Draft, size_cells
from .plant_cells import places_of
from .scene import BOTH, At, Scene
from .units import counts, sector_of
from .work_cells import BACKGROUND, FIRST_WORDS, KNOWN, NO_OBJECT, OBJECT, is_size, parties_of, status_of_work

_OWNS = re.compile(r"\b(?:has|have|had|with|covers?|total|of|counts?) (?:[\w-]+ ){0,3}\Z")
_WHERE = re.compile(r"\b(?:in|at|across|through|among|within) (?:the |some |about |over |nearly )?\Z")
_STUDENTS = re.compile(
    r"\b(?:students?|people|citizens)\b[^.;]{0,30}\b(?:pursu\w+|taking courses|enrolled|stud(?:y|ying|ied))\b"
)
_OF_WHAT = re.compile(rf"(?: (?:of|for)(?: (?!{NO_OBJECT})[\w’-]+){{1,3}})?")


def find_counted(scene: Scene) -> Iterator[Draft]:
    """Yield what a sentence about both counts, where a firm, a house or a place is named with it."""
    for amount in scene.amounts:
        if not is_size(amount):
            continue
        clause = scene.clause_at(amount.start)
        if BACKGROUND.search(scene.small, clause.start, clause.end):
            continue
        if amount.what.unit in ("ha", "m²", "km²") and _OWNS.search(scene.small, clause.start, amount.start):
            continue
        if amount.what.unit in ("containers", "wagons", "TEU") and "train" in scene.small:
            continue  # its load
        if amount.what.unit == "artists":
            continue  # who came or took the stage
        if amount.what.unit == "workers" and _OWNS.search(scene.small, clause.start, amount.start):
            continue
        if _WHERE.search(scene.small, 0, amount.start):
            continue  # "will be sold in 40 stores"
        if KNOWN.search(scene.small, 0, amount.start) or _STUDENTS.search(scene.small, clause.start, clause.end):
            continue
        parties = parties_of(scene, clause.end)
        places = places_of(scene, clause.start, clause.end, amount.start)
        status = status_of_work(scene, amount.start, amount.start + 1)
        shared = scene.countries >= BOTH and not counts(amount.what.unit, "weight")
        if status is None or not (parties or places or shared):
            continue
        words = FIRST_WORDS.sub("", scene.text[amount.start : amount.end])
        if re.match(r"[\w.,]+-", words):  # "a 240-room hotel"
            following = OBJECT.match(scene.text, amount.end)
            words = following["words"].strip() if following else ""
        else:
            words += _OF_WHAT.match(scene.text, amount.end).group().rstrip()
        if not words or words.startswith(("per ", "a ")):
            continue
        said = scene.text[clause.start : clause.end]
        yield Draft(
            family="count",
            at=amount.start,
            title=words,
            sector=main_sector(words) or _sector_of(amount) or main_sector(said, "industry"),
            status=status,
            places=names(places),
            parties=parties,
            value=scene.money(clause.start, clause.end),
            **size_cells(scene.size(amount)),
            period=scene.period(clause.start, clause.end, amount.start),
            note=amount.what.unit,
        )


def _sector_of(amount: At) -> str | None:
    return sector_of(amount.what.unit, "people") or sector_of(amount.what.unit, "thing")
