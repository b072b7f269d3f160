"""Find amounts: money, percentages, ratios, physical sizes."""

from __future__ import annotations

from collections.abc import Sequence

from .model import Amount, Sentence


def find_amounts(text: str, sentences: Sequence[Sentence]) -> tuple[Amount, ...]:
    """Every amount of the sentences, in text order."""
    return ()
