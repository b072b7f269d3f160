"""Infer when an article was written from what it says: the narrowest period its words prove."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .boilerplate import FULL_DATE, MONTH_NUMBERS, MONTHS, parse_date
from .model import Published, Sentence

_YEAR = r"(?:19|20)\d\d"
_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = ["ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "fifteenth": 15, "twentieth": 20, "twenty-fifth": 25, "thirtieth": 30, "thirty-fifth": 35, "fortieth": 40, "fiftieth": 50,
}  # fmt: skip
_COUNT_WORDS = {w: i for i, w in enumerate((*_ONES, *_TEENS), 1)} | {w: 10 * i for i, w in enumerate(_TENS, 2)}
_COUNT_WORDS |= {f"{t}-{o}": 10 * i + j for i, t in enumerate(_TENS, 2) for j, o in enumerate(_ONES, 1)}
_WORDS = "|".join(sorted(_COUNT_WORDS, key=len, reverse=True))
_COUNT = rf"(?:(?P<count>\d{{1,3}}|{_WORDS})\s*(?:-\s*)?years?|(?P<quarter>a\s+quarter\s+of\s+a\s+century|a\s+quarter[- ]century)|(?P<half>half\s+a\s+century))"
_ORDINAL = rf"(?:(?P<nth>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}))\s+(?:anniversary|birthday|year\s+since)"
_ANNIVERSARY = re.compile(rf"(?P<hedge>\b(?:more\s+than|over|nearly|almost|about|around|some|roughly|close\s+to|past|last|next)\s+(?:the\s+)?)?\b(?:{_COUNT}|{_ORDINAL})\b", re.I)
_SINCE = re.compile(
    rf"\b(?:since|in|on|of|after|from|ago,?)\b(?:(?!\b(?:19|20)\d\d\b)[^;]){{0,110}}?\b(?:(?P<day>{MONTHS}\s+\d{{1,2}}|\d{{1,2}}\s+{MONTHS}),?\s+|{MONTHS}\s+)?(?P<year>{_YEAR})\b(?!\s*[-–]\s*\d)",
    re.I,
)
_NOW = re.compile(
    r"\b(?:marks?|marking|celebrates?|celebrating|observes?|commemorates?|turns|have\s+(?:gone\s+by|passed|elapsed|celebrated|marked)|has\s+(?:passed|elapsed)"
    r"|this\s+(?:year|month|week)|today|ago|(?:will|to)\s+(?:on\s+\w+\s+)?(?:mark|celebrate)|are\s+(?:marking|celebrating)|marked|on\s+the\s+occasion\s+of|on\s+the\s+threshold)\b",
    re.I,
)
_SHIFT = re.compile(r"\b(?:(?P<next>next|coming)|(?P<last>last|previous))\s+year\b", re.I)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|won't|going\s+to|to\s+be|plans?|planned|planning|plan\s+to|expected|expects?|aims?|aimed|target(?:s|ed)?|hopes?|hoped|intends?|scheduled"
    r"|due|set\s+for|by|until|strive|striving|goals?|towards?|upcoming|forecasts?|proposed|proposes?|could|may|might|should|pencilled|slated|vision|strategy|programme|program|period)\b",
    re.I,
)
_STATED = re.compile(
    rf"\b(?P<a>{_YEAR})\s+(?:marks?|is\s+(?:the|a|an|also)|has\s+been|will\s+(?:mark|be\s+(?:the|a|an)))\b"
    rf"|\bthis\s+year\s*[,(]\s*(?P<b>{_YEAR})\b|\b(?P<c>{_YEAR})\s*\(this\s+year\)|\bcurrent\s+year,?\s+\(?(?P<d>{_YEAR})\b"
    rf"|\bso\s+far\s+in\s+(?P<e>{_YEAR})\b|\b(?P<f>{_YEAR})\s+so\s+far\b|\bthis\s+(?:{MONTHS}|spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<g>{_YEAR})\b",
    re.I,
)
_SAME = r"(?:(?:the\s+)?(?:same|corresponding|similar|analogous)\s+(?:\w+\s+){0,3}?(?:of|in|last\s+year|to)?\s*)"
_LAST_AGAINST = re.compile(
    rf"\blast\s+year\b[^.;]{{0,140}}?\b(?:than|below|above|against|over|compared\s+(?:to|with)|versus|from|up\s+on|down\s+on|on)\s+(?:the\s+level\s+|that\s+|the\s+figure\s+)?(?:of\s+|in\s+|for\s+)?(?P<year>{_YEAR})\b",
    re.I,
)
_THIS_AGAINST = re.compile(
    rf"\bthis\s+year\b[^.;]{{0,160}}?\b(?:than|against|over|compared\s+(?:to|with)|versus|from|on)\s+{_SAME}?(?:of\s+|in\s+|for\s+)?(?P<year>{_YEAR})\b(?!\s*[-–]\s*\d)",
    re.I,
)
_PART_AGAINST = re.compile(
    rf"\b(?:months|quarter|half)\s+of\s+(?P<year>{_YEAR})\b[^;]{{0,160}}?\b(?:{_SAME}(?:of\s+|in\s+)?(?:the\s+)?(?:last|previous)\s+year|a\s+year\s+(?:earlier|ago)|year[- ]on[- ]year)\b",
    re.I,
)
_LAST_NAMED = re.compile(rf"\blast\s+year\s*[,(]\s*(?:in\s+)?(?P<a>{_YEAR})\s*[,)]|\b(?P<b>{_YEAR})\s*[,(]\s*last\s+year\b|\blast\s+(?:{MONTHS}|spring|summer|autumn|fall|winter),?\s+(?P<c>{_YEAR})\b", re.I)
_PART_YEAR = re.compile(
    r"\b(?:(?:first|second|third|1st|2nd|3rd|opening)\s+(?:quarter|half|(?:\w+\s+)?months)|(?:january|jan\.?)\s*(?:[-–—]|to|through)\s*[a-z]+|(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months)\b",
    re.I,
)
_STATISTIC = re.compile(r"\b(?:trade|turnover|exports?|imports?|GDP|commerce|shipments?|deliveries|growth|economy|investments?|arrivals|tourists)\b", re.I)
_PAST_VERB = re.compile(
    r"\b(?:was|were|had|has|have|did|fell|grew|rose|stood|made|came|went|saw|took|became|began|sold|bought|sent|hit|met|paid|held|gave|signed|brought|shrank|sank|dropped|\w{2,}ed)\b", re.I
)
_YEAR_AT = re.compile(rf"(?<![\d$€£.,-])(?<!US\$)\b(?P<year>{_YEAR})\b(?!\s*[-–—/]\s*\d)(?![,.]\d|\s*(?:%|percent|per cent|tons?|tonnes|people|companies|MW|km|hectares|mln|bln|million|billion))")
_BARE_DAY = re.compile(rf"\b(?:(?P<m1>{MONTHS})\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{MONTHS}))(?:st|nd|rd|th)?\b(?!\s*,?\s*(?:19|20)\d\d)(?!\s*(?:[-–—]|to)\s*\d{{1,2}},?\s+(?:19|20)\d\d)", re.I)
_THIS_YEAR = re.compile(r"\bthis\s+year\b|\blater\s+this\b|\bthis\s+year['’]s\b", re.I)
_CLAUSE = re.compile(r"[;:]|,\s+(?:while|and|but|which|who|where|as|with)\b|\bwhile\b|[()]|\.\s")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """A year that a stretch of the text proves, and a month of it if that is proved too."""

    year: int
    start: int
    end: int
    month: int | None = None
    day: int | None = None


def infer_published(text: str, sentences: Sequence[Sentence], day: tuple[int, int] | None) -> Published:
    """When an article that states no date was written.

    Parameters
    ----------
    text
        The article's text.
    sentences
        Its sentences.
    day
        Month and day of its dateline, where it has one.

    Returns
    -------
    Published
        ``inferred`` with the proving words, or ``unknown``: a year is given only where the text
        leaves no other, a month or day only where it names one.
    """
    if not sentences:
        return Published(None, "unknown")
    past, future = _bounds(sentences)
    for kind in (_lead_day, _sure, _sum_of_bounds, _statistics, _avoided):
        found = [e for e in kind(sentences, past, future) if e.year >= past and (not future or e.year <= future)]
        years = {e.year for e in found}
        if len(years) > 1 and not (kind is _sure and _majority(found)):
            return Published(None, "unknown")
        if found:
            best = _majority(found) if len(years) > 1 else max(found, key=lambda e: (e.day is not None, e.month is not None, -e.start))
            return _published(text, sentences, best, day)
    return Published(None, "unknown")


def _published(text: str, sentences: Sequence[Sentence], best: _Evidence, day: tuple[int, int] | None) -> Published:
    edtf = f"{best.year:04d}"
    month, date = best.month, best.day
    if day:
        month, date = day
    elif month is None:
        month = _lead_month(sentences)
    if month:
        edtf += f"-{month:02d}" + (f"-{date:02d}" if date else "")
    return Published(edtf, "inferred", text[best.start : best.end], best.start, best.end)


def _majority(found: Sequence[_Evidence]) -> _Evidence | None:
    """The first piece of evidence for a year that at least twice as many pieces prove as any other."""
    counts: dict[int, int] = {}
    for evidence in found:
        counts[evidence.year] = counts.get(evidence.year, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]:
        return None
    return next(e for e in found if e.year == ranked[0][0])


def _bounds(sentences: Sequence[Sentence]) -> tuple[int, int]:
    """The latest year told as past, and the earliest that lies ahead at its end (0 where there is none)."""
    past, future = 0, 0
    for sentence in sentences:
        for year, clause in _years(sentence):
            ahead = re.search(rf"\b(?:will|to\s+be|expected|due|scheduled|planned)\b[^.;]*\b(?:in|by\s+the\s+end\s+of|by|of|for)\s+(?:early\s+|late\s+|mid-)?{year}\b", clause, re.I)
            if ahead:
                future = min(future or year, year)
            elif not _FUTURE.search(clause) and _PAST_VERB.search(clause):
                past = max(past, year)
    return past, future if future >= past else 0


def _years(sentence: Sentence) -> Iterator[tuple[int, str]]:
    """Every year that a sentence names, with the clause it stands in."""
    cuts = [0, *(m.start() for m in _CLAUSE.finditer(sentence.text)), len(sentence.text)]
    for match in _YEAR_AT.finditer(sentence.text):
        left = max(c for c in cuts if c <= match.start())
        right = min(c for c in cuts if c >= match.end())
        clause = sentence.text[left:right]
        if len(clause.strip(" ();:,")) < 12:
            clause = sentence.text
        yield int(match["year"]), clause


def _lead_day(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[_Evidence]:
    """The lead tells of a full date as of today's event."""
    for sentence in [s for s in sentences if s.kind == "body"][:1]:
        for match in re.finditer(rf"(?P<on>\bon\s+(?:the\s+\w+\s+of\s+)?(?:\w+day,?\s+)?)(?P<date>{FULL_DATE})", sentence.text, re.I):
            before = sentence.text[: match.start()]
            if re.search(r"\b(?:since|established|founded|born|anniversary|dated|signed|ago|after|following|before)\b[^,]*$", before, re.I):
                continue
            date = parse_date(match["date"])
            if date and date[0] >= past and _PAST_VERB.search(sentence.text):
                yield _Evidence(date[0], sentence.start + match.start(), sentence.start + match.end(), date[1], date[2])


