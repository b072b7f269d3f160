"""Tell what a sentence shows of countries: by places, by their institutions and companies, by people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .fold import fold
from .lexicon import alternation, rows, words
from .model import PlaceMention, Sentence

PAIR = ("KAZ", "VNM")
# Parts of the world: to lie in one is no bond with it.
_REGIONS = frozenset(("Asia", "Central Asia", "Southeast Asia", "Europe", "Eurasia", "Africa", "Middle East", "Latin America"))
_TOGETHER = re.compile(
    r"\b(?:(?:the\s+|our\s+|their\s+|these\s+)?two\s+(?:sides|countries|nations|parties|leaders|presidents|governments|peoples|states|ministers|"
    r"ministries|economies|prime\s+ministers|foreign\s+ministers|parliaments|legislatures|localities|cities|provinces)|both\s+(?:sides|countries"
    r"|nations|parties|leaders|presidents|governments|peoples|ministers)|bilateral|the\s+(?:sides|parties|interlocutors)|each\s+other"
    r"|(?:Kazakh|Kazakhstani|Vietnamese)\s+(?:side|counterpart|colleague|partners))\b",
    re.I,
)
_JOURNEY = re.compile(r"\b(?:visit(?:s|ed|ing)?|trips?|tour(?:s|ing)?|left|leav(?:e|es|ing)|depart\w*|arriv\w*|travel\w*)\b", re.I)
_PASSING = re.compile(r"\b(?:including|such\s+as|like|among\s+(?:them|others)|as\s+well\s+as|along\s+with|alongside|via|through)\b[^.;]*$", re.I)


@dataclass(frozen=True, slots=True)
class View:
    """What a sentence shows.

    `pair` holds which of the two countries it shows, `thirds` the other countries, `blocs` the unions and
    bodies; `together` whether it speaks of "the two countries"; `related` whether a word ties them,
    `elsewhere` whether it ties one of them to a third instead; `journey` whether somebody travels.
    """

    sentence: Sentence
    pair: frozenset[str]
    named: frozenset[str]
    thirds: frozenset[str]
    blocs: frozenset[str]
    together: bool
    related: bool
    elsewhere: bool
    journey: bool

    @property
    def both(self) -> bool:
        return len(self.pair) == 2

    @property
    def linked(self) -> bool:
        """Whether it ties the two countries to one another and to no third."""
        return self.both and self.related and not self.thirds


def view(sentence: Sentence, places: Sequence[PlaceMention]) -> View:
    """What `sentence` shows; `places` are those that stand in it."""
    codes = {p.country for p in places if p.country}
    named = frozenset(codes.intersection(PAIR))
    folded = fold(sentence.text).text
    pair = named | {_marks()[1][mark] for mark in _marks()[0].findall(folded)}
    if "VNM" not in pair and _vietnamese_name().search(folded):
        pair |= {"VNM"}
    thirds = frozenset(codes.difference(PAIR, ("SUN",)))
    blocs = frozenset(p.name for p in places if p.kind == "bloc" and p.name not in _REGIONS)
    together = bool(_TOGETHER.search(folded))
    return View(
        sentence, frozenset(pair), named, thirds, blocs, together, bool(_relation().search(folded)),
        not together and _elsewhere(sentence, places, pair), bool(_JOURNEY.search(folded)),
    )  # fmt: skip


# "Kazakhstan and China", "Vietnam's trade with Russia", "the EU-Vietnam agreement": what may stand between the two names.
_TIE = re.compile(
    r"\s*(?:['’]s)?\s*(?:[-–—/]|and|with|&)\s*(?:the\s+)?|\s*(?:['’]s)?(?:\s+[\w-]+){0,4}?\s+(?:trade|exports?|imports?|shipments?|sales|ties|relations"
    r"|cooperation|partnership|agreement|treaty|pact|talks|turnover|border|purchases)(?:\s+[\w-]+){0,3}?\s+(?:with|to|from|between|of)\s+(?:the\s+)?",
    re.I,
)


def _elsewhere(sentence: Sentence, places: Sequence[PlaceMention], pair: set[str] | frozenset[str]) -> bool:
    """Whether a sentence ties one of the two, or nobody of them, to a third country or bloc."""
    if len(pair) == 2:
        return False
    for left, right in zip(places, places[1:], strict=False):
        codes = {left.country or left.name, right.country or right.name}
        if len(codes) < 2 or codes & _REGIONS or (pair and not codes & set(PAIR)):
            continue
        between = sentence.text[left.end - sentence.start : right.start - sentence.start]
        if _TIE.fullmatch(between):
            return True
    return False


def is_passing(view_: View, places: Sequence[PlaceMention]) -> bool:
    """Whether a country of the pair is named only as an example or a stop on the way."""
    for place in places:
        if place.country in PAIR and _PASSING.search(view_.sentence.text[: place.start - view_.sentence.start]):
            return True
    return False


@cache
def _marks() -> tuple[re.Pattern, dict[str, str]]:
    known = {fold(row[0]).text: row[1] for row in rows("country_marks.tsv")}
    for row in rows("holders.tsv"):
        if row[1] in PAIR:
            others = row[5].split("|") if len(row) > 5 else ()
            for name in (row[0], *others):
                known.setdefault(fold(name.strip()).text, row[1])
    known = {name: code for name, code in known.items() if len(name) > 2}
    pattern = "|".join(re.escape(name) for name in sorted(known, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)"), known


@cache
def _relation() -> re.Pattern:
    return re.compile(rf"\b{alternation(words('relation_words.txt'))}", re.I)


@cache
def _vietnamese_name() -> re.Pattern:
    """A family name and two or three more short words: "Nguyen Hong Dien"."""
    families = alternation(fold(name).text for name in words("family_names_vi.txt") if len(name) > 1)
    return re.compile(rf"(?<![\w-])(?!Ho\s+Chi\s+Minh\s+City){families}(?:\s+[A-Z][a-z]{{1,6}}){{2,3}}(?![\w'-])")
