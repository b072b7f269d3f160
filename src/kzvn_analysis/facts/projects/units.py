"""What a unit counts: the size of a plant, the weight of a lot, people, aid."""

from __future__ import annotations

from functools import cache

from ...reading import lexicon


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
