"""Part a text into passages: date header, title, dateline, captions, credits, notices, body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .boilerplate import is_issue_line, is_masthead, line_kind, photo_credit
from .dateline import match_dateline
from .model import Passage

_SPACE = " \t\n\v\f\xa0\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff\u3000\u2002\u2003\u2009\u202f\x85"
_BLANK = _SPACE + "|"
_RAW_LINE = re.compile(r"[^\n]+")
_HEADER = re.compile(r"\s*date[ \xa0]+\d{4}-\d\d-\d\d[ \xa0]?")
_ENDS = re.compile(r"[.!?…;:,][\"”’'»)\]]*$|[.!?…][\"”’'»)\]]*\s*(?:/\.|[—–-]\s*[A-Z]{2,6})?$")
_QUESTION = re.compile(r"\?[\"”’']?$")
_BULLET = re.compile(r"[-–—•*·▪►>]\s|\(?\d{1,2}[.)]\s")
_LOWER = re.compile(r"[a-zß-öø-ÿăđĩũơư]")
_DIGEST = re.compile(r"^(?:Q|Question|Reporter|Interviewer)\s*:", re.I)


def find_passages(text: str) -> tuple[Passage, ...]:
    """The passages of `text`, in order; what stands between them is white space.

    Parameters
    ----------
    text
        The article's text.

    Returns
    -------
    tuple of Passage
        Ordered, without overlap.  A subhead starts a new `section`.
    """
    lines = list(_lines(text))
    kinds = _kinds(text, lines)
    out: list[Passage] = []
    section = 0
    for line, kind in zip(lines, kinds, strict=True):
        if kind == "subhead":
            section += 1
        if kind == "body":
            out.extend(_body(text, line, section))
        else:
            out.append(Passage(line.start, line.end, kind, section))
    return tuple(out)


@dataclass(slots=True)
class _Line:
    """A paragraph: its span without the white space around it, and its own kind if it shows one."""

    start: int
    end: int
    kind: str | None = None
    spaced: bool = False  # a blank line stands before it
    picture: bool = False  # it stands in a picture's cell, which a bar opened


def _lines(text: str) -> Iterator[_Line]:
    """The paragraphs of a text; the date header is one of its own, and a picture's cells are one caption."""
    start, spaced, cells = 0, True, 0
    header = _HEADER.match(text)
    if header:
        start = header.end()
        yield _Line(len(header[0]) - len(header[0].lstrip()), len(header[0].rstrip()), "header")
    pending: _Line | None = None
    for match in _RAW_LINE.finditer(text, start):
        raw = match[0]
        bare = raw.strip(_BLANK)
        if not bare:
            if "|" in raw:
                cells = 4  # a picture's cell opens: its caption ends with the next bar, a few lines on at most
            if pending and not pending.picture:
                yield pending
                pending = None
            spaced = True
            continue
        begin = match.start() + len(raw) - len(raw.lstrip(_BLANK))
        line = _Line(begin, begin + len(bare), None, spaced, picture=cells > 0)
        spaced = False
        if raw.rstrip(_SPACE).endswith("|"):
            line.kind = "caption"
        if pending and pending.picture and (line.kind or cells):
            line.start = pending.start
        elif pending and not line.kind and _continues(text, pending, line):
            line.start, line.picture = pending.start, False
        elif pending:
            yield pending
        cells = 0 if line.kind else max(0, cells - 1)
        if line.kind:
            yield line
            pending = None
        else:
            pending = line
    if pending:
        yield pending


def _continues(text: str, before: _Line, line: _Line) -> bool:
    """Whether a line goes on where a hard line break cut the one before it."""
    return (
        before.kind is None
        and not line.spaced
        and bool(_LOWER.match(text, line.start))
        and not _ENDS.search(text[max(before.start, before.end - 12) : before.end].rstrip(","))
    )


