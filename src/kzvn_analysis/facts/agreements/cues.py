"""Cue words of the agreement rules, from ``agreement_cues.tsv``, as pieces of regular expressions."""

from __future__ import annotations

import re
from functools import cache

from ...reading import lexicon

PACKAGE = "kzvn_analysis.facts"


@cache
def cue(name: str) -> str:
    r"""An expression for any phrase of the cue `name`, whole words only.

    Raises
    ------
    KeyError
        The list has no such cue.
    """
    phrases = [p.strip() for row in lexicon.rows("agreement_cues.tsv", PACKAGE) if row[0] == name for p in row[1].split("|")]
    if not phrases:
        raise KeyError(name)
    longest_first = sorted(set(phrases), key=lambda p: (-len(p), p))
    words = (re.escape(p).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for p in longest_first)
    return r"\b(?:" + "|".join(words) + r")\b"
