"""Deals between companies: stakes and takeovers, contracts, memoranda of two firms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...reading import gated as re
from ..sectors.words import main_sector
from .companies import Company
from .legs import names
from .model import Draft, size_cells
from .phrase import with_topic
from .scene import BOTH, STATUS_OF, Scene
from .units import counts

_TAKEOVER = re.compile(
    r"\b(?:(?:joint(?:ly)? )?(?:acquir\w+|buy(?:s|ing|out)?|bought|purchas(?:e|ed|es|ing)|take-?over of|"
    r"took over|tak(?:e|en|ing) over|"
    r"acquisition of|stake(?:s)? in|shares (?:in|of)|merg\w+ with))\b"
)
_SHARE = re.compile(
    r"\b(?:\d[\d.,]*|[a-z]+) ?(?:per ?cent|%|-per-cent)[\w ]{0,30}\b(?:of|in|stake)\b|\b(?:controlling |"
    r"minority |majority )?stakes? in\b|\bshares? in\b"
)
_OBJECT = re.compile(
    r"(?:\b(?:of|in|over|acquir\w+|bought|buys?|buying|purchas\w+)\b) ((?:the |a |an |its )?(?:(?:[A-Z][\w-]+ )?"
    r"(?:(?:regional|national|state|local|grain|steel|food|feed|meat|dairy|oil|gas|uranium|gold|copper|private|"
    r"leading|largest|flour|sugar|fish|fruit|coal|car|cars|drug|wool|leather|textile|cement|budget|low-cost) )?"
    r"(?:airline|operator of|owner of|company|bank|carrier|refinery|port|airport|plant|mine|producer|handler|"
    r"trader|dealer|processor|miller|mill|maker|exporter|importer|firm|developer|smelter|factory|retailer|distributor|"
    r"broker|insurer|lender|explorer|miner|driller|operator|elevator|farm|holding|group|chain|start-?up) "
    r")*(?:[A-ZÀ-ÝĐ][\w&’'-]*(?: [A-ZÀ-ÝĐ][\w&’'-]*){0,3})(?: (?:airport|airline|bank|refinery|plant|port|"
    r"mine|field))?)"
)
# "a stake in a titanium slag smelter": what it is, where no name is told
_NAMELESS = re.compile(
    r"\bin (an? (?:[\w-]+ ){0,4}?(?:smelter|plant|mine|refinery|factory|mill|terminal|hotel|bank|"
    r"company|farm|field|port|"
    r"airport|airline|producer|operator|project))\b"
)
_CONTRACTS = re.compile(
    r"\b(?P<noun>(?:(?:preliminary|export|commercial|supply|framework|long-term|investment|bilateral) "
    r")*(?:contracts?|deals?|agreements?|memoranda|"
    r"documents))\b(?P<about>[^.;]{0,140}?)\b(?:for|worth|totall?ing|valued at|to the (?:amount|tune) of|"
    r"amounting to|with a total value of)"
    r" (?:about |around |nearly |almost |over |more than |some |approximately |a total of |up to |at least "
    r")?\Z"
)
_WORTH_CONTRACTS = re.compile(
    r" ?(?:-|worth |in |worth of )(?:of )?(?P<noun>(?:preliminary |export |commercial |supply |"
    r"signed )*(?:contracts?|deals?|agreements?)"
    r"(?: and (?:other )?(?:documents|agreements|memoranda))?)(?P<about>)\b"
)
_VALUE_OF_TRADE = re.compile(r"\b(?:trade|turnover|target|goal)\b")
_SIGNED = re.compile(r"\b(?:sign(?:ed|ing)|initial+ed|inked|conclud\w+|clinched|sealed|exchanged|reached|struck)\b")
_DEAL = re.compile(
    r"\b(?:contracts?|deals?|agreements?|memorand(?:um|a)(?: of (?:understanding|cooperation))?|mous?|"
    r"cooperation agreements?|pacts?)\b"
)
_TOPIC = re.compile(
    r"\b(?:to|on|provides? for|providing for|envisages?|envisaging|for|under which|in the field of|"
    r"concerning)\b (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
    r"Sun)day|the sidelines|\d|January|February|March|April|May|June|July|August|September|October|November|"
    r"December)(?P<topic>[^.;]+)"
)


def find_deals(scene: Scene) -> Iterator[Draft]:
    """Yield takeovers, contracts with a sum, and what a firm of each country signed together."""
    found = (
        list(_takeovers(scene))
        or list(_contracts(scene))
        or list(_pacts(scene))
        or list(_code_shares(scene))
        or list(_pools(scene))
    )
    yield from found


def _of_whom(scene: Scene, words: str) -> str | None:
    """The sector of the firm that a paper is about: "the development of the Qazaq Air fleet"."""
    return next((c.sector for c in scene.companies if c.sector and c.name in words), None)


_CODE_SHARE = re.compile(
    r"\b(?:code-?sharing|code-?share|interline)\b(?: (?:agreement|deal|"
    r"partnership|flights))?"
)


def _code_shares(scene: Scene) -> Iterator[Draft]:
    """What two airlines sell together."""
    match = _CODE_SHARE.search(scene.small)
    airlines = [c for c in scene.companies if c.sector == "aviation"]
    if not match or not airlines or not scene.countries_around >= BOTH or scene.countries - BOTH:
        return
    later = [c.kind for clause in scene.clauses for c in clause.cues if c.start >= match.end()]
    kind = later[0] if later and later[0] in ("planned", "agreed") else scene.kind_at(match.start(), match.end())
    if STATUS_OF.get(kind) is None:
        return
    yield Draft(
        family="deal",
        at=match.start(),
        title=match.group(),
        sector="aviation",
        status="operating" if kind == "done" else STATUS_OF[kind],
        parties=tuple(dict.fromkeys(c.name for c in airlines)),
        period=scene.period(0, len(scene.text), match.start()),
        note="code-share",
    )


def _takeovers(scene: Scene) -> Iterator[Draft]:
    match = _TAKEOVER.search(scene.small)
    if not match or not scene.countries_around >= BOTH:
        return
    thing = _OBJECT.search(scene.text, match.start())
    thing = _NAMELESS.search(scene.text, match.start(), thing.start() + 30 if thing else len(scene.text)) or thing
    share = _SHARE.search(scene.small)
    company = [c for c in scene.companies if c.start >= match.start()]
    if not thing and not company:
        return
    if not (share or company or re.search(r"airline|airport|bank|operator|company", scene.small[match.start() :])):
        return
    if not scene.companies:
        return
    clause = scene.clause_at(match.start())
    kind = scene.kind_at(match.start(), match.end())
    signed = bool(_SIGNED.search(scene.small)) or kind == "agreed" or "contract" in scene.small
    status = "done" if kind == "done" or (kind == "agreed" or kind is None) and signed else STATUS_OF.get(kind)
    if status is None:
        return
    name = (thing[1] if thing else company[0].name).removeprefix("the ")
    what = (
        f"stake in {name}"
        if share and not scene.small[share.start() :].startswith(name.lower())
        else f"takeover of {name}"
    )
    if share and ("%" in share.group() or "cent" in share.group()):
        part = re.match(r"[\w.,-]+ ?(?:per ?cent|%|-per-cent)", share.group())
        what = f"{scene.text[share.start() : share.start() + part.end()]} of {name}"
    buyers = [
        c.name
        for c in scene.companies
        if not (thing and thing.start(1) <= c.start < thing.end(1)) and c.name not in name
    ]
    places = [p for p in scene.places if match.start() <= p.start]
    size = [scene.size(a) for a in scene.amounts if counts(a.what.unit, "size")] if share else []
    value = scene.money(clause.start, clause.end) or scene.money(match.start(), len(scene.text))
    yield Draft(
        family="takeover" if kind == "done" else "takeover-contract",
        at=match.start(),
        title=what,
        sector=_sector(scene, match.start(), name),
        status=status,
        places=names(places),
        parties=tuple(dict.fromkeys(buyers)),
        value=value,
        **size_cells(size[0] if size else None),
        period=scene.period(clause.start, clause.end, match.start()) or scene.period(0, len(scene.text), match.start()),
        note="takeover",
    )


def _sector(scene: Scene, start: int, name: str) -> str:
    own = [c.sector for c in scene.companies if c.start >= start and c.sector and c.name in name]
    return own[0] if own else main_sector(scene.text[start:], "investment")


def _contracts(scene: Scene) -> Iterator[Draft]:
    """Contracts with a sum, of many firms: "preliminary contracts for $41.5 million"."""
    for amount in scene.amounts:
        if amount.what.unit != "USD" or not _with_both(scene):
            continue
        match = _CONTRACTS.search(scene.small, max(0, amount.start - 220), amount.start)
        match = match or _WORTH_CONTRACTS.match(scene.small, amount.end)
        if not match or match["about"].count("agreement") or _VALUE_OF_TRADE.search(match["about"]):
            continue
        kind = scene.kind_at(match.start(), match.start("about"))
        if kind in ("proposed", "wished", "urged", "believed", "negated"):
            continue
        clause = scene.clause_at(match.start())
        yield Draft(
            family="contracts",
            at=match.start(),
            title=with_topic(scene.text, match["noun"], match.start("about"), amount.start),
            sector=main_sector(match["about"], "trade") or "trade",
            status="planned" if "prelimin" in scene.small or kind in ("planned", "intended") else "done",
            parties=tuple(dict.fromkeys(c.name for c in scene.companies[:3])),
            value=amount.what.value,
            period=scene.period(clause.start, clause.end, match.start()) or _month_of_the_event(scene),
            note="contracts",
        )
        return


_POOL = re.compile(
    r" (?:joint |investment |fdi |direct investment )*projects?\b[^.;$]{0,60}?\b(?:worth|valued at|"
    r"totall?ing|with (?:an? )?(?:total|combined|registered|overall) "
    r"(?:investments?|capital|value|registered capital|cost)(?: of)?|with investments? of)(?: a total of|"
    r" a combined| about| around| nearly| almost| over| more than| some| of)* \Z"
)


def _pools(scene: Scene) -> Iterator[Draft]:
    """Projects that are only counted, with their sum: "are implementing 38 projects worth $2.2 billion"."""
    for count, amount in pairwise(scene.amounts):
        if (
            count.what.unit != "projects"
            or amount.what.unit != "USD"
            or not (_TOGETHER.search(scene.small) and _with_both(scene))
        ):
            continue
        if not _POOL.search(scene.small, max(0, count.end - 40), amount.start):
            continue
        kind = scene.kind_at(count.start, count.end)
        if kind in ("proposed", "wished", "urged", "believed", "negated"):
            continue
        yield Draft(
            family="pool",
            at=count.start,
            title=f"{count.what.value:g} joint projects",
            sector="investment",
            status="planned" if kind in ("planned", "intended", "agreed") else "operating",
            value=amount.what.value,
            **size_cells(count.what),
            note="pool",
        )
        return


_TOGETHER = re.compile(r"\b(?:the two|both) (?:countries|sides)\b|\bjoint\b")


def _month_of_the_event(scene: Scene) -> str | None:
    """The month of the meeting or visit told last before, at which contracts without a day of "
    "their own were signed."""
    today = scene.reading.published.edtf
    told = [
        d.edtf
        for d in scene.reading.dates
        if d.end <= scene.sentence.start and d.edtf and d.precision == "day" and d.kind == "date"
    ]
    recent = [day for day in told if today and day[:7] == today[:7]]
    return recent[-1][:7] if recent else None


