"""Plants, farms, terminals, hotels, ventures, shops: what is built or opened between the two countries."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from .legs import names, segments
from .model import Draft, size_cells
from .phrase import noun_phrase, with_topic
from .plant_acts import THE_KNOWN, TO_PARTNERS, TURNED_INTO, is_undertaken
from .plant_cells import (
    country_of,
    crossed,
    in_own_region,
    places_of,
    sector_of_plant,
    zone_at,
)
from .plant_nouns import STRICT, VAGUE, is_list, phrase_start, plant_nouns
from .plant_status import OPENED, THEN_OPENED, status_of
from .scene import BOTH, Scene
from .units import fuller, of_a_plant

_GROUND = {"site", "plot"}
_HIS_OWN = re.compile(
    r"\bwho (?:runs|owns|heads|manages|ran|owned) (?:an?|the|his|her) (?:[\w-]+ ){0,3}\Z"
)  # who one is
_OFFERS = re.compile(r"\b(?:offer|allocat|set aside|reserv|leas|rent|grant|earmark)\w*\b")
# "Kido's factory, a joint venture with …, turns out": the same thing, no further item of a list
_ITSELF = re.compile(r", an? (?:[\w-]+ ){0,2}(?:joint venture|venture|subsidiary|unit|division|affiliate|project)\b")
_ITS_OWN = re.compile(r"\b(?:in which|where|whose|owned by|run by|part of) (?:an? |the )?\Z")
_WITH = re.compile(
    r"\b(?:with|by|of|and)(?: the| its| \w+’s| \w+'s)?(?: (?:vietnamese|kazakh|kazakhstani))?"
    r"(?: (?:company|firm|group|holding|producer|maker|investor|corporation))? \Z"
)
_OF_A_FIRM = re.compile(
    r" of (?:the |an? )?(?:Vietnamese|Kazakh|Kazakhstani) (?:company|firm|group|holding|investor)\b"
)
# "…, a business forum heard in Hanoi on D": where and when it was told
_HEARD = re.compile(r", (?:an?|the) [^,;]{3,60} (?:heard|was told|learnt|learned|was informed)\b")
_JOINT_WORK = re.compile(r"joint (?:processing|production|manufacturing|assembly|cultivation|extraction)\b")


# "opening a trade house in Hanoi and creating a joint venture": another undertaking
_AND_OPENS = re.compile(
    r",? and (?:also )?(?:to )?(?:open|creat|establish|build|set(?:ting)? up|launch|found|construct)(?:ing|e|ed)? "
    r"(?:an?|its|their) (?:[\w’'-]+ ){0,3}\Z"
)
# "calls for Kazakh investment in mineral processing, fertiliser production and logistics": fields
_FIELDS = re.compile(
    r"\b(?:calls? for|called for|attract\w*|seeks?|invit\w+|interested in|fields?|areas|spheres|sectors|promot\w+|"
    r"encourag\w+|opportunit\w+|potential)\b[^;]*\Z"
)
_AND_A = re.compile(r" and an? ")
_ITS_COST = re.compile(r"\bcosts? of (?:the|its|this) (?:[\w-]+ )?\Z")  # of what was told before


def find_plants(scene: Scene) -> Iterator[Draft]:
    """Yield what is built, opened or founded, with its size in money and land."""
    nouns = plant_nouns(scene)
    nouns = [n for n in nouns if n is nouns[0] or not _is_site(scene, n[0], n[1])]
    told: set[tuple[int, int]] = set()
    sizes: set[float | None] = set()
    paid = False
    for i, (start, end, (family, sector)) in enumerate(nouns):
        clause = scene.clause_at(start)
        if not is_undertaken(scene, clause, start, end):
            continue
        following = [phrase_start(scene, end, n[0]) for n in nouns[i + 1 : i + 2]]
        paired = _AND_A.match(scene.small, end) is not None and following == [end]
        last = min([clause.end, *following, *(b for a, b in segments(scene) if a <= start < b)])
        first = max([clause.start, *(n[1] for n in nouns[:i])])
        apart = _AND_OPENS.search(scene.small, first, start) if i else None
        first = apart.start() if apart else first
        next_one = nouns[i + 1][0] if following else len(scene.text)
        beyond = max(last, scene.clause_at(next_one - 1).start) if following else last
        if paired:
            last = beyond = clause.end  # "a mill and a warehouse in Hue": both are there
        draft = _draft(scene, family, sector, start, end, first, last, beyond if following or i else None)
        new = draft and draft.quantity is not None and draft.quantity not in sizes  # a list that gives each its size
        shared = paid and draft and draft.value is None and draft.quantity is None
        listed = apart or is_list(scene, clause) or i and not shared and _AND_A.match(scene.small, nouns[i - 1][1])
        if draft and (new or (clause.start, draft.places) not in told or listed):
            told.add((clause.start, draft.places))
            sizes.add(draft.quantity)
            paid = draft.value is not None
            yield draft


def _is_site(scene: Scene, start: int, end: int) -> bool:
    """Whether a zone is only where something stands: "a factory was commissioned in the industrial zone of Hue"."""
    return scene.small.endswith(("zone", "park"), start, end) and bool(_STANDS_IN.search(scene.small, 0, start))


_STANDS_IN = re.compile(r"\b(?:in|at|inside|within|on the territory of) (?:the |an? )?(?:[\w-]+ ){0,2}\Z")


def _draft(
    scene: Scene, family: str, sector: str, start: int, end: int, first: int, last: int, beyond: int | None
) -> Draft | None:
    clause = scene.clause_at(start)
    heard = _HEARD.search(scene.small, end)
    told_to = heard.start() if heard else len(scene.text)
    last, beyond = min(last, told_to), beyond and min(beyond, told_to)
    said = scene.small[clause.start : clause.end]
    kind = scene.kind_at(start, end)
    if turned := TURNED_INTO.search(scene.small, clause.start, start):
        kind = scene.kind_at(*turned.span(1))
    status = status_of(scene, kind, start, said)
    if status is None:
        return None
    several = beyond is not None
    reach = (first, beyond) if several else _reach(scene, start)
    reach = (reach[0], min(reach[1], told_to))
    value = scene.money(*reach)
    size = fuller(None, [scene.size(a) for a in scene.within(scene.amounts, *reach) if of_a_plant(a.what.unit)])
    if scene.small.startswith("office", end - 6):  # "…, 500 tons of barley, and an office in Hai Phong"
        value, size = None, None
    places = places_of(scene, first, last, start) or places_of(scene, *reach, start)
    makers = [
        c
        for c in scene.companies
        if c.start < start
        or c.start < last
        and _WITH.search(scene.small, 0, c.start)
        or family == "firm"
        and scene.text[end : c.start].strip(' “"«') == ""  # "the joint venture KAP Asia"
    ]
    makers = [c for c in makers if clause.start <= c.start] or makers
    makers = [c for c in makers if not (first < start and _ITS_OWN.search(scene.small, 0, c.start) and c.start < start)]
    there = names(places) or zone_at(scene.text, end, last) or country_of(scene, start, end, clause.end)
    there = there or crossed(scene, start, end, clause.end)
    both_make = {c.country for c in makers} >= BOTH
    title = noun_phrase(scene.text, start, end)
    if not _OF_A_FIRM.match(scene.text, end):
        title = with_topic(scene.text, title, end, clause.end)
    joint = re.search(r"\bjoint (?:[\w-]+ ){0,6}\Z", scene.small[:end] + " ") and len(title) > end - start
    shared = family == "firm" and joint and scene.countries >= BOTH
    noun = scene.small[start:end].split()[-1].removesuffix("s")
    offered = " " in title and noun != "production" and TO_PARTNERS.search(scene.small, clause.start, start)
    opened = status == "operating" and bool(makers) and OPENED.search(said)
    offered = offered or " " in title and (opened or in_own_region(scene, end, clause.end))
    if not (
        value or size or there or makers and family != "plant" or both_make or family == "joint" or shared or offered
    ):
        return None
    if _JOINT_WORK.match(scene.small, start) and not (both_make or there):
        return None
    if _HIS_OWN.search(scene.small, max(0, start - 40), start):
        return None
    if noun in _GROUND and THE_KNOWN.search(scene.small, max(0, start - 40), start):
        return None
    offers = _OFFERS.search(scene.small, max(0, start - 60), start)
    offered_ground = offers and size and there and scene.countries >= BOTH
    told = (there and makers or offered_ground) if noun in _GROUND else (value or size) and (there or makers)
    if noun in ("stage", "phase") and _ITS_COST.search(scene.small, 0, start):
        return None
    if noun in VAGUE and not told or noun == "representation" and not makers:
        return None
    if noun in STRICT and not (value or size or there and makers or " " in title):
        return None
    if noun == "production" and not (value or size or makers) and _FIELDS.search(scene.small, clause.start, start):
        return None
    return Draft(
        family=family,
        at=start,
        title=title,
        sector=sector_of_plant(scene, sector, title, clause.start, clause.end),
        status=status,
        places=there,
        parties=tuple(dict.fromkeys(c.name for c in makers)),
        value=value,
        **size_cells(size),
        period=_opening(scene, end, told_to) or _when(scene, start, beyond if several else told_to),
        note=scene.small[start:end].rstrip("s"),
    )


def _when(scene: Scene, start: int, last: int) -> str | None:
    """The time nearest to the noun; of "to do A this year and to open B in 2025" the one of its own part."""
    first = scene.clause_at(start).start
    joins = [m.end() for m in _AND_TO.finditer(scene.small, first, start)]
    if joins and scene.within(scene.dates, start, last):
        first = joins[-1]
    return scene.period(first, last, start)


_AND_TO = re.compile(r",? and (?:to )?(?=[a-z]+ (?:an?|the|its|their|up an?) )")


def _opening(scene: Scene, end: int, last: int) -> str | None:
    """When it opened, where a clause of its own tells it: "put $2 million into a shop, which opened in March"."""
    opened = THEN_OPENED.search(scene.small, end, min(last, end + 60))
    return scene.period(opened.start(), last) if opened and scene.within(scene.dates, end, last) else None


def _reach(scene: Scene, at: int) -> tuple[int, int]:
    """How far the sentence speaks of the undertaking at `at`: to its ends, but for other items of a list."""
    clause, (start, end) = scene.clause_at(at), scene.chunk(at)
    if _ITSELF.match(scene.small, end):
        end = clause.end
    return 0 if start == clause.start else start, len(scene.text) if end == clause.end else end
