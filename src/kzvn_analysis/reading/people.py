"""Find people and offices, and tell which mentions are one person."""

from __future__ import annotations

from collections.abc import Sequence

from .model import PersonMention, PlaceMention, Published, Sentence


def find_people(
    text: str, sentences: Sequence[Sentence], places: Sequence[PlaceMention], published: Published
) -> tuple[PersonMention, ...]:
    """Every mention of a person or of an office that stands for one, in text order."""
    return ()
