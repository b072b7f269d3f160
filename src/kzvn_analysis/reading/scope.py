"""Tell which passages are about the two countries together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .model import PlaceMention, Sentence


def mark_bilateral(
    text: str, sentences: Sequence[Sentence], places: Sequence[PlaceMention]
) -> tuple[tuple[Sentence, ...], str]:
    """The sentences with `bilateral` set, and the article's relevance."""
    both = "azakh" in text and bool({"Vietnam", "Viet Nam", "Việt Nam"} & {w for w in ("Vietnam", "Viet Nam", "Việt Nam") if w in text})
    return tuple(replace(s, bilateral=both) for s in sentences), "bilateral" if both else "none"
