"""Keep what the lead of a list says for the lines under it: "The following documents were signed:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .events import event_period
from .model import Mention
from .scene import Carried, Scene
from .tense import tense


def carry(scene: Scene, found: Sequence[Mention]) -> Carried | None:
    """What holds for the next sentence, after this one yielded `found`."""
    text = scene.lower.rstrip()
    if text.endswith(":") and _DOCUMENTS.search(text):
        for verb in scene.verbs:
            when = tense(scene, verb) if verb.role == "sign" else None
            if when == "past":
                dates = [d.mention.edtf for d in scene.dates if d.mention.edtf and "/" not in d.mention.edtf]
                return Carried("concluded", dates[0] if dates else event_period(scene))
            if when == "future":
                return Carried("proposed", None)
        return None
    return (
        scene.carried if scene.carried and (found or _LINE.match(scene.text) or text.endswith(";")) else None
    )


_DOCUMENTS = re.compile(
    r"\b(?:documents?|agreements?|memorand\w+|papers|instruments|deals|treaties|mous|signed|following)\b"
)
_LINE = re.compile(r"\s*(?:[-*\u2022\u00b7]|\(?\d{1,2}[.)])\s")
