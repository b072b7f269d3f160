"""A clipping about somebody else that tells in passing of a visit between the two is about the two there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ...reading import Reading
from .draft import OTHER, Draft
from .evidence import stands
from .meetings import find_meetings
from .scene import Scene, scenes
from .travel import find_travel


def witnessed(reading: Reading) -> Reading:
    """The reading with the sentences marked that prove a visit or meeting, where no other word ties the two countries.

    Parameters
    ----------
    reading
        Of any relevance; only one of relevance ``none`` that names both countries is looked into.

    Returns
    -------
    Reading
        The same, or of relevance ``mixed`` with `bilateral` set on the sentences that name who of the one country went
        to the other, or met whom of the other.
    """
    if reading.relevance != "none" or not reading.names_both:
        return reading
    told = {scene.sentence.start for scene in scenes(reading) if _proves(reading, scene)}
    return _marked(reading, told) if told else reading


def _proves(reading: Reading, scene: Scene) -> bool:
    if scene.sentence.is_overlong or scene.sentence.kind == "title" or not _shows_one(reading, scene):
        return False
    return any(_is_sure(d) and stands(d) for find in (find_travel, find_meetings) for d in find(scene))


def _shows_one(reading: Reading, scene: Scene) -> bool:
    """Whether the sentence names a place or people of either country: who is whose is not left to guess."""
    return any(place.country in OTHER for place in Reading.within(reading.places, scene.sentence))


def _is_sure(draft: Draft) -> bool:
    named = draft.visitor is not None and draft.visitor.name is not None
    return named and not draft.anaphoric and (draft.kind == "meeting" or draft.explicit_host)


def _marked(reading: Reading, starts: Collection[int]) -> Reading:
    sentences = tuple(s.marked(s.start in starts) for s in reading.sentences)
    return replace(reading, relevance="mixed", finders={**reading.finders, "sentences": lambda _: sentences})
