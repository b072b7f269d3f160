"""Which nouns of a sentence name something that is built, opened or founded."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest

from ...reading import gated as re
from ...reading import lexicon
from ..progress import Clause
from ..termlist import TermList
from .scene import Scene

VAGUE = {"project", "stage", "phase", "site", "plot"}  # only with a sum or a size, and a place or a firm
STRICT = {
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
    "rig",
}
_APPOSED = re.compile(r", an? (?:[\w’'-]+ ){0,3}")
_WHOSE = re.compile(r", (?:an?|the) (?:[\w-]+ ){0,3}\Z")  # "KTZ Express, a subsidiary of KTZ, and …": who it is
# "the project … has entered its second phase": the same thing
_PHASE = re.compile(r"\b(?:its|a|the|their) (?:first|second|third|next|final|new|initial) (?:phase|stage)s?\Z")
_ITEM = re.compile(r", (?:and )?an? ")  # two of them: a list
_OF_WHAT = re.compile(
    r" (?:of|on|for|to (?:build|construct|open|set up|create|organi[sz]e|"
    r"launch))(?: (?:the|an?|its))?(?: (?!and\b)[\w’'-]+){0,3} "
)
_GOING_TO = re.compile(r"\b(?:to|at|from|via|for|through) (?:the )?(?:[A-ZÀ-ÝĐ][\w’'-]* )+\Z")
# "signed in the Burabay resort": where it happened; "invested in the Dung Quat refinery" tells what
_STAYED_IN = re.compile(
    r"(?<!vested)(?<!vest)(?<!vesting)(?<!terested)(?<!ticipate)(?<!ticipating)(?<!ticipation)(?<!stake)(?<!share)"
    r"(?<!shares) in the (?:[A-ZÀ-ÝĐ][\w’'-]* )+\Z"
)
_HELD = re.compile(
    r"\b(?:operator of|stakes? in|shares? (?:in|of)|per ?cent of|% of|owner of) (?:the )?(?:[\w’'-]+ ){0,3}\Z"
)
_OFFERED = re.compile(r"\b(?:offer\w*|propos\w+|invit\w+) [^.;]{0,60}\Z")  # "offered it a share in two blocks"
# "crude oil for the Dung Quat refinery": it stands already.
# "farm produce", "plant quarantine", "hotel manager": the next word is the matter.
_NOT_HEAD = re.compile(
    r" (?:uniforms?|produce|products?|protection|quarantine|varieties|health|growing|workers?|"
    r"managers?|genetics|breeding|patholog\w+|diseases?|species|scien\w+|"
    r"forwarders?|compan(?:y|ies)|carriers?|administrations?|authorit(?:y|ies)|directors?|owners?|students?|"
    r"equipment|"
    r"machinery|beds?|staff|prices?|visits?|tours?|officials?|representatives?|specialists?|systems?|"
    r"sectors?|industr(?:y|ies)|operators?|"
    r"management|services?|rooms|capacity|employees)\b"
)
# "suggested that Hue enterprises join a harbour scheme", "the enterprises joined a forum": who does it
_DOERS = re.compile(r"(?:enterprises|projects)\Z")
_DO = re.compile(
    r" (?:(?:will|have|had|also|then|both|to) )*(?:take|took|taken|participat\w+|invest\w*|join\w*|engag\w+"
    r"|stud(?:y|ied)|explor\w+|enter\w*|expand\w*|cooperat\w+|import\w*|export\w*|buy|bought|work\w*|attend\w*|"
    r"meet|met"
    r"|sign(?:ed)?|visit(?:ed)?|discuss\w*|show(?:ed|n)?|express\w*|sent|brought|present(?:ed)?|introduced)\b"
)
_LET_DO = re.compile(
    r"\b(?:participation|presence|visits?|access|delegations?|entry|support) (?:of|for|by) [^,;.]*\Z"
)
# "noted the possibilities of the Aktau terminal": it stands already
_WHAT_IT_OFFERS = re.compile(
    r"\b(?:possibilities|potential|capacit(?:y|ies)|capabilities|advantages|opportunities|services) of the "
    r"(?:[A-ZÀ-ÝĐ][\w’'-]* )+\Z"
)
# "a workshop of the embassy on how to …": people talk there
_IS_TALK = re.compile(
    r"s? (?:on|about|how|titled|entitled|themed|dedicated"
    r"|of (?:the )?[\w' -]{0,40}(?:embassy|chamber|ministry|association))\b"
)
_DESK = re.compile(
    r"\b(?:back|front|press|information|media|head|post|ticket|box|home|prosecutor'?s?|president'?s?|minister'?s?) \Z"
)


def plant_nouns(scene: Scene) -> list[tuple[int, int, tuple[str, str]]]:
    """The nouns of the sentence that may each name an undertaking, with family and sector.

    Not those in names, not "farm produce", and of "a project of a dairy complex" or "a mill, a joint venture
    with …" only the one that says what it is.
    """
    nouns = [
        n
        for n in _nouns().find(scene.small)
        if not _is_name(scene, *n[:2])
        and not _NOT_HEAD.match(scene.small, n[1])
        and not scene.small.endswith("co-", 0, n[0])
        and not (scene.small.startswith(("subsidiary", "branch", "unit"), n[0]) and _tells_whose(scene, *n[:2]))
        and not (_DOERS.search(scene.small, n[0], n[1]) and _is_doer(scene, *n[:2]))
        and not _is_a_city(scene, *n[:2])
        and not (scene.small.startswith("project", n[0]) and _is_count(scene, n[0]))
        and not (scene.small.startswith("joint venture", n[0]) and _is_tally(scene, *n[:2]))
        and not (scene.small.startswith("joint venture", n[0]) and _is_of_others(scene, n[1]))
        and not _ABROAD.match(scene.small, n[1])
        and not _WHAT_IT_OFFERS.search(scene.text, max(0, n[0] - 80), n[0])
        and not (scene.small.startswith("workshop", n[0]) and _IS_TALK.match(scene.small, n[1]))
        and not (scene.small.startswith("office", n[0]) and _DESK.search(scene.small, max(0, n[0] - 14), n[0]))
    ]
    if not nouns:
        return []
    nouns = [
        n for n, after in zip_longest(nouns, nouns[1:]) if not (after and after[0] - n[1] == 1)
    ]  # "production plant"
    nouns = [n for i, n in enumerate(nouns) if not (i and _PHASE.search(scene.small, max(0, n[0] - 12), n[1]))]
    nouns = [n for i, n in enumerate(nouns) if not (i and scene.small.startswith("tours ", nouns[0][0]))]
    nouns = [n for n, after in zip_longest(nouns, nouns[1:]) if not _made_plain(scene, n, after)]
    nouns = [n for n, after in zip_longest(nouns, nouns[1:]) if not (after and _builds(scene, *n[:2]))]
    return [n for before, n in zip([None, *nouns], nouns, strict=False) if not _follows_plainly(scene, n, before)]


def _is_doer(scene: Scene, start: int, end: int) -> bool:
    """Whether enterprises do something or are let do it, and nobody builds them."""
    if scene.small.startswith("enterprise", start) and not _FOUNDED.search(scene.small, max(0, start - 60), start):
        return True
    return bool(_DO.match(scene.small, end) or _LET_DO.search(scene.small, max(0, start - 50), start))


_FOUNDED = re.compile(
    r"\b(?:buil[dt]\w*|creat\w+|establish\w*|set(?:ting)? up|construct\w*|open\w*|launch\w*|joint|found(?:ing|ed)) "
    r"(?:[\w’'-]+ ){0,4}\Z"
)


def _is_a_city(scene: Scene, start: int, end: int) -> bool:
    """Whether a centre is what a city is said to be: "Almaty is the largest trade centre of Kazakhstan"."""
    if not scene.small.endswith(("centre", "center", "hub"), start, end):
        return False
    whose = _OF_A_LAND.match(scene.small, end) or _ITS_HEART.search(scene.small, max(0, start - 60), start)
    return bool(whose) or bool(_IS_THE.search(scene.small, max(0, start - 60), start))


_OF_A_LAND = re.compile(r" of (?:kazakhstan|viet ?nam|the (?:country|region|republic|north|south)|central asia)\b")
_ITS_HEART = re.compile(
    r"\b(?:kazakhstan|vi[eệ]t ?nam|country|region|nation|area)['’]s (?:largest |main |leading |biggest )?"
    r"(?:business|commercial|economic|financial|industrial|cultural|tourism|tourist|trading|trade) \Z"
)
_IS_THE = re.compile(r"\b(?:is|are|was|as|becom(?:e|es|ing)|became|remains?) (?:the|an?) (?:[\w-]+,? ){0,5}\Z")


def _is_count(scene: Scene, start: int) -> bool:
    """Whether projects are counted, and no sum tells more of them: "had over 130 foreign-invested projects"."""
    return bool(_SO_MANY.search(scene.small, max(0, start - 40), start)) and not any(
        a.what.unit == "USD" and a.start > start for a in scene.amounts
    )


def _is_tally(scene: Scene, start: int, end: int) -> bool:
    """Whether ventures are counted: "seven joint ventures with Vietnamese capital", "140 firms and joint ventures"."""
    if _AND_FIRMS.search(scene.small, max(0, start - 60), start):
        return True
    return bool(_TALLY.match(scene.small, end)) and bool(_NUMBERED.search(scene.small, max(0, start - 20), start))


def _builds(scene: Scene, start: int, end: int) -> bool:
    """Whether a venture is who builds what follows: "a joint venture is building a rice mill"."""
    return scene.small.startswith("joint", start) and bool(_IT_BUILDS.match(scene.text, end))


_IT_BUILDS = re.compile(
    r"(?: [A-ZÀ-ÝĐ][\w&’'-]*){0,3}(?:, [^,;]{2,50},)? (?:(?:is|has|have|will|also|now|already|plans|intends|to|been) )*"
    r"(?:built|build(?:s|ing)?|open(?:ed|s|ing)?|launch(?:ed|es|ing)?|put into|start(?:ed|s|ing)?|"
    r"construct(?:ed|s|ing)?|commission(?:ed|ing)|inaugurated) "
)


def _is_of_others(scene: Scene, end: int) -> bool:
    """Whether a venture is a third country's: "a joint venture between Thailand's … and …"."""
    between = _BETWEEN.match(scene.small, end)
    return bool(between) and any(
        p.country not in (None, "KAZ", "VNM") and p.start == scene.sentence.start + between.end()
        for p in scene.reading.within(scene.reading.places, scene.sentence)
    )


