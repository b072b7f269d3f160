"""Visits and meetings: who travelled to whom, when, and at what level."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import Reading
from .meetings import find_meetings
from .merge import merged
from .missions import find_missions
from .row import LEVELS, VisitFact
from .scene import scenes
from .sessions import find_sessions
from .travel import find_travel

__all__ = ["LEVELS", "VisitFact", "find_visits"]


def find_visits(reading: Reading) -> Iterator[VisitFact]:
    """Yield every visit of a clipping once, in text order, quoting its most informative sentence."""
    drafts = []
    for scene in scenes(reading):
        drafts += find_travel(scene)
        drafts += find_meetings(scene)
        drafts += find_sessions(scene)
        drafts += find_missions(scene)
    yield from merged(reading, drafts)
