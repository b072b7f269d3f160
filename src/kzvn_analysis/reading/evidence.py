"""Tell what a sentence shows of countries: by places, by their institutions and companies, by people."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from . import gated as re
from .fold import fold
from .gazetteer import gazetteer
from .lexicon import alternation, rows, words
from .model import PlaceMention, Sentence
from .names import Names, words_of

PAIR = ("KAZ", "VNM")
# Parts of the world: to lie in one is no bond with it.
_REGIONS = frozenset(
    ("Asia", "Central Asia", "Southeast Asia", "Europe", "Eurasia", "Africa", "Middle East", "Latin America")
)
_OF_OLD = frozenset(("SUN",))  # a country that is no more is no third party
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
_JOURNEY = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|trips?|tour(?:s|ing)?|left|leav(?:e|es|ing)|depart\w*|arriv\w*|travel\w*|will\s+be\s+in)\b",
    re.I,
)
# "held separate meetings with his colleagues from Finland, Kazakhstan and Cuba"
_MET_SEVERAL = re.compile(
    r"\b(?:meetings?|talks|met|conversations?|conferred|discussions|spoke|sat\s+down)\b[^.;:]{0,60}\b"
    r"(?:ministers|counterparts|colleagues|leaders|presidents|premiers|speakers|heads|chairmen|representatives|delegations|chiefs)\s+"
    r"(?:of|from)\s+(?:the\s+)?$",
    re.I,
)
_PEOPLE = re.compile(
    r"\b(?:citizens|tourists|travell?ers|people|holidaymakers|residents|vacationers|nationals|passengers|visitors|goods|cargo)\b",
    re.I,
)
_MEETING = re.compile(
    r"\b(?:meet|meets|met|meetings?|receiv(?:e|es|ed|ing)|talks?|talked|talking|held\s+discussions|host(?:s|ed|ing)|welcom(?:es|ed|ing)"
    r"|reception|conversation|spoke\s+(?:with|to))\b",
    re.I,
)
_TALKED = re.compile(r"\b(?:discuss\w*|sign(?:s|ed)|agreed|bilateral|sidelines?|margins)\b", re.I)
_LISTED = re.compile(r"\s*(?:,|,?\s+and|&)\s+(?:the\s+)?")
_BONDS = (
    r"(?:trade|exports?|imports?|shipments?|sales|ties|relations|cooperation|partnership|agreement|treaty|pact|talks"
    r"|turnover|border|purchases)"
)
# "Kazakhstan and China", "Vietnam's trade with Russia", "the EU-Vietnam pact": what stands between two names.
_TIE = re.compile(
    r"(?:\s*['’]s)?\s*(?:[-–—/]|and|with|&)\s*(?:the\s+)?"
    rf"|(?:\s*['’]s)?(?:\s+[\w-]+){{0,4}}?\s+{_BONDS}(?:\s+[\w-]+){{0,3}}?\s+(?:with|to|from|between|of)\s+(?:the\s+)?",
    re.I,
)
_LARGE = re.compile(r"[A-Z][a-z]*")
_THREE_NAMES = re.compile(r"(?<![\w-])([A-Z][a-z]{0,6})(?:\s+[A-Z][a-z]{1,6}){2,3}(?![\w'-])")


@dataclass(frozen=True, slots=True)
class View:
    """What a sentence shows.

    `pair` holds which of the two countries it shows, `thirds` the other countries, `blocs` the unions and
    bodies; `together` is whether it speaks of "the two countries"; `related` whether a word in it ties
    countries to one another, `journey` whichever of the two is one of several countries to which somebody of the other
    goes or whose people he meets, `elsewhere` whether it ties one of the two to a third instead, `paired` whether one item of
    its list joins a place of the one to a place of the other.
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
        if p.country not in (*PAIR, *_OF_OLD, None)
        and not (met and _is_venue(sentence, p))
        and not (both and _is_way(sentence, p))
    }
    return View(
        sentence,
        frozenset(pair),
        frozenset(thirds),
        frozenset(p.name for p in places if p.kind == "bloc" and p.name not in _REGIONS),
        together,
        related=bool(pair) and (bool(_relation().search(text)) or both and _is_there(sentence, places)),
        journey=_gone_to(sentence, places) if both and not _PEOPLE.search(text) else "",
        elsewhere=not both
        and not together
        and (_elsewhere(sentence, places, pair) or _opens_abroad(sentence, places, pair)),
        apart=both and _apart(places),
        meeting=meeting,
        paired=both and _is_paired(sentence, places),
    )


