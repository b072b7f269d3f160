"""Part a text into passages: date header, title, dateline, captions, credits, notices, body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .boilerplate import (
    is_byline,
    is_issue_line,
    is_kicker,
    is_masthead,
    is_separator,
    line_kind,
    sign_off,
)
from .dateline import match_dateline
from .lines import Line, find_lines
from .model import Passage
from .pictures import credit_end, is_photo_line, photo_credit

_ENDS = re.compile(r"[.!?…;,:][\"”’'»)\]]*$|[.!?…][\"”’'»)\]]*\s*(?:/\.|\([A-Z]{2,6}\)|[—–-]\s*[A-Z]{2,6})$")
_FINISHED = re.compile(r"[.;,][\"”’')]*$")
_ABBREVIATED = re.compile(r"\b(?:U\.S|Co|Ltd|Inc|D\.C|a\.m|p\.m|Jr|etc)\.$")
_QUESTION = re.compile(r"\?[\"”’')]?$")
_ASKING = re.compile(r"(?:Q|Question|Reporter|Interviewer|Correspondent)\s*\d*\s*[:.]", re.I)
_INVITING = re.compile(
    r"(?:Let us|Let’s|Let's|And|Now|Turning|Please|Tell|Could you|Share|Describe|Speaking of|You)\b"
)
_BULLET = re.compile(r"[-–—•*·▪►>✓]\s|\(?\d{1,2}[.)]\s")
_CAPITAL = re.compile(r"[\"“‘'(]?(?:[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ\d]|[a-z]+[A-Z])")
_LIST_ITEM = re.compile(r"[-–—•*·▪►>✓]\s")
_GLUED = re.compile(
    r"(?<=[^\s.,;:(–—-]\s)(?=[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ]{3,}(?:[\s-][A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ]{2,}){0,3}\s?(?:[.,(–—-]|/))"
)


def find_passages(text: str) -> tuple[Passage, ...]:
    """The passages of `text`, in order; what stands between them is white space.

    Parameters
    ----------
    text
        The article's text.

    Returns
    -------
    tuple of Passage
        Ordered, without overlap.  A subhead, an interviewer's question or a row of asterisks starts a
        new `section`.
    """
    lines = _unglued(text, list(find_lines(text)))
    kinds = _kinds(text, lines)
    out: list[Passage] = []
    section, opens = 0, True
    for line, kind in zip(lines, kinds, strict=True):
        if kind == "separator":
            section, opens = section + 1, True
            out.append(Passage(line.start, line.end, "notice", section))
        elif kind == "body":
            out.extend(_body(text, line, section, opens))
            opens = False
        else:
            opens = opens or kind in ("title", "subhead")
            section += kind == "subhead"
            out.append(Passage(line.start, line.end, kind, section))
    return tuple(out)


def _unglued(text: str, lines: list[Line]) -> list[Line]:
    """The lines, the first parted where a title and the dateline after it stand on one line."""
    first = next((i for i, line in enumerate(lines) if line.kind is None), None)
    if first is None:
        return lines
    line = lines[first]
    for match in _GLUED.finditer(text, line.start + 15, min(line.end, line.start + 260)):
        dateline = match_dateline(text, match.start(), line.end)
        if dateline and dateline.place and (dateline.outlet or dateline.date or line.end - dateline.end > 80):
            title = Line(
                line.start, line.start + len(text[line.start : match.start()].rstrip()), "title", line.spaced
            )
            return [*lines[:first], title, Line(match.start(), line.end, None, True), *lines[first + 1 :]]
    return lines


def _kinds(text: str, lines: Sequence[Line]) -> list[str]:
    """What each paragraph is."""
    kinds = [line.kind or _own_kind(text, line) for line in lines]
    _mark_masthead(text, lines, kinds)
    _mark_captions(text, lines, kinds)
    news = [i for i, kind in enumerate(kinds) if kind is None]
    newsletter = _is_newsletter(text, lines, kinds)
    titled = "title" in kinds
    if (
        len(news) > 1
        and not newsletter
        and not titled
        and is_kicker(_words(text, lines[news[0]]))
        and _is_title(text, lines[news[1]])
    ):
        kinds[news.pop(0)] = "header"
    if len(news) > 1 and not newsletter and not titled and _is_title(text, lines[news[0]]):
        kinds[news.pop(0)] = "title"
        titled = True
    title = next(
        (_words(text, line) for line, kind in zip(lines, kinds, strict=True) if kind == "title"), None
    )
    asked = sum(_is_question(_words(text, lines[i])) for i in news) >= 2
    for place, i in enumerate(news):
        words, after = _words(text, lines[i]), news[place + 1 :]
        if words == title or (titled and place == 0 and is_byline(words)):
            kinds[i] = "credit" if words != title else "notice"
        elif not after or (place == 0 and not titled and not asked and not newsletter):
            kinds[i] = "body"
        else:
            kinds[i] = "subhead" if _is_subhead(words, _words(text, lines[after[0]]), asked) else "body"
    return [kind or "body" for kind in kinds]


def _words(text: str, line: Line) -> str:
    return text[line.start : line.end]


def _own_kind(text: str, line: Line) -> str | None:
    words = _words(text, line)
    return "separator" if is_separator(words) else line_kind(words)


def _mark_masthead(text: str, lines: Sequence[Line], kinds: list[str | None]) -> None:
    """A newsletter's name above its issue's number and day is a header, not a title."""
    for i, line in enumerate(lines[:4]):
        if kinds[i] == "header" and i and is_issue_line(_words(text, line)):
            for j in range(i):
                if kinds[j] in (None, "credit") and len(_words(text, lines[j])) < 60:
                    kinds[j] = "header"
            return
    under_it = len(lines) > 1 and kinds[1] == "header"
    if under_it and kinds[0] in (None, "credit") and is_masthead(_words(text, lines[0])):
        kinds[0] = "header"


def _mark_captions(text: str, lines: Sequence[Line], kinds: list[str | None]) -> None:
    """A short line right above a photographer's credit belongs to the picture."""
    news = [i for i, kind in enumerate(kinds) if kind is None]
    for i in news[1:]:
        if i + 1 < len(lines) and kinds[i + 1] == "credit" and is_photo_line(_words(text, lines[i + 1])):
            words = _words(text, lines[i])
            if len(words) < 200 and not _FINISHED.search(words):
                kinds[i] = "caption"


