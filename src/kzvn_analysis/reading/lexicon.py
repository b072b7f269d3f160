"""Word lists: the data files in ``reading/data`` and ``facts/data`` that a non-programmer can extend.

A list is a text file; lines that begin with ``#`` are its header and say how to extend it.  The
columns of a table are parted by a tab; empty cells are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from os.path import commonprefix


@cache
def rows(name: str, package: str = "kzvn_analysis.reading") -> tuple[tuple[str, ...], ...]:
    """The rows of a list, without comments and blank lines.

    Parameters
    ----------
    name
        File name in the package's ``data`` folder, e.g. ``offices.tsv``.
    package
        Which package's list.
    """
    text = files(package).joinpath("data", name).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(cell.strip() for cell in line.split("\t")) for line in lines)


def words(name: str, package: str = "kzvn_analysis.reading") -> tuple[str, ...]:
    """The first column of a list."""
    return tuple(row[0] for row in rows(name, package))


def alternation(terms: Iterable[str]) -> str:
    """A regular expression that matches any of `terms`, the longest first, white space freely.

    Common beginnings stand in it once: a list of hundreds costs at each place no more than the letters that fit.
    """
    written = sorted(set(terms), reverse=True)
    letters = {term[:1] for term in written}
    # where case does not count, an alternation is asked branch by branch, a set of letters at once
    plain = len(letters) > 3 and letters.isdisjoint(("", " "))
    first = f"(?=[{''.join(map(re.escape, sorted(letters)))}])" if plain else ""
    branches = _branches(written, all(map(str.islower, written)))
    if branches is None:
        branches = "|".join(map(_shape, sorted(written, key=lambda term: (-len(term), term))))
    return f"(?:{first}(?:{branches}))"


def _branches(terms: Sequence[str], lower: bool) -> str | None:
    """`terms`, sorted downwards, with common beginnings once: that a term ends is tried last.

    ``None`` where letters part that are equal but for case: where case does not count, the longest might stand behind
    another.  Terms in lower case are not looked at for that.
    """
    branches, begun = [], set()
    for letter, found in groupby(terms, key=itemgetter(slice(1))):
        same = list(found)
        shared = commonprefix((same[0], same[-1]))
        below = _branches([term[len(shared) :] for term in same], lower) if len(same) > 1 else ""
        if below is None or letter.lower() in begun:
            return None
        if not lower:
            begun.add(letter.lower())
        branches.append(_shape(shared) + (below and f"(?:{below})"))
    return "|".join(branches)


def _shape(words: str) -> str:
    return re.escape(words).replace(r"\ ", r"\s+")
