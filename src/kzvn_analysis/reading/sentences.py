"""Part passages into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .model import Passage, Sentence

_END = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z0-9À-ỸĐ])")
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|St|No|Co|Ltd|Inc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\.$")


def find_sentences(text: str, passages: Iterable[Passage]) -> tuple[Sentence, ...]:
    """The sentences of titles, subheads and body passages, in order."""
    out = []
    for paragraph, passage in enumerate(passages):
        if passage.kind not in ("title", "subhead", "body"):
            continue
        start = passage.start
        for match in _END.finditer(text, passage.start, passage.end):
            if _ABBREVIATION.search(text, start, match.start() + 1):
                continue
            end = match.start() + len(match.group().rstrip())
            out.append(Sentence(start, end, text[start:end], passage.kind, passage.section, paragraph))
            start = match.end()
        if start < passage.end:
            out.append(Sentence(start, passage.end, text[start:passage.end], passage.kind, passage.section, paragraph))
    return tuple(out)