_BETWEEN = re.compile(r"s? (?:between|of) (?:the )?")
_AND_FIRMS = re.compile(r"\b\d[\d,]* (?:[\w-]+ ){0,2}(?:companies|firms|enterprises|businesses) and \Z")
# "21 representative offices across six countries": not between the two
_ABROAD = re.compile(
    r"s? (?:across|in|around|throughout) "
    r"(?:(?:[3-9]|\d\d+|three|four|five|six|seven|eight|nine|ten|several|many) (?:foreign |other )?"
    r"(?:countries|nations|states)|the world)\b"
)
_TALLY = re.compile(r"[^.;,]{0,40}\b(?:capital|participation|investments?)\b")
_NUMBERED = re.compile(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|some) \Z")
_SO_MANY = re.compile(
    r"(?<![$€.,])\b(?:[2-9]|\d[\d,.]*\d|dozens of|hundreds of|many) (?!billion|million|bn|mln)(?:[\w-]+ ){0,2}\Z"
)


_DOES = re.compile(r"(?: \([^)]*\))?,? (?:has|had|have|will|would|is|was|plans?|intends?|began|signed|wants?|said)\b")


def _tells_whose(scene: Scene, start: int, end: int) -> bool:
    """Whether "a subsidiary of …" only says to whom the firm named right before belongs."""
    if scene.small.startswith(" of ", end) and any(
        c.start - end < 16 and _DOES.match(scene.small, c.end) for c in scene.companies if c.start > end
    ):
        return True  # "a subsidiary of Song Da has begun talks"
    apposed = _WHOSE.search(scene.small, max(0, start - 40), start)
    return bool(apposed) and scene.small.startswith(" of ", end) and any(
        c.end == apposed.start() for c in scene.companies
    )