def _shown(text: str, known: Collection[str]) -> set[str]:
    """Which of the two countries folded `text` shows by more than places, as far as they are not `known`."""
    shown: set[str] = set()
    if not {*known}.issuperset(PAIR):
        shown = {code for _, _, code in _marks().find(text)}
    if not {"VNM"} & {*known, *shown} and not _families().isdisjoint(_LARGE.findall(text)):
        shown.update("VNM" for name in _THREE_NAMES.finditer(text) if name[1] in _families())
    return shown


_CITY = re.compile(r"\s+(?:city|capital|town|resort)\b")
_SPOT = re.compile(r"\bin\s+(?:the\s+)?(?:[\w'’-]+\s*,\s+)?$")


def _is_venue(sentence: Sentence, place: PlaceMention) -> bool:
    """Whether a third country is but where people met: "in Kazan, Russia", "in the Swiss city"."""
    if place.country in PAIR:
        return False
    before = sentence.text[: place.start - sentence.start]
    if place.kind == "adjective":
        return bool(_CITY.match(sentence.text, place.end - sentence.start)) and before.endswith("in the ")
    return bool(_SPOT.search(before)) and (place.kind != "country" or before.endswith(", "))


def _is_there(sentence: Sentence, places: Sequence[PlaceMention]) -> bool:
    """Whether somebody is told to be in a place of the two: "President Nazarbayev was in Hanoi last October"."""
    text = sentence.text
    return any(
        place.country in PAIR and _THERE.search(text[: place.start - sentence.start])
        for place in places
        if place.kind != "adjective"
    )


_THERE = re.compile(
    r"\b(?:was|were|is|been|be|stay(?:s|ed)?|awaited|expected|due)\s+(?:(?:back|again|also|now)\s+)?in\s+$", re.I
)
_OF_THE_WAY = re.compile(r"['’]?s?\s+(?:sea\s*|dry\s+)?(?:ports?|terminals?|territory|border\s+crossings?)\b", re.I)


def _is_way(sentence: Sentence, place: PlaceMention) -> bool:
    """Whether a third country is but where goods pass: "wheat left the Chinese port of Lianyungang for Hai Phong"."""
    text = sentence.text
    if place.kind == "city":
        return bool(_THE_PORT.search(text[: place.start - sentence.start]))
    if not _OF_THE_WAY.match(text, place.end - sentence.start):
        return bool(_BY_WAY_OF.search(text[: place.start - sentence.start]))
    return True


_THE_PORT = re.compile(r"\bport\s+of\s+$", re.I)


def is_passing(sentence: Sentence, places: Sequence[PlaceMention]) -> bool:
    """Whether a country of the pair is named only as an example or a stop on the way."""
    return any(
        place.country in PAIR and _PASSING.search(sentence.text[: place.start - sentence.start]) for place in places
    )


def _apart(places: Sequence[PlaceMention]) -> bool:
    """Whether each time a union or body stands between the two: "Kazakhstan's EAEU, which trades with Vietnam"."""
    names = [place for place in places if place.name not in _REGIONS]
    if not any(p.kind == "bloc" for p in names) or not {p.country for p in names}.issuperset(PAIR):
        return False
    return not any({a.country, b.country} == set(PAIR) for a, b in zip(names, names[1:], strict=False))


# "Almaty to Hanoi", "a university (Vietnam) in Kyzylorda": what joins the two places of one item
_JOINED = re.compile(r"\s*\)?\s*(?:[-–—]|\b(?:to|in|and\s+back\s+to)\b)\s*(?:the\s+)?(?:city\s+of\s+)?", re.I)
_ON_THE_WAY = re.compile(r"\b(?:via|through|across|over|than|like|transit\w*)\s+(?:the\s+)?$", re.I)
_BY_WAY_OF = re.compile(r"\b(?:via|through|across|transit\w*)\s+(?:the\s+)?$", re.I)
_LINE = re.compile(
    r"\b(?:flights?|routes?|airlines?|trains?|line|services?|branch(?:es)?|universit\w+|schools?|campus\w*|office|consulates?|"
    r"embassy|plants?|factor(?:y|ies)|shops?|stores?)\b",
    re.I,
)
_GAMES = re.compile(r"\b(?:beat|defeat\w*|match(?:es)?|games?|medals?|champion\w*|tournament|cup|final)\b", re.I)


