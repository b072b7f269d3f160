"""Find amounts: money, percentages, ratios, physical sizes, head counts."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Amount, Sentence
from .hedges import find_hedge, unhedged_start
from .join import join_numerals
from .numerals import find_numerals
from .ratios import find_ratios

__all__ = ["find_amounts", "unhedged_start"]


def find_amounts(text: str, sentences: Sequence[Sentence]) -> tuple[Amount, ...]:
    """Every amount of the sentences, in text order.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Where to look; their spans are offsets into `text`.

    Returns
    -------
    tuple of Amount
        The span covers the number with its unit, not the hedge before it ("more than"), which
        shows in `bound`.  A fraction in which something grew ("by a third") is a percentage.
    """
    out: list[Amount] = []
    for sentence in sentences:
        out += _in_sentence(text, sentence.start, sentence.end)
    return tuple(out)


def _in_sentence(text: str, start: int, end: int) -> list[Amount]:
    numerals = find_numerals(text, start, end)
    amounts = []
    for quantity in join_numerals(text, start, end, numerals):
        bound = find_hedge(text, start, end, quantity.start, quantity.end)
        amounts.append(
            Amount(
                quantity.start,
                quantity.end,
                text[quantity.start : quantity.end],
                quantity.value,
                quantity.unit,
                quantity.high,
                bound,
            )
        )
    taken = [(a.start, a.end) for a in amounts]
    for ratio in find_ratios(text, start, end):
        if not any(ratio.start < b and a < ratio.end for a, b in taken):
            bound = find_hedge(text, start, end, ratio.start, ratio.end)
            amounts.append(
                Amount(
                    ratio.start,
                    ratio.end,
                    text[ratio.start : ratio.end],
                    ratio.value,
                    ratio.unit,
                    None,
                    bound,
                )
            )
    return sorted(amounts, key=lambda a: (a.start, a.end))
