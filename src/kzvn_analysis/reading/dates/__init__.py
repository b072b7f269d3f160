"""Find time expressions and resolve them to EDTF.

`find_dates` is the entry.  Beside it stands what those need who use its mentions: reckoning with EDTF strings
(`edtf_bounds`, `edtf_year`, `edtf_precision`, `previous_year`, `shift_years`, `shift_months`, `shift_days`,
`interval`, `stay`, `covers`, `overlaps`, `narrower`), and `dated_stay` for "a three-day visit that began on
Monday".
"""

from __future__ import annotations

from collections.abc import Sequence

from ...edtf import (
    covers,
    edtf_bounds,
    edtf_precision,
    edtf_year,
    interval,
    narrower,
    overlaps,
    previous_year,
    shift_days,
    shift_months,
    shift_years,
    stay,
)
from ..model import DateMention, Published, Sentence
from .resolve import resolve_sentences
from .stays import dated_stay

__all__ = [
    "covers",
    "dated_stay",
    "edtf_bounds",
    "edtf_precision",
    "edtf_year",
    "find_dates",
    "interval",
    "narrower",
    "overlaps",
    "previous_year",
    "shift_days",
    "shift_months",
    "shift_years",
    "stay",
]


def find_dates(text: str, sentences: Sequence[Sentence], published: Published) -> tuple[DateMention, ...]:
    """Every time expression of the sentences, resolved against `published` or an earlier date.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Where to look; in text order.
    published
        When the article came out; a year or a month resolves what it can and no more.

    Returns
    -------
    tuple of DateMention
        In text order, none inside another.
    """
    return tuple(resolve_sentences(text, sentences, published))
