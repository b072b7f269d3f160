"""Recognise the lines of a clipping that are not its news: date lines, mastheads, credits, notices."""

from __future__ import annotations

from . import gated as re
from .date_lines import is_date_line
from .fold import key
from .lexicon import alternation, rows, words
from .outlets import known_outlet
from .pictures import credit_end, is_caption

_MASTHEAD = re.compile(
    r"\b(?:weekly|daily|monthly|newsletter|bulletin|digest|briefing|briefs?|dispatch|gazette|review|monitor|insider|observer"
    r"|round-?up|outlook|watch|chronicle|updates?|this\s+(?:week|month)|week(?:\s+in\s+\w+)?|weekend)\b",
    re.I,
)
# Words that every newsletter's name may have; a name of nothing else names no outlet.
_PLAIN = frozenset(words("newsletter_words.txt"))
_SECTION_NAMES = frozenset(key(name) for name in words("not_datelines.txt"))


def _starting(kind: str) -> str:
    """A pattern for the beginnings that the data file lists as of that kind."""
    return alternation(row[0] for row in rows("boilerplate.tsv") if row[1] == kind).replace("'", "['’]")


_NOTICE = re.compile(rf"[\W_]*{_starting('notice')}(?![a-z])", re.I)
_CREDIT = re.compile(rf"[\W_]*{_starting('credit')}(?![a-z])", re.I)
_ALONE = re.compile(rf"\W*{_starting('notice-alone')}\W*", re.I)
_REST = re.compile(rf"\W*{_starting('notice-rest')}\W*", re.I)
_INLINE_NOTICE = re.compile(rf"\b{_starting('notice-within')}\b", re.I)
_NAME = r"[A-ZÀ-ỸĐ][\w.’'-]*"
_BYLINE = re.compile(rf"(?:By|BY|by)\s+{_NAME}(?:,?\s+(?:and\s+|in\s+|&\s+|[-–—]\s+)?{_NAME}){{0,7}}:?(?:\s+on\s+.*)?")
_SIGNED = re.compile(
    r"[(\[]?(?:[A-ZĐ]\w{0,4}\.\s?){1,4}\w{0,12}\.?\s*[(\[]?\s*"
    r"(?:(?:Translated|Edited|Compiled|Written|Reported)\s+by\b.*)?[)\]]?"
    r"|[(\[—–-]?\s*[A-Z]{2,6}(?:/[A-Z]{2,6})*\s*[)\]]?"
)
_SEPARATOR = re.compile(r"[^\w\s](?:\s*[^\w\s]){2,}")
_COUNTER = re.compile(
    r"[\W_]*\d[\d,. ]*\s*(?:views?|comments?|shares?|likes?|min(?:ute)?s?(?:\s+read)?)\b\W*", re.I
)
_TICKER = re.compile(r"\W*[A-Z]{3}\s?/\s?[A-Z]{3}\s*[=:]?\s*[\d.,]+.*")
_TRANSLATED = re.compile(r"By\s.{3,60}\b(?:[Tt]ranslated|[Ee]dited|[Cc]ompiled)\s+by\s.{3,60}")
_BARRED = re.compile(r"[^\W\d][\w .&’'-]{1,25}\s\|\s[\w .&’'-]{2,40}")
_CRUMBS = re.compile(r"[\w&’' -]{2,30}(?:\s[>»›]\s[\w&’', -]{2,60}){1,5}(?:\s?[>»›])?")
_MENU = re.compile(rf"(?:\W*{_starting('menu')}(?!\w))+\W*", re.I)
_SIGN_OFF = re.compile(
    r"(?<=[.!?”\")])\s*(?:/\.)?\s*((?:[—–-]{1,2}\s*|[(\[]\s*)[A-Z]{2,6}(?:/[A-Z]{2,6})*\s*[)\]]?)[./]*$"
)


def line_kind(line: str) -> str | None:
    """What a line is by its own words: header, credit, notice, caption, or ``None`` for news."""
    length = len(line)
    if is_date_line(line):
        return "header"
    if length < 300 and _NOTICE.match(line):
        return "notice"
    if length < 260 and _INLINE_NOTICE.search(line):
        return "notice"
    if length < 160 and _CREDIT.match(line):
        return "credit" if credit_end(line, 0, length) == length else None
    if length < 90:
        if known_outlet(line.strip(" ()[]—–-/.")) or _SIGNED.fullmatch(line):
            return "credit"
        if _TRANSLATED.fullmatch(line):
            return "credit"
        if _TICKER.fullmatch(line) or (_BARRED.fullmatch(line) and not line.endswith(".")):
            return "notice"
        if any(shape.fullmatch(line) for shape in (_ALONE, _REST, _COUNTER, _CRUMBS, _MENU)):
            return "notice"
        if not any(c.isalnum() for c in line):
            return "notice"
    return "caption" if length < 400 and is_caption(line) else None


def opens_other_news(line: str) -> bool:
    """Whether links to other news follow a line."""
    return len(line) < 60 and bool(_REST.fullmatch(line))


def is_masthead(line: str) -> bool:
    """Whether a line could be a newsletter's name."""
    shouted = line.isupper() and len(line.split()) <= 4
    return len(line) < 60 and (shouted or bool(_MASTHEAD.search(line)))


def names_newsletter(line: str) -> bool:
    """Whether a line is a newsletter's name and could be nothing else: a title in capitals, of its own words."""
    tokens = line.split()
    large = all(t[0].isupper() or t in ("of", "the", "in", "and", "for", "on") for t in tokens)
    telling = [w for w in key(line).split() if w.strip(".,:'’-") not in _PLAIN]
    return (
        is_masthead(line)
        and 2 <= len(tokens) <= 7
        and large
        and bool(telling)
        and not any(c.isdigit() for c in line)
    )


def is_kicker(line: str) -> bool:
    """Whether a line is the name of a newspaper's section above a title: "Politics", "BUSINESS"."""
    return len(line) < 30 and len(line.split()) <= 3 and (line.isupper() or key(line) in _SECTION_NAMES)


def is_byline(line: str) -> bool:
    """Whether a line names an author: "By Aida Haidar"."""
    return len(line) < 90 and bool(_BYLINE.fullmatch(line))


def is_separator(line: str) -> bool:
    """Whether a line is a row of asterisks or the like between two stories."""
    return len(line) < 90 and bool(_SEPARATOR.fullmatch(line))


def sign_off(text: str, start: int, end: int) -> int:
    """Where an agency's name after the last sentence begins ("— VNS"), or `end` where there is none."""
    match = _SIGN_OFF.search(text, max(start, end - 40), end)
    return match.start(1) if match else end
