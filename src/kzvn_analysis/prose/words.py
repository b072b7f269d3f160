"""Grammar: numbers, money, growth, stretches of time and lists as words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..periods import day_words, once, when, words
from .markup import Md, escape

__all__ = [
    "amount",
    "counted",
    "days",
    "day_words",
    "growth",
    "listed",
    "money",
    "number",
    "multiple",
    "percent",
    "once",
    "when",
    "words",
]

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_HEDGE = {"exact": "", "about": "about ", "under": "nearly ", "over": "more than ", "least": "at least "}
# "classes" and "batches" lose two letters where there is one of them, "ferries" three, "flights" one.
_ONE = (
    (re.compile(r"(?<=\w\w)ies$"), "y"),
    (re.compile(r"(?<=ss|sh|ch)es$|(?<=x)es$|(?<=bus)es$"), ""),
    (re.compile(r"(?<=[^s])s$"), ""),
)
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(n: int) -> str:
    """A count: in words below ten, else in digits with commas."""
    return _NUMBERS[n] if 0 <= n < len(_NUMBERS) else f"{n:,}"


def counted(n: int, one: str, many: str | None = None) -> str:
    """A count with its noun: ``one visit``, ``12 visits``, ``no visits``."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def money(value: float, highest: float | None = None, bound: str = "exact", *, digits: int = 6) -> str:
    """An amount of dollars: ``$879 million``, ``nearly $1 billion``, ``$2–5 billion``."""
    hedge = _HEDGE[bound]
    if highest is not None and highest != value:
        scale, name = _scale(highest)
        if value and _scale(value)[1] == name:
            span = f"{_figure(value / scale, digits)}–{_figure(highest / scale, digits)}"
            return f"{hedge}${span}{name and ' ' + name}"
        return f"{hedge}{money(value, digits=digits)}–{money(highest, digits=digits)}"
    scale, name = _scale(value)
    sign = "−" if value < 0 else ""
    return f"{hedge}{sign}${_figure(abs(value) / scale, digits)}{name and ' ' + name}"


def _scale(value: float) -> tuple[float, str]:
    return next(((scale, name) for scale, name in _SCALES if abs(value) >= scale * 0.9999995), (1.0, ""))


def _figure(value: float, digits: int) -> str:
    """A number with as many digits as it has, rounded to `digits`, and commas."""
    whole = len(str(int(abs(value))))
    text = f"{round(value, digits - whole):,.{max(digits - whole, 0)}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(
    quantity: float, unit: str | None, highest: float | None = None, bound: str | None = None
) -> str:
    """A physical size: ``15,000 t``, ``1 flight a week``, ``100–200 ha``, ``more than 15,000 t``."""
    what, _, per = (unit or "").partition("/")
    ranged = highest is not None and highest != quantity
    if quantity == 1 and not ranged and len(what) > 2:
        for many, one in _ONE:
            if many.search(what):
                what = many.sub(one, what)
                break
    size = f"{_figure(quantity, 9)}–{_figure(highest, 9)}" if ranged else _figure(quantity, 9)
    return f"{_HEDGE[bound or 'exact']}{size} {what}{per and ' a ' + per}".strip()


def percent(share: float, digits: int = 1) -> str:
    """A share as a percentage: ``6.2%``."""
    text = f"{100 * share:.{digits}f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text}%".replace("-", "−")


def multiple(ratio: float) -> str:
    """A multiple before what it multiplies: ``twice``, ``3.8 times``."""
    return "twice" if ratio == 2 else f"{_figure(ratio, 4)} times"


def growth(ratio: float) -> str:
    """Growth as it is usually put: ``up 18.4%``, ``down 12%``, ``3.8 times as much``, ``unchanged``."""
    if ratio >= 2:
        return "twice as much" if ratio == 2 else f"{_figure(ratio, 6)} times as much"
    if ratio == 1:
        return "unchanged"
    return f"{'up' if ratio > 1 else 'down'} {percent(abs(ratio - 1))}"


def days(low: int, high: int | None = None) -> str:
    """A stretch of time: ``one day``, ``272 days``, ``620–650 days``; from three years on in years."""
    high = low if high is None else high
    span = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    text = "one day" if span == "1" else f"{span} days"
    if low < 3 * 365:
        return text
    a, b = f"{low / 365.25:.1f}", f"{high / 365.25:.1f}"
    return f"{text} ({a} years)" if low == high else f"{a if a == b else f'{a}–{b}'} years"


def listed(items: Sequence[object], last: str = "and") -> Md:
    """Items as a list in a sentence of a document: ``a``, ``a and b``, ``a, b and c``."""
    return Md(enumerated([escape(item) for item in items], last))


def enumerated(items: Sequence[str], last: str = "and") -> str:
    """Items as a list in plain text, for places that know no Markdown."""
    return f"{', '.join(items[:-1])} {last} {items[-1]}" if len(items) > 1 else "".join(items)
