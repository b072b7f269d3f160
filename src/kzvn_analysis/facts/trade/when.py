"""Tell which period a figure covers, and which one its growth is measured from."""

from __future__ import annotations

from ...edtf import shift_months
from ...reading import DateMention
from ...reading import gated as re
from ...reading.dates import edtf_bounds, edtf_year, previous_year, shift_years
from .compared import LABEL, LEVEL_OF, compared_label, in_brackets, is_compared, when_it_stood
from .line import Line


def period_after(line: Line, end: int, limit: int, *, goal: bool = False, windows: bool = True) -> str | None:
    """The period given right after a figure that ends at `end`: "$879 million in 2024"."""
    for date in line.dates:
        if date.start < end or date.start >= limit or not covers(date, line, goal) or is_compared(line, date):
            continue
        if date.kind == "window" and not windows:
            return None
        if date.preposition in ("from", "between") and date.precision != "range":
            return None
        gap = _gap(line, end, date.start)
        if goal and not _GOAL_GAP.fullmatch(gap) or not goal and not _GAP.fullmatch(gap):
            return None
        if gap.lstrip().startswith(",") and _IT_THEN.match(line.low, date.end, limit):
            return None
        return _goal_year(date) if goal else _so_far(line, date)
    return None


def period_before(line: Line, start: int, end: int, mark: int, *, goal: bool = False) -> str | None:
    """The period given in ``[start, end)``, before a figure; the one nearest to its trade word at `mark`."""
    dates = [
        d
        for d in line.dates
        if start <= d.start and d.end <= end and covers(d, line, goal) and not is_compared(line, d)
    ]
    if goal:
        dates = [d for d in dates if d.preposition in ("by", "until", "before", "till") or d.edge == "end"]
        return _goal_year(dates[-1]) if dates else None
    dates = [d for d in dates if d.preposition == "since" or not _EVENT.search(line.low, start, d.start)]
    if not dates:
        return None
    return _so_far(line, min(dates, key=lambda d: (d.start < mark, abs(d.start - mark))))


def period_spoken_of(line: Line) -> str | None:
    """The one period of which a line speaks without a figure: "trade in the first quarter of 2021 pleased both"."""
    dates = [d for d in line.dates if d.edtf]
    if len(dates) != 1 or not covers(dates[0], line, False) or is_compared(line, dates[0]):
        return None
    return None if _EVENT.search(line.low, line.start, dates[0].start) else _so_far(line, dates[0])


def year_of_goal(line: Line) -> str | None:
    """The year by which a line says that a goal told before it is to be met: "achieve this by 2027"."""
    if not _THE_GOAL.search(line.low, line.start, line.end) or line.dollars:
        return None
    dates = [
        d for d in line.dates if d.preposition in ("by", "until", "before", "till", "in") and covers(d, line, True)
    ]
    return _goal_year(dates[0]) if len(dates) == 1 else None


def whole_year(period: str | None) -> str | None:
    """January to December of a year as that year; any other period as it is."""
    if period and len(period) == 15 and period[4:7] == "-01" and period[12:] == "-12" and period[:4] == period[8:12]:
        return period[:4]
    return period


def _so_far(line: Line, date: DateMention) -> str | None:
    """The period of a figure "by the end of October", "as of the third quarter": from January on."""
    if date.precision == "day":  # "as of November 1"
        month = shift_months(date.edtf, -1)
        return whole_year(f"{month[:4]}-01/{month}") if month[5:] != "01" else month
    led = line.lead(_AS_OF, date.start, 24)
    if not led and not (date.edge == "end" and date.preposition in ("by", "as", "from", "until", "through")):
        return date.edtf
    if date.precision == "month":
        last = date.edtf
    elif date.precision == "range" and len(date.edtf) == 15 and date.edtf[:4] == date.edtf[8:12]:
        last = date.edtf[8:]
    else:
        return date.edtf
    return whole_year(f"{last[:4]}-01/{last}") if last[5:] != "01" else last


A_YEAR_AGO = re.compile(
    r"(?i)\byear[\s-](?:on|over)[\s-]year|\bon[\s-]year|\b(?:a|one|the)\s+year\s+(?:ago|earlier|before)|\byear\s+(?:ago|earlier)"
)
_AS_OF_DAY = re.compile(r"\bas\s+of\s+\Z")
_AS_OF = re.compile(r"\b(?:as\s+of|up\s+to|by|through)\s+(?:the\s+)?\Z")


