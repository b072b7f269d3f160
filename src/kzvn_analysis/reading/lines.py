"""Part a text into paragraphs, whatever shape the clipping tool left them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from . import gated as re

_SPACE = (
    " \t\n\v\f\xa0\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\ufeff\u3000\u2002\u2003\u2009\u202f\x85"
)
_BLANK = _SPACE + "|"
_RAW_LINE = re.compile(r"[^\n]+")
_HEADER = re.compile(r"\s*(date[ \xa0]+\d{4}-\d\d(?:-\d\d)?)(?![\w-])[ \xa0]?")
_LATE_HEADER = re.compile(r"\s*[^\n]{1,220}\n\s*(date[ \xa0]+\d{4}-\d\d(?:-\d\d)?)(?![\w-])[ \xa0]?")
_BYLINE = re.compile(r"by\s+[A-ZĐ][^\n]{2,85}$", re.M)
_NEW_ITEM = re.compile(r"[a-z]{1,12}[A-Z]|[a-z\d]{1,2}[.)]\s|[-–—•*·▪►>✓]\s")
_LOWER = re.compile(r"[a-zß-öø-ÿăđĩũơư]")
_CLOSING = ".!?…;:"


@dataclass(slots=True)
class Line:
    """A paragraph: its span without the white space around it.

    `kind` is set where its shape alone tells what it is; `spaced` where a blank line stands before
    it; `picture` where it stands in a picture's cell, which a bar opened.
    """

    start: int
    end: int
    kind: str | None = None
    spaced: bool = False
    picture: bool = False


def find_lines(text: str) -> Iterator[Line]:
    """Yield the paragraphs of `text`, in order.

    The date header that clippings begin with is a line of its own; the cells of a picture (bars, a caption,
    a bar) are one caption; lines that a hard break cut in mid-sentence are joined.
    """
    width = _wrapped_at(text)
    start, spaced, cells = 0, True, 0
    pending: Line | None = None
    header = _HEADER.match(text) or _LATE_HEADER.match(text)
    if header:  # a headline may stand above it
        above = text[: header.start(1)]
        if above.strip(_BLANK):
            yield Line(len(above) - len(above.lstrip(_BLANK)), len(above.rstrip(_BLANK)))
        start = header.end()
        yield Line(header.start(1), header.end(1), "header")
    for match in _RAW_LINE.finditer(text, start):
        raw = match[0]
        bare = raw.strip(_BLANK)
        if not bare:
            if "|" in raw:
                cells = 4  # a picture's cell opens: its caption ends with a bar, a few lines on at most
            if pending and not (pending.picture and cells):
                yield pending
                pending = None
            spaced = True
            continue
        begin = match.start() + len(raw) - len(raw.lstrip(_BLANK))
        spaced = spaced or text[max(0, match.start() - 2) : match.start()] == "\n\n"
        line = Line(begin, begin + len(bare), None, spaced, cells > 0)
        spaced = False
        if raw.rstrip(_SPACE).endswith("|"):
            line.kind = "caption"
        if pending and pending.picture and line.kind:
            line.start = pending.start
        elif pending and not line.kind and _continues(text, pending, line, width):
            line.start, line.spaced = pending.start, pending.spaced
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


def _continues(text: str, before: Line, line: Line, width: int) -> bool:
    """Whether a line goes on where a hard line break cut the one before it."""
    if line.spaced or before.kind or _NEW_ITEM.match(text, line.start):
        return False
    if not width and _BYLINE.match(text, line.start, line.end) and text[line.end - 1] != ".":
        return False
    closed = text[before.end - 1] in _CLOSING
    if width:
        last = text.rfind("\n", before.start, before.end) + 1 or before.start
        return not closed or before.end - last > 0.75 * width
    return not closed and bool(_LOWER.match(text, line.start))


def _wrapped_at(text: str) -> int:
    """The width at which every line of a text was broken; 0 where lines are paragraphs."""
    lines = [line.strip() for line in text.split("\n")]
    pairs = [(left, right) for left, right in zip(lines, lines[1:], strict=False) if left and right]
    cut = [(left, right) for left, right in pairs if left[-1] not in _CLOSING and 30 <= len(left) <= 120]
    if len(cut) < 3 or len(cut) < 0.6 * len(pairs):
        return 0
    if sum(bool(_LOWER.match(right)) for _, right in cut) < 0.3 * len(cut):
        return 0
    return max(len(left) for left, _ in cut)
