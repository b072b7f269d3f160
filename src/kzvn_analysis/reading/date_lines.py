"""Recognise the lines that say when a clipping was published, and read the day off them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from . import gated as re
from .fold import fold
from .gazetteer import gazetteer, place_named
from .lexicon import alternation
from .model import Passage
from .outlets import spellings
from .written_dates import FULL_DATE, MONTH_AND_DAY, MONTHS, WEEKDAYS, date_in, month_and_day

_FULL_DATE = re.compile(FULL_DATE, re.I)
_DAY = re.compile(rf"(?<!\d){MONTH_AND_DAY}(?!\w)", re.I)
_MONTH = re.compile(rf"\b{MONTHS},?\s+(?:of\s+)?(?:19|20)\d\d\b", re.I)
_MONTH_ALONE = re.compile(rf"(?:(?:Published|Posted|Date)(?: in)?:?\s+)?{MONTHS},?\s+(?:19|20)\d\d", re.I)
_TIME = (
    r"\d{1,2}(?:[:.]|h)\d\d(?:[:.]\d\d)?(?:\.\d+)?Z?(?:\s*[ap]\.?m\b\.?)?"
    r"(?:\s*\(?(?:GMT|UTC|ICT|ALMT|AST)?\s*[+-]?\d{0,2}(?::\d\d)?\)?)?"
)
_CLOCK = re.compile(_TIME + r"|\b\d{1,2}\s*[ap]\.?m\b", re.I)
_WEEKDAY = re.compile(rf"\b{WEEKDAYS}(?![a-z])", re.I)
_LABEL = re.compile(
    r"\b(?:publi(?:shed|cation)|posted|updated?|modified|created|uploaded|released?|issued?|dated?|source|edition)\b",
    re.I,
)
_LABELLED = re.compile(r"\W*(?:last\s+)?(?:publi(?:shed|cation)|posted|updated?|modified)\b", re.I)
_LATER = re.compile(r"\b(?:updated?|modified|edited|revised|changed)\b", re.I)
_FIRST = re.compile(r"\b(?:publi(?:shed|cation)|posted|created|uploaded|released?)\b", re.I)
_FURNITURE = re.compile(
    rf"{FULL_DATE}|{_TIME}|{MONTH_AND_DAY}|{MONTHS}\s+(?:19|20)\d\d\b|\b{WEEKDAYS}(?![a-z])"
    r"|\b(?:updated?|published|publication|posted|last|modified|created|uploaded|released?|originally|first|appeared|date[d]?|on"
    r"|at|in|by|the|and|for|of|via|from|time|issue|issued|no|vol|volume|edition|number|nr|views?|reads?|min|minutes?|gmt|utc|hrs?"
    r"|hours?|local|am|pm|source|sources|author|reporter|editor|written|reported|story|this|article|news|report|item|text|was|has|been"
    r"|thu|hai|ba|tu|nam|sau|bay|chu|nhat|ngay|luc|cap)\b\.?|[#№\d]+",
    re.I,
)
_PARTED = re.compile(r"[|•·]|(?:^|\s)[-–—/]\s|^(?:By|Author|Reporter|Posted by|Written by)\b")
_WORD = re.compile(r"[^\W\d_]+")
# The day of something else: a treaty's, a birth's, a deadline; or a stretch of days.
_OTHER_DAY = re.compile(
    r"\b(?:establish\w*|treaty|signed|signing|born|birth|died|founded|entered|effective|deadline|event|held|venue|when|since|until|till"
    r"|anniversary|expires?|valid|accessed|retrieved|archived|photos?|images?|pictures?|illustration|adopted|ratified"
    r"|(?:read|see)\s+(?:also|more)|also\s+read|next|starts?|begins?|opens?|copyright)\b|©",
    re.I,
)
_BYLINE = re.compile(
    rf"(?:Posted\s+|Written\s+|Reported\s+)?(?:By|BY|by)\s+(?!{MONTHS}(?:\s|$))"
    r"[A-ZÀ-ỸĐ][\w.’'-]*(?:,?\s+(?:and\s+|in\s+|&\s+)?[A-ZÀ-ỸĐ][\w.’'-]*){0,7}"
)
_ISSUE = re.compile(r"\b(?:Issue|No\.?|Vol\.?|Volume|Edition|Number|Nr\.?)\s*#?\s*\d+|#\s?\d+\b", re.I)
_TOOL = re.compile(r"\s*date[ \xa0]")
_CLOSED = re.compile(r"[.!?…][\"”’')\]]*$")
_CITY_AND_DAY = re.compile(
    rf"(?P<first>[^\W\d][^\d,.()|]{{2,30}}?)[,.]\s+(?:[^\W\d][^\d,.()|]{{2,20}},\s+)?(?:{WEEKDAYS},?\s+)?(?:{FULL_DATE}|{MONTH_AND_DAY}\.?)|(?:{FULL_DATE}),?\s+(?P<last>[^\W\d][^\d,.()|]{{2,30}})",
    re.I,
)
_DAYS = re.compile(rf"\d\s?[-–]\s?\d{{1,2}}\s+{MONTHS}")  # "Digest: 16-30 September 2024" may come out later
# "VIETNAM, April 14 -", "ASTANA, Kazakhstan, Jan. 25", its news in the next paragraph
_PLACE_AND_DAY = re.compile(
    rf"[^\W\d][^\d,.()|]{{2,30}},\s+(?:{MONTH_AND_DAY}\s*[-–—]|[^\W\d][^\d,.()|]{{2,20}},\s+{MONTH_AND_DAY}\.?)", re.I
)
# "Ministry of Justice – 6 May 2025"
_OFFICE_AND_DAY = re.compile(
    r"(?:The\s+)?(?:Ministry|Embassy|Press[\s-]+[Ss]ervice|Office|Government|Department|Committee|Administration|Chamber|Agency)\b"
    rf"[^.;:!?\d]{{2,70}}[-–—|,]\s*(?:{FULL_DATE})"
)
_ENDS_IN_DATE = re.compile(rf"(?:[,|–—-]|\bon)\s*(?:{WEEKDAYS},?\s+)?(?:{FULL_DATE})(?:,?\s+{_TIME})?$")
_LONGEST = 140
_DIGIT = re.compile(r"\d").compiled()
_NAME_OF_PAPER = re.compile(r"(?:The )?[A-Z][\w.’'-]*(?: (?:of |the |and )*[A-Z][\w.’'-]*){0,5}")  # or its writer's
_SCRAP = 30
_STANDFIRST = 2  # so many paragraphs may stand above an article's date line


def is_date_line(line: str) -> bool:
    """Whether a line says when the text came out, and little else.

    That is a full date, or a day of the year with its weekday, hour or "Published", or an issue's month,
    or a dateline without its news.
    """
    if len(line) > _LONGEST or not _DIGIT.search(line):
        return False
    dates = sum(1 for _ in _FULL_DATE.finditer(line))
    if _OFFICE_AND_DAY.fullmatch(line) if dates else _PLACE_AND_DAY.fullmatch(line):
        return True
    if (
        not dates
        and not (_DAY.search(line) and _is_stamp(line))
        and not (_MONTH.search(line) and _ISSUE.search(line))
    ):
        return False
    if _OTHER_DAY.search(line) and not _FIRST.search(line):
        return False
    if dates > 1 and not _LABEL.search(line):
        return False
    rest = _others(line)
    if rest and line.endswith("."):
        return False
    if dates and _BYLINE.match(line):
        return True
    parted = bool(_PARTED.search(line))
    return len(rest) <= ((4 if parted else 2) if dates else 4 * (parted and bool(_ISSUE.search(line))))


def ends_in_date(line: str) -> bool:
    """Whether a line closes with a full date: "Chamber of Trade, news, 09.09.2021", "reported on 30 May 2018"."""
    return len(line) < _LONGEST and bool(_ENDS_IN_DATE.search(line)) and not _OTHER_DAY.search(line)


def is_issue_line(line: str) -> bool:
    """Whether a line numbers an issue: what stands above it is a masthead."""
    return len(line) < 80 and bool(_ISSUE.search(line))


def is_month_line(line: str) -> bool:
    """Whether a line names a month of a year and nothing else."""
    return bool(_MONTH_ALONE.fullmatch(line))


def own_date_lines(text: str, passages: Sequence[Passage]) -> Iterator[Passage]:
    """The date lines of the article itself, not those of other stories on its page, the surest first.

    One that stands between two stories is the later one's; but a standfirst may go before the article's own.
    """
    own = [p for i, p in enumerate(passages) if p.kind == "header" and is_own(text, passages, i)]

    def order(line: Passage) -> tuple[bool, bool, bool]:
        words = text[line.start : line.end]
        return not _TOOL.match(words), bool(_DAYS.search(words)), _is_update(words)

    yield from sorted(own, key=order)


def is_own(text: str, passages: Sequence[Passage], index: int) -> bool:
    """Whether the header `passages[index]` belongs to the article that the text begins with."""
    above = [p for p in passages[:index] if p.kind == "body" and not _is_scrap(text[p.start : p.end])]
    if not above or all(p.kind != "body" for p in passages[index:]):
        return True
    if len(above) <= _STANDFIRST and is_issue_line(text[passages[index - 1].start : passages[index - 1].end]):
        return True  # what stands above is a masthead
    after = next((p for p in passages[index + 1 :] if p.kind in ("body", "subhead", "dateline")), None)
    before = next(p for p in reversed(passages[:index]) if p.kind in ("body", "subhead", "title"))
    if above == [before] and _NAME_OF_PAPER.fullmatch(text, before.start, before.end):
        return _is_marked(text[passages[index].start : passages[index].end])
    return (
        len(above) <= _STANDFIRST
        and before is above[-1]
        and (after is None or after.kind != "subhead")
        and before.section == 0
        and _is_marked(text[passages[index].start : passages[index].end])
        and bool(_CLOSED.search(text[max(before.start, before.end - 4) : before.end]))
        and all(p.kind != "header" or _TOOL.match(text, p.start) for p in passages[:index])
    )


def _is_scrap(words: str) -> bool:
    """Whether a line is a rubric of the page rather than news: a few words without an end."""
    return len(words) < _SCRAP and not _CLOSED.search(words)


def published_in(line: str) -> tuple[tuple[int, int, int], int, int] | None:
    """The day of publication that a date line states, and where: not that of a later change."""
    label = _FIRST.search(line)
    starts = [label.end()] if label else []
    later = _LATER.search(line)
    if later and not label:
        first = date_in(line)
        if first and first[1] < later.start():
            return first
    for start in (*starts, 0):
        found = date_in(line, start)
        if found:
            return found
    return None


def place_in(text: str, line: Passage) -> tuple[int, int] | None:
    """Where the city stands in a line of nothing but a city and a day ("Astana, 6 May 2025")."""
    words = text[line.start : line.end]
    match = _CITY_AND_DAY.fullmatch(words)
    name = match and (match["first"] or match["last"])
    if not match or not name or not place_named(name) or place_named(name).kind != "city":
        return None
    start = match.start("first" if match["first"] else "last")
    return line.start + start, line.start + start + len(name)


def month_in(line: str) -> tuple[str, int, int] | None:
    """The month of an issue ("Vol. 3, May 2025"), and where it stands."""
    match = _MONTH.search(line)
    return (match[0], *match.span()) if match and not _FULL_DATE.search(line) else None


def day_in(line: str) -> tuple[int, int] | None:
    """Month and day of a date line that leaves its year out."""
    match = None if _FULL_DATE.search(line) else _DAY.search(line)
    return month_and_day(match[0]) if match else None


def is_stamped(line: str) -> bool:
    """Whether a date line is surely the article's own: a tool's, one with a label, the hour or the author."""
    return line.startswith("date") or bool(_CLOCK.search(line) or _LABELLED.match(line) or _BYLINE.match(line))


def _is_stamp(line: str) -> bool:
    return bool(_CLOCK.search(line) or _WEEKDAY.search(line) or _LABEL.search(line))


def _is_marked(line: str) -> bool:
    """Whether a date line is one by more than its date: an hour, a weekday, a label, an author, an outlet."""
    return (
        _is_stamp(line)
        or bool(_BYLINE.match(line) or known_names().search(fold(line).text))
        or not _others(line)
    )


def _is_update(line: str) -> bool:
    return bool(_LATER.search(line)) and not _FIRST.search(line)


def _others(line: str) -> list[str]:
    """The words of a date line that are no date's furniture, no outlet and no city."""
    folded = fold(line).text
    cut = [match.span() for match in known_names().finditer(folded)]
    cut += [(start, end) for start, end, place in gazetteer().find(folded) if place.kind == "city"]
    for start, end in cut:
        folded = folded[:start] + " " * (end - start) + folded[end:]
    return _WORD.findall(_FURNITURE.sub(" ", folded))


@cache
def known_names() -> re.Pattern:
    """Every known outlet, as it is written; for folded text."""
    names = alternation(fold(name).text for name in spellings())
    return re.compile(rf"(?<![\w.])(?:www\.)?{names}(?![\w-])")
