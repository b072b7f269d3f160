"""Read what a number counts from the words beside it: a currency, a percentage, a ratio, a unit of size."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from .. import gated as re
from .. import lexicon


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit beside a number: its name, where its words stand, and what it multiplies the number by."""

    start: int
    end: int
    name: str
    factor: Decimal = Decimal(1)


def unit_before(text: str, start: int, number: int) -> Unit | None:
    """The currency that ends right before the number at `number`, not reaching before `start`."""
    match = _CURRENCY_BEFORE.search(text, max(start, number - 9), number)
    if not match:
        return None
    return Unit(match.start(), match.end(), _CODE_BEFORE[_key(match[1])])


def unit_after(text: str, number: int, end: int) -> Unit | None:
    """The unit that follows the number ending at `number`, within ``text[:end]``."""
    for read in (_currency, _rate, _measure, _counted, _frequency):
        unit = read(text, number, end)
        if unit:
            return unit
    return None


def letter_after(text: str, number: int, end: int) -> tuple[int, int] | None:
    """A magnitude letter after a money number ("$500m"): where it ends and its value."""
    match = _LETTER.match(text, number, end)
    return (match.end(), _LETTERS[match[1].lower()]) if match else None


def _key(words: str) -> str:
    return " ".join(words.lower().split())


def _forms(cell: str) -> list[str]:
    forms = [form.strip() for form in cell.split(" | ") if form.strip()]
    return [f for form in forms for f in dict.fromkeys((form, unicodedata.normalize("NFD", form)))]