def _is_paired(sentence: Sentence, places: Sequence[PlaceMention]) -> bool:
    """Whether an item of a list that names others too is a route or branch between the two: "…, Almaty–Hanoi, …"."""
    text = sentence.text
    if not _LINE.search(text) or _GAMES.search(text):
        return False
    for left, right in zip(places, places[1:], strict=False):
        if {left.country, right.country} != set(PAIR) or "adjective" in (left.kind, right.kind):
            continue
        start, end = left.end - sentence.start, right.start - sentence.start
        if _JOINED.fullmatch(text, start, end) and not _ON_THE_WAY.search(text[: left.start - sentence.start]):
            return True
    return False


def _elsewhere(sentence: Sentence, places: Sequence[PlaceMention], pair: Collection[str]) -> bool:
    """Whether a sentence ties one of the two, or nobody of them, to a third country or bloc."""
    for left, right in zip(places, places[1:], strict=False):
        codes = {left.country or left.name, right.country or right.name}
        if len(codes) < 2 or codes & _REGIONS or (pair and not codes & set(PAIR)):
            continue
        if _BY_WAY_OF.search(sentence.text[: left.start - sentence.start]):  # "logistics through Russia and China"
            continue
        if left.kind == right.kind == "adjective" and _HOUSE.match(sentence.text, right.end - sentence.start):
            continue  # "the Kazakh-British Technical University"
        if "bloc" in (left.kind, right.kind) and _is_but_when(sentence, left, right):
            continue
        if _TIE.fullmatch(sentence.text, left.end - sentence.start, right.start - sentence.start):
            return True
    return False


def _opens_abroad(sentence: Sentence, places: Sequence[PlaceMention], pair: Collection[str]) -> bool:
    """Whether a sentence that shows neither country begins in a third one: "In Minsk, the minister …"."""
    first = places[0] if places else None
    return (
        first is not None
        and not pair
        and first.country not in (*PAIR, *_OF_OLD, None)
        and sentence.text[: first.start - sentence.start] in ("In ", "At ")
    )


_HOUSE = re.compile(r"(?:\s+[A-Z][\w’'-]*){0,3}\s+(?:University|Institute|College|School|Academy|Hospital)\b")
# "…, before the Vietnam – EAEU free trade agreement came into force": tells no more than when
_WHEN = re.compile(r",\s+(?:even\s+)?(?:before|since|after|when|once)\s+(?:the\s+|an?\s+)?$")
_IN_FORCE = re.compile(
    r"[\w\s()’'-]{0,60}\b(?:came|come|comes|coming|entered|enters?|entering|took|takes?|went|goes|was\s+signed)\b"
)


def _is_but_when(sentence: Sentence, left: PlaceMention, right: PlaceMention) -> bool:
    start, end = left.start - sentence.start, right.end - sentence.start
    return bool(_WHEN.search(sentence.text[:start]) and _IN_FORCE.match(sentence.text, end))


def _gone_to(sentence: Sentence, places: Sequence[PlaceMention]) -> str:
    """Whichever of the two, and no more than one, stands in a list of countries: the other is the traveller's own."""
    listed: list[PlaceMention] = []
    for left, right in zip(places, places[1:], strict=False):
        between = sentence.text[left.end - sentence.start : right.start - sentence.start]
        if left.kind == right.kind == "country" and _LISTED.fullmatch(between):
            listed += [left, right]
    shown = {place.country for place in listed}
    if len(shown.intersection(PAIR)) != 1 or len(shown) < 2:
        return ""
    told = _JOURNEY.search(sentence.text) or _MET_SEVERAL.search(sentence.text[: listed[0].start - sentence.start])
    return shown.intersection(PAIR).pop() if told else ""


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
