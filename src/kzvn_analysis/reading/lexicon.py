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
    """A regular expression that matches any of `terms`, the longest first, white space freely.

    Common beginnings stand in it once: a list of hundreds costs at each place no more than the letters that fit.
    """
    written = set(terms)
    tree: dict = {}
    for term in written:
        node = tree
        for char in term:
            node = node.setdefault(char, {})
        node[""] = {}
    letters = "".join(re.escape(char) for char in sorted(tree))
    # where case does not count, an alternation is asked branch by branch, a set of letters at once
    first = f"(?=[{letters}])" if len(tree) > 3 and tree.keys().isdisjoint(("", " ")) else ""
    if not all(map(str.islower, written)) and _mixes_cases(tree):
        # where case does not count, the longest might stand behind another
        longest_first = sorted(written, key=lambda t: (-len(t), t))
        branches = "|".join(re.escape(t).replace(r"\ ", r"\s+") for t in longest_first)
    else:
        branches = _branches(tree)
    return f"(?:{first}(?:{branches}))"


def _branches(node: dict) -> str:
    """What may follow where `node` is reached; that a term ends here is tried last."""
    branches = []
    for char in sorted(node, reverse=True):
        run, below = char, node[char]
        while char and len(below) == 1:
            ((char, below),) = below.items()
            run += char
        branches.append(re.escape(run).replace(r"\ ", r"\s+") + (f"(?:{_branches(below)})" if below else ""))
    return "|".join(branches)


def _mixes_cases(node: dict) -> bool:
    while len(node) == 1:
        (node,) = node.values()
    return len({char.lower() for char in node}) < len(node) or any(map(_mixes_cases, node.values()))