_CURRENCIES = [
    (code, _forms(before), _forms(after)) for code, before, after in lexicon.rows("currencies.tsv")
]
_CODE_BEFORE = {_key(form): code for code, before, _ in _CURRENCIES for form in before}
_CODE_AFTER = {_key(form): code for code, _, after in _CURRENCIES for form in after}
_LETTERS = {word: int(value) for word, value, kind in lexicon.rows("numerals.tsv") if kind == "letter"}
_LETTER = re.compile(rf"\s?({'|'.join(_LETTERS)})\b(?!['’])", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(
    rf"(?<![A-Za-z$])({lexicon.alternation(_CODE_BEFORE)})\s?-?\s*\Z", re.IGNORECASE
)
_CURRENCY_AFTER = re.compile(
    rf"(?:\s*-\s*|\s*)(?:of\s+)?({lexicon.alternation(_CODE_AFTER)})(?![\w$]|\s*(?:US\$|[$€£])?\d)",
    re.IGNORECASE,
)


def _currency(text: str, number: int, end: int) -> Unit | None:
    match = _CURRENCY_AFTER.match(text, number, end)
    return Unit(match.start(1), match.end(1), _CODE_AFTER[_key(match[1])]) if match else None


_RATE = re.compile(
    r"\s*-?\s*(?:(?P<pp>(?:percent(?:age)?|per\s+cent)\s+points?|p\.p\.|pp\b)"
    r"|(?P<percent>%|percent\b|per\s?cent\b|pct\b|p\.c\.)"
    r"|(?P<times>times\b(?!\s+(?:an?|per|each|every|weekly|monthly|daily)\b)|-?\s?fold\b|x\b|×))",
    re.IGNORECASE,
)


def _rate(text: str, number: int, end: int) -> Unit | None:
    match = _RATE.match(text, number, end)
    if not match:
        return None
    name = {"pp": "pp", "percent": "%", "times": "x"}[match.lastgroup]
    if name == "x" and match["times"].lower() == "times" and not _compares(text, number, match.end(), end):
        return None
    return Unit(match.start(), match.end(), name)


_GROWTH = lexicon.alternation(lexicon.words("growth.tsv"))
_GREW = re.compile(
    rf"\b{_GROWTH}\b[^.;]{{0,30}}\Z|\bby\s+(?:(?:about|around|nearly|almost|over|some|roughly|up\s+to)\s+)?"
    r"(?:[\w.,]+\s+(?:to|or)\s+)?[\w.,]+\Z|\d[.,]\d\Z|\bhalf\Z",
    re.IGNORECASE,
)
_THAN = re.compile(rf"\s+(?:as|that|the|its|over|compared|those|what|{_GROWTH})\b", re.IGNORECASE)


def _compares(text: str, number: int, after: int, end: int) -> bool:
    """Whether "N times" states growth rather than how often something happened."""
    return bool(_GREW.search(text, max(0, number - 48), number) or _THAN.match(text, after, end))


_UNITS = [
    (name, kind, Decimal(factor), _forms(forms)) for name, kind, factor, forms in lexicon.rows("units.tsv")
]
_MEASURES = {
    _key(form): (name, factor) for name, kind, factor, forms in _UNITS if kind == "measure" for form in forms
}
_COUNTED = {_key(form): name for name, kind, _, forms in _UNITS if kind == "count" for form in forms}
_PER = (
    r"(?:\s*/\s*|\s+(?:an?|per|each|every)\s+)(?P<per>year|annum|month|week|day|hour|season)\b"
    r"(?!\s+(?:ago|earlier|later|before|after|on|on-year|old|from|in|when)\b)"
    r"|\s+(?P<ly>annually|yearly|monthly|weekly|daily|p\.\s?a\.)(?!\w)"
)
_PERIOD = {
    "annum": "year",
    "annually": "year",
    "annual": "year",
    "yearly": "year",
    "p.a.": "year",
    "p. a.": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
}
_MEASURE = re.compile(rf"\s*-?\s*({lexicon.alternation(_MEASURES)})(?![\w²³])", re.IGNORECASE)
# Up to five words may part the unit from its period: "15 Kazakh students of aquaculture per annum".
_RATE_OF_TIME = re.compile(rf"(?:\s+(?!ago\b)[^\W\d_][\w’'-]*){{0,5}}?(?:{_PER})", re.IGNORECASE)
_SKIPPED = (
    r"(?!(?:of|and|or|in|on|at|to|for|from|by|with|as|per|an?|the|its|their|our|than|is|are|was|were|has|have|had"
    r"|which|who|that|while|million|billion|years?|months?|weeks?|days?|times|percent)\b(?!-old))"
)
_COUNT = re.compile(
    rf"(?:\s+|-)((?:{_SKIPPED}[^\W\d_][\w’'-]*(?:\s+|-)){{0,2}}?)({lexicon.alternation(_COUNTED)})\b",
    re.IGNORECASE,
)


def _measure(text: str, number: int, end: int) -> Unit | None:
    match = _MEASURE.match(text, number, end)
    if not match:
        return None
    name, factor = _MEASURES[_key(match[1])]
    return _timed(text, Unit(match.start(1), match.end(1), name, factor), end)


def _counted(text: str, number: int, end: int) -> Unit | None:
    match = _COUNT.match(text, number, end)
    if not match:
        return None
    unit = Unit(match.start(2), match.end(2), _COUNTED[_key(match[2])])
    inside = re.search(r"\b(weekly|daily|monthly|annual|yearly)\b", match[1], re.IGNORECASE)
    if inside:
        return Unit(unit.start, unit.end, f"{unit.name}/{_PERIOD[inside[1].lower()]}", unit.factor)
    return _timed(text, unit, end)


def _timed(text: str, unit: Unit, end: int) -> Unit:
    """`unit` with the period it is counted by, if the text gives one."""
    if "/" in unit.name:
        return unit
    match = _RATE_OF_TIME.match(text, unit.end, end)
    if match:
        period = (match["per"] or match["ly"]).lower()
        return Unit(unit.start, match.end(), f"{unit.name}/{_PERIOD.get(period, period)}", unit.factor)
    return unit


_FREQUENCY = re.compile(
    rf"\s+(?:times(?:{_PER})|(?P<bare>(?:an?|per|each|every)\s+(?P<bareper>week|day|month|year))\b"
    r"(?!\s+(?:ago|earlier|later|before|after|on)\b))",
    re.IGNORECASE,
)


def _frequency(text: str, number: int, end: int) -> Unit | None:
    """ "three times a week", and "two per week" where the thing counted was named before."""
    match = _FREQUENCY.match(text, number, end)
    if not match:
        return None
    period = (match["per"] or match["ly"] or match["bareper"]).lower()
    return Unit(match.start(), match.end(), f"times/{_PERIOD.get(period, period)}")
