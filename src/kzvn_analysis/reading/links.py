"""Tell how the places of one sentence stand to one another: on the way, side by side, apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from . import gated as re
from .model import PlaceMention, Sentence

PAIR = ("KAZ", "VNM")
# Parts of the world: to lie in one is no bond with it.
REGIONS = frozenset(
    ("Asia", "Central Asia", "Southeast Asia", "Europe", "Eurasia", "Africa", "Middle East", "Latin America")
)
OF_OLD = frozenset(("SUN",))  # a country that is no more is no third party
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
_CITY = re.compile(r"\s+(?:city|capital|town|resort)\b")
_SPOT = re.compile(r"\bin\s+(?:the\s+)?(?:[\w'’-]+\s*,\s+)?$")


def is_venue(sentence: Sentence, place: PlaceMention) -> bool:
    """Whether a third country is but where people met: "in Kazan, Russia", "in the Swiss city"."""
    if place.country in PAIR:
        return False
    before = sentence.text[: place.start - sentence.start]
    if place.kind == "adjective":
        return bool(_CITY.match(sentence.text, place.end - sentence.start)) and before.endswith("in the ")
    return bool(_SPOT.search(before)) and (place.kind != "country" or before.endswith(", "))


def is_there(sentence: Sentence, places: Sequence[PlaceMention]) -> bool:
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


def is_way(sentence: Sentence, place: PlaceMention) -> bool:
    """Whether a third country is but where goods pass: "wheat left the Chinese port of Lianyungang for Hai Phong"."""
    text = sentence.text
    if place.kind == "city":
        return bool(_THE_PORT.search(text[: place.start - sentence.start]))
    if not _OF_THE_WAY.match(text, place.end - sentence.start):
        return bool(_BY_WAY_OF.search(text[: place.start - sentence.start]))
    return True


_THE_PORT = re.compile(r"\bport\s+of\s+$", re.I)


def is_apart(places: Sequence[PlaceMention]) -> bool:
    """Whether each time a union or body stands between the two: "Kazakhstan's EAEU, which trades with Vietnam"."""
    names = [place for place in places if place.name not in REGIONS]
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


def is_paired(sentence: Sentence, places: Sequence[PlaceMention]) -> bool:
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


def is_elsewhere(sentence: Sentence, places: Sequence[PlaceMention], pair: Collection[str]) -> bool:
    """Whether a sentence ties one of the two, or nobody of them, to a third country or bloc."""
    for left, right in zip(places, places[1:], strict=False):
        codes = {left.country or left.name, right.country or right.name}
        if len(codes) < 2 or codes & REGIONS or (pair and not codes & set(PAIR)):
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


def opens_abroad(sentence: Sentence, places: Sequence[PlaceMention], pair: Collection[str]) -> bool:
    """Whether a sentence that shows neither country begins in a third one: "In Minsk, the minister …"."""
    first = places[0] if places else None
    return (
        first is not None
        and not pair
        and first.country not in (*PAIR, *OF_OLD, None)
        and sentence.text[: first.start - sentence.start] in ("In ", "At ")
    )


_HOUSE = re.compile(r"(?:\s+[A-Z][\w’'-]*){0,3}\s+(?:University|Institute|College|School|Academy|Hospital)\b")
# "…, before the Vietnam – EAEU free trade agreement came into force": tells no more than when
_WHEN = re.compile(r",\s+(?:even\s+)?(?:before|since|after|when|once)\s+(?:the\s+|an?\s+)?$")
_IN_FORCE = re.compile(
    r"[\w\s()’'-]{0,60}\b(?:came|come|comes|coming|entered|enters?|entering|took|takes?|went|goes|was\s+signed)\b"
)


# "…, taking full advantage of the free trade agreement between Vietnam and the EAEU": tells no more than how
_MEANS = re.compile(
    r"\w(?:[^.;]|\.\d){24,}\b(?:thanks\s+to|under|(?:tak|mak|us|utili[sz]|tapp|leverag|exploit|implement|appl)(?:e|es|y|ing)\b"
    r"(?:\s+(?!(?:visit|talk|part)\b)[\w-]+){0,3}?(?:\s+of)?|on\s+the\s+basis\s+of|within(?:\s+the\s+framework\s+of)?|based\s+on"
    r"|benefit\w*(?:\s+\w+)?\s+(?:by|from|of)|capitali[sz]ing\s+on|owing\s+to|due\s+to|given|with\s+the\s+help\s+of)\s+(?:the\s+|an?\s+)?"
    r"[\w\s()’'-]{0,60}?(?:agreement|pact|deal|treaty|fta|area|zone|preferences)\)?\s*(?:(?:signed\s+)?(?:between|of|by)\s+)?(?:the\s+)?$",
    re.I,
)


def _is_but_when(sentence: Sentence, left: PlaceMention, right: PlaceMention) -> bool:
    start, end = left.start - sentence.start, right.end - sentence.start
    before = sentence.text[:start]
    return bool(_MEANS.search(before) or _WHEN.search(before) and _IN_FORCE.match(sentence.text, end))


def gone_to(sentence: Sentence, places: Sequence[PlaceMention]) -> str:
    """Whichever of the two, and no more than one, stands in a list of countries: the other is the traveller's own."""
    listed: list[PlaceMention] = []
    for left, right in zip(places, places[1:], strict=False):
        between = sentence.text[left.end - sentence.start : right.start - sentence.start]
        if left.kind == right.kind == "country" and _LISTED.fullmatch(between):
            listed += [left, right]
    shown = {place.country for place in listed}
    if len(shown.intersection(PAIR)) != 1 or len(shown) < 2:
        return ""
    if _PEOPLE.search(sentence.text):
        return ""
    told = _JOURNEY.search(sentence.text) or _MET_SEVERAL.search(sentence.text[: listed[0].start - sentence.start])
    return shown.intersection(PAIR).pop() if told else ""
