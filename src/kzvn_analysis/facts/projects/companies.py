"""Companies, funds and other undertakers that a sentence names, and the country they come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ...reading import Reading
from ...reading import gated as re
from ..firms import listed_firms
from ..sectors.words import main_sector


@dataclass(frozen=True, slots=True)
class Company:
    """An undertaker; offsets count in the sentence.  `country` and `sector` where known."""

    start: int
    end: int
    name: str
    country: str | None
    sector: str | None = None
    listed: bool = False


def find_companies(
    text: str, small: str, places: Callable[[], Sequence], people: Callable[[], Sequence]
) -> list[Company]:
    """The companies of a sentence, in order.

    Parameters
    ----------
    text, small
        The sentence as it stands and in lower case.
    places
        Gives its places, countries and adjectives: they tell where an unlisted company comes from.
    people
        Gives those it names: they are no companies.
    """
    found = [
        Company(firm.start, firm.end, text[firm.start : firm.end], firm.country, firm.sector, listed=True)
        for firm in listed_firms(text, small)
        if not _MORE_OF_A_NAME.match(text, firm.end)
    ]
    for start, end, name_start in _by_form(text):
        person = any(p.start < end and name_start < p.end for p in people()) and not _EXPLAINED.match(text, end)
        if person or any(c.start < end and start < c.end for c in found):
            continue
        found.append(Company(name_start, end, text[name_start:end], _home(start, end, places())))
    return sorted(found, key=lambda c: (c.start, c.end))


_NAME = r"[A-ZÀ-ÝĐ][\w&’'-]*(?: (?:& )?[A-ZÀ-ÝĐ][\w&’'-]*){0,3}"
_TRADE = (
    r"(?:company|firm|carrier|airline|holding|conglomerate|investor|studio|producer|trader|operator|"
    r"developer|group|corporation|"
    r"broker|brokerage|retailer|supplier|start-?up|enterprise|manufacturer|exporter|importer|agroholding|"
    r"fund|contractor|agency)"
)
_FORM = (
    r"(?:Group|Holdings?|Corporation|Corp|Company|Co|JSC|LLP|LLC|Ltd|Inc|Airlines|Airways|Mills?|Foods?|"
    r"Agro|Agri|Capital|Invest|"
    r"Investments?|Logistics|Express|Steel|Energy|Petroleum|Pharma|Bank|Fund|Trading|Industries|Studios?|"
    r"Trans|Fish|Farms?|Milk|"
    r"Textiles?|Motors|Telecom|Technolog(?:y|ies)|Software|Solutions|Ventures|Partners|Resources|Minerals|"
    r"Cement|Poultry|Grain|"
    r"Footwear|Solar|Power|Electronics?|Electric|Rubber|Plastics?|Glass|Ceramics?|Paper|Coffee|Tea|Sugar|"
    r"Rice|Fruits?|"
    r"Garments?|Wood|Furniture|Chemicals?|Fertili[sz]ers?|Auto|Robotics|Games|Media|Travel|Tours|Tourism|"
    r"Meat|Dairy|Oil|"
    r"Gas|Drilling|Grain|Protein|Medical|Healthcare|Biotech|Construction|Engineering|Airlines|Railways?|Ports?|"
    r"Seafood|Securities|Insurance|Shipping|Lines|Pharm|Imex|Exim|Cargo|Freight|Broiler|Metals?|Alumini?um|Marine|"
    r"Shipyard|Wheels|Beverages|Brewery|Cotton|Films|Pictures|Systems|Labs|Hotels|Resorts)"
)
# "Kaspi Steel" is not Kaspi
_MORE_OF_A_NAME = re.compile(
    rf" (?!Company|Corporation|Corp|Group|Holdings?|JSC|LLP|LLC|Co|Inc|Ltd|Bank|Airlines|Airways){_FORM}\b"
)
_PATTERNS = (
    # Caspian Breeze LLP · Kostanay Mills
    re.compile(
        rf"\b(?P<name>(?:[A-ZÀ-ÝĐ][\w&’'-]* ){{1,3}}{_FORM}\b(?: and [A-Z][\w-]+ (?:Group|Corporation|Company|"
        rf"Industr(?:y|ies)))?(?: (?:JSC|LLP|LLC|Ltd|Corporation|Group|Corp))?)"
    ),
    # the Hanoi company Viet Thai Agri
    re.compile(rf"\b(?:{_TRADE}|[a-z]*maker|chain|grower|miller|yard|brewer|bakery) (?P<name>{_NAME})"),
    # the Kokshetau-based Kopa Fish
    re.compile(rf"\b[A-Z][\w ]*?-based (?:{_TRADE} )?(?P<name>{_NAME})"),
    # a Can Tho company · a Kazakh state fund
    re.compile(
        rf"\b(?P<name>(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]he) (?:{_NAME} )(?:[a-z-]+ ){{0,2}}{_TRADE}\b)(?! [A-ZÀ-ÝĐ])"
    ),
    # Truong Thanh, a holding from Ho Chi Minh City
    re.compile(rf"(?:\A|\. |, )(?P<name>{_NAME})(?=, an? (?:[\w-]+ ){{0,4}}{_TRADE} (?:from|based in|of) [A-ZÀ-ÝĐ])"),
    # Kazakhstan's national oil company
    re.compile(rf"\b(?P<name>(?:Kazakhstan|Vi[eệ]t ?[Nn]am)[’']s (?:[a-z-]+ ){{1,3}}{_TRADE}\b)"),
    # investors from Vietnam
    re.compile(
        rf"\b(?P<name>(?:[Aa]n? )?(?:[Ii]nvestors?|[Cc]ompan(?:y|ies)|[Ee]ntrepreneurs?|[Bb]usiness(?:men|"
        rf"es)|[Ff]irms?) from {_NAME})"
    ),
    # the Oskemen Zinc Combine · the Aktobe Chromium and Nickel Works
    re.compile(
        r"\b[Tt]he (?P<name>(?:[A-ZÀ-ÝĐ][\w&’'-]* (?:and )?){1,5}"
        r"(?:Plant|Works|Combine|Kombinat|Combinat|Smelter|Factory|Refinery)\b)(?! [A-Z])"
    ),
    # the Foliant publishing house
    re.compile(rf"\b[Tt]he (?P<name>{_NAME} (?:publishing house|film studio|studio|trading house))\b"),
)
# a firm, though its name may be a person's
_EXPLAINED = re.compile(
    r", an? (?:[\w-]+ ){0,4}(?:company|firm|carrier|airline|holding|conglomerate|group|corporation|fund|agroholding)\b"
)
_OPENING = re.compile(
    r"\A(?:The|A|An|In|On|At|By|For|From|Among|Its|Our|Under|Between|Both|And|But|With|President|Mr|Ms) |"
    r"\A(?:Kazakhstan|Vi[eệ]t ?[Nn]am)['’]s (?=[A-ZÀ-ÝĐ])"
)
_NO_COMPANY = re.compile(
    r"\b(?:State Bank|National Bank|Central Bank|World Bank|Development Bank|Ministry|Committee|Monetary "
    r"Fund|Foreign|University|"
    r"Working|Friendship|Parliament\w*|United|News)\b"
)


# "Vietnam Petroleum Institute", "Kazakh Oil and Gas University": nobody that trades
_INSTITUTION = (
    r"(?:Institute|Universit(?:y|ies)|Academy|College|School|Association|Agency|Authority|Ministry|Committee|Commission|"
    r"Department|Council|Society|Museum|Forum|Summit|Conference|Act|Law|Agreement)\b"
)
_GOES_ON = re.compile(rf" (?:(?:and|&) [A-Z]\w+ )?(?:[A-Z]\w+ )?{_INSTITUTION}")
_INSTITUTE = re.compile(rf"\b{_INSTITUTION}")
_SHORT = re.compile(r" \((?P<short>[A-Z]{2,8})\)")
_EXPANDED = re.compile(r"(?:[A-ZÀ-ÝĐ][\w&’'-]*|of|and|for|&)(?: (?:[A-ZÀ-ÝĐ][\w&’'-]*|of|and|for|&)){1,8}\Z")
_MADE_LIKE = re.compile(rf"\b(?:{_FORM}|Plant|Works|Combine|Factory|Refinery|Railways|Airways)\b")


@lru_cache(maxsize=8)
def _abbreviations(text: str) -> tuple[Company, ...]:
    """The firms whose abbreviation the article gives; offsets are those of the full name in the article."""
    found = []
    for match in _SHORT.finditer(text):
        name = _EXPANDED.search(text, max(0, match.start() - 90), match.start())
        if not name or _INSTITUTE.search(name.group()) or _NO_COMPANY.search(name.group()):
            continue
        if _MADE_LIKE.search(name.group()):
            found.append(Company(*name.span(), match["short"], None, main_sector(name.group())))
    return tuple(found)


def find_abbreviated(reading: Reading, text: str) -> Iterator[Company]:
    """The firms that a sentence names by the abbreviation its article gives them.

    "Ust-Kamenogorsk Titanium and Magnesium Plant (UKTMP) … UKTMP is considering …"
    """
    for firm in _abbreviations(reading.text):
        for match in re.finditer(rf"\b{firm.name}\b", text):
            home = next((p.country for p in reading.places if firm.start <= p.start < firm.end and p.country), None)
            yield replace(firm, start=match.start(), end=match.end(), country=home)


_AT = re.compile(r"\b(?:at|in|to|from|via|through|of|the) \Z")  # "a terminal at Hai Phong Port": where it is


def _by_form(text: str) -> Iterator[tuple[int, int, int]]:
    """Start and end of each unlisted company with what tells its home, and where its own name starts."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if match["name"].endswith(("Port", "Ports")) and _AT.search(text, max(0, start - 12), start):
                continue
            opening = _OPENING.match(match["name"])
            if opening and match["name"][0].isupper():
                start += opening.end()
            if start < end and not _NO_COMPANY.search(text, start, end) and not _GOES_ON.match(text, end):
                yield match.start(), end, start


def _home(start: int, end: int, places: Sequence) -> str | None:
    near = [p for p in places if p.what.country and start - 25 <= p.start and p.end <= end + 25]
    inside = [p for p in near if start <= p.start and p.end <= end]
    for place in inside or near:
        return place.what.country
    return None
