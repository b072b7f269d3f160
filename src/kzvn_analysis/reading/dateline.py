"""Recognise a dateline: the place, day and agency that stand before the first sentence of a report."""

from __future__ import annotations

from dataclasses import dataclass

from . import gated as re
from .fold import key
from .gazetteer import place_named
from .lexicon import words
from .model import Span
from .outlets import known_outlet
from .written_dates import FULL_DATE, MONTH_AND_DAY, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Dateline(Span):
    """A dateline's whole span, and its parts' where it has them."""

    place: Span | None = None
    date: Span | None = None
    outlet: Span | None = None


_UP = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ"
_MARK = "\u0300-\u036f"
_DAY = rf"(?:{WEEKDAYS},?\s+)?{MONTH_AND_DAY}(?:,?\s+\d{{4}})?"
_WORD = rf"(?:(?:St|ST)\.|[{_UP}](?:[\w{_MARK}’'-]|\.(?=\w))*)"
_NAME = rf"{_WORD}(?:(?:\s|\s?[/&]\s?)(?:de\s|el-?|of\s|the\s)?{_WORD}){{0,4}}"
_OUTLET = rf"[{_UP}](?:[\w/&+{_MARK}-]|\.(?=\w))*"
_DASH = r"(?:[–—―-]{1,3}|_)"
_SITE = r"[a-z\d.-]{3,40}\.[a-z]{2,4}"
_BRACKET = (
    rf"[(\[/]\s*(?!{_DAY}\s*[)\]/])(?P<b>[{_UP}][^()\[\]\n]{{1,60}}?|{_SITE})(?:,\s*(?P<bdate>{_DAY}))?\s*[)\]/]"
)
_END = rf"\s*(?P<end>{_DASH}|:)(?=\s)"
_PLACE = rf"(?P<place>{_NAME})(?:,\s*(?P<country>{_NAME}))??"
_AGENCY = rf"(?P<agency>{_OUTLET}(?:\s{_OUTLET}){{0,3}}?)"
_REPORTER = r"(?:\s*/[^/\n]{2,40}/)?"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        # SINGAPORE - Agency - 6 May 2025 -
        rf"{_PLACE}\s*{_DASH}\s*{_AGENCY}\s*{_DASH}\s*(?P<date>{_DAY}){_END}",
        # ASTANA, May 6 - Agency.
        rf"{_PLACE}[.,]\s*(?P<date>{_DAY})\.?\s*(?:{_DASH}|,|/)\s*(?P<known>{_OUTLET}(?:\s{_OUTLET}){{0,3}}?)\s*(?:\.|{_DASH})(?=\s)",
        # VNS — HÀ NỘI:   VNA – Hanoi –
        rf"{_AGENCY}\s*{_DASH}\s+(?P<place>{_NAME}){_END}",
        # HANOI, Vietnam, May 6 (Agency) –   ASTANA/HANOI –   Hanoi (VNA) –   Astana, 6 May 2025 –   HÀ NỘI —
        rf"{_PLACE}(?:[.,]\s*(?P<date>{_DAY}))?\.?(?:\s*{_BRACKET})?(?:(?:,|\s{_DASH})\s*(?P<date2>{_DAY}))?{_END}",
        # 6 May 2025, Astana –
        rf"(?P<date>{_DAY}),\s*(?P<place>{_NAME})\.?(?:\s*{_BRACKET})?{_END}",
        # HANOI, May 6. /Agency/.   HANOI (Agency), May 6.
        rf"{_PLACE}(?:[.,]\s*(?P<date>{_DAY}))?\.?\s*{_BRACKET}[.:]?(?=\s)",
        # ASTANA. KAZINFORM –   ASTANA. May 18. BNEWS.KZ –   ALMATY. 18 May. KAZINFORM / Name / –
        rf"(?P<place>{_NAME}?)\.\s+(?:(?P<date>{_DAY})\.?,?\s+)?{_AGENCY}{_REPORTER}\s*(?P<end>{_DASH}|:|\.)(?=\s)",
        # ASTANA. KAZINFORM The ...   ASTANA. May 18. KAZINFORM The ...
        rf"(?P<place>[{_UP}][{_UP}’'-]+(?:\s[{_UP}][{_UP}’'-]+){{0,2}})\.\s+(?:(?P<date>{_DAY})\.?,?\s+)?(?P<known>[{_UP}][{_UP}.]+){_REPORTER}(?=\s+[\"“]?[{_UP}][\w’'-]*[a-z])",
        # ASTANA, Kazakhstan, May 6.   Astana, 6 May 2025.
        rf"{_PLACE}[.,]\s*(?P<date>{_DAY})\.(?=\s)",
        # HANOI (May 6):
        rf"{_PLACE}\s*\(\s*(?P<date>{_DAY})\s*\){_END}",
        # ASTANA—President
        rf"(?P<place>[{_UP}][{_UP}’'-]+(?:\s[{_UP}]+){{0,3}})(?P<end>[—–])(?=[\"“]?[{_UP}][a-z])",
        # May 6, 2025 –
        rf"(?P<date>(?:{WEEKDAYS},?\s+)?{FULL_DATE})\s+(?P<end>{_DASH})(?=\s)",
        # (MOIT) Hanoi, 6 May 2025.   (moj.gov.vn) 6/5/2025 –
        rf"{_BRACKET}\s+(?:(?P<place>{_NAME}),\s*)?(?P<date>{FULL_DATE})(?:\.(?=\s)|{_END})",
        # Kazinform, 6 May 2025.   Interfax-Kazakhstan, Almaty, 6 May 2025.   Tuoi Tre News, May 6, 2025 –
        rf"{_AGENCY},\s*(?:(?P<place>{_NAME}),\s*)?(?P<date>{FULL_DATE})(?:\.(?=\s)|{_END})",
        # (KHO) -   [VOV] –
        rf"{_BRACKET}{_END}",
        # (KHO) -Minister
        rf"{_BRACKET}\s+(?P<end>{_DASH})(?=[{_UP}])",
        # VGP -   NDO –   The Hanoi Times -   The Times of Central Asia –
        rf"(?P<agency>(?:The\s)?{_OUTLET}(?:\s(?:of\s|the\s)*{_OUTLET}){{0,4}}){_END}",
    )
)
# All of them begin with a bracket, a number, or names with a sign or a number behind: most paragraphs do not.
_NAMED = rf"(?:el)?[{_UP}][^\s\d.,:()\[\]/–—―_-]*|el"
_BEGINNING = re.compile(rf"(?:(?:{_NAMED}|de|of|the)\s+|&\s*)*(?:{_NAMED})?\s*[\d.,:(\[/–—―_-]")
_NOT_DATELINES = frozenset(key(words) for words in words("not_datelines.txt"))
_IS_DAY = re.compile(_DAY)
_PRESS = re.compile(
    r"\b(?:News|Press|Times|Agency|Media|Today|Post|Herald|Daily|Tribune|Online|Newspaper|Newswire)\b", re.I
)
_BODY = re.compile(rf"\s*[\"“‘'(]*[{_UP}\d$]")


