"""When the visit or meeting took place that a clipping tells of: what is signed at it is dated by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from ...reading import Reading, Sentence
from ...reading.dates.edtf import edtf_bounds
from .scene import Scene


def event_period(scene: Scene) -> str | None:
    """The period of the event that the sentence's passage tells of, no narrower than it is proved.

    The day where all its dates are one day, the month where they lie in one, else ``None``: a
    signing "during the visit" is not dated by the visit's days.
    """
    reading, section = scene.reading, scene.sentence.section
    told = [s for s in reading.sentences if s.section == section and s.kind == "body"]
    place = next((i for i, s in enumerate(told) if s.start == scene.sentence.start), 0)
    periods = [p for s in (*told[max(0, place - 2):place + 1], *told[:_LEAD]) for p in _event_dates(reading, s)]
    days = sorted({edtf_bounds(p) for p in periods})
    if not days:
        return None
    first, last = days[0][0], max(d[1] for d in days)
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return None


_LEAD = 3
_RECENT = timedelta(days=45)
_EVENT = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|trip|tour(?:ed)?|talks|talked|meeting|met|receiv\w+|host(?:ed)?|arriv\w+|session|ceremony|summit|"
    r"welcom\w+|delegation|mission|consultations|negotiations|forum|flew|stay(?:ed|s)?|held|greeted|issued|conversation)\b",
    re.IGNORECASE,
)
_REPORT_BEFORE = re.compile(r"\b(?:reported|reports|wrote|writes|said|published|quoted)\b[^,;]{0,30}$", re.IGNORECASE)
_NOT_YET = re.compile(
    r"\b(?:will|would|upcoming|planned|scheduled|due|expected|accepted|invit\w+|anniversary|since|later this|set for|next)\b",
    re.IGNORECASE,
)


def _event_dates(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Dates of a sentence that tell when its visit or meeting was; none of what is long past or still to come."""
    if not _EVENT.search(sentence.text) or not reading.published.edtf:
        return
    published = edtf_bounds(reading.published.edtf)
    for date in reading.within(reading.dates, sentence):
        if not date.edtf or date.precision not in ("day", "range", "month"):
            continue
        first, last = edtf_bounds(date.edtf)
        if last > published[1] or first < published[0] - _RECENT or (last - first).days > 31:
            continue
        before = reading.text[sentence.start:date.start]
        if _REPORT_BEFORE.search(before) or _NOT_YET.search(before[-40:]):
            continue
        yield date.edtf
