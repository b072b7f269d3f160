"""Find numbers, in digits ("1.04 billion", "341,720 thousand") and in words ("half a billion")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .. import gated as re
from .. import lexicon


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with its span.

    `scale` is the magnitude word's value, 1 where there is none; `value` includes it.  `spelt` is
    whether it is written in words.
    """

    start: int
    end: int
    value: Decimal
    scale: int = 1
    spelt: bool = False


def find_numerals(text: str, start: int, end: int) -> list[Numeral]:
    """The numbers of ``text[start:end]``, in order; parts of names ("COVID-19") and ordinals are none."""
    out: list[Numeral] = []
    done = start
    for token in _TOKEN.finditer(text[start:end]):
        first = start + token.start()
        if first < done:
            continue
        spelt = token[0].isalpha()
        match = (_SPELT if spelt else _WRITTEN).match(text, first, end)
        if not match:
            continue
        done = match.end()
        numeral = _from_words(match) if spelt else _from_digits(match)
        if numeral is not None:
            out.append(numeral)
    return out


_ROWS = lexicon.rows("numerals.tsv")
_VALUE = {word: Fraction(value) for word, value, _ in _ROWS}


def _words(*kinds: str) -> str:
    return lexicon.alternation(word for word, _, kind in _ROWS if kind in kinds)


_MAG = _words("magnitude")
_LARGE = _MAG.replace("(?:", "(?:hundred|", 1)
_ONE, _TEEN, _TEN = _words("one"), _words("teen"), _words("ten")
_SMALL = rf"(?:{_TEN}(?:[-\s]{_ONE})?|{_TEEN}|{_ONE})"
_HUNDRED = rf"(?:(?:{_SMALL}|an?)[-\s]hundred(?:\s+(?:and\s+)?{_SMALL})?)"
_CARDINAL = rf"(?:{_HUNDRED}|(?:{_SMALL}|an?)[-\s]dozen|{_SMALL})"
_AND_PART = r"(?:\s+and\s+(?:a\s+half|a\s+quarter|a\s+third|three[-\s]quarters|one[-\s]half|two[-\s]thirds))"
_PART_OF = (
    r"(?:an?[-\s])?half(?:[-\s]+(?:of[-\s]+)?an?)?|(?:an?|one)[-\s](?:quarter|third|fifth|tenth)[-\s]of[-\s](?:an?|one)"
    r"|three[-\s]quarters[-\s]of[-\s](?:an?|one)|two[-\s]thirds[-\s]of[-\s](?:an?|one)"
)
# Thousands may be parted by commas, points (twice at least), apostrophes or any sort of space.
_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f'’]\d{3})+(?:[.,]\d+)?"
    r"|\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d+(?:[.,]\d+)?"
)
_WRITTEN = re.compile(
    rf"(?<![\d.,])(?P<digits>{_DIGITS})(?![\d])(?!(?:st|nd|rd|th)\b)(?P<part>\s+(?:1/2|½)|½)?"
    rf"(?:\s*(?:-\s?)?(?P<mag>{_MAG})\b(?-i:\.(?=\s+(?:[a-z(]|U\.?S)))?"
    rf"(?:\s+(?P<mag2>thousand|million|billion)\b)?)?",
    re.IGNORECASE,
)
_SPELT = re.compile(
    rf"(?<![\w.-])(?:(?P<partof>{_PART_OF})[-\s]+(?P<pmag>{_LARGE})\b"
    rf"|(?P<cardinal>{_CARDINAL})(?P<and1>{_AND_PART})?(?:[-\s]+(?P<cmag>{_MAG})\b(?P<and2>{_AND_PART})?"
    rf"(?:\s+(?:and\s+)?(?P<rest>{_CARDINAL})(?!\s+{_MAG}))?)?(?![\w])"
    rf"|(?:an?|the)[-\s](?P<amag>{_LARGE})\b(?P<and3>{_AND_PART})?)",
    re.IGNORECASE,
)


