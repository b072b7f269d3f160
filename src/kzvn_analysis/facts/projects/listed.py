"""Undertakings told as a list: "the projects were oil exploration by X, rice growing and the assembly of buses"."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

from ...reading import gated as re
from ..sectors.words import main_sector
from .legs import names
from .model import Draft, size_cells
from .phrase import noun_phrase
from .plant_nouns import plant_nouns
from .scene import STATUS_OF, Scene
from .work_cells import is_size, tied
from .works import acts_in

_LIST = re.compile(
    r"\b(?P<what>projects|undertakings|successes|success stories|ventures)\b(?: (?!that|which)[\w’'-]+){0,5}?"
    r"(?: (?P<verb>are|were|include[sd]?|including|such as|comprise|cover)(?: the)? |: )|"
    # "among the projects that the two countries are carrying out are a tyre plant, …"
    r"\bamong (?:the |these |such |their )?(?:[\w-]+ )?(?P<some>projects|undertakings|"
    r"ventures)\b[^.;:]{0,80} (?:are|were|is) "
)
_JOIN = re.compile(r",? (?:and|as well as) (?:also )?|, |; ")
_ARTICLE = re.compile(r"\A(?:the|an?|their|its|joint) ")
_LONGEST = 90  # characters of an item; what is longer is a sentence of its own
_BEING_BUILT = re.compile(r"(?:the )?(?:construction|building) of ")
_RUNNING = ("successes", "success stories")


def find_listed(scene: Scene) -> Iterator[Draft]:
    """Yield every item of a list of projects that names an act or a thing, if at least two do."""
    match = _LIST.search(scene.small)
    if not match or not tied(scene):
        return
    items = [d for start, end in _items(scene, match.end()) if (d := _item(scene, match, start, end))]
    if len(items) > 1:
        yield from items


def with_list(found: list[Draft], listed: list[Draft]) -> list[Draft]:
    """What the rules find in the items of a list, as far as the list says, and the items of which they find nothing."""
    bounds = [*(d.at for d in listed), sys.maxsize]
    out = [f for f in found if f.at < bounds[0]]
    for item, end in zip(listed, bounds[1:], strict=True):
        inside = [f for f in found if item.at <= f.at < end]
        inside = [replace(f, status=item.status, parties=item.parties or f.parties) for f in inside]
        out += inside or [item]
    return out


def _items(scene: Scene, start: int) -> Iterator[tuple[int, int]]:
    """Where each item of the list that begins at `start` stands."""
    stop = re.search(r"[.;:]|,? (?:which|while|but|said|according)\b", scene.small[start:])
    last = start + stop.start() if stop else len(scene.small)
    joins = [m.span() for m in _JOIN.finditer(scene.small, start, last)]
    joins = [j for i, j in enumerate(joins) if scene.small[j[0]] in ",;" or i == len(joins) - 1]
    bounds = [start, *(end for _, end in joins)]
    ends = [*(begin for begin, _ in joins), last]
    yield from zip(bounds, ends, strict=True)


def _item(scene: Scene, match: re.Match, start: int, end: int) -> Draft | None:
    if not 4 < end - start < _LONGEST:
        return None
    act = next(((a, b) for a, b, _ in acts_in(scene.small[start:end])), None)
    thing = next((n for n in plant_nouns(scene) if start <= n[0] and n[1] <= end), None)
    if not act and not thing:
        return None
    status = _status(scene, match)
    if status == "operating" and _BEING_BUILT.match(scene.small, start):
        status = "planned"
    words = _ARTICLE.sub("", scene.text[start:end].rstrip(" .”\"")).strip()
    firms = [c.name for c in scene.companies if start <= c.start < end]
    amount = next((a for a in scene.within(scene.amounts, start, end) if is_size(a)), None)
    return Draft(
        family="listed",
        at=start,
        title=words if act or thing is None else noun_phrase(scene.text, thing[0], thing[1]),
        sector=main_sector(words) or (thing[2][1] if thing and thing[2][1] != "?" else "industry"),
        status=status,
        places=names(scene.within(scene.places, start, end)),
        parties=tuple(dict.fromkeys(firms)),
        value=scene.money(start, end),
        **size_cells(scene.size(amount) if amount else None),
        note=words.split()[-1].lower(),
    )


def _status(scene: Scene, match: re.Match) -> str:
    """How far the list is: by its own words, else by the sentence before ("Four projects will be undertaken")."""
    own = STATUS_OF.get(scene.kind_at(match.start(), match.end()))
    if match["some"] and _CARRIED_OUT.search(match.group()):
        return "operating"
    if own or match["what"] in _RUNNING:
        return own or "operating"
    ahead = scene.previous is not None and _AHEAD.search(scene.previous.text)
    return "planned" if ahead or match["verb"] == "were" else "operating"


_CARRIED_OUT = re.compile(r"\b(?:carrying out|carried out|implement\w+|under ?way|running|realis\w+|realiz\w+)\b")
_AHEAD = re.compile(r"\b(?:will|would|to be|plan\w*|is to|are to|intend\w*|agreed)\b")