def _kinds(text: str, lines: Sequence[_Line]) -> list[str]:
    """What each paragraph is."""
    kinds: list[str | None] = [line.kind or line_kind(text[line.start : line.end]) for line in lines]
    _mark_masthead(text, lines, kinds)
    news = [i for i, kind in enumerate(kinds) if kind is None]
    if not news:
        return [kind or "body" for kind in kinds]
    first = news[0]
    newsletter = _is_newsletter(text, lines, kinds)
    if len(news) > 1 and not newsletter and _is_title(text, lines[first]):
        kinds[first] = "title"
        news = news[1:]
    asked = sum(_is_question(text, lines[i]) for i in news) >= 2
    for place, i in enumerate(news):
        following = next((j for j in news[place + 1 :]), None)
        if following is None or (place == 0 and kinds[first] != "title" and not asked and not newsletter):
            kinds[i] = "body"
        elif _is_subhead(text, lines[i], lines[following], asked):
            kinds[i] = "subhead"
        else:
            kinds[i] = "body"
    return [kind or "body" for kind in kinds]


def _mark_masthead(text: str, lines: Sequence[_Line], kinds: list[str | None]) -> None:
    """A newsletter's name above its issue's number and day is a header, not a title."""
    for i, line in enumerate(lines[:4]):
        if kinds[i] == "header" and i and is_issue_line(text[line.start : line.end]):
            for j in range(i):
                if kinds[j] is None and len(text[lines[j].start : lines[j].end]) < 60:
                    kinds[j] = "header"
            return
    if len(lines) > 1 and kinds[0] is None and kinds[1] == "header" and is_masthead(text[lines[0].start : lines[0].end]):
        kinds[0] = "header"


def _is_newsletter(text: str, lines: Sequence[_Line], kinds: Sequence[str | None]) -> bool:
    """Whether a masthead opens the text: its first short line heads an item, it is no title of the whole."""
    return len(lines) > 1 and kinds[0] == kinds[1] == "header" and is_masthead(text[lines[0].start : lines[0].end])


def _is_title(text: str, line: _Line) -> bool:
    words = text[line.start : line.end]
    if len(words) > 220 or match_dateline(text, line.start, line.end):
        return False
    if re.search(r"[.;,:][\"”’')]*$", words) and not re.search(r"(?:U\.S|Co|Ltd|Inc|D\.C|a\.m|p\.m)\.$", words):
        return False
    return not _BULLET.match(words)


def _is_question(text: str, line: _Line) -> bool:
    words = text[line.start : line.end]
    return len(words) < 400 and bool(_QUESTION.search(words)) and words[0] not in "\"“‘"


def _is_subhead(text: str, line: _Line, following: _Line, asked: bool) -> bool:
    """Whether a paragraph heads the ones that follow it."""
    words = text[line.start : line.end]
    length, count = len(words), len(words.split())
    if _DIGEST.match(words) or (asked and _is_question(text, line)):
        return True
    if asked and count <= 12 and words.endswith(".") and re.match(r"(?:Let us|Let's|And|Now|Turning|Please|Tell)\b", words):
        return True
    if length > 150 or count > 20 or words[0] in "\"“‘(" and words[-1] in "\"”’)" and count > 12:
        return False
    if _ENDS.search(words) and not (_QUESTION.search(words) and count <= 16):
        return False
    if not re.match(r"[\"“‘'(]?(?:[A-ZÀ-ỸĐ\d]|[a-z]+[A-Z])", words) or re.match(r"[-–—•*·▪►>]\s", words):
        return False
    after = text[following.start : following.end]
    return len(after) > max(60, length) and bool(_ENDS.search(after))


def _body(text: str, line: _Line, section: int) -> Iterator[Passage]:
    """A paragraph's parts: its dateline, its news, and a photographer's credit at its end."""
    start, end = line.start, line.end
    dateline = match_dateline(text, start, end)
    if dateline:
        yield Passage(start, dateline.end, "dateline", section)
        start = dateline.end
        while start < end and text[start].isspace():
            start += 1
    credit = photo_credit(text[start:end])
    if credit and end - start - credit.start() < 120:
        cut = start + credit.start()
        news = text[start:cut].rstrip()
        if news:
            yield Passage(start, start + len(news), "body", section)
        while text[cut].isspace():
            cut += 1
        yield Passage(cut, end, "credit", section)
        return
    yield Passage(start, end, "body", section)