def base_of(line: Line, start: int, limit: int, period: str | None) -> str | None:
    """What growth at `start` is measured from: the period it names, else the same one a year earlier."""
    named = [d for d in line.dates if start <= d.start < limit and d.edtf and is_compared(line, d)]
    if not named:
        named = [
            d
            for d in line.dates
            if d.end <= start and d.edtf and is_compared(line, d) and not _FIGURE.search(line.low, d.end, start)
        ]
    years = next((d for d in line.dates if start <= d.start < limit and d.kind == "window" and d.duration), None)
    if years and not named:
        count, unit = years.duration
        return shift_years(period, -count) if unit == "year" and period and edtf_year(period) else None
    since = next((d for d in line.dates if start <= d.start < limit and d.preposition == "since" and d.edtf), None)
    if since and not named and not _RECORD.search(line.low, start, since.start):
        return since.edtf
    if named and A_YEAR_AGO.search(named[0].text):
        return a_year_before(period)
    if named and whole_year(named[0].edtf) != whole_year(period):
        return named[0].edtf
    return a_year_before(period)


def a_year_before(period: str | None) -> str | None:
    """The period one year earlier, where the one given lies within a year."""
    if period is None or edtf_year(period) is None:
        return None
    return previous_year(period)


def compared_period(line: Line, start: int, end: int, limit: int, main: str | None) -> str | None:
    """The period of a figure that another is compared with: "up from $X a year earlier"."""
    lead = line.unhedged(start)
    bracketed = in_brackets(line, lead) or compared_label(line, lead) or when_it_stood(line, lead)
    level = line.lead(LEVEL_OF, lead)
    if level and not bracketed:
        bracketed = next((d for d in line.dates if level.start() <= d.start < lead), None)
    if bracketed:
        return bracketed.edtf if bracketed.edtf and bracketed.edtf != main else a_year_before(main)
    if _YEAR_EARLIER.match(line.low, end, line.end) and a_year_before(main):
        return a_year_before(main)
    for date in line.dates:
        if not end <= date.start < limit:
            continue
        if not _GAP.fullmatch(_gap(line, end, date.start)):
            break
        if date.edtf and date.precision != "day" and date.kind == "date" and date.edtf != main:
            return date.edtf
        break
    return None


def labelled(line: Line, start: int) -> str | None:
    """The period that labels a figure: "2022 – $587 mln, 2023 – $941 mln"."""
    for date in line.dates:
        if date.end <= start and covers(date, line, False) and LABEL.fullmatch(line.low, date.end, start):
            return date.edtf
    return None


def tight_end(line: Line, end: int, limit: int) -> int:
    """Where the date that belongs to a figure ends; `end` itself if it has none of its own."""
    for date in line.dates:
        if end <= date.start < limit:
            return date.end if _GAP.fullmatch(_gap(line, end, date.start)) else end
    return end


def only_period(line: Line, end: int, limit: int) -> str | None:
    """The one period that follows a figure at some distance, where nothing else can have it."""
    dates = [d for d in line.dates if end <= d.start < limit]
    if len(dates) != 1 or not covers(dates[0], line, False) or is_compared(line, dates[0]):
        return None
    gap = line.low[end : dates[0].start]
    return None if len(gap) > 70 or _BREAK.search(gap) else dates[0].edtf


