"""Plants, farms, terminals, hotels, ventures, shops: what is built or opened between the two countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest

from ...reading import lexicon
from ..sectors.words import sector_words
from ..termlist import TermList
from .legs import names, segments
from .model import Draft
from .phrase import noun_phrase, with_topic
from .scene import BOTH, STATUS_OF, At, Scene
from .units import counts

_BUILD = re.compile(
    r"\b(?:build\w*|built|rebuil\w+|construct\w*|open(?:ed|ing|s)?|establish\w*|set(?:ting)? up|launch\w*|"
    r"invest(?:s|ed|ing|ment)?|creat\w*|"
    r"found(?:ed|ing)|put(?:ting|s)? [^;]{0,20}(?:\$|usd|million|billion|mln|bln)[^;]{0,30}?\binto|lease\w*|"
    r"allocat\w*|commission\w*|inaugurat\w*|broke ground|locali[sz]\w+|"
    r"organi[sz](?:e|ing) (?:the )?production|under construction|laid the|foundation stone|worth|cost(?:s|"
    r"ing)?|has been \w+ing|"
    r"participation of [^,;]{3,60}? in|involving|financ\w+|implementing|implementation of|localis\w+|localiz\w+)\b"
)
# "is considering a clinic", "plans greenhouses": only right before the noun.
_MEANS = re.compile(
    r"\b(?:consider\w*|plans?|planned|planning|propos\w+|suggest\w*|offer\w*|develop\w*|complet\w*|start\w*|"
    r"operat\w*|expand\w*|weigh\w*(?: up)?|mull\w*|see|welcom\w*|host\w*|present\w*|unveil\w*|pitch\w*|float\w*|attract\w*|"
    r"support\w*|back\w*|fund\w*|await\w*|accelerat\w*|speed(?:ing)? up|finish\w*|assess\w*|evaluat\w*|explor\w*|survey\w*|"
    r"design\w*|discuss\w*|negotiat\w*|talks on|discussions on|negotiations on|tak\w+ part in|participat\w+ in|particip\w+|idea of|plans? for|hand(?:ed|ing)? over|erect\w*|unveiling of|opening of|inauguration of|"
    r"permission for|pilot\w*|test\w*|"
    r"implement\w*|looking (?:at|for)|study\w*|examin\w*|rent\w*|eye\w*|wants?|seek\w*|working on|project "
    r"for|projects? of|for|runs?|owns?)(?: (?:on|up|out|to))? (?:(?!in |of |from |by |with |at |into |it "
    r")[\w$€.,-]+ ){0,5}\Z"
)
_STANDS = re.compile(
    r"\A[^.;]{0,60}?\b(?:has been \w+ing|produces|manufactures|operates|is operating|was built|has been "
    r"built|built by|is under consideration|"
    r"is being (?:built|studied|considered|planned)|went into operation|started operat\w+|has been turning out|turns out|employs|makes|assembles|processes|has opened|opened|"
    r"(?:is|are) (?:expected|due|set|to be|scheduled|being|under)|houses|stands|is planned|are "
    r"planned|will (?:be|open|produce))\b"
)
_BELONGS = re.compile(
    r"\b(?:these|those|this|it|its|they|their|the (?:project|plant|farm|company|firm|investment)s?|among "
    r"them|one of)\b"
)
_CAPITAL = re.compile(
    r"\b(?:invest\w*|capital|compan(?:y|ies)|business\w*|projects?|joint|firms?|entrepreneurs?)\b"
)
_VAGUE = {"project", "stage", "phase", "site", "plot"}  # only with a sum or a size, and a place or a firm
_GROUND = {"site", "plot"}
_STRICT = {
    "localization",
    "localisation",
    "desk",
    "bureau",
    "representation",
    "enterprise",
    "production",
    "exchange",
    "office",
    "branch",
    "hub",
    "deposit",
    "school",
    "workshop",
    "plant",
    "exploration",
}
_APPOSED = re.compile(r", an? (?:[\w’'-]+ ){0,3}")
_OF_WHAT = re.compile(r" (?:of|on|for|to (?:build|construct|open|set up|create|organi[sz]e|launch))(?: (?:the|an?|its))?(?: (?!and\b)[\w’'-]+){0,3} ")
_MAKES = re.compile(r"\b(?:factory|plant|mill|workshop|production|assembly|manufactur\w+|line)\b")
_NOT_MADE = ("trade", "investment", "finance")
_OFFERED = re.compile(
    r"\b(?:ready|willing|offer\w*|invit\w+|propos\w+|readiness) (?:to )?(?:allocate|provide|build|open|"
    r"lease|create|host|set)?"
)
_DESCRIBES = re.compile(r"[- ](?:(?!in |which |where |with |and |by |to |from |of |for )\w+ ){0,2}\Z")
_LOCATED = re.compile(r"\b(?:in|at|near|outside|around|to|into)\s+(?:the\s+)?(?:[\w’'.-]+\s+){0,4}\Z")
_HELD = re.compile(
    r"\b(?:operator of|stakes? in|shares? (?:in|of)|per ?cent of|% of|owner of) (?:the )?(?:[\w’'-]+ ){0,3}\Z"
)
# "crude oil for the Dung Quat refinery": it stands already.
# "farm produce", "plant quarantine", "hotel manager": the next word is the matter.
_NOT_HEAD = re.compile(
    r" (?:uniforms?|produce|products?|protection|quarantine|varieties|health|growing|workers?|managers?|genetics|breeding|patholog\w+|diseases?|species|scien\w+|"
    r"directors?|owners?|students?|equipment|"
    r"machinery|beds?|staff|prices?|visits?|tours?|officials?|representatives?|specialists?|systems?|"
    r"sectors?|industr(?:y|ies)|operators?|"
    r"management|services?|rooms|capacity|employees)\b"
)
# "supply Vietnamese feed mills with 30,000 tons": who buys, not what is built
_CUSTOMERS = re.compile(
    r"\b(?:suppl(?:y|ies|ied|ying)|sell(?:s|ing)?|sold to|export\w* to|deliver\w*(?: \w+)? to|ship\w* to|for use at) "
    r"(?:(?!with |of |from )[\w’'-]+ ){0,3}\Z"
)
# "joint ventures such as a seat factory": it is there
_EXAMPLES = re.compile(
    r"\b(?:joint ventures|joint enterprises|projects|enterprises|investments|factories|plants|companies)\b[^.;]{0,40}"
    r"\b(?:such as|including|like|among them|for example|notably)\b[^.;]*\Z"
)
_ITS_OWN = re.compile(r"\b(?:in which|where|whose|owned by|run by|part of) (?:an? |the )?\Z")
_HOME = re.compile(r", (?:(?:which is )?(?:based|headquartered|registered)|an? (?:[\w-]+ ){0,3}(?:company|firm|group|producer|maker|manufacturer|enterprise|developer|investor|holding|exporter)) (?:in|from) (?:the )?(?:[\w-]+ ){0,3}(?:of )?\Z")
_BETWEEN = re.compile(r"\bbetween (?:[\w’'-]+ ){0,4}\Z")
_WITH = re.compile(r"\b(?:with|by|of|and)(?: the| its| \w+’s| \w+'s)? \Z")
_GOING_TO = re.compile(r"\b(?:to|at|from|via|for|through) (?:the )?(?:[A-ZÀ-ÝĐ][\w’'-]* )+\Z")
# "fuller use of the terminal in …": it stands already
_USED = re.compile(r"\b(?:us(?:e|es|ed|ing)(?: of)?|through|via|access to) (?:the|its|their) (?:[\w’'-]+ ){0,4}\Z")
_VISITED = re.compile(r"\b(?:visit\w*|tour(?:ed|ing)?|inspect\w*|acquainted)\b")


def find_plants(scene: Scene) -> Iterator[Draft]:
    """Yield what is built, opened or founded, with its size in money and land."""
    nouns = [
        n
        for n in _nouns().find(scene.small)
        if not _is_name(scene, *n[:2]) and not _NOT_HEAD.match(scene.small, n[1])
    ]
    nouns = [n for n, after in zip_longest(nouns, nouns[1:]) if not _made_plain(scene, n, after)]
    nouns = [n for before, n in zip([None, *nouns], nouns, strict=False) if not _follows_plainly(scene, n, before)]
    if not nouns:
        return
    told: set[tuple[int, int]] = set()
    for i, (start, end, (family, sector)) in enumerate(nouns):
        clause = scene.clause_at(start)
        following = [_phrase_start(scene, end, n[0]) for n in nouns[i + 1 : i + 2]]
        last = min([clause.end, *following, *(b for a, b in segments(scene) if a <= start < b)])
        first = max([clause.start, *(n[1] for n in nouns[:i])])
        draft = _draft(scene, family, sector, start, end, first, last, bool(following) or i > 0)
        if draft and (clause.start, draft.places) not in told:
            told.add((clause.start, draft.places))
            yield draft


def _draft(
    scene: Scene, family: str, sector: str, start: int, end: int, first: int, last: int, several: bool
) -> Draft | None:
    clause = scene.clause_at(start)
    said = scene.small[clause.start : clause.end]
    if _CUSTOMERS.search(scene.small, clause.start, start):
        return None
    built = (
        _BUILD.search(said)
        or _EXAMPLES.search(scene.small, clause.start, start)
        or _MEANS.search(scene.small, max(clause.start, start - 70), start)
        or _STANDS.match(scene.small[end : clause.end])
    )
    if (
        not built
        or _VISITED.search(scene.small, clause.start, start)
        or _USED.search(scene.small, clause.start, start)
        or not _of_both(scene, scene.kind_at(start, end))
    ):
        return None
    kind = scene.kind_at(start, end)
    status = _status(scene, kind, start, said)
    if status is None:
        return None
    reach = (first, last) if several else _reach(scene, start)
    value = scene.money(*reach)
    size = [a for a in scene.within(scene.amounts, *reach) if counts(a.what.unit, "size")]
    places = _places(scene, first, last, start) or _places(scene, *reach, start)
    makers = [
        c
        for c in scene.companies
        if c.start < start or c.start < last and _WITH.search(scene.small, 0, c.start)
    ]
    makers = [c for c in makers if clause.start <= c.start] or makers
    makers = [c for c in makers if not (first < start and _ITS_OWN.search(scene.small, 0, c.start) and c.start < start)]
    there = names(places) or _country(scene, start, end, clause.end)
    of_both = {c.country for c in makers} >= BOTH
    if not (value or size or there or makers and family != "plant" or of_both or family == "joint"):
        return None
    title = with_topic(scene.text, noun_phrase(scene.text, start, end), end, clause.end)
    noun = scene.small[start:end].split()[-1].removesuffix("s")
    told = (there and makers) if noun in _GROUND else (value or size) and (there or makers)
    if noun in _VAGUE and not told:
        return None
    if noun in _STRICT and not (value or size or there and makers or " " in title):
        return None
    return Draft(
        family=family,
        at=start,
        title=title,
        sector=_sector(scene, sector, title, clause.start, clause.end),
        status=status,
        places=there,
        parties=tuple(dict.fromkeys(c.name for c in makers)),
        value=value,
        quantity=size[0].what.value if size else None,
        unit=size[0].what.unit if size else None,
        period=scene.period(clause.start, last if several else len(scene.text), start),
        note=scene.small[start:end].rstrip("s"),
    )


def _country(scene: Scene, start: int, end: int, last: int) -> tuple[str, ...]:
    """The country a particular thing is to stand in, where no place in it is told: "a plant in Viet Nam"."""
    if not re.search(r"\b(?:an?|the|one|its) (?:[\w’'-]+ ){1,4}\Z", scene.small[max(0, start - 60) : start]):
        return ()
    found = re.match(r"(?: (?:of|for) [\w ]{3,30})? in (Kazakhstan|Vi[eệ]t ?[Nn]am)\b", scene.text[end:last])
    return (found[1],) if found else ()


def _made_plain(scene: Scene, noun: tuple, following: tuple | None) -> bool:
    """Whether the next noun only says what this general one is: "a project of a dairy complex"."""
    if following is None or not _OF_WHAT.fullmatch(scene.small, noun[1], following[0]):
        return False
    plain = _VAGUE | {"localization", "localisation", "production", "enterprise", "workshop"}
    follows = scene.small[following[0] : following[1]].rstrip("s")
    return scene.small[noun[0] : noun[1]].rstrip("s") in plain and follows not in plain


def _follows_plainly(scene: Scene, noun: tuple, earlier: tuple | None) -> bool:
    """Whether a noun only says what the one before it is: "a plant for the production of panels", "a mill, a
    joint venture with …".
    """
    if earlier and _APPOSED.fullmatch(scene.small, earlier[1], noun[0]):
        return True
    if earlier is None or not _OF_WHAT.fullmatch(scene.small, earlier[1], noun[0]):
        return False
    return scene.small[noun[0] : noun[1]].rstrip("s") in _STRICT


def _reach(scene: Scene, at: int) -> tuple[int, int]:
    """How far the sentence speaks of the undertaking at `at`: to its ends, but for other items of a list."""
    clause, (start, end) = scene.clause_at(at), scene.chunk(at)
    return 0 if start == clause.start else start, len(scene.text) if end == clause.end else end


def _of_both(scene: Scene, kind: str | None) -> bool:
    """Whether it is between the two: both are named here, or the sentence leans on the one before.

    In an article about the two, what one of them offers is offered to the other.
    """
    if scene.countries >= BOTH:
        return True
    offered = kind in ("proposed", "wished") and _OFFERED.search(scene.small)
    if offered and scene.countries and not scene.countries - BOTH and scene.reading.relevance == "bilateral":
        return True
    if _abroad(scene):
        return True
    if not scene.countries or scene.countries - BOTH or not scene.countries_around >= BOTH:
        together = scene.countries_around >= BOTH or scene.reading.relevance == "bilateral"
        return "joint " in scene.small and together and not scene.countries - BOTH
    return bool(_BELONGS.search(scene.small[:60])) or bool(_CAPITAL.search(scene.before.text.lower()))


def _abroad(scene: Scene) -> bool:
    """Whether a firm of one of the two undertakes it, in an article about both, and not at home."""
    if scene.reading.relevance != "bilateral" or len(scene.countries) != 1 or scene.countries - BOTH:
        return False
    homes = {c.country for c in scene.companies if c.country}
    return homes == scene.countries and not any(
        p.what.country in homes and not _of_a_company(scene, p) for p in scene.places
    )


def _of_a_company(scene: Scene, place: At) -> bool:
    return any(
        c.start <= place.start < c.end or _DESCRIBES.match(scene.small[place.end : c.start])
        for c in scene.companies
    )


def _status(scene: Scene, kind: str | None, at: int, said: str) -> str | None:
    if kind in (None, "talked", "done") and _EXAMPLES.search(scene.small, 0, at):
        return "operating"
    if kind in (None, "talked", "believed", "running"):
        if re.search(r"\b(?:construction of|under construction|is being built|are being built)\b", said):
            return "planned"
        if kind is None and re.search(
            r"\b(?:produces|manufactures|built by|was built|has been built|turns out)\b", said
        ):
            return "operating"
        if kind == "running":
            return "operating"
        if kind == "talked" and re.search(
            r"\b(?:open|launch|build|construct|establish|creat|set(?:ting)? up)\w*\b", said
        ):
            return "proposed"
        return None
    if kind == "done" and re.search(
        r"\b(?:opened|launched|established|set up|founded|put into operation|commissioned|inaugurated)\b",
        said,
    ):
        return "operating"
    return STATUS_OF.get(kind)


def _places(scene: Scene, start: int, end: int, noun: int) -> list[At]:
    """Where it stands: the places after the noun first, not those that say where a company comes from."""
    inside = [
        p
        for p in scene.within(scene.places, start, end)
        if not _of_a_company(scene, p)
        and not _HOME.search(scene.small, 0, p.start)
        and not re.match(r"-based|[- ]\w+ (?:company|firm|investor)", scene.small[p.end : p.end + 30])
    ]
    located = [p for p in inside if _LOCATED.search(scene.small, max(0, p.start - 60), p.start)]
    after = [p for p in located if p.start > noun]
    before = [p for p in located if p.start < noun]
    plain = [p for p in inside if not _BETWEEN.search(scene.small, 0, p.start)]
    return after or before[-1:] or plain[:1]


def _sector(scene: Scene, sector: str, title: str, start: int, end: int) -> str:
    makers = {c.sector for c in scene.companies if c.listed}
    if sector == "education" and "training cent" in title.lower() and len(makers) == 1:
        return makers.pop() or sector
    if sector == "transport" and "terminal" in title.lower() and re.search(r"(?i)\bairport\b", scene.text[start:end]):
        return "aviation"
    if sector != "?":
        return sector
    for stretch in (title, scene.text[start:end], scene.text):
        words = [
            w
            for w in sector_words(stretch, names=False)
            if w.sector not in ("investment", "trade", "regions", "finance")
        ]
        if words:
            return words[0].sector
    made = _MAKES.search(title.lower())
    listed = [c.sector for c in scene.companies if c.sector and not (made and c.sector in _NOT_MADE)]
    return listed[0] if listed else "industry" if made else "investment"


def _phrase_start(scene: Scene, start: int, noun: int) -> int:
    """Where the words of the next noun begin: after the last "and" or comma before it."""
    joins = [m.start() for m in re.finditer(r",? and |, ", scene.small[start:noun])]
    return start + joins[-1] if joins else noun


def _is_name(scene: Scene, start: int, end: int) -> bool:
    """Whether the noun belongs to the name of a company, a place or a house, or shares in it are held."""
    if any(c.start <= start and end <= c.end for c in scene.companies):
        return True
    if any(p.start <= start and end <= p.end for p in scene.places):
        return True
    if start and scene.text[max(start, scene.text.rfind(" ", start, end) + 1)].isupper():
        return True
    if _GOING_TO.search(scene.text, max(0, start - 50), start):
        return True
    return bool(_HELD.search(scene.small, max(0, start - 60), start))


@cache
def _nouns() -> TermList[tuple[str, str]]:
    rows = lexicon.rows("project_nouns.tsv", "kzvn_analysis.facts")
    return TermList(
        (noun.strip(), (family, sector)) for family, sector, nouns in rows for noun in nouns.split("|")
    )