def _either_case(words: Iterable[str]) -> str:
    """An alternation grouped by first letters, which is far quicker than one that ignores case."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[0], []).append(word[1:])
    return "|".join(f"[{first.upper()}{first}](?:{'|'.join(rest)})" for first, rest in groups.items())


_AFTER_ARTICLE = "|".join(
    ["half", "quarter", "third", "fifth", "tenth", "hundred", "dozen"]
    + [word for word, _, kind in _ROWS if kind == "magnitude"]
)
_FIRST = ["half", *(word for word, _, kind in _ROWS if kind in ("one", "teen", "ten"))]
# Where a number can begin; the patterns above are tried only there.
_TOKEN = re.compile(
    rf"\d+|(?<!\w)(?:(?:[Aa]n?|[Tt]he)(?=[\s-](?:{_AFTER_ARTICLE}))|(?:{_either_case(_FIRST)})(?!\w))"
)
_LONGEST = 24  # digits; nothing that is counted has more
_PARTS = {
    "half": Fraction(1, 2),
    "quarter": Fraction(1, 4),
    "third": Fraction(1, 3),
    "quarters": Fraction(3, 4),
    "thirds": Fraction(2, 3),
    "fifth": Fraction(1, 5),
    "tenth": Fraction(1, 10),
}
_MONTH_BEFORE = re.compile(r"(?:Jan|Feb|March|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+$")


def _from_digits(match: re.Match) -> Numeral | None:
    text, start = match.string, match.start()
    digits = match["digits"]
    if len(digits) > _LONGEST:
        return None
    if (
        text[max(start - 1, 0) : start] in "-‑"
        and text[max(start - 2, 0) : start - 1].isalpha()
        and start > 1
    ):
        return None
    if " " in digits and _MONTH_BEFORE.search(text[max(start - 12, 0) : start]):
        # "On May 12 500 tons" is a date and a number.
        start += digits.index(" ") + 1
        digits = digits[digits.index(" ") + 1 :]
    value = Decimal(_plain(digits))
    if match["part"]:
        value += Decimal("0.5")
    scale = 1
    for mag in ("mag", "mag2"):
        if match[mag]:
            scale *= int(_VALUE[match[mag].lower()])
    return Numeral(start, match.end(), value * scale, scale)


def _plain(digits: str) -> str:
    """`digits` with a decimal point and nothing between thousands."""
    digits = re.sub(r"[\s'’]", "", digits)
    if digits.count(".") > 1:
        return digits.replace(".", "").replace(",", ".")
    if re.fullmatch(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", digits):
        return digits.replace(",", "")
    return digits.replace(",", ".")


def _from_words(match: re.Match) -> Numeral | None:
    if match["partof"]:
        part = next(_PARTS[w] for w in re.findall(r"[a-z]+", match["partof"].lower()) if w in _PARTS)
        scale = _magnitude(match["pmag"])
        return Numeral(match.start(), match.end(), _decimal(part * scale), scale, True)
    if match["amag"]:
        scale = _magnitude(match["amag"])
        if match[0].lower().startswith("the") and not match.string[
            match.end() : match.end() + 8
        ].lower().startswith("-dollar"):
            return None  # "the million" counts nothing, "the billion-dollar mark" does
        value = (1 + _part(match["and3"])) * scale
        return Numeral(match.start(), match.end(), _decimal(value), scale, True)
    value, scale = _cardinal(match["cardinal"]) + _part(match["and1"]), 1
    if match["cmag"]:
        scale = _magnitude(match["cmag"])
        value = (value + _part(match["and2"])) * scale
        if match["rest"]:
            value += _cardinal(match["rest"])
    return Numeral(match.start(), match.end(), _decimal(value), scale, True)


def _magnitude(word: str) -> int:
    return 100 if word.lower() == "hundred" else int(_VALUE[word.lower()])


def _part(words: str | None) -> Fraction:
    if not words:
        return Fraction(0)
    return _PARTS[re.findall(r"[a-z]+", words.lower())[-1]]


def _cardinal(words: str) -> Fraction:
    total = Fraction(0)
    for word in _tokens(words):
        if word == "hundred":
            total = (total or 1) * 100
        elif word == "dozen":
            total = (total or 1) * 12
        elif word in _VALUE:
            total += _VALUE[word]
    return total


def _tokens(words: str) -> Iterable[str]:
    return re.findall(r"[a-z]+", words.lower())


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