def _with_both(scene: Scene) -> bool:
    if scene.reading.relevance == "bilateral" and not scene.countries - BOTH and _WE.search(scene.small):
        return True
    return (
        scene.countries >= BOTH
        or bool(scene.countries & BOTH)
        and scene.countries_around >= BOTH
        and not scene.countries - BOTH
    )


_WE = re.compile(
    r"\b(?:the two|both) (?:countries|sides)\b|\bwe (?:have|are|already|expect)\b|\bthe (?:sides|parties)\b"
)
# "a memorandum on the project": one told before
_AGENCIES = {"trade", "investment", None}  # what chambers and agencies sign with each other is no undertaking
_LISTED = re.compile(
    r"\W*(?:(?:an?|the|another) )?(?:memorand\w+|agreement|contract|cooperation agreement|framework "
    r"agreement)\b[^.;]*\bbetween\b"
)
_KNOWN = re.compile(
    r"(?:the|this|that) (?:project|plant|factory|deal|venture|investment)\b|"
    r"(?:the )?(?:establish\w+|creat\w+|setting up|formation|set up)(?: of)? (?:an? |the )?[^,;.]{0,60}"
    r"(?:Council|Committee|Commission|council|committee|commission|working group)\b"
)
_PARTS = re.compile(r";|, and (?=[A-ZÀ-ÝĐ])|, while |, as well as ")


