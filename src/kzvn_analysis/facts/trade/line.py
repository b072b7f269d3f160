"""A sentence with everything in it that trade figures are read from, in one place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...reading import Amount, DateMention, PlaceMention, Reading, Sentence
from ..termlist import lower
from .vocabulary import BLOCKERS, DIRECTION, FLOWS, REACHED

PAIR = ("KAZ", "VNM")
CAPITALS = frozenset({"Astana", "Hanoi", "Nur-Sultan"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that figures belong to.

    `kind` is ``flow``, ``block`` (investment, a commodity, another country's trade) or ``pronoun``
    ("it", "the figure").  `form` is as in ``trade_flows.tsv``.
    """

    start: int
    end: int
    kind: str
    flow: str | None = None
    form: str = "noun"


@dataclass(slots=True)
class Line:
    """A sentence, its amounts, dates and places, and its marks; every offset counts in the article's text."""

    sentence: Sentence
    text: str
    low: str
    amounts: Sequence[Amount]
    dates: Sequence[DateMention]
    places: Sequence[PlaceMention]
    marks: list[Mark] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.sentence.start

    @property
    def end(self) -> int:
        return self.sentence.end

    @property
    def flows(self) -> list[Mark]:
        return [m for m in self.marks if m.kind == "flow"]

    def next_mark(self, position: int) -> int:
        """Where the next flow or blocking mark after `position` begins; the line's end if there is none."""
        return next((m.start for m in self.marks if m.start >= position and m.kind != "pronoun"), self.end)


def read_line(reading: Reading, lowered: str, sentence: Sentence) -> Line:
    """The sentence with its raw marks; whether each flow is the two countries' own is not judged yet."""
    line = Line(
        sentence,
        reading.text,
        lowered,
        Reading.within(reading.amounts, sentence),
        Reading.within(reading.dates, sentence),
        Reading.within(reading.places, sentence),
    )
    flows = [
        Mark(a, b, "flow", flow, form) for a, b, (flow, form) in FLOWS.find(lowered, line.start, line.end)
    ]
    line.marks = sorted([*flows, *_blocks(line, flows), *_pronouns(line)], key=lambda m: (m.start, m.end))
    return line


def resolve_pronouns(line: Line) -> None:
    """Let "it" and "the figure" stand for the mark before them in the same sentence, if there is one."""
    marks: list[Mark] = []
    for mark in line.marks:
        if mark.kind == "pronoun" and marks and marks[-1].kind != "pronoun":
            mark = Mark(mark.start, mark.end, marks[-1].kind, marks[-1].flow)
        marks.append(mark)
    line.marks = marks


def country(place: PlaceMention) -> str:
    """Whom a place stands for beside a trade word: a country's code, ``bloc`` or ``region``."""
    if place.kind in ("country", "adjective") or place.name in CAPITALS:
        return place.country or "bloc"
    return "bloc" if place.kind == "bloc" else "region"


def _blocks(line: Line, flows: Sequence[Mark]) -> list[Mark]:
    found = BLOCKERS.find(line.low, line.start, line.end)
    return [Mark(a, b, "block") for a, b, _ in found if not any(m.start < b and a < m.end for m in flows)]


_NOUN = r"(?:figures?|indicators?|number|volumes?|amount|value|total|level|sum)"
_PRONOUN = re.compile(
    rf"\b(?:(?:the|this|that)\s+(?:(?:total|overall|annual|corresponding|current|yearly|latest)\s+)?{_NOUN}"
    rf"|(?:last|this|that|the\s+previous)\s+year['’]s\s+(?:figure|total|volume|result|level))"
    r"(?=\s*[,:(–—]|\s+(?:to|at|by|in|for|had|has|was|is|will|would|could|should|may|might|then|also|already|again|[a-z]+ed"
    r"|rose|grew|fell|hit|made|stood|stands|came|comes|went|reach|climb|exceed|up|down)\b)"
    r"|(?:\A|(?<=\d)\s+|[,;:—–(“\"]\s*|\b(?:and|but|while|when|then|that|as)\s+|(?<=\A))(?P<it>it|they)\s+"
    r"(?:(?:has|had|have|then|also|already|only|even|again|could|should|would|will|may|might|still|now)\s+){0,2}(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
# "2.4 times the figure for 2020" compares; the figure is no subject there.
_OBJECT = re.compile(r"\b(?:times|fold|of|than|above|below|over|twice|double|exceed\w*|from|with|against|on)\s+\Z")
_VERBS = frozenset(
    "reach reached hit amount amounted total totalled totaled stand stood come came exceed exceeded surpass surpassed "
    "top topped make made equal equalled equaled approach approached went go goes has stands".split()
) | frozenset(w for w in DIRECTION if " " not in w)


def _pronouns(line: Line) -> list[Mark]:
    out = []
    part = line.low[line.start : line.end]
    for match in _PRONOUN.finditer(part):
        if match["it"]:
            if match["verb"] in _VERBS:
                out.append(Mark(line.start + match.start("it"), line.start + match.end("it"), "pronoun"))
        elif not _OBJECT.search(part, 0, match.start()):
            out.append(Mark(line.start + match.start(), line.start + match.end(), "pronoun"))
    return out


def reached_at(line: Line, start: int, end: int) -> int:
    """Where the last word that reports a figure ends in ``[start, end)``; -1 if there is none."""
    found = REACHED.find(line.low, start, end)
    return found[-1][1] if found else -1
