"""Tell what each paragraph of a clipping is: title, subhead, body, or what is no news."""

from __future__ import annotations

from collections.abc import Sequence

from . import gated as re
from .boilerplate import (
    is_byline,
    is_kicker,
    is_masthead,
    is_separator,
    line_kind,
    names_newsletter,
    opens_other_news,
)
from .date_lines import ends_in_date, is_date_line, is_issue_line, is_month_line
from .dateline import match_dateline
from .lines import Line
from .pictures import is_photo_line

_ENDS = re.compile(
    r"[.!?…;:,][\"”’'»)\]]*$|[.!?…][\"”’'»)\]]*\s*(?:/\.|\([A-Z]{2,6}\)|[—–-]\s*[A-Z]{2,6}(?:/[A-Z]{2,6})?)$"
)
_FINISHED = re.compile(r"[.;,][\"”’')]*$")
_ABBREVIATED = re.compile(r"\b(?:U\.S|Co|Ltd|Inc|D\.C|a\.m|p\.m|Jr|etc)\.$")
_QUESTION = re.compile(r"\?[\"”’')]?$")
_ASKING = re.compile(r"(?:Q|Question|Reporter|Interviewer|Correspondent)\s*\d*\s*[:.]", re.I)
_INVITING = re.compile(
    r"(?:Let us|Let’s|Let's|And|Now|Turning|Please|Tell|Could you|Share|Describe|Speaking of|You)\b"
)
_BULLET = re.compile(r"[-–—•*·▪►>✓]\s|\(?\d{1,2}[.)]\s")
_LIST_ITEM = re.compile(r"[-–—•*·▪►>✓]\s")
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3}[.!]\s+[A-Z]")
_AUTHOR = re.compile(r"[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ][\w’'-]+(?:\s[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ][\w’'-]+){1,3}")
_NAME_LINE = re.compile(r"(?:The\s)?[A-ZĐ][\w.’'-]*(?:\s(?:of\s|the\s|and\s)?[A-ZĐ][\w.’'-]*){0,5}")
_BY = re.compile(r"(?:Posted\s+|Written\s+)?by\b", re.I)
_CAPITAL = re.compile(r"[\"“‘'(]?(?:[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ\d]|[a-z]+[A-Z])")


def paragraph_kinds(text: str, lines: Sequence[Line]) -> list[str]:
    """The kind of each paragraph, as in `Passage`, or ``separator`` for a row of asterisks."""
    kinds = [line.kind or _own_kind(_words(text, line)) for line in lines]
    _mark_other_news(text, lines, kinds)
    _mark_month(text, lines, kinds)
    _mark_masthead(text, lines, kinds)
    _mark_captions(text, lines, kinds)
    _mark_name_over_date(text, lines, kinds)
    news = [i for i, kind in enumerate(kinds) if kind is None]
    newsletter = _is_newsletter(text, lines, kinds)
    if "title" not in kinds and not newsletter:
        _mark_title(text, lines, kinds, news)
    titled = "title" in kinds
    title = next((_words(text, lines[i]) for i, kind in enumerate(kinds) if kind == "title"), None)
    asked = sum(_is_question(_words(text, lines[i])) for i in news) >= 2
    for place, i in enumerate(news):
        words, after = _words(text, lines[i]), news[place + 1 :]
        opening, signed = place == 0 and not titled, not after and place > 1
        if words == title:
            kinds[i] = "notice"
        elif is_byline(words) and (not opening or words.endswith(":")) or signed and _AUTHOR.fullmatch(words):
            kinds[i] = "credit"
        elif not after or (opening and not asked and not newsletter):
            kinds[i] = "body"
        elif place == 0 and titled and "header" not in kinds and ends_in_date(words):
            kinds[i] = "header"
        else:
            kinds[i] = "subhead" if _is_subhead(words, _words(text, lines[after[0]]), asked) else "body"
    return [kind or "body" for kind in kinds]


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end]


def _own_kind(words: str) -> str | None:
    return "separator" if is_separator(words) else line_kind(words)


def _mark_other_news(text: str, lines: Sequence[Line], kinds: list[str | None]) -> None:
    """What follows on "See more" is links, as long as more of the text stands before than after it."""
    for i, line in enumerate(lines):
        if kinds[i] == "notice" and opens_other_news(_words(text, line)) and 2 * line.start > len(text):
            kinds[i + 1 :] = [kind or "notice" for kind in kinds[i + 1 :]]
            return


def _mark_month(text: str, lines: Sequence[Line], kinds: list[str | None]) -> None:
    """The only line of a text that is nothing but a month ("July 2019") says at its head when the text came out."""
    short = [i for i, line in enumerate(lines) if line.end - line.start < _LONGEST_MONTH]
    months = [i for i in short if is_month_line(_words(text, lines[i]))]
    if len(months) == 1 and months[0] < _HEAD and kinds[months[0]] is None:
        kinds[months[0]] = "header"


