"""Pair a row of figures with a row of periods: "$452 million and $398 million in 2019 and 2020, respectively"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...reading import Amount, DateMention
from ...reading import gated as re
from .compared import is_compared
from .line import Line
from .when import covers


def find_series(line: Line) -> Iterator[list[tuple[Amount, DateMention]]]:
    """The rows of dollar figures of a line with as many periods right before or behind them, pair by pair."""
    if len(line.dollars) < 2 or len(line.dates) < 2:
        return
    told = [d for d in line.dates if covers(d, line, False) and not is_compared(line, d)]
    periods = list(_rows(line, told, _AND_IN))
    for figures in _rows(line, line.dollars, _AND):
        for row in periods:
            if len(row) == len(figures) and _is_beside(line, figures, row):
                yield list(zip(figures, row, strict=True))
                break


_AND = re.compile(r"\s*(?:,|,?\s*\band)\s+")
_AND_IN = re.compile(r"\s*(?:,|,?\s*\band)\s+(?:(?:in|for)\s+)?(?:the\s+)?")
_BEHIND = re.compile(r",?\s+(?:respectively,?\s+)?(?:in|for|during|over|by)\s+(?:the\s+(?:years\s+)?)?")
_BEFORE = re.compile(r"[^.;:()$\d]{3,90}")


def _rows(line: Line, items: Sequence, between: re.Pattern) -> Iterator[list]:
    """Stretches of two items or more with nothing but commas and "and" between them."""
    row = list(items[:1])
    for item in items[1:]:
        lead = line.unhedged(item.start) if isinstance(item, Amount) else item.start
        if between.fullmatch(line.low, row[-1].end, lead):
            row.append(item)
            continue
        if len(row) > 1:
            yield row
        row = [item]
    if len(row) > 1:
        yield row


def _is_beside(line: Line, figures: Sequence[Amount], periods: Sequence[DateMention]) -> bool:
    if periods[0].start >= figures[-1].end:
        return bool(_BEHIND.fullmatch(line.low, figures[-1].end, periods[0].start))
    return bool(_BEFORE.fullmatch(line.low, periods[-1].end, figures[0].start))
