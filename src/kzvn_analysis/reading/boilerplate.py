"""Recognise the lines of a clipping that are not its news: date lines, credits, notices, captions."""

from __future__ import annotations

import re

from .lexicon import alternation, rows

MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
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
_PHOTO = re.compile(
    r"[(\[—–-]?\s*\b(?:(?:Illustrative\s+|File\s+|Illustration\s+|Archive\s+)?(?:Photos?|Images?|Pictures?|Pics?)\s*(?:credits?|courtesy|source|by|from)?\s*"
    r"(?::|©|(?<=by)\s|(?<=from)\s|(?<=courtesy)\s)|(?:Screenshot|Screengrab)\b|[A-Z]{2,6}(?:/[A-Z]{2,6})*\s+(?:File\s+)?[Pp]hotos?\b"
    r"|Credits?:|\((?:Illustrative|Illustration|File)\s+photo\b)",
)
_POSE = re.compile(
    r"\((?:L|R|C|left|right|centre|center|front|middle|first|second|third|fourth|from|[LRC],|(?:[a-z]+\s){1,3}(?:left|right))\b[^)]{0,30}\)"
    r"|\b(?:second|third|first)\s+from\s+(?:left|right)\b|\bfile\s+photo\b|\billustrative\s+(?:photo|image)\b",
    re.I,
)


def line_kind(line: str) -> str | None:
    """What a line is by its own words: ``header``, ``credit``, ``notice``, ``caption``, or ``None`` for news."""
    if is_date_line(line):
        return "header"
    if _ALONE.fullmatch(line) or _START["notice"].match(line):
        return "notice"
    if len(line) < 260 and _INLINE_NOTICE.search(line):
        return "notice"
    if _START["credit"].match(line) and len(line) < 160:
        return "credit"
    if len(line) < 90 and (_BYLINE.fullmatch(line) or _SIGNED.fullmatch(line)):
        return "credit"
    if len(line) < 400 and (_PHOTO.search(line) or (_POSE.search(line) and len(line) < 250)):
        return "caption"
    return None


def is_date_line(line: str) -> bool:
    """Whether a line holds a full date and little else."""
    if len(line) > 100 or not _FULL_DATE.search(line):
        return False
    rest = _DATE_FURNITURE.sub(" ", line)
    if _BYLINE.match(line) and not line.endswith("."):
        return True
    return len(_WORD.findall(rest)) <= 2


def is_issue_line(line: str) -> bool:
    """Whether a line numbers an issue: what stands above it is a masthead."""
    return len(line) < 80 and bool(_ISSUE.search(line))


def is_masthead(line: str) -> bool:
    """Whether a line could be a newsletter's name."""
    return len(line) < 60 and (line.isupper() or bool(_MASTHEAD.search(line)))


def photo_credit(line: str) -> re.Match | None:
    """Where the photographer's credit of a line begins."""
    return _PHOTO.search(line)
