"""The visits and meetings that a sentence dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ...edtf import edtf_bounds
from ...reading import DateMention, Reading, Sentence
from ...reading import gated as re
from .cues import cue


@dataclass(frozen=True, slots=True)
class Event:
    """A visit (`stay`: it lasts some days) or a meeting, first and last day."""

    first: date
    last: date
    stay: bool


def events_of(reading: Reading, sentence: Sentence, *, recent: bool) -> Iterator[Event]:
    """The visits and meetings that a sentence dates, unless still to come or, with `recent`, long past."""
    dates = reading.within(reading.dates, sentence)
    words = list(EVENT.finditer(sentence.text)) if dates else []
    if not words:
        return
    published = edtf_bounds(reading.published.edtf) if len(reading.published.edtf or "") >= 7 else None
    for mention in dates:
        if mention.kind != "date" or mention.precision not in ("day", "range", "month", "none"):
            continue
        edtf = mention.edtf or _day_of_the_stay(reading, mention)
        if not edtf:
            continue
        first, last = edtf_bounds(edtf)
        if (last - first).days > 31 or published and first > published[1]:
            continue
        if recent and (published is None or first < published[0] - _RECENT):
            continue
        start = mention.start - sentence.start
        if TODAYS.match(sentence.text, start):
            continue
        before = sentence.text[:start]
        if not _REPORT_BEFORE.search(before) and not TO_COME.search(before[-40:]):
            yield Event(first, last, _is_stay(sentence.text, words, mention, start))


EVENT = re.compile(cue("event"), re.IGNORECASE)
TO_COME = re.compile(cue("to_come"), re.IGNORECASE)
STAY = re.compile(r"(?:visit(?!or)|arriv|land(?:ed|s)|trip|tour(?!is)|stay(?!s? of)|flew|travel)\w*", re.IGNORECASE)
TODAYS = re.compile(r"\btoday['’]s\s+(?:\w+\s+)?(?:meeting|talks|visit|session|event|ceremony|negotiations)\b")
_RECENT = timedelta(days=45)
_REPORT_BEFORE = re.compile(r"\b(?:reported|reports|wrote|writes|said|published|quoted)\b[^,;]{0,30}$", re.IGNORECASE)


def _day_of_the_stay(reading: Reading, mention: DateMention) -> str | None:
    """A day without its year that lies within a stay told in full: "on November 8", "… from November 7-10, 2017"."""
    for stay in reading.dates if len(mention.month_day or "") == 5 else ():
        first, _, last = (stay.edtf or "").partition("/")
        if len(first) == len(last) == 10 and first[:4] == last[:4] and first[5:] <= mention.month_day <= last[5:]:
            return f"{first[:4]}-{mention.month_day}"
    return None


def _is_stay(text: str, words: list[re.Match], mention: DateMention, start: int) -> bool:
    """Whether the date is that of a visit and not of what happened during it."""
    end = start + mention.end - mention.start
    if any(aside.start() < start < aside.end() and _TRAVELLED.search(aside[0]) for aside in _ASIDE.finditer(text)):
        return True  # "met the guest, who arrived on Tuesday"
    around = _ASIDE.sub(" ", text)
    if mention.precision == "day" and _MET.search(around) and not _TRAVELLED.search(around):
        return False  # "Today the guest, who is here on a visit, held talks …"
    last = max((w for w in words if w.end() < start), key=lambda w: w.end(), default=None)
    if mention.precision == "range" and last and STAY.match(last[0]) and start - last.end() < 40:
        return True  # "on a visit to Hanoi from May 22 to 24, received …"
    nearest = min(words, key=lambda w: w.start() - end if w.start() >= end else start - w.end())
    return bool(STAY.match(nearest[0]) or _TRAVELLED.search(around))


_ASIDE = re.compile(r",\s+(?:who|which|whose)\b[^,;]*")
_MET = re.compile(
    r"\b(?:talks|met|meetings?|received|receives|hosted|ceremony|sessions?|consultations?|forum|negotiations|reception|"
    r"welcomed|greeted|conference|co-chaired|chaired|conversation|held)\b",
    re.IGNORECASE,
)
_TRAVELLED = re.compile(
    r"\b(?:(?:left|departed|wrapp\w+ up|conclud\w+|end(?:ed|s)?|paid|pays|paying|made|making|began|begins|"
    r"beginning|start\w*|embark\w+ on)\b[^.;]{0,60}\b(?:visit|trip|tour|stay)|"
    r"arriv\w+|landed|visited|flew|travelled|traveled)\b",
    re.IGNORECASE,
)