_LONGEST_MONTH = 40
_HEAD = 4  # paragraphs


def _mark_masthead(text: str, lines: Sequence[Line], kinds: list[str | None]) -> None:
    """A newsletter's name above its issue's number and day is a header, not a title."""
    for i, line in enumerate(lines[:4]):
        if kinds[i] == "header" and i and is_issue_line(_words(text, line)):
            for j in range(i):
                if kinds[j] in (None, "credit") and len(_words(text, lines[j])) < 60:
                    kinds[j] = "header"
            return
    under_it = len(lines) > 1 and kinds[1] == "header" and not _BY.match(_words(text, lines[1]))
    if under_it and kinds[0] in (None, "credit") and is_masthead(_words(text, lines[0])):
        kinds[0] = "header"
    first = next((i for i, kind in enumerate(kinds) if kind is None), len(kinds))
    news = [
        _words(text, line) for line, kind in zip(lines[first:], kinds[first:], strict=True) if kind is None
    ]
    if len(news) > 4 and names_newsletter(news[0]) and _is_item(*news[1:3]):
        kinds[first] = "header"


def _mark_name_over_date(text: str, lines: Sequence[Line], kinds: list[str | None]) -> None:
    """The outlet's or author's name between the title and the date line is no news."""
    news = [i for i, kind in enumerate(kinds) if kind is None][1:2]
    if not news or news[0] + 1 >= len(lines) or kinds[news[0] + 1] != "header":
        return
    line, below = lines[news[0]], lines[news[0] + 1]
    name = _words(text, line)
    if len(name) < 50 and _NAME_LINE.fullmatch(name) and is_date_line(_words(text, below)):
        kinds[news[0]] = "header"


def _is_item(head: str, after: str) -> bool:
    """Whether one paragraph heads the other, as an item of a newsletter."""
    return (
        len(head) < 120
        and len(after) > max(60, len(head))
        and not _ENDS.search(head)
        and bool(_ENDS.search(after))
    )


def _mark_captions(text: str, lines: Sequence[Line], kinds: list[str | None]) -> None:
    """A short line without an end right above a photographer's credit, or where a picture was cut out."""
    opened = False
    for i, line in enumerate(lines):
        words = _words(text, line)
        if kinds[i] is None and opened and len(words) < 200 and not _FINISHED.search(words):
            credited = i + 1 < len(lines) and kinds[i + 1] == "credit"
            below = credited and is_photo_line(_words(text, lines[i + 1]))
            above = i > 0 and _words(text, lines[i - 1]) == "leftcenterrightdel"
            if below or above:
                kinds[i] = "caption"
        opened = opened or kinds[i] is None


def _mark_title(text: str, lines: Sequence[Line], kinds: list[str | None], news: list[int]) -> None:
    """Find the title at the head of `news`, and take it from there with the section's name above it."""
    if len(news) > 1 and is_kicker(_words(text, lines[news[0]])) and _is_title(text, lines[news[1]]):
        kinds[news.pop(0)] = "header"
    if len(news) > 1 and _is_title(text, lines[news[0]]):
        kinds[news.pop(0)] = "title"


def _is_newsletter(text: str, lines: Sequence[Line], kinds: Sequence[str | None]) -> bool:
    """Whether a masthead opens the text: its first short line heads an item, it is no title of the whole."""
    heads = [_words(text, line) for line, kind in zip(lines[:3], kinds[:3], strict=True) if kind == "header"]
    return len(heads) > 1 and any(is_masthead(h) and not is_date_line(h) for h in heads[:2])


def _is_title(text: str, line: Line) -> bool:
    words = _words(text, line)
    if len(words) > 220 or _BULLET.match(words):
        return False
    dateline = match_dateline(text, line.start, line.end)
    if dateline and (dateline.outlet or dateline.date or len(words) > 160):
        return False
    return bool(_ABBREVIATED.search(words)) or not (_FINISHED.search(words) or words.endswith(":"))


def _is_question(words: str) -> bool:
    return len(words) < 400 and bool(_QUESTION.search(words)) and words[0] not in '"“‘'


def _is_subhead(words: str, after: str, asked: bool) -> bool:
    """Whether a paragraph heads the one that follows it; `asked` tells that the text is an interview."""
    length, count = len(words), len(words.split())
    if _ASKING.match(words) or (asked and _is_question(words)):
        return True
    if asked and count <= 12 and words.endswith(".") and _INVITING.match(words):
        return True
    if length > 150 or count > 20 or (words[0] in '"“‘(' and words[-1] in '"”’)'):
        return False
    if _LIST_ITEM.match(words) or not _CAPITAL.match(words) or _TWO_SENTENCES.search(words):
        return False
    if words.endswith(":"):
        return count <= 8 and len(after) > 80 and not _BULLET.match(after)
    if _ENDS.search(words) and not (_QUESTION.search(words) and count <= 16):
        return False
    return len(after) > max(60, length) and bool(_ENDS.search(after))