def is_list(scene: Scene, clause: Clause) -> bool:
    """Whether a clause lists things: "a sugar factory, a greenhouse, a juice plant"."""
    return len(_ITEM.findall(scene.small, clause.start, clause.end)) >= 2


def phrase_start(scene: Scene, start: int, noun: int) -> int:
    """Where the words of the next noun begin: after the last "and" or comma before it."""
    joins = [m.start() for m in re.finditer(r",? and |, ", scene.small[start:noun])]
    return start + joins[-1] if joins else noun


def _made_plain(scene: Scene, noun: tuple, following: tuple | None) -> bool:
    """Whether the next noun only says what this general one is: "a project of a dairy complex"."""
    if following is None or not _OF_WHAT.fullmatch(scene.small, noun[1], following[0]):
        return False
    plain = VAGUE | {"localization", "localisation", "production", "enterprise", "workshop"}
    follows = scene.small[following[0] : following[1]].rstrip("s")
    return scene.small[noun[0] : noun[1]].rstrip("s") in plain and follows not in plain


def _follows_plainly(scene: Scene, noun: tuple, earlier: tuple | None) -> bool:
    """Whether a noun only says what the one before it is: "a plant for the production of panels", "a mill, a
    joint venture with …".
    """
    if earlier and scene.small[earlier[1] : noun[0]] == " and ":
        return True  # "a showroom and warehouse": one thing
    if earlier and _APPOSED.fullmatch(scene.small, earlier[1], noun[0]):
        return not is_list(scene, scene.clause_at(earlier[0]))
    if earlier is None or not _OF_WHAT.fullmatch(scene.small, earlier[1], noun[0]):
        return False
    return scene.small[noun[0] : noun[1]].rstrip("s") in STRICT or scene.small.endswith(
        ("exploration", "survey", "prospecting", "drilling"), earlier[0], earlier[1]
    )  # "the exploration of two oil blocks"


