"""What a firm of one country makes or means to make in the other: "will assemble 3,000 buses a year in Kostanay"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from ..sectors.words import main_sector
from .legs import names
from .model import Draft, size_cells
from .phrase import noun_phrase
from .plant_cells import places_of
from .plant_nouns import plant_nouns
from .plants import find_plants
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


_COUNTED = re.compile(r"\A(?i:two|three|four|five|six|seven|eight|nine|ten|several|some) ")
_VARIETIES = re.compile(
    r"\b(?:test|trial|plant|grow|sow|cultivat)\w* [^.;]*?\b(?P<what>varieties)\b"
    r"|\b(?P<tried>varieties)\b[^.;]*?\b(?:test|trial|plant|sow|grow|cultivat)\w*"
)


def find_trials(scene: Scene) -> Iterator[Draft]:
    """Yield what is sown for trial, with the land: "will test nine varieties on 15 hectares in Shieli"."""
    match = _VARIETIES.search(scene.small)
    land = [a for a in scene.amounts if a.what.unit == "ha" and match and a.start > match.start()]
    between = scene.countries_around >= BOTH or scene.reading.relevance == "bilateral"
    if not match or not land or not between or scene.countries - BOTH:
        return
    name = "what" if match["what"] else "tried"
    status = STATUS_OF.get(scene.kind_at(match.start(), match.end()))
    places = names([p for p in scene.places if p.start > land[0].start])
    if status is None or not places or any(True for _ in find_plants(scene)):
        return
    yield Draft(
        family="plant",
        at=match.start(),
        title=f"trial of {_COUNTED.sub('', noun_phrase(scene.text, *match.span(name)))}",
        sector="agriculture",
        status=status,
        places=places,
        parties=tuple(dict.fromkeys(c.name for c in scene.companies)),
        **size_cells(land[0].what),
        period=scene.period(0, len(scene.text), land[0].start),
        note="trial",
    )


def _abroad(scene: Scene, place: At) -> bool:
    """Whether the first firm named comes from the other of the two countries than the place."""
    return place.what.country in BOTH and scene.companies[0].country in BOTH - {place.what.country}
