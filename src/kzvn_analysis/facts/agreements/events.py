"""When the visit or meeting took place that a clipping tells of: what is signed at it is dated by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from ...reading import Reading, Sentence
from ...reading.dates.edtf import edtf_bounds
from .cues import cue
from .scene import Scene


def event_period(scene: Scene) -> str | None:
    """The period of the event that the sentence's passage tells of, no narrower than it is proved.

    The day of a meeting; the month of a visit, since a signing "during the visit" has no day; ``None``
    where the passage names no date or dates of several months.
    """
    reading, section = scene.reading, scene.sentence.section
    told = [s for s in reading.sentences if s.section == section and s.kind == "body"]
    place = next((i for i, s in enumerate(told) if s.start == scene.sentence.start), 0)
    passage = {s.start: s for s in (*told[max(0, place - 2) : place + 1], *told[:_LEAD])}.values()
    days = sorted({edtf_bounds(p) for s in passage for p in _event_dates(reading, s)})
    if not days:
        return None
    first, last = days[0][0], max(d[1] for d in days)
    if first == last and not any(_STAY.search(s.text) for s in passage):
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return None


_LEAD = 3  # how many sentences at a passage's head may tell of its event
_RECENT = timedelta(days=45)
_EVENT = re.compile(cue("event"), re.IGNORECASE)
_TO_COME = re.compile(cue("to_come"), re.IGNORECASE)
_STAY = re.compile(
    r"\b(?:visit(?!or)|arriv|trip|tour(?!is)|stay|flew)\w*|-day\b", re.IGNORECASE
)  # longer than a day
_REPORT_BEFORE = re.compile(
    r"\b(?:reported|reports|wrote|writes|said|published|quoted)\b[^,;]{0,30}$", re.IGNORECASE
)


def _event_dates(reading: Reading, sentence: Sentence) -> Iterator[str]:
    """Dates of a sentence that tell when its visit or meeting was, unless long past or still to come."""
    if len(reading.published.edtf or "") < 7 or not _EVENT.search(sentence.text):
        return
    published = edtf_bounds(reading.published.edtf)
    for date in reading.within(reading.dates, sentence):
        if not date.edtf or date.precision not in ("day", "range", "month"):
            continue
        first, last = edtf_bounds(date.edtf)
        if first > published[1] or first < published[0] - _RECENT or (last - first).days > 31:
            continue
        before = reading.text[sentence.start : date.start]
        if not _REPORT_BEFORE.search(before) and not _TO_COME.search(before[-40:]):
            yield date.edtf
