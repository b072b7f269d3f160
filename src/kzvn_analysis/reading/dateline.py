"""Recognise a dateline: the place, day and agency that stand before the first sentence of a report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from .boilerplate import MONTHS, WEEKDAYS
from .fold import key
from .gazetteer import place_named
from .lexicon import rows
from .model import Span


@dataclass(frozen=True, slots=True)
class Dateline(Span):
    """A dateline's whole span, and its parts' where it has them."""

    place: Span | None = None
    date: Span | None = None
    outlet: Span | None = None


_UP = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ"
_MARK = "\u0300-\u036f"
_DAY = (
    rf"(?:{WEEKDAYS},?\s+)?(?:{MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTHS})(?:,?\s+\d{{4}})?"
)
_NAME = rf"[{_UP}][\w{_MARK}.’'-]*(?:(?:\s|\s?[/&]\s?)(?:de\s|el-?|of\s|the\s)?[{_UP}][\w{_MARK}.’'-]*){{0,4}}"
_DASH = r"(?:[–—―-]{1,3})"
_BRACKET = rf"[(\[/]\s*(?P<b>[{_UP}][^()\[\]\n]{{1,60}}?)(?:,\s*(?P<bdate>{_DAY}))?\s*[)\]/]"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        # VNS — HÀ NỘI:   VNA – Hanoi –
        rf"(?P<agency>[{_UP}][\w./&-]*(?:\s[{_UP}][\w./&-]*){{0,3}})\s*{_DASH}\s+(?P<place>{_NAME})\s*(?P<end>{_DASH}|:)(?=\s)",
        # HANOI, Vietnam, May 6 (Agency) –   ASTANA/HANOI –   Hanoi (VNA) –   Astana, 6 May 2025 –   HÀ NỘI —
        rf"(?P<place>{_NAME})(?:,\s*(?P<country>{_NAME}))??(?:,\s*(?P<date>{_DAY}))?\.?(?:\s*{_BRACKET})?(?:,\s*(?P<date2>{_DAY}))?\s*(?P<end>{_DASH}|:)(?=\s)",
        # HANOI, May 6. /Agency/.   HANOI (Agency), May 6.
        rf"(?P<place>{_NAME})(?:,\s*(?P<country>{_NAME}))??(?:[.,]\s*(?P<date>{_DAY}))?\.?\s*{_BRACKET}[.:]?(?=\s)",
        # ASTANA. KAZINFORM –   ASTANA. May 18. BNEWS.KZ –   ALMATY. 18 May. KAZINFORM / Name / –
        rf"(?P<place>{_NAME}?)\.\s+(?:(?P<date>{_DAY})\.?,?\s+)?(?P<agency>[{_UP}][\w./&-]*(?:\s[{_UP}][\w./&-]*){{0,3}}?)(?:\s*/[^/\n]{{2,40}}/)?\s*(?P<end>{_DASH}|:|\.)(?=\s)",
        # ASTANA, Kazakhstan, May 6.   Astana, 6 May 2025.
        rf"(?P<place>{_NAME})(?:,\s*(?P<country>{_NAME}))??[.,]\s*(?P<date>{_DAY})\.(?=\s)",
        # (KHO) -   [VOV] –
        rf"{_BRACKET}\s*(?P<end>{_DASH}|:)(?=\s)",
        # VGP -   NDO –   The Hanoi Times -
        rf"(?P<agency>(?:The\s)?[{_UP}][\w./&+-]*(?:\s[{_UP}][\w./&-]*){{0,4}})\s*(?P<end>{_DASH}|:)(?=\s)",
    )
)
_NOT_PLACES = frozenset(
    "update updated exclusive interview press release breaking opinion editorial analysis video photo photos feature explainer news"
    " statement note source sources background reference correction live watch".split()
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
    for shape in _SHAPES:
        match = shape.match(text, start, end)
        if match and match.end() - start < 120:
            dateline = _checked(text, match, end)
            if dateline:
                return dateline
    return None


@cache
def outlets() -> dict[str, str]:
    """Known outlets: folded spelling → the name used in the tables."""
    names: dict[str, str] = {}
    for row in rows("outlets.tsv"):
        for spelling in (row[0], *row[1].split(";")):
            if spelling.strip():
                names.setdefault(key(spelling), row[0])
    return names


def _checked(text: str, match: re.Match, end: int) -> Dateline | None:
    parts = match.groupdict()
    body = match.end()
    if not _BODY.match(text, body, end) or not text[body:end].strip():
        return None
    place = _span(match, "place")
    outlet = _span(match, "agency") or _span(match, "b")
    date = _span(match, "date") or _span(match, "date2") or _span(match, "bdate")
    strong = bool(outlet and (parts.get("b") or _is_agency(text, outlet))) or date is not None
    if parts.get("agency") and not _is_agency(text, outlet):
        if not place and _is_place(text, outlet):
            place, outlet = outlet, None
        else:
            return None
    if place is None and outlet is None:
        return None
    if place:
        if any(w in _NOT_PLACES for w in key(text[place.start:place.end]).split()):
            return None
        if not outlet and not date and parts.get("end") and _is_agency(text, place) and not _is_place(text, place):
            place, outlet = None, place
            if not _dashed(text, match):
                return None
        elif not _is_place(text, place) and not (_is_upper(text, place) and strong) and not _capital_place(text, place, match):
            return None
        elif not strong and not _is_upper(text, place) and not _dashed(text, match):
            return None
    elif parts.get("b") and not _is_agency(text, outlet):
        return None
    if parts.get("end") == ":" and not outlet and not date and not (place and _is_upper(text, place)):
        return None
    return Dateline(match.start(), match.end(), place, date, outlet)


def _dashed(text: str, match: re.Match) -> bool:
    """Whether the dateline ends in a dash with room on both sides, not a hyphen within a name."""
    mark = match.start("end")
    return mark > 0 and text[mark] != ":" and text[mark - 1].isspace()


def _capital_place(text: str, place: Span, match: re.Match) -> bool:
    """An unknown name in capitals before a dash: long enough not to be an acronym."""
    return _is_upper(text, place) and place.end - place.start > 5 and match.groupdict().get("end") not in (None, ":")


def _is_upper(text: str, span: Span) -> bool:
    return text[span.start : span.end].isupper()


def _is_place(text: str, span: Span) -> bool:
    names = re.split(r"\s?/\s?", text[span.start : span.end])
    places = [place_named(name.strip(" .,")) for name in names]
    return all(p is not None and p.kind != "adjective" for p in places)


def _is_agency(text: str, span: Span) -> bool:
    name = text[span.start : span.end].strip(" .")
    if key(name) in outlets() or any(key(part) in outlets() for part in re.split(r"\s?/\s?|,\s", name)):
        return True
    bare = name.replace(" ", "")
    if _is_place(text, span):
        return False
    acronym = 2 <= len(bare) <= 5 and bare.isupper() and " " not in name
    site = bool(re.fullmatch(r"[A-Za-z0-9-]+\.[A-Za-z]{2,4}", name))
    return acronym or site or bool(re.search(r"(?i)(?:news|press|times|inform|agency|media|tass|today|post|herald|daily|tribune)\b", name))


def _span(match: re.Match, name: str) -> Span | None:
    if name not in match.re.groupindex or match.start(name) < 0:
        return None
    return Span(*match.span(name))
