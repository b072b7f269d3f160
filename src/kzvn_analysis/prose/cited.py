"""A long annex shortened to what the briefing cites, with a sentence that says so and where the rest stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .phrases import say

# Parts of the annex in the order that they cite one another, each with how many entries it may have before it is
# shortened, and how many of the first are shown whether or not they are cited.
PARTS = {"conflicts": (30, 12), "evidence": (600, 0), "sources": (300, 0)}
_ENTRY = re.compile(r"(?:- )?\[\]\{#([^}\s]+)\}")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(#([^)\s]+)\)")


def only_cited(parts: Mapping[str, str], others: str) -> dict[str, str]:
    """The parts of an annex, long ones with only those entries that something cites.

    Parameters
    ----------
    parts
        Markdown by name, as in `PARTS`: what `annex.evidence`, `annex.sources` and `conflicts.conflicts` give.
    others
        All other Markdown of the briefing.

    Returns
    -------
    dict
        The parts that are shorter now.
    """
    cited, gone, out = _cited(others), set(), dict(parts)
    for name, (most, first) in PARTS.items():
        if name not in parts:
            continue
        entries = list(_entries(parts[name]))
        if len(entries) > most:
            keep = {entry for i, entry in enumerate(entries) if i < first or entry in cited}
            gone |= set(entries) - keep
            words = say(f"evidence.only_cited_{name}", n=len(keep), all=len(entries), rest=len(entries) - len(keep))
            out[name] = f"{words}\n\n{_kept(parts[name], keep)}"
        cited |= _cited(out[name])
    if not gone:
        return {}
    return {name: _LINK.sub(lambda m: m[1] if m[2] in gone else m[0], out[name]) for name in parts}


def _cited(text: str) -> set[str]:
    return {match[2] for match in _LINK.finditer(text)}


def _entries(text: str) -> Iterator[str]:
    return (match[1] for line in text.splitlines() if (match := _ENTRY.match(line)))


def _kept(text: str, keep: set[str]) -> str:
    """The text without the entries that are not to be kept, and without the headings that have none left."""
    out: list[str] = []
    headings: dict[int, str] = {}  # those that wait for an entry, by how high they are
    for block in text.split("\n\n"):
        if block.startswith("### ") or re.fullmatch(r"\*\*[^\n]*\*\*", block):
            level = 0 if block.startswith("#") else 1
            headings = {n: told for n, told in headings.items() if n < level} | {level: block}
            continue
        lines = [line for line in block.split("\n") if not (m := _ENTRY.match(line)) or m[1] in keep]
        if lines:
            out += [*(told for _, told in sorted(headings.items())), "\n".join(lines)]
            headings = {}
    return "\n\n".join(out)
