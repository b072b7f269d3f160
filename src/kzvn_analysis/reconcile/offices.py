"""Which office a role in the text is, and whether a visit by its holder is a top-level one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ..reading import lexicon
from .names import plain
from .records import PACKAGE

# Words before an office that don't change which office it is.
_BEFORE = re.compile(
    r"^(?:(?:then|now|the|former|ex|first|incumbent|current|sitting|outgoing|new|newly elected|acting|"
    r"visiting|\d+(?:st|nd|rd|th)|kazakh|kazakhstani|kazakhstan(?:'s)?|vietnamese|viet ?nam(?:'s)?)[\s-]+)+"
)


@dataclass(frozen=True)
class Office:
    """A class of offices, and whether a visit by its holder counts as top-level."""

    name: str
    top: bool


@lru_cache(10_000)
def office_of(role: str | None) -> Office | None:
    """The office a role names; ``None`` where there is no role or no row of the list fits."""
    if not role:
        return None
    text = " ".join(re.sub(r"[,–—\-/]", " ", plain(role)).split())
    whole = _BEFORE.sub("", text)
    for name, top, wanted, barred in _offices():
        if wanted(text, whole) and not barred(text, whole):
            return Office(name, top)
    return None


@cache
def _offices() -> tuple:
    rows = lexicon.rows("offices.tsv", PACKAGE)
    return tuple(
        (row[0], row[1] == "yes", _matcher(row[2]), _matcher(row[3] if len(row) > 3 else "")) for row in rows
    )


def _matcher(cell: str):
    """A test for a cell of words: `(text, text without leading words)` → whether one of them is there."""
    items = [" ".join(item.replace("-", " ").split()) for item in cell.split(";") if item.strip()]
    wholes = frozenset(item.strip('"') for item in items if item.startswith('"'))
    parts = [item for item in items if not item.startswith('"')]
    pattern = re.compile(rf"(?<!\w){lexicon.alternation(parts)}(?!\w)") if parts else None
    return lambda text, whole: whole in wholes or bool(pattern and pattern.search(text))


@lru_cache(10_000)
def bare_role(role: str | None) -> str | None:
    """The role without words that say when it was held ("then", "former", "7th")."""
    if not role:
        return None
    bare = re.sub(
        r"^(?:(?:then|former|ex|the|incumbent|current|visiting|\d+(?:st|nd|rd|th))[\s-]+)+",
        "",
        role,
        flags=re.IGNORECASE,
    )
    return bare[:1].upper() + bare[1:] if bare else role
