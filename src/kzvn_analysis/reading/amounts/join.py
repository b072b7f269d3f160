"""Join numbers with their units, and the two ends of a range with each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from .. import gated as re
from .numerals import Numeral
from .units import Unit, letter_after, unit_after, unit_before


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, or a range of two, with its unit; the span covers both."""

    start: int
    end: int
    value: float
    unit: str
    high: float | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """A number with what stands right beside it.

    `shared` is whether it takes its unit or magnitude from the number it is joined with.
    """

    start: int
    end: int
    value: Decimal
    scale: int
    unit: Unit | None
    spelt: bool
    shared: bool = False


def join_numerals(text: str, start: int, end: int, numerals: Sequence[Numeral]) -> list[Quantity]:
    """What the `numerals` of ``text[start:end]`` measure; a number without a unit is left out."""
    parts: list[_Part] = []
    for numeral in numerals:
        # A currency sign that the number before has taken is not there for this one.
        parts.append(_part(text, parts[-1].end if parts else start, end, numeral))
    _share_units(text, parts)
    _inherit_money(text, end, parts)
    out, i = [], 0
    while i < len(parts):
        part = parts[i]
        following = parts[i + 1] if i + 1 < len(parts) else None
        if part.unit and following and following.unit and _is_range(text, start, part, following):
            out.append(Quantity(part.start, following.end, _value(part), part.unit.name, _value(following)))
            i += 2
            continue
        if part.unit:
            out.append(Quantity(part.start, part.end, _value(part), part.unit.name))
        i += 1
    return out


def _value(part: _Part) -> float:
    return float(part.value * part.unit.factor)


def _part(text: str, start: int, end: int, numeral: Numeral) -> _Part:
    before = unit_before(text, start, numeral.start)
    last, value, scale = numeral.end, numeral.value, numeral.scale
    if before:
        letter = letter_after(text, last, end) if scale == 1 else None
        if letter:
            last, scale = letter
            value *= scale
        after = unit_after(text, last, end)
        if after and after.name == before.name:
            last = after.end
        return _Part(before.start, last, value, scale, before, numeral.spelt)
    if text[max(start, numeral.start - 1) : numeral.start].isalpha():
        return _Part(numeral.start, last, value, scale, None, numeral.spelt)  # "A320", "G20"
    letter = _money_letter(text, last, end) if scale == 1 else None
    if letter:
        last, factor, unit = letter
        return _Part(numeral.start, unit.end, value * factor, factor, unit, numeral.spelt)
    after = unit_after(text, last, end)
    return _Part(numeral.start, after.end if after else last, value, scale, after, numeral.spelt)


def _money_letter(text: str, last: int, end: int) -> tuple[int, int, Unit] | None:
    """ "500M USD": a magnitude letter that a currency follows."""
    letter = letter_after(text, last, end)
    unit = unit_after(text, letter[0], end) if letter else None
    return (*letter, unit) if unit and unit.name.isupper() and len(unit.name) == 3 else None


_TO = re.compile(r"\s*(?:[-–—‑~]|to|up\s+to)\s*|\s+(?:to|or|and|up\s+to)\s+(?:even\s+)?")
_LISTED = re.compile(r"\s*(?:[-–—‑~,]|to|or|and|up\s+to|,\s*and)\s*")
_AND = re.compile(r"\s+and\s+")
_BETWEEN = re.compile(r"\bbetween\s+(?:\w+\s+)?\Z", re.IGNORECASE)
# What changed "from 2 billion to 5 billion" or "by 20 million to 400 million" is no range.
_CHANGED = re.compile(
    r"\b(?:from|by|up|down|rose|grew|fell|climbed|jumped|increased?|raised?|added)\s+(?:\w+\s+){0,2}\Z",
    re.IGNORECASE,
)
# … but in "grew from $2 to $5 bln" something grew.
_GREW_FROM = re.compile(
    r"\b(?:rose|risen|rises?|grew|grown|grows?|fell|fallen|dropped|declined|climbed|jumped|soared|surged|went|increased?"
    r"|raised?|expanded?|lift(?:ed)?|boost(?:ed)?|brought|bring|up|down)\s+(?:\w+\s+){0,2}from\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)


def _share_units(text: str, parts: list[_Part]) -> None:
    """Let the ends of a range share what is said once.

    "2–5 billion dollars", "USD 2–5 billion", "between 1 and 1.5 billion dollars"; also the magnitude in
    "$96 and $436 million".
    """
    for i in range(len(parts) - 2, -1, -1):
        first, second = parts[i], parts[i + 1]
        joined = bool(_TO.fullmatch(text, first.end, second.start))
        if first.unit is None and second.unit is not None:
            if joined and not _year(first) and _small_enough(first, second):
                shared = first.scale == 1  # "420 million to 510 million dollars" has its magnitude
                parts[i] = _scaled(replace(first, unit=second.unit, shared=shared), second.scale)
        elif second.unit is None and first.unit is not None:
            tight = second.start - first.end <= 1
            if joined and _money(first) and (second.scale > 1 or tight and not _year(second)):
                parts[i] = _scaled(first, second.scale)
                parts[i + 1] = replace(second, unit=first.unit)
        elif _money(first) and first.value < 1000 and second.unit and second.unit.name == first.unit.name:
            listed = _LISTED.fullmatch(text, first.end, second.start)
            parts[i] = _scaled(first, second.scale) if listed else first


def _scaled(part: _Part, scale: int) -> _Part:
    """`part` with the magnitude `scale`, unless it has one of its own."""
    return part if part.scale > 1 else replace(part, value=part.value * scale, scale=scale, shared=True)


def _small_enough(first: _Part, second: _Part) -> bool:
    """Whether a bare number can be the lower end: "1 to 1.5 billion", not "25 and 3 billion"."""
    return first.scale > 1 or first.value * second.scale < second.value


def _year(part: _Part) -> bool:
    return part.scale == 1 and not part.spelt and 1900 <= part.value <= 2100


def _money(part: _Part) -> bool:
    return part.unit is not None and len(part.unit.name) == 3 and part.unit.name.isupper()


def _is_range(text: str, start: int, first: _Part, second: _Part) -> bool:
    between = text[first.end : second.start]
    if first.unit.name != second.unit.name or first.value >= second.value or not _TO.fullmatch(between):
        return False
    before = text[max(start, first.start - 40) : first.start]
    if _AND.fullmatch(between):
        return bool(_BETWEEN.search(before))
    # "from $2 to $5 bln" shares one magnitude, so it is a range even after "from".
    changed = _GREW_FROM if first.shared else _CHANGED
    return not ("to" in between and changed.search(before))


_LOOSE_AFTER = re.compile(
    r"\s*(?:\Z|[,;:.)\]–—]|(?:in|against|from|compared|and|or|to|by|for|while|last|this|during|year|versus|vs"
    r"|respectively|as|at|on|a\s+year|with|up|down|falling|worth|accounted|came|went|was|were)\b)",
    re.IGNORECASE,
)


def _inherit_money(text: str, end: int, parts: list[_Part]) -> None:
    """In "turnover of 371.5 mln dollars (exports – 16.4 mln)" the second figure is dollars too."""
    unit = None
    for i, part in enumerate(parts):
        if _money(part):
            unit = part.unit if part.scale > 1 else None
        elif unit and not part.unit and part.scale >= 1_000_000 and _LOOSE_AFTER.match(text, part.end, end):
            parts[i] = replace(part, unit=unit)
