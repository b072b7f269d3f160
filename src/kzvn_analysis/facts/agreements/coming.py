"""When a visit or meeting still to come takes place: what is to be signed at it is expected then."""

from __future__ import annotations

from datetime import date

from ...edtf import edtf_bounds
from ...reading import gated as re
from .events import event_period, passage_of
from .scene import Scene
from .told_events import EVENT, TO_COME


def coming_period(scene: Scene) -> str | None:
    """The period of the visit or meeting still to come at which a sentence expects a signing.

    "On this occasion the two sides will sign …", after a sentence that dates a coming visit.
    """
    here = _WHILE_HERE.search(scene.lower)
    if here:  # told of a guest who has not left yet
        return (event_period(scene) or "")[:7] or None
    at_it, due = _AT_IT.search(scene.lower), _DUE.search(scene.lower)
    near = [d for d in scene.dates if not due or d.start < due.end() + 70]
    # "initialled in March, will be signed on that occasion"
    near = [d for d in near if not is_past(scene, d.mention.edtf)]
    if any(not _COVERED.fullmatch(d.mention.edtf or "") for d in near) or not (at_it or due):
        return None
    published = edtf_bounds(scene.reading.published.edtf) if scene.reading.published.edtf else None
    before, lead = passage_of(scene)
    same = [s for s in before[:-2] if s.paragraph == scene.sentence.paragraph]
    for sentence in [*reversed([*same, *before[-2:]]), *(lead if due else ())]:
        if not EVENT.search(sentence.text) and not (at_it and TO_COME.search(sentence.text)):
            continue
        ahead = {
            m.edtf
            for m in scene.reading.within(scene.reading.dates, sentence)
            if m.edtf and m.kind == "date" and m.precision in ("day", "range", "month")
            if published and _lies_ahead(m.edtf, published, sentence.text)
        }
        if len(ahead) == 1:
            edtf = ahead.pop()
            first, _, last = edtf.partition("/")
            if not last or len(first) == 7:  # a half-year, too
                return edtf
            return first[:7] if first[:7] == last[:7] else None
        months = {day[:7] for edtf in ahead for day in edtf.split("/")}
        if ahead or not due:
            return months.pop() if len(months) == 1 else None
    return None


def is_past(scene: Scene, edtf: str | None) -> bool:
    """Whether a date lies wholly before the publication."""
    published = scene.reading.published.edtf
    return bool(edtf and published) and edtf_bounds(edtf)[1] < edtf_bounds(published)[0]


def _lies_ahead(edtf: str, published: tuple[date, date], text: str) -> bool:
    """Whether a date is still to come; within a year known only as such, where the words say so."""
    first, last = edtf_bounds(edtf)
    if (published[1] - published[0]).days > 31:
        return first >= published[0] and bool(TO_COME.search(text) or _PREPARED.search(text))
    return last > published[1]


_PREPARED = re.compile(
    r"\b(?:prepar|plan|look\w*\s+forward|in\s+the\s+run-up|ahead\s+of|forthcoming|is\s+to|are\s+to)", re.I
)
_WHILE_HERE = re.compile(
    r"\bwhile\s+(?:the\s+)?[\w' -]{2,40}?\s+(?:is|was|are|were)\s+(?:still\s+)?"
    r"(?:here|there|in\s+(?:town|the\s+(?:city|country)|ha\s?noi|astana|nur-sultan))\b"
)
# told of a visit to come: "the two ministries are expected to sign a plan for 2025-2027"
_DUE = re.compile(
    r"\b(?:are|is)\s+(?:also\s+)?(?:expected|scheduled|due|set|planned|slated)\s+to\s+(?:be\s+)?(?:sign|ink|conclud)"
    r"|\b(?:will|(?:are|is)\s+to)\s+(?:also\s+|then\s+)?(?:witness|attend|oversee)\s+the\s+(?:signing|exchange)\b"
)
_COVERED = re.compile(r"\d{4}(?:/\d{4})?")
_AT_IT = re.compile(
    r"\b(?:on\s+(?:this|that|the)\s+occasion|(?:during|at|in\s+the\s+course\s+of|within\s+the\s+framework\s+of|"
    r"as\s+part\s+of)\s+(?:the|this|that|his|her)\s+(?:coming\s+|upcoming\s+|state\s+|official\s+)?"
    r"(?:visit|trip|talks|meeting|session|summit|forum)|(?:is|are)\s+to\s+be\s+signed\s+(?:then|there))\b"
)
