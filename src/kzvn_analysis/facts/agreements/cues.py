"""Cue words of the agreement rules, from ``agreement_cues.tsv``."""

from __future__ import annotations

import re
from functools import cache

from ...reading import lexicon

PACKAGE = "kzvn_analysis.facts"


def cue(name: str, *, plural: bool = False) -> str:
    """An expression for any phrase of the cue `name`, whole words only; with `plural`, an s may follow."""
    longest_first = sorted(cue_words(name), key=lambda p: (-len(p), p))
    words = (re.escape(p).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for p in longest_first)
    return r"\b(?:" + "|".join(words) + r")" + ("s?" if plural else "") + r"\b"


@cache
def cue_words(name: str) -> tuple[str, ...]:
    """The phrases of the cue `name`, in the list's order.

    Raises
    ------
    KeyError
        The list has no such cue.
    """
    rows = [row[1] for row in lexicon.rows("agreement_cues.tsv", PACKAGE) if row[0] == name]
    if not rows:
        raise KeyError(name)
    return tuple(dict.fromkeys(phrase.strip() for row in rows for phrase in row.split("|")))