def match_dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that a paragraph begins with.

    Parameters
    ----------
    text
    start, end
        The paragraph's span.

    Returns
    -------
    Dateline or None
        Its span ends where the sentence proper begins.
    """
    if not _BEGINNING.match(text, start, end):
        return None
    for shape in _SHAPES:
        match = shape.match(text, start, end)
        if match and match.end() - start < 120:
            dateline = _checked(text, match, end)
            if dateline:
                return dateline
    return None


def _checked(text: str, match: re.Match, end: int) -> Dateline | None:
    """The dateline that `match` is, or ``None`` if it only looks like one."""
    if not _BODY.match(text, match.end(), end):
        return None
    part = {
        name: _span(match, name)
        for name in ("place", "country", "agency", "known", "b", "date", "date2", "bdate", "end")
    }
    if part["country"] and _is_country(text, part["place"]) and _is_place(text, part["country"]):
        part["place"] = part["country"]  # "Kazakhstan, Astana, May 6 / Agency /"
    place, outlet = part["place"], part["agency"] or part["known"] or part["b"]
    date = part["date"] or part["date2"] or part["bdate"]
    if part["b"] and _IS_DAY.fullmatch(text, part["b"].start, part["b"].end):  # "ASTANA (May 17): …"
        outlet, date = part["agency"] or part["known"], date or part["b"]
    if part["known"] and not known_outlet(_words(text, outlet)):
        return None
    if part["agency"] and not (place and date) and not _is_agency(text, outlet):
        if place or not _is_place(text, outlet):
            return None
        place, outlet = outlet, None
    if place and not outlet and not date and not _is_place(text, place) and _is_agency(text, place):
        place, outlet = None, place
    if not place and not outlet:
        fits = True
    elif not place:
        fits = bool(part["bdate"]) or _is_agency(text, outlet) and (part["b"] or date or _dashed(text, match))
    elif outlet or date:
        fits = _is_place(text, place) or _is_upper(text, place)
    elif _is_upper(text, place):
        single = len(_words(text, place).split()) == 1
        fits = _is_place(text, place) or (
            single and place.end - place.start > 5 and text[part["end"].start] != ":"
        )
    else:
        fits = (
            _is_place(text, place) and _dashed(text, match) and not _opens_with_place(text, match.end(), end)
        )
    if not fits or any(key(_words(text, span)) in _NOT_DATELINES for span in (place, outlet) if span):
        return None
    return Dateline(match.start(), match.end(), place, date, outlet)


def _words(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())


def _opens_with_place(text: str, start: int, end: int) -> bool:
    """Whether another place follows: "Hanoi – Almaty flights" is no dateline."""
    following = re.compile(r"\s*((?:[A-Z][\w-]*\s?){1,3})").match(text, start, end)
    tokens = following[1].split() if following else []
    return any(place_named(" ".join(tokens[:n])) for n in range(1, len(tokens) + 1))


def _dashed(text: str, match: re.Match) -> bool:
    """Whether the dateline ends in a dash with room on both sides, not a hyphen within a name."""
    mark = match.start("end") if "end" in match.re.groupindex else -1
    return mark > 0 and text[mark] != ":" and text[mark - 1].isspace()


def _is_upper(text: str, span: Span) -> bool:
    return text[span.start : span.end].isupper()


def _is_place(text: str, span: Span) -> bool:
    names = re.split(r"\s?/\s?", text[span.start : span.end])
    places = [place_named(name.strip(" .,")) for name in names]
    return all(p is not None and p.kind in ("city", "region", "other") for p in places)


def _is_country(text: str, span: Span) -> bool:
    named = place_named(_words(text, span))
    return named is not None and named.kind == "country"


def _is_agency(text: str, span: Span) -> bool:
    name = text[span.start : span.end].strip(" .")
    if known_outlet(name) or any(known_outlet(part) for part in re.split(r"\s?/\s?|,\s", name)):
        return True
    bare = name.replace(" ", "")
    if _is_place(text, span):
        return False
    if place_named(name) or key(name) in _NOT_DATELINES:
        return False
    acronym = 2 <= len(bare) <= 5 and bare.isupper() and bare.isalpha() and " " not in name
    site = bool(re.fullmatch(r"(?:[A-Za-z0-9-]+\.){1,3}[A-Za-z]{2,4}", name))
    return acronym or site or bool(_PRESS.search(name))


def _span(match: re.Match, name: str) -> Span | None:
    if name not in match.re.groupindex or match.start(name) < 0:
        return None
    return Span(*match.span(name))
