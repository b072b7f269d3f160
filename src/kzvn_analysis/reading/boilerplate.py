"""Recognise the lines of a clipping that are not its news: date lines, credits, notices, captions."""

from __future__ import annotations

import calendar
import re

from .fold import key
from .lexicon import alternation, rows, words

MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
MONTH_NUMBERS = {m: i for i, m in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)}
WEEKDAYS = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?)"
FULL_DATE = (
    rf"(?:{MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,\s*|\s+)\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTHS},?\s+\d{{4}}"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})(?!\d)"
)
_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*\(?(?:GMT|UTC|ICT|ALMT|ICT)?\s*[+-]?\d{0,2}(?::\d\d)?\)?)?"
_FULL_DATE = re.compile(FULL_DATE, re.I)
_DATE_FURNITURE = re.compile(
    rf"{FULL_DATE}|{_TIME}|\b{WEEKDAYS}(?![a-z])|\b(?:updated?|published|posted|last|modified|created|date|on|at|in|by|the|and|time"
    r"|issue|no|vol|volume|edition|number|nr|views?|reads?|read|min|minutes?|gmt|utc|hrs?|hours?|local)\b\.?|[#\d]+",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")
_ISSUE = re.compile(r"\b(?:Issue|No\.?|Vol\.?|Volume|Edition|Number|Nr\.?)\s*#?\s*\d+|#\s?\d+\b", re.I)
_MASTHEAD = re.compile(r"\b(?:weekly|daily|monthly|newsletter|bulletin|digest|briefing|dispatch|gazette|review|monitor)\b", re.I)

_SECTION_NAMES = frozenset(key(name) for name in words("not_datelines.txt"))
_STARTS = rows("boilerplate.tsv")
_START = {
    kind: re.compile(rf"[\W_]*{alternation(r[0] for r in _STARTS if r[1] == kind)}(?![a-z])".replace("'", "['’]"), re.I)
    for kind in ("notice", "credit")
}
_ALONE = re.compile(rf"\W*{alternation(r[0] for r in _STARTS if r[1] == 'notice-alone')}\W*", re.I)
_BYLINE = re.compile(
    r"(?:By|BY|by)\s+(?:[A-ZÀ-ỸĐ][\w.’'-]*,?\s*(?:and\s+|in\s+|&\s*)?){1,8}(?:on\s+.*)?"
)
_SIGNED = re.compile(
    r"[(\[]?(?:[A-ZĐ][\w]{0,4}\.\s?){1,4}[\w.]*\s*[(\[]?\s*(?:(?:Translated|Edited|Compiled|Written|Reported)\s+by\b.*)?[)\]]?"
    r"|[(\[—–-]?\s*(?:[A-Z]{2,6}|VNA|VNS|VGP|NDO)(?:/[A-Z]{2,6})*\s*[)\]]?"
)
_INLINE_NOTICE = re.compile(
    r"\b(?:subscribe to|unsubscribe|sign up (?:here|for)|follow us on|our telegram|telegram channel|join (?:us|our)\b.*\btelegram"
    r"|whatsapp channel|click here|all rights reserved|newsletter subscribers)\b",
    re.I,
)
_PICTURE = r"(?:(?:Illustrative|Illustration|File|Archive|Cover|Stock)\s+)?(?:Photos?|Images?|Pictures?|Pics?|Infographics?|Collage)"
_PHOTO = re.compile(
    rf"(?:(?:^|(?<=\s)|[(\[])(?:{_PICTURE}\s*(?:credits?|courtesy|source|by|from)?\s*(?::|©)|{_PICTURE}\s+(?:by|courtesy\s+of|credit|taken\s+by)\s+(?=[A-ZĐ])"
    r"|[Cc]redits?\s*:|\((?:Illustrative|Illustration|File|Source:\s*Internet))"
    r"|(?:[(\[—–-]\s*|(?<=[.!?”]\s))[A-Z]{2,6}(?:/[A-Z]{2,6})*\s+(?:File\s+)?[Pp]hotos?(?=\s*(?:[A-ZĐ]|[)\]]|$)))"
)
_PHOTO_LINE = re.compile(rf"[\W_]*(?:{_PICTURE}|Screenshot|Credits?)\b", re.I)
_POSE = re.compile(
    r"\((?:L|R|C|left|right|centre|center|front|middle|pictured|seated|standing|(?:[a-z]+,?\s){1,3}(?:L|R|left|right|row)|[LR],[^)]{0,20})\)"
    r"|\b(?:second|third|first|fourth)\s+from\s+(?:the\s+)?(?:left|right)\b|\b(?:file|illustrative)\s+(?:photo|image)\b"
    r"|\bposes?\s+for\s+(?:a\s+)?(?:group\s+|commemorative\s+|souvenir\s+)?(?:photos?|pictures?)\b"
)
_SEPARATOR = re.compile(r"[^\w\s](?:\s*[^\w\s]){2,}")
_COUNTER = re.compile(r"[\W_]*\d[\d,. ]*\s*(?:views?|comments?|shares?|likes?|min(?:ute)?s?(?:\s+read)?)\b\W*", re.I)
_CRUMBS = re.compile(r"[\w&’' -]{2,30}(?:\s+[>»›]\s+[\w&’', -]{2,60}){1,5}")
_SIGN_OFF = re.compile(r"(?<=[.!?”\")])\s*(?:/\.)?\s*((?:[—–-]{1,2}\s*|[(\[]\s*)[A-Z]{2,6}(?:/[A-Z]{2,6})*\s*[)\]]?)[./]*$")


def line_kind(line: str) -> str | None:
    """What a line is by its own words: ``header``, ``credit``, ``notice``, ``caption``, or ``None`` for news."""
    length = len(line)
    if length < 120 and is_date_line(line):
        return "header"
    if _ALONE.fullmatch(line) or (length < 300 and _START["notice"].match(line)):
        return "notice"
    if length < 260 and _INLINE_NOTICE.search(line):
        return "notice"
    if length < 160 and _START["credit"].match(line):
        return "credit"
    if length < 90:
        if _SIGNED.fullmatch(line):
            return "credit"
        if _COUNTER.fullmatch(line) or _CRUMBS.fullmatch(line) or not any(c.isalnum() for c in line):
            return "notice"
    return "caption" if length < 400 and _is_caption(line) else None


def _is_caption(line: str) -> bool:
    """Whether a line is what stands under a picture: a sentence at most, and then whose picture it is."""
    credit = photo_credit(line, 0, len(line))
    if credit is not None and credit_end(line, credit, len(line)) == len(line):
        before = line[:credit].strip(" .(—–-")
        return len(before) < 300 and len(re.findall(r"[.!?]\s+[A-Z]", before)) <= 1
    return credit is None and len(line) < 250 and bool(_POSE.search(line))


def is_date_line(line: str) -> bool:
    """Whether a line holds a full date and little else."""
    if not _FULL_DATE.search(line):
        return False
    if _BYLINE.match(line) and not line.endswith("."):
        return True
    rest = len(_WORD.findall(_DATE_FURNITURE.sub(" ", line)))
    return rest <= (4 if re.search(r"[|•·]| [-–—] |^By\b", line) else 2) and not (rest and line.endswith("."))


def is_issue_line(line: str) -> bool:
    """Whether a line numbers an issue: what stands above it is a masthead."""
    return len(line) < 80 and bool(_ISSUE.search(line))


def is_masthead(line: str) -> bool:
    """Whether a line could be a newsletter's name."""
    return len(line) < 60 and (line.isupper() or bool(_MASTHEAD.search(line)))


def is_kicker(line: str) -> bool:
    """Whether a line is the name of a newspaper's section above a title: "Politics", "BUSINESS"."""
    return len(line) < 30 and len(line.split()) <= 3 and (line.isupper() or key(line) in _SECTION_NAMES)


def is_byline(line: str) -> bool:
    """Whether a line names an author: "By Aida Haidar"."""
    return len(line) < 90 and bool(_BYLINE.fullmatch(line))


def is_photo_line(line: str) -> bool:
    """Whether a credit line is a photographer's."""
    return bool(_PHOTO_LINE.match(line))


def is_separator(line: str) -> bool:
    """Whether a line is a row of asterisks or the like between two stories."""
    return bool(_SEPARATOR.fullmatch(line))


def photo_credit(text: str, start: int, end: int) -> int | None:
    """Where a photographer's credit begins between `start` and `end`."""
    match = _PHOTO.search(text, start, end)
    return match.start() if match else None


def credit_end(text: str, start: int, end: int) -> int:
    """Where the credit that begins at `start` ends: at its bracket, its full stop, or the line's end."""
    if text[start] in "([":
        close = re.compile(r"[)\]]\.?").search(text, start, end)
        stop = close.end() if close else end
    else:
        close = re.compile(r"(?<=\w\w)\.(?=\s+[A-ZĐ“\"])|(?<=[’'])\.(?=\s)").search(text, start, min(end, start + 120))
        stop = close.end() if close else end
    if not text[stop:end].strip(" .|)/") or (not close and end - start < 120):
        return end
    return stop


def sign_off(text: str, start: int, end: int) -> int:
    """Where an agency's name after the last sentence begins ("— VNS"), or `end` where there is none."""
    match = _SIGN_OFF.search(text, max(start, end - 40), end)
    return match.start(1) if match else end


def parse_date(written: str) -> tuple[int, int, int] | None:
    """Year, month and day of a full date; of ``05/06/2025`` the day is read first, as both countries write it."""
    name = re.search(r"[A-Za-z]{3,}", written)
    numbers = [int(n) for n in re.findall(r"\d+", written)]
    if name:
        month = MONTH_NUMBERS.get(name[0].lower()[:3])
        if month is None or len(numbers) != 2:
            return None
        day, year = numbers
    elif len(numbers) != 3:
        return None
    elif numbers[0] > 31:
        year, month, day = numbers
    else:
        day, month, year = numbers
        if month > 12:
            day, month = month, day
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return year, month, day


def date_in(line: str) -> tuple[tuple[int, int, int], int, int] | None:
    """The first full date of a line, and where it stands."""
    for match in _FULL_DATE.finditer(line):
        date = parse_date(match[0])
        if date:
            return date, match.start(), match.end()
    return None