def _sure(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[_Evidence]:
    """Anniversaries, a year called this one, a comparison of last year or this year with a named one."""
    for sentence in sentences:
        yield from _anniversaries(sentence, sentences)
        for match in _STATED.finditer(sentence.text):
            year = next(int(y) for y in match.groups() if y)
            if not re.search(r"\b(?:in|since|of|until)\s+$", sentence.text[: match.start()]):
                rest = re.match(r"[^,;]{0,120}(?=[,;]|[.!?]$)", sentence.text[match.end() :])
                end = match.end() + (rest.end() if rest else 0)
                yield _Evidence(year, sentence.start + match.start(), sentence.start + end)
        for pattern, years in ((_LAST_AGAINST, 2), (_THIS_AGAINST, 1), (_PART_AGAINST, 0), (_LAST_NAMED, 1)):
            for match in pattern.finditer(sentence.text):
                year = next(int(y) for y in match.groups() if y)
                yield _Evidence(year + years, sentence.start + match.start(), sentence.start + match.end())


def _anniversaries(sentence: Sentence, sentences: Sequence[Sentence]) -> Iterator[_Evidence]:
    """ "25 years since 1992", "2025 marks 66 years since", "29 years ago, in 1992"."""
    text = sentence.text
    if not _NOW.search(text):
        return
    shift = _SHIFT.search(text)
    for match in _ANNIVERSARY.finditer(text):
        if match["hedge"] and not match["hedge"].lower().startswith(("past", "last", "next")) or re.search(r"\b(?:past|last|next|for|within|in|over)\s+(?:the\s+)?(?:past\s+|last\s+|next\s+)?$", text[: match.start()], re.I):
            continue
        if re.match(r"\s+(?:earlier|later|before|old|in\s+(?:prison|office))\b", text[match.end() :]):
            continue
        count = _count(match)
        since = _SINCE.search(text, match.end(), match.end() + 170)
        base = int(since["year"]) if since else None
        end = since.end() if since else match.end()
        if base is None:
            opening = re.match(rf"\W*In\s+({_YEAR}),", text)
            if opening and re.match(r"\s+ago\b", text[match.end() :]):
                base = int(opening[1])
        if base is None or not 1900 < base < 2100:
            continue
        year = base + count
        if shift and not (match.start() <= shift.start() <= end):
            year += -1 if shift["next"] else 1
        month = day = None
        if since and since["day"]:
            found = _month_day(since["day"])
            near = re.search(r"\b(?:on\s+\w+day|tomorrow|yesterday|this\s+week|today|on\s+this\s+day)\b", text, re.I)
            if found and near:
                month = found[0] if found[1] > 6 or near[0].lower() in ("today", "on this day") else None
                day = found[1] if near[0].lower() in ("today", "on this day") else None
            elif found and re.search(r"\bnext\s+month\b", text, re.I) and found[0] > 1:
                month = found[0] - 1
        yield _Evidence(year, sentence.start + match.start(), sentence.start + end, month, day)


def _count(match: re.Match) -> int:
    if match["quarter"]:
        return 25
    if match["half"]:
        return 50
    if match["nth"]:
        return int(match["nth"])
    if match["word"]:
        return _ORDINALS[match["word"].lower()]
    written = match["count"].lower()
    return int(written) if written.isdigit() else _COUNT_WORDS[written]


def _sum_of_bounds(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[_Evidence]:
    """What has happened in a year that still has something ahead was written in it."""
    if past and past == future:
        for sentence in sentences:
            match = re.search(rf"\b{past}\b", sentence.text)
            if match and _PAST_VERB.search(sentence.text):
                yield _Evidence(past, sentence.start, sentence.end)
                return


def _statistics(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[_Evidence]:
    """The newest whole year's figures, and then a part of a year that needs no name: the year after."""
    for i, sentence in enumerate(sentences):
        named = [y for y, clause in _years(sentence) if y == past and not _FUTURE.search(clause)]
        if not named or not _STATISTIC.search(sentence.text) or _PART_YEAR.search(sentence.text):
            continue
        for after in sentences[i : i + 4]:
            part = _PART_YEAR.search(after.text)
            if part and not re.search(rf"\b{_YEAR}\b", after.text[part.end() : part.end() + 25]):
                yield _Evidence(past + 1, sentence.start, max(sentence.end, after.start + part.end()))
                return


def _avoided(sentences: Sequence[Sentence], past: int, future: int) -> Iterator[_Evidence]:
    """A report on a day without a year that names a year as past and speaks of "this year": the year after.

    Had the named year been the current one, the report would have said "this year" there too; that it
    is the one just gone is how reports number years.  "Last year" beside it would speak against that.
    """
    news = [s for s in sentences if s.kind == "body"]
    if not past or not news or not _lead_month(sentences, strict=False):
        return
    if any(re.search(r"\blast\s+year\b", s.text, re.I) for s in news) or not any(_THIS_YEAR.search(s.text) for s in news):
        return
    for sentence in news:
        for year, clause in _years(sentence):
            if year == past and not _FUTURE.search(clause) and _PAST_VERB.search(clause) and re.search(rf"\bin\s+{year}\b", sentence.text, re.I):
                yield _Evidence(past + 1, sentence.start, sentence.end)
                return


def _lead_month(sentences: Sequence[Sentence], strict: bool = True) -> int | None:
    """The month of the day that the lead reports as just past; December says nothing, the year may have turned."""
    for sentence in [s for s in sentences if s.kind == "body"][:2]:
        for match in _BARE_DAY.finditer(sentence.text):
            clause = sentence.text[max(0, match.start() - 60) : match.start()]
            if re.search(r"\b(?:will|to\s+be|scheduled|due|from|until|till|through|by|since)\b[^,;]*$", clause, re.I) or not _PAST_VERB.search(sentence.text):
                continue
            month = MONTH_NUMBERS[(match["m1"] or match["m2"]).lower().rstrip(".")[:3]]
            if not 1 <= int(match["d1"] or match["d2"]) <= 31:
                continue
            return None if strict and month == 12 else month
    return None


def _month_day(written: str) -> tuple[int, int] | None:
    name = re.search(r"[A-Za-z]+", written)
    day = re.search(r"\d+", written)
    month = MONTH_NUMBERS.get(name[0].lower()[:3]) if name else None
    return (month, int(day[0])) if month and day else None