def _pair(scene: Scene) -> tuple[re.Match, list[Company], int] | None:
    """The one paper of a list that a firm of each country signed, its two firms, and where its words end."""
    bounds = [0, *(m.start() for m in _PARTS.finditer(scene.text)), len(scene.text)]
    whole = [(0, len(scene.text))] if scene.small.count("memorand") <= 1 else []
    for start, end in [*pairwise(bounds), *whole]:
        deal = _DEAL.search(scene.small, start, end)
        here = [c for c in scene.companies if start <= c.start < end]
        if deal and {c.country for c in here} >= BOTH:
            sides = [next(c for c in here if c.country == home) for home in ("VNM", "KAZ")]
            return deal, sides, end
    return None


def _pacts(scene: Scene) -> Iterator[Draft]:
    """What a firm of each country signed: "PetroVietnam and KazMunayGas initialled a deal to …"."""
    homes = {c.country for c in scene.companies if c.country}
    if not homes >= BOTH or not (_SIGNED.search(scene.small) or _LISTED.match(scene.small)):
        return
    told = _pair(scene)
    if told is None:
        return
    deal, sides, last = told
    clause = scene.clause_at(deal.start())
    if not all(clause.start <= c.start < clause.end or c.start < deal.start() for c in sides):
        return
    if not any(c.listed and c.sector not in ("trade",) for c in sides) and not all(c.listed for c in sides):
        return
    topic = _TOPIC.search(scene.text, deal.end(), last)
    if topic and _KNOWN.match(topic["topic"]):
        return
    words = topic["topic"].split(", ")[0].strip() if topic else ""
    words = " ".join(
        re.split(
            r" (?:and (?:is|are|was|were|will|has|have)|in (?:\d{4}|January|February|March|"
            r"April|May|June|July|August|September|October|November|December)|during|at|as part of|"
            r"within|following|on the sidelines|in order|which|that) ",
            words,
        )[0].split()[:9]
    )
    kind = scene.kind_at(deal.start(), deal.end())
    if kind == "negated" or not words and {c.sector for c in sides} <= _AGENCIES:
        return
    load = [scene.size(a) for a in scene.within(scene.amounts, deal.end(), last) if counts(a.what.unit, "weight")]
    yield Draft(
        family="deal",
        at=deal.start(),
        title=words or f"{deal.group()} of {sides[0].name} and {sides[1].name}",
        sector=main_sector(words) or _of_whom(scene, words) or sides[0].sector or sides[1].sector or "investment",
        status="proposed" if kind in ("proposed", "wished", "urged") else "planned",
        places=names([p for p in scene.within(scene.places, 0, last) if topic and p.start >= topic.start()]),
        **size_cells(load[0] if load else None),
        parties=tuple(dict.fromkeys(c.name for c in sorted(sides, key=lambda c: c.start))),
        value=scene.money(0, len(scene.text)),
        period=scene.period(clause.start, clause.end, deal.start()),
        note="deal",
    )
