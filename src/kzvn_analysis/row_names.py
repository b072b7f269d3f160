"""Names of rows: short, made from what a row is about, and the same in every run."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

DIGITS = 12  # with eight, some rows of fifty thousand clippings shared a name
_FORMER = 8  # files of corrections and releases from before have names of so many
_NAME = re.compile(rf"(?P<former>[a-z]+-[0-9a-f]{{{_FORMER}}})(?:[0-9a-f]{{{DIGITS - _FORMER}}})?(?P<number>-\d+)?")


def row_names(table: str, told: Iterable[Iterable[object]]) -> list[str]:
    """A name for each row from the values that say what it is about; equal ones are numbered."""
    seen: dict[str, int] = {}
    names = []
    for values in told:
        about = "\x1f".join(map(str, values))
        name = f"{table}-{hashlib.sha256(about.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def former_name(name: str) -> str:
    """The name by which tables of earlier versions know a row; any other text stays as it is."""
    found = _NAME.fullmatch(name)
    return f"{found['former']}{found['number'] or ''}" if found else name


def without_number(name: str) -> str:
    """The former name without the number that tells equal ones apart."""
    found = _NAME.fullmatch(name)
    return found["former"] if found else name
