"""Anniversaries of events whose year needs no saying: "the 30th anniversary of diplomatic relations"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from .. import gated as re
from ..fold import fold
from ..lexicon import rows
from ..model import Sentence
from .anniversaries import COUNTED, KEPT_NOW, OTHER_YEAR, counted
from .evidence import YEAR, Evidence, proof

_OTHERS = re.compile(
    r"\b(?:russia|china|chinese|japan|korea|cambodia|laos|lao|uzbek|kyrgyz|tajik|turkmen|mongolia|azerbaijan|ukrain|belarus|india"
    r"|united\s+states|u\.?s\.?|turk|german|france|french|hungar|poland|bulgaria|czech|roman|israel|iran|european|EU)",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:will|would|to\s+be|towards?|upcoming|coming|ahead|prepar\w+|forthcoming|next|future|approach\w*)\b",
    re.I,
)
_THIS = re.compile(r"\bthis\s+(?:year|month|week|day)|\btoday\b", re.I)
_COUNTS = ("year", "anniversary", "birthday", "century")  # one of these stands in whatever `COUNTED` finds
_OF = r"\s+(?:of|since|after|from)\s+"


def dated_jubilees(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[Evidence]:
    """ "Ties, established in 1992, … by their 25th anniversary next year": the year before that."""
    for sentence in sentences:
        if not _RELATIVE_YEAR.search(sentence.text):
            continue
        text = fold(sentence.text).text
        for match in COUNTED.finditer(text):
            if not (match["nth"] or match["ordinal"]) or match["hedge"] and "than" in match["hedge"]:
                continue
            when = _WHEN.match(text, match.end())
            base = _FOUNDED.search(text, max(0, match.start() - 140), match.start())
            if when and base and int(base["year"]) > 1900:
                shift = {"next": -1, "last": 1}.get(when["which"].lower(), 0)
                yield proof(sentence, int(base["year"]) + counted(match) + shift, base.start(), when.end())


_RELATIVE_YEAR = re.compile(r"\b(?P<which>this|next|last)\s+year\b", re.I)
_WHEN = re.compile(rf"[^.;:\d]{{0,60}}?{_RELATIVE_YEAR.pattern}", re.I)
_FOUNDED = re.compile(
    rf"\b(?:established|forged|founded|set\s+up|signed|opened|created|launched|begun|began|dating\s+from|date[sd]?\s+from)\s"
    rf"(?:(?!{YEAR})[^.;:\d]){{0,30}}?\b(?P<year>{YEAR})\b(?!\s*[-/]\s*\d)[^.;:]*$",
    re.I,
)


def jubilees(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[Evidence]:
    """ "The 30th anniversary of diplomatic relations", kept in the year the text was written.

    An anniversary that lies ahead tells nothing, unless it is this year's or next year's.
    """
    for sentence in sentences:
        small = sentence.text.lower()
        if not any(word in small for word in _COUNTS):
            continue
        if not KEPT_NOW.search(sentence.text) and sentence.kind != "title":
            continue
        text = fold(sentence.text).text
        for match in COUNTED.finditer(text):
            if match["hedge"] and not match["hedge"].lower().startswith("the"):
                continue
            for pattern, base, pair in _known():
                event = pattern.match(text, match.end())
                if not event or (pair and _OTHERS.search(text, max(0, match.start() - 60), event.end() + 40)):
                    continue
                coming = _NEXT.match(text, event.end())
                if coming:
                    yield proof(sentence, base + counted(match) - 1, match.start(), coming.end())
                    break
                rest = text[event.end() : event.end() + 60]
                if re.search(rf"\b{YEAR}\b", rest) or OTHER_YEAR.search(text):
                    break
                if _AHEAD.search(text) and not _THIS.search(text):
                    break
                yield proof(sentence, base + counted(match), match.start(), event.end())
                break


# "the 15th anniversary of diplomatic ties, due in May next year"
_NEXT = re.compile(r"[^.;:\d]{0,40}?\bnext\s+year\b", re.I)


@cache
def _known() -> tuple[tuple[re.Pattern, int, bool], ...]:
    return tuple(
        (re.compile(_OF + row[0], re.I), int(row[1]), len(row) > 2 and row[2] == "pair")
        for row in rows("jubilees.tsv")
    )
