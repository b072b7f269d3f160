"""Tell when an article was published: stated in the text or its sidecar, or inferred from what it says."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Sequence

from ..seeds import Article
from . import gated as re
from .date_lines import day_in, is_stamped, month_in, own_date_lines, published_in
from .inferred import YEAR, DayOfYear, infer_published, newest_past_year
from .model import Passage, Published, Sentence, Span
from .outlet import first_dateline
from .written_dates import MONTHS, date_in, month_and_day, month_number

_YEAR = re.compile(YEAR)


def find_published(
    article: Article, passages: Sequence[Passage], sentences: Callable[[], Sequence[Sentence]]
) -> Published:
    """The publication date, and the words that prove it; the sidecar wins over the text.

    Parameters
    ----------
    article
    passages
        As `find_passages` gives them.
    sentences
        Gives the sentences, as `find_sentences` does; asked only where no line says it all.

    Returns
    -------
    Published
        ``stated`` by the sidecar, a date line or the dateline; else ``inferred``, with the narrowest
        period that the text proves; else ``unknown``.
    """
    if article.published:
        return Published(article.published, "stated")
    text = article.text
    day = month = None
    for passage in own_date_lines(text, passages):
        line = text[passage.start : passage.end]
        found = published_in(line)
        if found:
            # a day that the text itself looks back on is not its own
            if not is_stamped(line) and _is_outlived(found[0][0], text, sentences):
                continue
            return _stated(text, found[0], passage.start + found[1], passage.start + found[2])
        tool = _TOOL_MONTH.fullmatch(line)
        if tool:
            first = passage.start + tool.start(1)
            return Published.proved(text, tool[1], "stated", Span(first, first + len(tool[1])))
        written = month_in(line)
        if month is None and written and not _is_outlived(int(written[0][-4:]), text, sentences):
            month = (written, passage.start)
        day = day or _day_of_year(day_in(line), passage)
    dateline = first_dateline(text, passages)
    if dateline and dateline.date:
        written = text[dateline.date.start : dateline.date.end]
        found = date_in(written)
        if found:
            return _stated(text, found[0], dateline.date.start + found[1], dateline.date.start + found[2])
        day = _day_of_year(month_and_day(written), dateline.date) or day
        year = _year_in_title(text, passages, day.month) if day else None
        if day and year:
            return _stated(text, (year, day.month, day.day), day.start, day.end)
    if month:
        (written, start, end), offset = month
        edtf = f"{written[-4:]}-{month_number(written):02d}"
        return Published.proved(text, edtf, "stated", Span(offset + start, offset + end))
    return _of_digest(text, passages) or infer_published(text, sentences(), day)


def _title(text: str, passages: Sequence[Passage]) -> tuple[int, str]:
    """Where the title begins, and the title."""
    return next(((p.start, text[p.start : p.end]) for p in passages if p.kind == "title"), (0, ""))


def _year_in_title(text: str, passages: Sequence[Passage], month: int) -> int | None:
    """The one year that the title names with days of the month, or of which it is the review.

    "The week in brief (March 9-15, 2015)", "External relations in 2014: the year in review".
    """
    _, title = _title(text, passages)
    days = _DAYS_OF_MONTH.search(title)
    if days:
        return int(days["year"]) if month_number(days[0]) == month else None
    named = _YEAR.findall(title)
    return int(named[0]) if len(named) == 1 and _REVIEW.search(title) else None


def _of_digest(text: str, passages: Sequence[Passage]) -> Published | None:
    """What a digest of certain days tells came out on the last of them, if nothing says when."""
    start, title = _title(text, passages)
    days = _DAYS_OF_MONTH.search(title)
    month = days and month_number(days[0])
    if not days or not month:
        return None
    last = int(days["first"] or days["last"])
    if not 1 <= last <= monthrange(int(days["year"]), month)[1]:
        return None
    span = Span(start + days.start(), start + days.end())
    return Published.proved(text, f"{days['year']}-{month:02d}-{last:02d}", "inferred", span)


_DAYS_OF_MONTH = re.compile(
    rf"(?:{MONTHS}\s+\d{{1,2}}\s?[-–—]\s?(?P<first>\d{{1,2}}),?|\d{{1,2}}\s?[-–—]\s?(?P<last>\d{{1,2}})\s+{MONTHS},?)\s+(?P<year>{YEAR})\b",
    re.I,
)
_REVIEW = re.compile(r"\b(?:review|results|round-?up|recap|in\s+retrospect|looking\s+back|summary|year\s+of)\b", re.I)


_TOOL_MONTH = re.compile(r"date[ \xa0]+(\d{4}-(?:0[1-9]|1[0-2]))")  # a tool that knew no more than the month


def _is_outlived(year: int, text: str, sentences: Callable[[], Sequence[Sentence]]) -> bool:
    """Whether a text tells as past of what came after the year that follows `year`."""
    later = any(int(written) > year + 1 for written in _YEAR.findall(text))
    return later and newest_past_year(sentences()) > year + 1


def _day_of_year(found: tuple[int, int] | None, span: Span) -> DayOfYear | None:
    return DayOfYear(span.start, span.end, *found) if found else None


def _stated(text: str, date: tuple[int, int, int], start: int, end: int) -> Published:
    return Published.proved(text, "{:04d}-{:02d}-{:02d}".format(*date), "stated", Span(start, end))
