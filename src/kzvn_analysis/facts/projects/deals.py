"""Deals between companies: what a firm of each country signed, code-shares; with them takeovers and contracts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...reading import gated as re
from ..sectors.words import main_sector
from .companies import Company
from .contracts import find_contracts, find_pools
from .legs import names
from .model import Draft, size_cells
from .scene import BOTH, STATUS_OF, Scene
from .takeovers import SIGNED, find_takeovers
from .units import counts

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
        list(find_takeovers(scene))
        or list(find_contracts(scene))
        or list(_code_shares(scene))
        or list(_pacts(scene))
        or list(_jobs(scene))
        or list(find_pools(scene))
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
    if not match:
        return
    airlines = [c for c in scene.companies if c.sector == "aviation"]
    if not airlines or not scene.countries_around >= BOTH or scene.countries - BOTH:
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


# "has been hired to write the ticket system of …", "won the tender to repair …"
_HIRED = re.compile(
    r"\b(?:(?:hired|contracted|picked|chosen|selected|commissioned|appointed|named)(?: as [\w -]{3,30})?|"
    r"(?:won|obtained|received|granted|been granted|secured) (?:the right|an? (?:[\w-]+ )?licen[cs]e|permission)|"
    r"(?:won|awarded|clinched|landed|secured) (?:an?|the|its first) (?:[\w-]+ ){0,3}(?:tender|contract|order|"
    r"bid|job))"
    r" (?:to|for) (?P<what>[^,;.]{8,100})"
)


def _jobs(scene: Scene) -> Iterator[Draft]:
    """The job that a firm of one country has been given in or by the other."""
    match = _HIRED.search(scene.small)
    if not match or not scene.countries >= BOTH or scene.countries - BOTH or not scene.companies:
        return
    what = scene.text[slice(*match.span("what"))]
    words = " ".join(what.split()[:9])
    own = [c.sector for c in scene.companies if c.sector and c.sector not in _AGENCIES]
    yield Draft(
        family="deal",
        at=match.start(),
        title=words,
        sector=main_sector(words) or (own[0] if own else "industry"),
        status="planned",
        places=names([p for p in scene.places if p.start >= match.start("what")]),
        parties=tuple(dict.fromkeys(c.name for c in scene.companies)),
        value=scene.money(0, len(scene.text)),
        period=scene.period(0, len(scene.text), match.start()),
        note="job",
    )


_TO_SIGN = re.compile(
    r"\b(?:will|would|to|intends? to|intended to|plan(?:s|ned)? to|(?:expected|scheduled|due|set|"
    r"about) to) (?:soon )?"
    r"(?:sign|conclude|ink)\b"
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
_MERE_PAPER = re.compile(r"\bmemorand|\bmous?\b|\bco-?operation\b")  # signed, and nothing more undertaken
_PARTS = re.compile(r";|, and (?=[A-ZÀ-ÝĐ])|, while |, as well as ")


def _pair(scene: Scene) -> tuple[re.Match, list[Company], int, int] | None:
    """The one paper of a list that a firm of each country signed, its two firms, and where its words start and end."""
    bounds = [0, *(m.start() for m in _PARTS.finditer(scene.text)), len(scene.text)]
    whole = [(0, len(scene.text))] if scene.small.count("memorand") <= 1 else []
    for start, end in [*pairwise(bounds), *whole]:
        deals = list(_DEAL.finditer(scene.small, start, end))
        here = [c for c in scene.companies if start <= c.start < end]
        if deals and {c.country for c in here} >= BOTH:
            sides = [next(c for c in here if c.country == home) for home in ("VNM", "KAZ")]
            # of several papers the one that stands right before the firms, "a treaty on tax and a deal between A and B"
            deal = next((d for d in reversed(deals) if d.end() <= min(c.start for c in sides)), deals[0])
            return deal, sides, start, end
    return None


def _sector(scene: Scene, words: str, sides: list[Company]) -> str:
    """The sector of what was signed; what two firms of one trade sign is of that trade, unless the words say other."""
    both = sides[0].sector if sides[0].sector == sides[1].sector else None
    told = main_sector(words)
    if both and both not in _AGENCIES and told in _NEAR.get(both, (None, "investment")):
        return both
    return told or _of_whom(scene, words) or sides[0].sector or sides[1].sector or "investment"


_NEAR = {"energy": (None, "investment", "mining", "science"), "mining": (None, "investment", "industry", "science")}
# "a memorandum of cooperation, during a visit to Vietnam by …": no more of the paper
_ASIDE = re.compile(
    r"\b(?:during|in the course of|on the sidelines of|on the occasion of|within the framework of|at) "
)
_GENERAL = re.compile(r"(?i)(?:(?:mutual|strategic|bilateral|academic|educational|scientific) )*co-?operation\b")
_NO_TOPIC = re.compile(
    r"(?i)(?:(?:mutual|strategic|bilateral|academic|educational|scientific) )*"
    r"(?:co-?operation|partnership)(?: in \d{4})?"
)


def _pacts(scene: Scene) -> Iterator[Draft]:
    """What a firm of each country signed: "PetroVietnam and KazMunayGas initialled a deal to …"."""
    if not (SIGNED.search(scene.small) or _LISTED.match(scene.small) or _TO_SIGN.search(scene.small)):
        return
    if not _DEAL.search(scene.small) or not {c.country for c in scene.companies} >= BOTH:
        return
    told = _pair(scene)
    if told is None:
        return
    deal, sides, first, last = told
    clause = scene.clause_at(deal.start())
    if not all(clause.start <= c.start < clause.end or c.start < deal.start() for c in sides):
        return
    if not any(c.listed and c.sector not in ("trade",) for c in sides) and not all(c.listed for c in sides):
        return
    aside = _ASIDE.search(scene.small, deal.end(), last)
    topic = _TOPIC.search(scene.text, deal.end(), aside.start() if aside else last)
    if topic and _KNOWN.match(topic["topic"]):
        return
    words = topic["topic"].split(", ")[0].strip() if topic else ""
    words = " ".join(
        re.split(
            r" (?:and (?:is|are|was|were|will|has|have)|in (?:\d{4}|January|February|March|"
            r"April|May|June|July|August|September|October|November|December)|on (?:\d{1,2} |January|February|March|"
            r"April|May|June|July|August|September|October|November|December)|during|at|as part of|"
            r"within|following|on the sidelines|in order|which|that) ",
            words,
        )[0].split()[:9]
    )
    if _NO_TOPIC.fullmatch(words):
        words = ""
    kind = scene.kind_at(deal.start(), deal.end())
    sectors = {c.sector for c in sides}
    general = not words or _GENERAL.match(words)
    if kind == "negated" or sectors <= {"trade", None} or general and sectors <= {*_AGENCIES, "education"}:
        return  # what universities agree on without saying on what is an agreement of theirs, and no undertaking
    mere_paper = not words and kind not in ("planned", "intended") and not _TO_SIGN.search(scene.small)
    mere_paper = mere_paper and _MERE_PAPER.search(scene.small, max(0, deal.start() - 20), deal.end() + 40)
    load = [scene.size(a) for a in scene.within(scene.amounts, deal.end(), last) if counts(a.what.unit, "weight")]
    yield Draft(
        family="deal",
        at=deal.start(),
        title=words or f"{deal.group()} of {sides[0].name} and {sides[1].name}",
        sector=_sector(scene, words, sides),
        status="proposed" if kind in ("proposed", "wished", "urged") else "done" if mere_paper else "planned",
        places=names([p for p in scene.within(scene.places, 0, last) if topic and p.start >= topic.start()]),
        **size_cells(load[0] if load else None),
        parties=tuple(dict.fromkeys(c.name for c in sorted(sides, key=lambda c: c.start))),
        value=scene.money(first, last) or (None if first else scene.money(0, len(scene.text))),
        period=scene.period(clause.start, clause.end, deal.start()),
        note="deal",
    )
