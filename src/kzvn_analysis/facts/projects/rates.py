"""Sizes that are told by the year or month, wherever the words stand: "400,000 tablets and 20,000 vials a year"."""

from __future__ import annotations

from dataclasses import replace

from ...reading import Amount
from ...reading import gated as re

_SPANS = {"annum": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_FOOT = re.compile(r"(?:\d+|twenty|forty|[a-z]+-five)[- ](?:foot|feet|ft)\b")  # how long a container is
_PER = re.compile(
    r"\s(?:of (?:[a-z-]+ ){1,3})?(?:and [\d.,]+ (?:million |thousand )?[a-z]+ )?"
    r"(?:(?:a|per|every|each) (?=year|annum|month|week|day)|(?=annually|yearly|monthly|weekly|daily))(\w+)\b"
    r"(?![- ]on[- ]year| (?:earlier|ago|before|later)\b)"
)
# "an annual capacity of 50,000 tons"
_YEARLY = re.compile(
    r"\b(?:annual|yearly) (?:[a-z]+ )?(?:capacity|output|throughput|production)(?: (?:of|at|is|will be|up to|to|about|"
    r"around|some|over|more than|nearly|reach|put|estimated))* \Z"
)


def by_the_year(amount: Amount, small: str, start: int, end: int) -> Amount:
    """`amount`, which stands at `start`–`end` of a sentence in lower case, with the span that it is told for."""
    if "/" in amount.unit or amount.unit in ("USD", "%", "x"):
        return amount
    per = _PER.match(small, end)
    if not per and not _YEARLY.search(small, 0, start):
        return amount
    return replace(amount, unit=f"{amount.unit}/{_SPANS.get(per[1], per[1]) if per else 'year'}")


def made_by_the_year(text: str) -> Amount | None:
    """What a plant makes in a year, where no list of units knows it: "will produce 40 million pens a year"."""
    match = _MADE.search(text)
    if not match or match["unit"] in _NO_UNIT:
        return None
    value = float(match["number"].replace(",", "")) * _TIMES.get(match["times"], 1)
    return Amount(*match.span("size"), match["size"], value, f"{match['unit']}/year")


_MADE = re.compile(
    r"\b(?:produc|mak|manufactur|assembl|turn(?:ing)? out|pack|sew)\w* "
    r"(?:up to |about |some |around |over |more than )*"
    r"(?P<size>(?P<number>\d[\d,]*(?:\.\d+)?) (?P<times>million |thousand |billion )?(?:[a-z]+ )?(?P<unit>[a-z]+s))"
    r"(?: of [a-z ]{3,25})? (?:an?|per|every|each) (?:year|annum)\b"
)
_TIMES = {"thousand ": 1e3, "million ": 1e6, "billion ": 1e9}
_NO_UNIT = ("tons", "tonnes", "dollars", "jobs", "years", "goods", "products")


def is_length(small: str, start: int) -> bool:
    """Whether what stands at `start` only tells how long a container is: "40-foot"."""
    return bool(_FOOT.match(small, start))
