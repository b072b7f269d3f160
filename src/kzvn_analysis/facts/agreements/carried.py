"""Keep what one sentence says for the documents that the next ones name: "These documents were signed:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .events import event_period
from .model import Mention
from .scene import Carried, Scene
from .tense import tense


def carry(scene: Scene, found: Sequence[Mention]) -> Carried | None:
    """What holds for the next sentence, after this one yielded `found`.

    A lead that ends in a colon holds for the lines of its list; "ten documents were signed" holds for
    a next sentence that says what they include.
    """
    text = scene.lower.rstrip()
    if _DOCUMENTS.search(text) and (text.endswith(":") or _PACKAGE.search(text)):
        told = _told(scene)
        if told or text.endswith(":"):
            return told
    if scene.carried and (found or _LINE.match(scene.text) or text.endswith(";")):
        return scene.carried
    return None


def is_listed(text: str, carried: Carried) -> bool:
    """Whether a sentence names the documents that `carried` speaks of."""
    return carried.by_colon or bool(_INCLUDE.match(text))


def _told(scene: Scene) -> Carried | None:
    """What the sentence says of its documents."""
    colon = scene.lower.rstrip().endswith(":")
    for verb in scene.verbs:
        when = tense(scene, verb) if verb.role == "sign" else None
        if when == "past":
            dates = [d.mention.edtf for d in scene.dates if d.mention.edtf and "/" not in d.mention.edtf]
            return Carried("concluded", dates[0] if dates else event_period(scene), colon)
        if when == "future":
            return Carried("proposed", None, colon)
    return None


_DOCUMENTS = re.compile(
    r"\b(?:documents?|agreements?|memorand\w+|papers|instruments|deals|treaties|mous|signed|following)\b"
)
_PACKAGE = re.compile(
    r"\b(?:\w+\s+)?(?:cooperation\s+|bilateral\s+|intergovernmental\s+|important\s+|signed\s+)*"
    r"(?:documents|agreements|memoranda|deals|papers|instruments)\b"
)
_INCLUDE = re.compile(
    r"(?:(?:the|these|those|among\s+(?:the|these)|among)\s+)?(?:(?:signed|new|bilateral|exchanged|following|inked|said)\s+)*"
    r"(?:documents|agreements|deals|papers|package|list|memoranda|they|them|these|those)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:includ\w+|compris\w+|cover\w*|are|were|is|was)\b",
    re.IGNORECASE,
)
_LINE = re.compile(r"\s*(?:[-*\u2022\u00b7]|\(?\d{1,2}[.)])\s")
