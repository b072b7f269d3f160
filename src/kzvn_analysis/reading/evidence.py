"""Tell what a sentence shows of countries: by places, by their institutions and companies, by people."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from . import gated as re
from . import links
from .fold import fold
from .gazetteer import gazetteer
from .lexicon import alternation, rows, words
from .links import OF_OLD, PAIR, REGIONS
from .model import PlaceMention, Sentence
from .names import Names, words_of

_PARTIES = (
    r"(?:sides|countries|nations|parties|leaders|presidents|governments|peoples|states|ministers|ministries|economies|officials"
    r"|prime\s+ministers|foreign\s+ministers|parliaments|legislatures|localities|cities|provinces)"
)
_TOGETHER = re.compile(
    rf"\b(?:two\s+{_PARTIES}|both\s+{_PARTIES}|bilateral|the\s+(?:sides|parties|interlocutors)|each\s+other"
    r"|(?:kazakh|kazakhstani|vietnamese)\s+(?:side|counterpart|colleague|partners))\b",
    re.I,
)
_PASSING = re.compile(
    r"\b(?:including|such\s+as|like|among\s+(?:them|others)|as\s+well\s+as|along\s+with|alongside|via|through)\b[^.;]*$",
    re.I,
)
_MEETING = re.compile(
    r"\b(?:meet|meets|met|meetings?|receiv(?:e|es|ed|ing)|talks?|talked|talking|held\s+discussions|host(?:s|ed|ing)|welcom(?:es|ed|ing)"
    r"|reception|conversation|spoke\s+(?:with|to))\b",
    re.I,
)
_TALKED = re.compile(r"\b(?:discuss\w*|sign(?:s|ed)|agreed|bilateral|sidelines?|margins)\b", re.I)
_LARGE = re.compile(r"[A-Z][a-z]*")
_THREE_NAMES = re.compile(r"(?<![\w-])([A-Z][a-z]{0,6})(?:\s+[A-Z][a-z]{1,6}){2,3}(?![\w'-])")


@dataclass(frozen=True, slots=True)
class View:
    """What a sentence shows.

    `pair` holds which of the two countries it shows, `thirds` the other countries, `blocs` the unions and
    bodies; `together` is whether it speaks of "the two countries"; `related` whether a word in it ties
    countries to one another, `journey` whichever of the two is one of several countries to which somebody of the
    other goes or whose people he meets, `elsewhere` whether it ties one of the two to a third instead, `paired`
    whether one item of its list joins a place of the one to a place of the other.
    """

    sentence: Sentence
    pair: frozenset[str]
    thirds: frozenset[str]
    blocs: frozenset[str]
    together: bool
    related: bool
    journey: str
    elsewhere: bool
    apart: bool = False
    meeting: bool = False
    paired: bool = False

    @property
    def both(self) -> bool:
        return len(self.pair) == 2

    @property
    def linked(self) -> bool:
        """Whether it ties the two countries to one another and to no third."""
        return self.both and self.related and not self.thirds and not self.apart


def may_tie(text: str, home: str | None = None) -> bool:
    """Whether both countries may be shown somewhere in `text`; where not, none of its sentences ties them.

    Most news is told apart by its words alone, long before it is parted into sentences and its places are found.
    """
    folded = fold(text).text
    return all(
        code == home
        or any(names.may_stand_in(folded) for names in _signs()[code])
        or (code == "VNM" and any(_of_family(name).search(folded) for name in words_of(folded) & _families()))
        for code in PAIR
    )


def view(sentence: Sentence, places: Sequence[PlaceMention]) -> View:
    """What `sentence` shows; `places` are those that stand in it."""
    text = fold(sentence.text).text
    pair = {p.country for p in places}.intersection(PAIR)
    pair |= _shown(text, pair)
    both = len(pair) == 2
    together = bool(_TOGETHER.search(text))
    meeting = bool(_MEETING.search(text))
    met = both and (meeting or _TALKED.search(text))
    thirds = {
        p.country
        for p in places
        if p.country not in (*PAIR, *OF_OLD, None)
        and not (met and links.is_venue(sentence, p))
        and not (both and links.is_way(sentence, p))
    }
    return View(
        sentence,
        frozenset(pair),
        frozenset(thirds),
        frozenset(p.name for p in places if p.kind == "bloc" and p.name not in REGIONS),
        together,
        related=bool(pair) and (bool(_relation().search(text)) or both and links.is_there(sentence, places)),
        journey=links.gone_to(sentence, places) if both else "",
        elsewhere=not both
        and not together
        and (links.is_elsewhere(sentence, places, pair) or links.opens_abroad(sentence, places, pair)),
        apart=both and links.is_apart(places),
        meeting=meeting,
        paired=both and links.is_paired(sentence, places),
    )


def _shown(text: str, known: Collection[str]) -> set[str]:
    """Which of the two countries folded `text` shows by more than places, as far as they are not `known`."""
    shown: set[str] = set()
    if not {*known}.issuperset(PAIR):
        shown = {code for _, _, code in _marks().find(text)}
    if not {"VNM"} & {*known, *shown} and not _families().isdisjoint(_LARGE.findall(text)):
        shown.update("VNM" for name in _THREE_NAMES.finditer(text) if name[1] in _families())
    return shown


def is_passing(sentence: Sentence, places: Sequence[PlaceMention]) -> bool:
    """Whether a country of the pair is named only as an example or a stop on the way."""
    return any(
        place.country in PAIR and _PASSING.search(sentence.text[: place.start - sentence.start]) for place in places
    )


@cache
def _signs() -> dict[str, tuple[Names, Names]]:
    """By country the names of its places, and what else shows it."""
    return {
        code: (gazetteer().only(lambda place, code=code: place.country == code), _marks().only(code.__eq__))
        for code in PAIR
    }


@cache
def _of_family(name: str) -> re.Pattern:
    """What `_THREE_NAMES` finds of one family, and more."""
    return re.compile(rf"{name}\s+[A-Z][a-z]{{1,6}}\s+[A-Z][a-z]").compiled()


@cache
def _marks() -> Names[str]:
    """Words that show a country, and the names of its leaders."""
    known = {fold(row[0]).text: row[1] for row in rows("country_marks.tsv")}
    for row in rows("holders.tsv"):
        others = row[5].split("|") if len(row) > 5 else ()
        for name in (row[0], *others):
            if row[1] in PAIR and len(name.strip()) > 2:
                known.setdefault(fold(name.strip()).text, row[1])
    return Names(known)


@cache
def _relation() -> re.Pattern:
    return re.compile(rf"\b{alternation(words('relation_words.txt'))}", re.I)


@cache
def _families() -> frozenset[str]:
    """Vietnamese family names."""
    return frozenset(fold(name).text for name in words("family_names_vi.txt"))
