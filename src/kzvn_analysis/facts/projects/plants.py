"""Plants, farms, terminals, hotels, ventures, shops: what is built or opened between the two countries."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from ..progress import Clause
from .legs import names, segments
from .model import Draft, size_cells
from .phrase import noun_phrase, with_topic
from .plant_cells import (
    called_shared,
    country_of,
    crossed,
    in_own_region,
    is_elsewhere,
    of_both,
    places_of,
    sector_of_plant,
    zone_at,
)
from .plant_nouns import STRICT, VAGUE, is_list, phrase_start, plant_nouns
from .plant_status import EXAMPLES, GOES_ON, OPENED, THEN_OPENED, status_of
from .scene import BOTH, Scene
from .units import fuller, of_a_plant

_BUILD = re.compile(
    r"\b(?:build\w*|built|rebuil\w+|construct\w*|open(?:ed|ing|s)?|establish\w*|set(?:ting)? up|launch\w*|"
    r"invest(?:s|ed|ing|ment)?|creat\w*|"
    r"found(?:ed|ing)|put up|putting up|work (?:has )?(?:started|began|begun)|put(?:ting|s)? [^;]{0,20}(?:\$|usd|"
    r"million|billion|mln|bln)[^;]{0,30}?\binto|lease\w*|"
    r"allocat\w*|commission\w*|put(?:ting)? [^,;.]{0,40}?\binto operation|inaugurat\w*|broke ground|locali[sz]\w+|"
    r"organi[sz](?:e|ing) (?:the )?production|under construction|laid the|foundation stone|worth|cost(?:s|"
    r"ing)?|has been \w+ing|"
    r"participation of [^,;]{3,60}? in|involving|financ\w+|implementing|implementation of|"
    r"localis\w+|localiz\w+|erect\w*|lay|laid|laying|rent(?:s|ed|ing)|appear\w*|"
    r"(?:grow|cultivate|breed|raise) [\w -]{3,30}? in|restoration of|renovat\w+|reconstruct\w+|"
    r"licen[sc]ed|registered|capitali[sz]ed at|(?:charter |registered |initial |authori[sz]ed )?capital of)\b"
)
# "is considering a clinic", "plans greenhouses": only right before the noun.
_MEANS = re.compile(
    r"\b(?:consider\w*|plans?|planned|planning|propos\w+|suggest\w*|offer\w*|develop\w*|complet\w*|start\w*|"
    r"operat\w*|expand\w*|weigh\w*(?: up)?|mull\w*|see|welcom\w*|host\w*|present\w*|unveil\w*|"
    r"pitch\w*|float\w*|attract\w*|"
    r"support\w*|back\w*|fund\w*|await\w*|accelerat\w*|speed(?:ing)? up|finish\w*|assess\w*|"
    r"evaluat\w*|explor\w*|survey\w*|"
    r"design\w*|discuss\w*|negotiat\w*|talks on|discussions on|negotiations on|tak\w+ part in|"
    r"participat\w+ in|particip\w+|idea of|possibilit(?:y|ies) of|plans? for|hand(?:ed|ing)? over|erect\w*|"
    r"unveiling of|opening of|inauguration of|"
    r"(?:double|treble|triple|expand|increase|raise)\w* the capacity of|in talks with [^,;.]{2,40} on|"
    r"(?:expansion|moderni[sz]ation|upgrad(?:e|ing)|extension|reconstruction) of|"
    r"permission for|pilot\w*|test\w*|"
    r"(?:joint|shared) use of|lease of|purchase of|share in|participation in|"
    r"implement\w*|look(?:ing)? (?:at|for|into)|scout\w*|study\w*|examin\w*|rent\w*|eye\w*|wants?|seek\w*|working on|"
    r"project for|projects? of|for|runs?|owns?)(?: (?:on|up|out|to))? (?:(?!in |of |from |by |with |at |into |it "
    r")[\w$€.,-]+ ){0,5}\Z"
)
_STANDS = re.compile(
    r"\A[^.;]{0,60}?\b(?:has been \w+ing|produces|manufactures|operates|is operating|was built|has been "
    r"built|built by|is under consideration|"
    r"is being (?:built|studied|considered|planned)|went into operation|started operat\w+|(?:started|starts|"
    r"starting) up|(?:came|comes|went|goes) on stream|"
    r"(?:began|started|has begun|has started) (?:work|production)|received its first|"
    r"welcomed its first|has been "
    r"turning out|turns out|employs|makes|assembles|processes|has opened|opened|"
    r"has a (?:\w+ )?capacity of|is capable of|can (?:handle|produce|process)|handles|caters|serves|supplies|"
    r"(?:has|have) (?:already )?entered|is preparing for|"
    r"(?:is|are) (?:expected|due|set|to be|scheduled|being|under)|houses|stands|is planned|are "
    r"planned|will (?:be|open|produce|assemble|make|manufacture|process|employ))\b"
)
_GROUND = {"site", "plot"}
_HIS_OWN = re.compile(
    r"\bwho (?:runs|owns|heads|manages|ran|owned) (?:an?|the|his|her) (?:[\w-]+ ){0,3}\Z"
)  # who one is
_OFFERS = re.compile(r"\b(?:offer|allocat|set aside|reserv|leas|rent|grant|earmark)\w*\b")
_THE_GROUND = re.compile(r"\bthe (?:[\w-]+ ){0,2}\Z")  # "leased the two-hectare site" of what was told
# "supply Vietnamese feed mills with 30,000 tons": who buys, not what is built
_CUSTOMERS = re.compile(
    r"\b(?:suppl(?:y|ies|ied|ying)|sell(?:s|ing)?|sold to|export\w* to|deliver\w*(?: \w+)? to|"
    r"ship\w* to|for use at) "
    r"(?:(?!with |of |from )[\w’'-]+ ){0,3}\Z|"
    r"\b(?:destined|bound|meant) for (?:(?:the|an?|its|their) )?(?:[\w’'-]+ ){0,3}\Z|"
    # "the sale of 5,000 tonnes of rubber for a tyre plant"
    r"\b(?:suppl(?:y|ies)|sales?|deliver(?:y|ies)|exports?|purchases?|shipments?) of (?!equipment|machinery|"
    r"technolog)"
    r"[^.;]{3,60}? (?:for|to|at) (?!open|build|set|establish|construct|launch|create)"
    r"(?:(?:the|an?|its|their) )?(?:[\w’'-]+ ){0,3}\Z|"
    # "supplies of beef from four Kazakh plants": who sells
    r"\b(?:suppl(?:y|ies)|deliver(?:y|ies)|imports?|purchases?) (?:of [^.;]{3,60}? )?from (?:[\w’'-]+ ){0,4}\Z|"
    r"\b(?:supply|deliver|sell|ship|export) (?!equipment|machinery|technolog)[\w -]{3,60}? for (?:[\w’'-]+ ){0,4}\Z|"
    r"\b(?:delivered|supplied|sold|shipped) [^.;]{3,60}? to an? (?:[\w’'-]+ ){0,2}\Z|"
    r"\b(?:donat(?:ed|ions?)|gifts?|presented|handed over) [^.;]{0,80}? (?:to|for) (?:[\w’'-]+,? ){0,6}\Z"
)
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
# "fuller use of the terminal in …": it stands already
_USED = re.compile(
    r"\b(?:us(?:e|es|ed|ing)(?: of)?|through|via|access to|left|leaving) (?:the|its|their) "
    r"(?:[\w’'–-]+ ){0,4}\Z|\bfrom (?:its|their) (?:own )?\Z"
)
_APPOSED = re.compile(r", (?:the|its) (?:[\w’'-]+ ){0,2}\Z")  # "to Cam Ranh, the airport for Nha Trang"
# "offered the Vietnamese side projects for a sugar factory, …"
_TO_PARTNERS = re.compile(
    r"\b(?:offer\w*|propos\w+|present\w*|pitch\w*|invit\w+) (?:to )?(?:the |its |their )?(?:vietnamese|"
    r"kazakh|kazakhstani|viet nam\w*)(?:['’]s)? "
    r"(?:counterparts?|investors?|business\w*|side|partners?|compan(?:y|ies)|entrepreneurs?|delegation|"
    r"colleagues|guests|firms)\b"
)
# "…, a business forum heard in Hanoi on D": where and when it was told
_HEARD = re.compile(r", (?:an?|the) [^,;]{3,60} (?:heard|was told|learnt|learned|was informed)\b")
_TURNED = re.compile(r"\b(transform\w*|convert\w*|turn(?:ing|ed)?)\b[^.;]*\binto (?:an? |the )?(?:[\w-]+ )?\Z")
_JOINT_WORK = re.compile(r"joint (?:processing|production|manufacturing|assembly|cultivation|extraction)\b")
_VISITED = re.compile(r"\b(?:visit\w*|tour(?:ed|ing)?|inspect\w*|acquainted|(?:was|were) shown)\b")


_AND_A = re.compile(r" and an? ")
_ITS_COST = re.compile(r"\bcosts? of (?:the|its|this) (?:[\w-]+ )?\Z")  # of what was told before
# "Almaty is building its first industrial zone": a city's own
_ITS_FIRST = re.compile(r"\b(?:is|are|was) (?:now |also )?(?:building|constructing) its (?:[\w-]+ ){0,3}\Z")
# "prepare to build power plants", each its own
_EACH_ITS_OWN = re.compile(
    r"\bboth (?:countries|sides|nations) (?:prepare|plan|intend|are (?:preparing|planning|building|going))\b[^.;]*\Z"
)


def find_plants(scene: Scene) -> Iterator[Draft]:
    """Yield what is built, opened or founded, with its size in money and land."""
    nouns = plant_nouns(scene)
    told: set[tuple[int, int]] = set()
    sizes: set[float | None] = set()
    paid = False
    for i, (start, end, (family, sector)) in enumerate(nouns):
        clause = scene.clause_at(start)
        if not _is_undertaken(scene, clause, start, end):
            continue
        following = [phrase_start(scene, end, n[0]) for n in nouns[i + 1 : i + 2]]
        paired = _AND_A.match(scene.small, end) is not None and following == [end]
        last = min([clause.end, *following, *(b for a, b in segments(scene) if a <= start < b)])
        first = max([clause.start, *(n[1] for n in nouns[:i])])
        next_one = nouns[i + 1][0] if following else len(scene.text)
        beyond = max(last, scene.clause_at(next_one - 1).start) if following else last
        if paired:
            last = beyond = clause.end  # "a mill and a warehouse in Hue": both are there
        draft = _draft(scene, family, sector, start, end, first, last, beyond if following or i else None)
        new = draft and draft.quantity is not None and draft.quantity not in sizes  # a list that gives each its size
        shared = paid and draft and draft.value is None and draft.quantity is None
        listed = is_list(scene, clause) or i and not shared and _AND_A.match(scene.small, nouns[i - 1][1])
        if draft and (new or (clause.start, draft.places) not in told or listed):
            told.add((clause.start, draft.places))
            sizes.add(draft.quantity)
            paid = draft.value is not None
            yield draft


def _is_undertaken(scene: Scene, clause: Clause, start: int, end: int) -> bool:
    """Whether what stands at `start`–`end` is built, opened or founded, and between the two countries."""
    said = scene.small[clause.start : clause.end]
    if _CUSTOMERS.search(scene.small, clause.start, start) or _explains_a_place(scene, start):
        return False
    if is_elsewhere(scene, end, clause.end) or _EACH_ITS_OWN.search(scene.small, clause.start, start):
        return False
    if _ITS_FIRST.search(scene.small, clause.start, start) and not scene.companies:
        return False
    built = (
        _BUILD.search(said)
        or EXAMPLES.search(scene.small, clause.start, start)
        or _MEANS.search(scene.small, max(clause.start, start - 70), start)
        or _STANDS.match(scene.small[end : clause.end])
        or GOES_ON.search(said)
        or _TURNED.search(scene.small, clause.start, start)
        or _TO_PARTNERS.search(scene.small, clause.start, start)
        and not _THE_GROUND.search(scene.small, max(0, start - 40), start)
    )
    return (
        bool(built)
        and not _VISITED.search(scene.small, clause.start, start)
        and not _USED.search(scene.small, clause.start, start)
        and (of_both(scene, clause.kind_at(start, end), start) or called_shared(scene, scene.small[start:end]))
    )


def _draft(
    scene: Scene, family: str, sector: str, start: int, end: int, first: int, last: int, beyond: int | None
) -> Draft | None:
    clause = scene.clause_at(start)
    heard = _HEARD.search(scene.small, end)
    told_to = heard.start() if heard else len(scene.text)
    last, beyond = min(last, told_to), beyond and min(beyond, told_to)
    said = scene.small[clause.start : clause.end]
    kind = scene.kind_at(start, end)
    if turned := _TURNED.search(scene.small, clause.start, start):
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
    offered = " " in title and noun != "production" and _TO_PARTNERS.search(scene.small, clause.start, start)
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
    if noun in _GROUND and _THE_GROUND.search(scene.small, max(0, start - 40), start):
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


def _explains_a_place(scene: Scene, start: int) -> bool:
    """Whether the noun only tells what a place is that was just named."""
    apposed = _APPOSED.search(scene.small, 0, start)
    return bool(apposed) and any(p.end == apposed.start() for p in scene.places)


def _reach(scene: Scene, at: int) -> tuple[int, int]:
    """How far the sentence speaks of the undertaking at `at`: to its ends, but for other items of a list."""
    clause, (start, end) = scene.clause_at(at), scene.chunk(at)
    if _ITSELF.match(scene.small, end):
        end = clause.end
    return 0 if start == clause.start else start, len(scene.text) if end == clause.end else end
