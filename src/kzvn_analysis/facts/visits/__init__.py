"""Visits and meetings: who travelled to whom, when, and at what level."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import Reading
from .draft import OTHER, Draft
from .meetings import find_meetings, find_receptions
from .merge import merged
from .missions import find_missions
from .row import LEVELS, VisitFact
from .scene import scenes
from .sessions import find_sessions
from .travel import find_travel

__all__ = ["LEVELS", "VisitFact", "find_visits"]


def find_visits(reading: Reading) -> Iterator[VisitFact]:
    """Yield every visit of a clipping once, in text order, quoting its most informative sentence."""
    drafts: list[Draft] = []
    for scene in scenes(reading):
        if len(scene.text) > _LONGEST:
            continue
        for find in (find_travel, find_meetings, find_receptions, find_sessions, find_missions):
            drafts += (draft for draft in find(scene) if _counts(draft))
    yield from merged(reading, drafts)


_LONGEST = 3000  # characters; what is longer is a table or a list gone astray and no sentence


def _counts(draft: Draft) -> bool:
    """Whether a draft may stand where it is.

    A passage about somebody else still tells of a visit if it names who went from the one country to the
    other.
    """
    if draft.scene.sentence.bilateral:
        return True
    if draft.kind == "meeting" and not draft.anaphoric:
        return draft.visitor is not None and draft.counterpart is not None
    text = draft.scene.text
    if draft.kind == "session":
        # "agreed to make use of the bloc's free trade, and to hold the commission's session in L"
        both = draft.scene.before is not None and draft.scene.before.sentence.bilateral
        places = {draft.scene.country(p) for p in draft.scene.at if text[p] in "AL"}
        return both and draft.host in OTHER and draft.dated and places <= set(OTHER) and draft.rule == "session-of-body"
    strangers = any(text[p] == "A" and draft.scene.country(p) not in OTHER for p in draft.scene.at)
    return draft.kind == "visit" and draft.visitor is not None and draft.explicit_host and not strangers
