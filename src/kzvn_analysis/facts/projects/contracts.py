"""Contracts and projects that are only counted, with their sum: "contracts for $41 million", "38 joint projects"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...reading import gated as re
from ..sectors.words import main_sector
from .model import Draft, size_cells
from .phrase import with_topic
from .scene import BOTH, Scene

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


def _matter(scene: Scene, match: re.Match, served: re.Match | None) -> str:
    """The words that tell what the contracts are about; of one contract the whole clause tells it."""
    if served:
        return served.group()
    if match["about"].strip() or match["noun"].endswith(("s", "a")):
        return match["about"]
    clause = scene.clause_at(match.start())
    return scene.text[clause.start : clause.end]


_SERVED = re.compile(r"\b(?:provid|render|suppl|deliver|offer)\w* (?:[\w-]+ ){0,4}services?\b")


def find_contracts(scene: Scene) -> Iterator[Draft]:
    """Contracts with a sum, of many firms: "preliminary contracts for $41.5 million"."""
    for amount in scene.amounts:
        if amount.what.unit != "USD":
            continue
        match = _CONTRACTS.search(scene.small, max(0, amount.start - 220), amount.start)
        match = match or _WORTH_CONTRACTS.match(scene.small, amount.end)
        if not match or match["about"].count("agreement") or _VALUE_OF_TRADE.search(match["about"]):
            continue
        if not _with_both(scene):
            continue
        kind = scene.kind_at(match.start(), match.start("about"))
        if kind in ("proposed", "wished", "urged", "believed", "negated"):
            continue
        clause = scene.clause_at(match.start())
        served = _SERVED.search(scene.small, clause.start, match.start()) if kind == "running" else None
        yield Draft(
            family="contracts",
            at=match.start(),
            title=with_topic(scene.text, match["noun"], match.start("about"), amount.start),
            sector=main_sector(_matter(scene, match, served), "trade") or "trade",
            status="operating"
            if served
            else "planned"
            if "prelimin" in scene.small or kind in ("planned", "intended") else "done",
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


def find_pools(scene: Scene) -> Iterator[Draft]:
    """Projects that are only counted, with their sum: "are implementing 38 projects worth $2.2 billion"."""
    for count, amount in pairwise(scene.amounts):
        if (
            count.what.unit != "projects"
            or amount.what.unit != "USD"
            or not _with_both(scene)
        ):
            continue
        there = _THERE.match(scene.text, count.end) or _THERE.match(scene.text, amount.end)
        if not (there or _TOGETHER.search(scene.small)):
            continue
        if not _POOL.search(scene.small, max(0, count.end - 40), amount.start):
            continue
        kind = scene.kind_at(count.start, count.end)
        if kind in ("proposed", "wished", "urged", "believed", "negated"):
            continue
        yield Draft(
            family="pool",
            at=count.start,
            title=f"{count.what.value:g} " + (f"investment projects in {there[1]}" if there else "joint projects"),
            sector="investment",
            places=(there[1],) if there else (),
            status="planned" if kind in ("planned", "intended", "agreed") else "operating",
            value=amount.what.value,
            **size_cells(count.what),
            note="pool",
        )
        return


# "Kazakhstan had four projects in Vietnam with a registered capital of $2 million"
_THERE = re.compile(r"(?: (?:currently )?valid| in force| underway)? in (Kazakhstan|Vi[eệ]t ?[Nn]am)\b")
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
    r"|\bsigned (?:at|during|in the course of|on the sidelines of) the (?:business )?(?:forum|meeting|event)\b"
)
