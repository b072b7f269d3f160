"""What a unit counts: the size of a plant, the weight of a lot, people, aid."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ...reading import Amount, lexicon


def counts(unit: str, family: str) -> bool:
    """Whether `unit` ("t/year") measures what `family` names: ``size``, ``weight``, ``people`` or ``aid``."""
    return (family, unit.partition("/")[0]) in _units()


def sector_of(unit: str, family: str) -> str | None:
    """The sector of people or aid counted in `unit`."""
    return _units().get((family, unit.partition("/")[0]))


@cache
def _units() -> dict[tuple[str, str], str | None]:
    rows = lexicon.rows("project_units.tsv", "kzvn_analysis.facts")
    return {(family, unit.strip()): sector or None for family, sector, units in rows for unit in units.split("|")}


_LAND = ("ha", "m²", "km²")
_NOT_MADE = ("flights", "trains", "times", "passengers", "tourists", "visitors", "people", "jobs", "USD", "routes", "%")


def of_a_plant(unit: str) -> bool:
    """Whether `unit` tells how big a plant is, or how much of anything it makes in a year."""
    made = "/" in unit and unit.partition("/")[0] not in _NOT_MADE and not counts(unit, "people")
    return made or counts(unit, "size")


def fuller(told: str | None, sizes: Sequence[Amount]) -> Amount | None:
    """Of several sizes of a plant the one that tells most, unless what was told, in the unit `told`, tells as much.

    What it makes in a year tells more than what it holds, and that more than the land it stands on.
    """
    best = max(sizes, key=lambda a: _worth(a.unit), default=None)
    return best if best and (told is None or told in _LAND and best.unit not in _LAND) else None


def _worth(unit: str) -> int:
    return 2 if unit.endswith(("/year", "/month")) else 0 if unit in _LAND else 1
