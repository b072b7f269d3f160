"""The part of a long sentence that a note quotes: around the figure, name or title that the row holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..periods import MONTHS
from .markup import shorten, visible

Row = Mapping[str, Any]
LIMIT = 170
_AFTER = 30  # letters that are shown beyond what is quoted for, where there is room
_COMMON = frozenset(
    {"agreement", "memorandum", "between", "vietnam", "kazakhstan", "vietnamese", "kazakh", "flights", "cooperation"}
)
_RELATIVE = (
    r"\b(?:this|last|next|past|coming|same|previous)\s(?:year|month|week|spring|summer|autumn|fall|winter"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_OCCASIONS = {
    "talks": r"\b(?:talks|met|meeting|consultations)\b",
    "commission": r"\b(?:session|meeting|commission|(?:sub)?committee)\b",
    "delegation": r"\b(?:mission|delegation)s?\b",
}
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})


def excerpt(row: Row, limit: int = LIMIT) -> str:
    """A row's quote, shortened at words to about `limit` letters; what is left out is marked by "…".

    Kept are the figure, name or title that the row holds and, where both fit, the words that date it.
    Quotation marks within are single ones, since the quote stands in double ones.
    """
    text = visible(row["quote"]).translate(_INNER)
    if len(text) <= limit:
        return text
    start, end = _heart(row, text, limit - _AFTER)
    if end + _AFTER <= limit:
        return shorten(text, limit)
    # Far into the sentence: begin at a clause if one begins within reach, else at a word.
    least = min(max(end + _AFTER - limit, 0), start)
    clause = re.search(r"[,;:–] (?=\S)", text[least:start])
    begin = least + clause.end() if clause else text.find(" ", least, start) + 1 or start
    return "…" + shorten(text[begin:], limit)


def _heart(row: Row, text: str, room: int) -> tuple[int, int]:
    """Where the words stand that the quote is given for; the beginning where they aren't found."""
    found = next((m for needle in _needles(row) if (m := re.search(needle, text, re.IGNORECASE))), None)
    if found is None:
        return 0, 0
    start, end = found.span()
    for needle in _times(row.get("period")):
        spans = [m.span() for m in re.finditer(needle, text, re.IGNORECASE)]
        fit = [(min(start, s), max(end, e)) for s, e in spans if max(end, e) - min(start, s) <= room]
        if fit:
            return min(fit, key=lambda span: span[1] - span[0])
    return start, end


def _times(period: str | None) -> Iterator[str]:
    """What may date a row in its quote, as patterns."""
    for part in reversed((period or "").split("/")):
        year, _, rest = part.partition("-")
        month = int(rest[:2]) if rest else 0
        if 1 <= month <= 12:
            yield rf"\b{MONTHS[month][:3]}(?:{MONTHS[month][3:]})?\b"
        if year:
            yield rf"\b{year}\b"
    if period:
        yield _RELATIVE


def _needles(row: Row) -> Iterator[str]:
    """What to look for in the quote, as patterns, the most telling first."""
    if row.get("value_usd") is not None:
        for scale in (1e6, 1e9, 1.0, 1e3):
            yield rf"(?<![\d.,]){_digits(row['value_usd'] / scale)}(?![\d]|[.,]\d)"
    if ratio := row.get("change_ratio"):
        yield rf"(?<![\d.,]){_digits(abs(ratio - 1) * 100)} ?(?:%|per ?cent)"
        yield rf"(?<![\d.,]){_digits(ratio)}[ -](?:times|fold)"
        if ratio == 2:
            yield r"\b(?:doubl|twice|two-?fold)\w*"
    if row.get("quantity") is not None:
        yield rf"(?<![\d.,]){_digits(row['quantity'])}(?![\d]|[.,]\d)"
    for key in ("visitor", "counterpart"):
        if row.get(key):
            yield re.escape(visible(row[key]))
            yield rf"\b{re.escape(visible(row[key]).split()[-1])}\b"
    if "level" in row:
        yield _OCCASIONS.get(row["level"], r"\bvisit\w*")
    words = re.findall(r"\w{4,}", visible(row.get("title") or row.get("sector") or ""))
    for word in sorted(words, key=lambda w: (w.casefold() in _COMMON, -len(w))):
        yield rf"\b{re.escape(word)}"


def _digits(value: float) -> str:
    """A number as a pattern, with or without commas: ``15,?000``, ``532[.,]9``."""
    whole, _, rest = f"{value:.6f}".rstrip("0").rstrip(".").partition(".")
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",?", whole)
    return grouped + (f"[.,]{rest}" if rest else "")
