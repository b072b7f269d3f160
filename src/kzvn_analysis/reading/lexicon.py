"""Word lists: the data files in ``reading/data`` and ``facts/data`` that a non-programmer can extend.

A list is a text file; lines that begin with ``#`` are its header and say how to extend it.  The
columns of a table are parted by a tab; empty cells are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


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
    """A regular expression that matches any of `terms`, the longest first, white space freely."""
    longest_first = sorted(set(terms), key=lambda t: (-len(t), t))
    return "(?:" + "|".join(re.escape(t).replace(r"\ ", r"\s+") for t in longest_first) + ")"
