"""What a firm of one country makes or means to make in the other: "will assemble 3,000 buses a year in Kostanay"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from ..sectors.words import main_sector
from .legs import names
from .model import Draft, size_cells
from .plant_cells import places_of
from .plant_nouns import plant_nouns
from .scene import BOTH, STATUS_OF, At, Scene
from .units import counts

_MAKES = re.compile(
    r"\b(?P<verb>assembl|produc|manufactur|process|grow|generat)(?:e|es|ed|ing|s)? "
    r"(?:(?:up to|about|around|nearly|over|more than|some|at least|an annual) )*\Z"
)
_NAMES = {"assembl": "assembly", "produc": "production", "manufactur": "production", "process": "processing"}


def find_output(scene: Scene) -> Iterator[Draft]:
    """Yield what is to be made, where the sentence names no plant: the number, the place and the firm tell it."""
    sized = [a for a in scene.amounts if counts(a.what.unit, "size")]
    told = [(a, made) for a in sized if (made := _MAKES.search(scene.small, 0, a.start))]
    if not told or not scene.companies or scene.countries != BOTH or plant_nouns(scene):
        return
    for amount, made in told:
        clause = scene.clause_at(amount.start)
        kind = scene.kind_at(made.start(), amount.end)
        status = {None: None, "done": "operating"}.get(kind, STATUS_OF.get(kind))
        places = [p for p in places_of(scene, clause.start, clause.end, made.start()) if _abroad(scene, p)]
        if status is None or not places:
            continue
        words = scene.text[amount.start : amount.end].lstrip("0123456789., ")
        yield Draft(
            family="plant",
            at=made.start(),
            title=f"{_NAMES.get(made['verb'], 'production')} of {words}",
            sector=main_sector(words) or next((c.sector for c in scene.companies if c.sector), None) or "industry",
            status=status,
            places=names(places),
            parties=tuple(dict.fromkeys(c.name for c in scene.companies)),
            value=scene.money(clause.start, clause.end),
            **size_cells(scene.size(amount)),
            period=scene.period(made.start(), clause.end, made.start()),
            note="production",
        )
        return


def _abroad(scene: Scene, place: At) -> bool:
    """Whether the first firm named comes from the other of the two countries than the place."""
    return place.what.country in BOTH and scene.companies[0].country in BOTH - {place.what.country}
