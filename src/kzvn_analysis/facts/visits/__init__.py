"""Visits and meetings: who travelled to whom, when, and at what level."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import Reading
from .draft import Draft
from .evidence import stands
from .meetings import find_meetings, find_receptions
from .merge import merged
from .missions import find_missions
from .row import LEVELS, VisitFact
from .scene import scenes
from .sessions import find_sessions
from .travel import find_travel
from .witness import witnessed

__all__ = ["LEVELS", "VisitFact", "find_visits", "witnessed"]


def find_visits(reading: Reading) -> Iterator[VisitFact]:
    """Yield every visit of a clipping once, in text order, quoting its most informative sentence."""
    drafts: list[Draft] = []
    for scene in scenes(reading):
        if scene.sentence.is_overlong:
            continue
        for find in (find_travel, find_meetings, find_receptions, find_sessions, find_missions):
            drafts += (draft for draft in find(scene) if stands(draft))
    yield from merged(reading, drafts)
