"""Date the event that an anniversary remembers: "next month marks the 33rd anniversary of" → 1992-06."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...edtf import edtf_precision, edtf_year, shift_years
from .. import gated as re
from ..model import DateMention, Sentence
from .context import Context, span_of

_MARK = re.compile(
    r"\b(?:mark|celebrat|observ|commemorat|turn|fall|complet)(?:s|ed|es|ing|e)?\b", re.IGNORECASE
)
_DAY_ITSELF = re.compile(
    r"\s*(?:['’]s)?\s*(?:marks?|marked|is|was|will\s+(?:mark|be)|would\s+mark)\s+(?:the\s+|exactly\s+)?$",
    re.IGNORECASE,
)
# "2017 saw the 25th anniversary", "in 2017, when the two celebrated the 25th anniversary": however long ago
_SAW = re.compile(
    r"[^.;]{0,60}\b(?:saw|marked|celebrated|observed|commemorated|was|witnessed)\s+(?:the\s+|their\s+|its\s+)?",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:ahead\s+of|towards?|upcoming|coming|approach\w*|prepar\w*|forthcoming|next|in\s+anticipation|run-up)\b[^,;.]{0,30}$",
    re.IGNORECASE,
)


def date_anniversaries(
    context: Context, sentence: Sentence, mentions: Sequence[DateMention]
) -> list[DateMention]:
    """The mentions of a sentence, with its anniversaries dated where the sentence proves the year."""
    out = _spanned(mentions)
    mentions = tuple(out)
    for k, mention in enumerate(out):
        if mention.kind == "anniversary" and mention.duration:
            near = mentions[max(k - 20, 0) : k + 20]
            out[k] = _dated(context, sentence, mention, [m for m in near if m.kind == "date" and m.edtf])
    return out


def _spanned(mentions: Sequence[DateMention]) -> list[DateMention]:
    """Two years that bound the time since an event tell when it was: "31 years of relations (1992-2023)"."""
    counts = {m.duration[0] for m in mentions if m.kind == "anniversary" and m.duration}
    out = []
    for mention in mentions:
        years = _YEARS.fullmatch(mention.edtf or "") if mention.kind == "date" else None
        if years and int(years[2]) - int(years[1]) in counts:
            mention = replace(mention, edtf=years[1], precision="year")
        out.append(mention)
    return out


_YEARS = re.compile(r"(\d{4})/(\d{4})")


def _dated(
    context: Context, sentence: Sentence, mention: DateMention, dates: Sequence[DateMention]
) -> DateMention:
    count = mention.duration[0]
    now = context.publication.year
    single = [m for m in dates if m.precision in ("day", "month", "year") and not m.comparison]
    remembered = [m for m in single if now and abs(edtf_year(m.edtf) + count - now) <= 1]
    if remembered:
        event = min(
            remembered, key=lambda m: (abs(edtf_year(m.edtf) + count - now), abs(m.start - mention.start))
        )
        return _with(mention, event.edtf, "event", event)
    marked = [m for m in single if now is None or abs(edtf_year(m.edtf) - now) <= 1]
    lead = context.text[max(sentence.start, mention.start - 200) : mention.start]
    marked = marked or [m for m in single if _SAW.fullmatch(context.text[m.end : mention.start])]
    if marked:
        when = min(marked, key=lambda m: abs(m.start - mention.start))
        return _with(mention, _counted_back(context, mention, when, count, lead), "event", when)
    if now and not _AHEAD.search(lead):
        return _with(mention, f"{now - count:04d}", "publication", None)
    return mention


def _counted_back(context: Context, mention: DateMention, when: DateMention, count: int, lead: str) -> str:
    """So many years before `when`: to the day only if it is the anniversary, to the month if marked then."""
    gap = context.text[when.end : mention.start] if when.end <= mention.start else ""
    if 0 < len(gap) < 60 and _DAY_ITSELF.match(gap):
        return shift_years(when.edtf, -count)
    if when.precision == "month" and _MARK.search(lead):
        return shift_years(when.edtf, -count)
    return f"{edtf_year(when.edtf) - count:04d}"


def _with(mention: DateMention, edtf: str, basis: str, anchor: DateMention | None) -> DateMention:
    return replace(
        mention,
        edtf=edtf,
        precision=edtf_precision(edtf),
        basis=basis,
        anchor=span_of(anchor) if anchor else None,
    )