def _is_name(scene: Scene, start: int, end: int) -> bool:
    """Whether the noun belongs to the name of a company, a place or a house, or shares in it are held."""
    if any(c.start <= start and end <= c.end for c in scene.companies):
        return True
    if any(p.start <= start and end <= p.end for p in scene.places):
        return True
    if start and scene.text[max(start, scene.text.rfind(" ", start, end) + 1)].isupper():
        named_work = _WORK_ON.search(scene.text, max(0, start - 60), start)
        return not (named_work or _NAMED_AND_OPENED.match(scene.text, end))
    if _GOING_TO.search(scene.text, max(0, start - 50), start):
        return True
    if _STAYED_IN.search(scene.text, max(0, start - 50), start):
        return True
    held = _HELD.search(scene.small, max(0, start - 60), start)
    return bool(held) and not _OFFERED.search(scene.small, 0, held.start())


_WORK_ON = re.compile(
    r"(?i:\b(?:construction|building|opening|inauguration) of) (?:the |an? )?(?:[A-ZÀ-ÝĐ][\w-]+ )*\Z"
)
# "the School of Design that the university opened lately", "the Tien Shan Hotel was opened in Hue"
_NAMED_AND_OPENED = re.compile(
    r"(?: of [A-ZÀ-ÝĐ][\w-]+(?: [A-ZÀ-ÝĐ][\w-]+)*)?(?: in [A-ZÀ-ÝĐ]\w+)?"
    r"(?:,? (?:that|which) [^,.;]{0,60}?| (?:was|were|has been|has) (?:officially )?)"
    r"\b(?:opened|inaugurated|set up|founded|launched)\b"
)


@cache
def _nouns() -> TermList[tuple[str, str]]:
    rows = lexicon.rows("project_nouns.tsv", "kzvn_analysis.facts")
    return TermList((noun.strip(), (family, sector)) for family, sector, nouns in rows for noun in nouns.split("|"))
