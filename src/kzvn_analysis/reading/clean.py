"""Part a text into passages: date header, title, dateline, captions, credits, notices, body."""

from __future__ import annotations

import re

from .model import Passage

_PARAGRAPH = re.compile(r"[^\n]+")
_HEADER = re.compile(r"\s*date (\d{4}-\d\d-\d\d) ?")


def find_passages(text: str) -> tuple[Passage, ...]:
    """The passages of `text`, in order; what stands between them is white space."""
    out = []
    for match in _PARAGRAPH.finditer(text):
        start, end = match.span()
        header = _HEADER.match(text, start, end)
        if header and not out:
            out.append(Passage(header.start(), header.end(), "header"))
            start = header.end()
        body = text[start:end]
        if not body.strip(" |\t\xa0"):
            continue
        start += len(body) - len(body.lstrip())
        end = start + len(body.strip())
        kind = "caption" if text[end - 1] == "|" else "body"
        out.append(Passage(start, end, kind))
    return tuple(out)
