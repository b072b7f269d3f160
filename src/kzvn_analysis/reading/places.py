"""Find places: countries, peoples' adjectives, cities and regions of the two countries."""

from __future__ import annotations

from collections.abc import Sequence

from .model import PlaceMention, Sentence


def find_places(text: str, sentences: Sequence[Sentence]) -> tuple[PlaceMention, ...]:
    """Every place of the sentences, in text order."""
    return ()
