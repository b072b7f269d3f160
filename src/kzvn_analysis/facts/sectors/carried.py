"""What the other tables' facts of a clipping say of its sectors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...reading import Reading
from ...reading import gated as re
from ..base import Fact
from .words import sector_words

_RUNNING = re.compile(
    r"(?i)\b(?:in (?:force|effect|operation)|took effect|(?:came|entered|come) into (?:force|effect)|(?:is"
    r"|are) (?:being )?(?:\w+ly )?implement(?:ed|ing)|been (?:\w+ly )?implemented|implemented effectively)\b"
)
_CENTRE = re.compile(
    r"(?i)\b(?:centre|center|institute|faculty|department|school|laborator\w+|consulate|embassy|house)\b"
)
_INVESTED = ("plant", "firm", "takeover")
_OFFICE = re.compile(r"\b(?:office|branch|store|shop|showroom)\b")
_STAKE = re.compile(r"\b(?:stakes?|shares?|purchase|acquisition|takeover)\b")
_ONLY_ASKED = re.compile(r"\b(?:invit|propos|suggest|ask|urg|encourag)\w*|\bagreed to study\b|\bflights?\b")
_USED = re.compile(r"\b(?:lease|rent|joint use|shared use)\b")  # no money is put into what is only used
_SEARCH = re.compile(r"\b(?:exploration|survey|prospecting|drilling|monument|bust|statue|memorial|museum)\b")
_BEING_BUILT = re.compile(
    r"\b(?:under construction|underway|(?:is|are) (?:being )?(?:build|built|construct|complet)\w*|(?:has|have) (?:begun"
    r"|started) \w+ing|broke ground)\b"
)
# what a project is of where nothing better is known: here its own words must show it
_BY_DEFAULT = ("trade", "labour", "transport")
_MORE = re.compile(
    r"\b(?:add(?:s|ed|ing)? (?:an? )?(?:second|third|fourth|fifth|additional|extra|more)"
    r"|increas\w+ (?:the )?(?:frequency|number)|(?:frequency|number) [^.;]{0,60}(?:increased|raised|doubled)"
    r"|rais\w+ the frequency|more flights|additional flights)\b"
)
_FIELDS_OF_KIND = {"twinning": "regions", "visa": "tourism"}
_WITHOUT_FIELD = {"relations", "partnership", "award"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """That a stretch of the text shows a sector at a stage."""

    start: int
    end: int
    sector: str
    stage: str
    rule: str


def carried(reading: Reading, facts: dict[str, list[Fact]]) -> Iterator[Evidence]:
    """Yield what trade figures, projects and agreements show."""
    for fact in facts.get("trade", ()):
        stage = "operating" if fact.status == "reported" else "proposed"
        yield Evidence(fact.start, fact.end, "trade", stage, "trade-figure")
    for fact in facts.get("projects", ()):
        yield from _of_project(fact)
    for fact in facts.get("agreements", ()):
        yield from _of_agreement(reading, fact)


_PROJECT_STAGES = {"operating": "operating", "done": "operating", "planned": "agreed", "proposed": "proposed"}


def _of_project(fact: Fact) -> Iterator[Evidence]:
    stage = _PROJECT_STAGES[fact.status]
    if fact.rule.endswith("-intended"):  # one side means to: no decision of both
        stage = min(stage, "proposed", key=("mentioned", "proposed", "agreed", "operating").index)
    elif fact.rule.endswith("-contract"):  # signed, not yet delivered
        stage = min(stage, "agreed", key=("mentioned", "proposed", "agreed", "operating").index)
    if fact.rule.startswith("flight") and stage == "agreed" and _MORE.search(fact.quote):
        stage = "operating"  # where a third weekly flight is added, two are flown
    doubtful = fact.sector in _BY_DEFAULT or fact.sector == "industry" and _OFFICE.search(fact.title)
    if not doubtful or any(w.sector == fact.sector for w in sector_words(fact.quote)):
        yield Evidence(fact.start, fact.end, fact.sector, stage, "project")
    if (
        fact.rule.startswith(_INVESTED)
        and fact.sector != "trade"
        # who is paid for works puts no money in, nor does who is only asked to
        and (_STAKE.search(fact.title) or not fact.rule.endswith("-contract"))
        and (stage != "proposed" or fact.value_usd or not _ONLY_ASKED.search(fact.quote))
        and (fact.value_usd or not _SEARCH.search(fact.title))
        and (fact.value_usd or fact.parties and not _OFFICE.search(fact.title) and not _USED.search(fact.quote))
    ):
        if stage == "agreed" and _BEING_BUILT.search(fact.quote):  # the money is already at work
            stage = "operating"
        yield Evidence(fact.start, fact.end, "investment", stage, "project")


def _of_agreement(reading: Reading, fact: Fact) -> Iterator[Evidence]:
    if fact.kind in _WITHOUT_FIELD:
        return
    if fact.kind in _FIELDS_OF_KIND:
        sectors = [_FIELDS_OF_KIND[fact.kind]]
        if fact.kind == "visa" and re.search(r"(?i)\b(?:diplomatic|official|service)\b", fact.title):
            return
    else:
        words = sector_words(fact.title) or sector_words(fact.title, names=False)
        if fact.kind == "body" and re.search(
            r"(?i)\b(?:inter-?governmental|commission|committee on (?:trade|economic)|embassy|consulate)\b",
            fact.title,
        ):
            return
        sectors = list(dict.fromkeys(w.sector for w in words if w.kind != "goods"))
    for sector in sectors:
        yield Evidence(fact.start, fact.end, sector, _stage(reading, fact), "agreement")


def _stage(reading: Reading, fact: Fact) -> str:
    if fact.status == "proposed":
        return "proposed"
    if fact.kind == "twinning":
        return "agreed"
    if fact.rule == "visa-in-force":
        return "operating"
    if fact.in_force:
        day = reading.published.edtf
        later = day is not None and fact.in_force[: len(day)] > day[: len(fact.in_force)]
        return "agreed" if later else "operating"
    if fact.kind == "body":
        return "operating" if _CENTRE.search(fact.title) else "agreed"
    return "operating" if _RUNNING.search(fact.quote) else "agreed"