def _is_newsletter(text: str, lines: Sequence[Line], kinds: Sequence[str | None]) -> bool:
    """Whether a masthead opens the text: its first short line heads an item, it is no title of the whole."""
    return len(lines) > 1 and kinds[0] == kinds[1] == "header" and is_masthead(_words(text, lines[0]))


def _is_title(text: str, line: Line) -> bool:
    words = _words(text, line)
    if len(words) > 220:
        return False
    dateline = match_dateline(text, line.start, line.end)
    if dateline and (dateline.outlet or dateline.date or len(words) > 160):
        return False
    if (_FINISHED.search(words) or words.endswith(":")) and not _ABBREVIATED.search(words):
        return False
    return not _BULLET.match(words)


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
    if _LIST_ITEM.match(words) or not _CAPITAL.match(words):
        return False
    if words.endswith(":"):
        return count <= 8 and len(after) > 80 and not _BULLET.match(after)
    if _ENDS.search(words) and not (_QUESTION.search(words) and count <= 16):
        return False
    return len(after) > max(60, length) and bool(_ENDS.search(after))


def _body(text: str, line: Line, section: int, opens: bool) -> Iterator[Passage]:
    """A paragraph's parts: the dateline if it is an item's first, the news, a picture's words beside it."""
    start, end = line.start, line.end
    dateline = match_dateline(text, start, end) if opens else None
    if dateline:
        yield Passage(start, dateline.end, "dateline", section)
        start = _after_space(text, dateline.end, end)
    credit = photo_credit(text, start, end)
    if credit is not None:
        stop = credit_end(text, credit, end)
        if stop == end:
            yield from _part(text, start, credit, "body", section)
            yield Passage(credit, end, "credit", section)
            return
        if credit - start < 250 and end - stop > 60:  # the caption of a picture above runs into the news
            yield from _part(text, start, stop, "caption", section)
            start = _after_space(text, stop, end)
    signed = sign_off(text, start, end)
    yield from _part(text, start, signed, "body", section)
    if signed < end:
        yield Passage(signed, end, "credit", section)


def _part(text: str, start: int, end: int, kind: str, section: int) -> Iterator[Passage]:
    length = len(text[start:end].rstrip())
    if length:
        yield Passage(start, start + length, kind, section)


def _after_space(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip())