_THE_GOAL = re.compile(
    r"\b(?:the|this|that|these|those|such\s+an?)\s+(?:\w+\s+)?(?:goal|target|indicator|mark|level|figure|task|objective"
    r"|milestone|threshold|benchmark|volume|result)s?\b"
    r"|\b(?:achieve|reach|attain|meet|accomplish|fulfil|fulfill|do|realise|realize|hit)\s+(?:this|that|it|them)\b"
    r"|^\W*this\s+(?:should|is\s+to|will|must|can|could|is\s+expected|is\s+planned)\b"
)
_RECORD = re.compile(r"\b(?:highest|lowest|largest|most|best|worst|record|first|level|peak)\b")
_BREAK = re.compile(
    r"[.;:]|\b(?:and|or|but|while|when|which|who|that|after|before|since|as|because|thanks|where|with|will|signed"
    r"|agreed|held|to)\b"
)
_FIGURE = re.compile(r"[$€£]|\b(?:million|billion|mln|bln)\b")
_YEAR_EARLIER = re.compile(
    r"\s*,?\s*(?:recorded\s+|registered\s+|posted\s+)?(?:in\s+|for\s+|during\s+|over\s+)?(?:the\s+)?"
    r"(?:a\s+year\s+(?:earlier|ago|before)|previous\s+year|year\s+(?:earlier|before)"
    r"|(?:same|corresponding|similar)\s+(?:\w+\s+){1,3}(?:a|last|the\s+previous)\s+year)\b"
)
_GAP = re.compile(
    r"(?:\s+(?:worth\s+of\s+)?(?:goods|of\s+goods))?"
    r"(?:\s+(?:in|of)\s+(?:(?:bilateral|two-way|mutual|total|annual)\s+)?(?:trade|turnover|exports|imports|goods|value))?"
    r"(?:\s+(?:to|from|with|between|of)\s+(?:the\s+)?§){0,2}"
    r"(?:\s+between\s+the\s+two\s+(?:countries|sides|nations))?"
    r"(?:\s+for\s+the\s+first\s+time)?(?:\s+(?:already|recorded|registered|posted|achieved))?(?:,?\s+respectively,?)?\s*[(,]?\s*(?:as\s+early\s+as\s+)?"
    r"(?:(?:in|for|from|between|during|over|throughout|through|within|as\s+of|at\s+the\s+end\s+of|by)\s+)?"
    r"(?:the\s+)?(?:whole\s+of\s+|entire\s+)?"
)
# "it was $310 million in 2019, a year later it rose to $330 million": the date opens the next clause
_IT_THEN = re.compile(
    r"\s*,?\s*(?:it|they|trade|turnover|exports|imports|the\s+(?:figure|turnover|volume|indicator)|this)\s"
)
_GOAL_GAP = re.compile(
    r"(?:(?!\b(?:and|or|while|but|when)\b)[^.,;:]){0,60}?,?\s*"
    r"\b(?:by|in|for|until|till|before|through|from|within|to|of|during|already)\s+"
    r"(?:the\s+)?(?:end\s+of\s+|year\s+|early\s+|late\s+)?|\s*[(,]?\s*"
)
_EVENT = re.compile(
    r"\b(?:since|established|signed|visit\w*|met|meeting|held|began|begun|started|set\s+up|founded|opened|force|effect"
    r"|agreed|launched|adopted|upgraded|elevated|ratified|concluded|independence|relations|partnership|session|summit"
    r"|talks)\b[^.;,]{0,24}\Z"
)


def _gap(line: Line, start: int, end: int) -> str:
    """The text between a figure and a date with every place, or row of places, as one sign."""
    parts, at = [], start
    for place in line.places:
        if place.start >= at and place.end <= end:
            parts += [line.low[at : place.start], "§"]
            at = place.end
    return _PLACES.sub("§", _OTHER_MONEY.sub("", "".join([*parts, line.low[at:end]])))


_OTHER_MONEY = re.compile(r"\s*\([^()%+]{1,40}\)")  # "$123 million (VND2.9 trillion) in 2017"
_PLACES = re.compile(r"§(?:\s*(?:,|,?\s*and|[-–—])\s*(?:the\s+)?§)+")


def covers(date: DateMention, line: Line, goal: bool) -> bool:
    """Whether a date can be the period of a figure at all: no day, no anniversary, no "since 2015"."""
    if date.edtf is None or date.kind in ("duration", "anniversary"):
        return False
    if goal:
        return date.kind == "date"
    if (
        date.preposition == "to"
        or date.preposition == "since"
        and not (date.edge == "early" and date.precision == "year")
        or date.kind == "window"
        and date.duration
        and date.duration[1] not in ("month", "year")
    ):
        return False
    if date.precision == "day":
        return date.edtf.endswith("-01") and bool(line.lead(_AS_OF_DAY, date.start, 12))
    if date.precision == "range" and date.edtf.count("-") > 2:
        return date.edtf[4:10] == "-01-01"
    coming = date.tense in ("future", "plan") and date.basis == "publication"
    return not (coming and "next" in date.text.lower())


def _goal_year(date: DateMention) -> str | None:
    """The year a goal is set for; a window ("the next five years") gives none."""
    if date.precision == "range":
        years = {edtf_bounds(date.edtf)[0].year, edtf_bounds(date.edtf)[1].year}
        return date.edtf if len(years) > 1 else str(years.pop())
    return date.edtf[:4]
