"""What one sentence lends the next: a list's lead to its lines, a name to "it" and "the document"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .cues import cue
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


def find_followups(scene: Scene, last: Sequence[Mention]) -> Iterator[Mention]:
    """Yield mentions of `last` once more, with what this sentence says of them without their name.

    Parameters
    ----------
    scene
        The sentence.
    last
        What this sentence or, failing that, the one before named.
    """
    if not last:
        return
    target = last[-1]
    if scene.sentence is target.sentence:
        deadline = _deadline(scene, target)
        if deadline:
            yield replace(target, weight=0, rule="followup", period=deadline)
    elif _SUBJECT.match(scene.lower) or _OBJECT.search(scene.lower):
        added = _added(scene, target)
        for mention in last if _ALL.match(scene.lower) else [target]:
            if added:
                yield replace(mention, weight=0, rule="followup", **added)
    predecessor = _predecessor(scene)
    if predecessor:
        yield replace(
            target,
            sentence=scene.sentence,
            start=target.start + 1,
            title=f"{target.title} of {predecessor[:4]}",
            status="concluded",
            rule="predecessor",
            period=predecessor,
            in_force=None,
            key=("predecessor", predecessor[:4]),
            weight=20,
        )


_PAPER = cue("paper", plural=True)
_SUBJECT = re.compile(
    rf"(?:it|this|both(?:\s+(?:document|agreement|text)s)?|the\s+(?:new\s+|two\s+|latter\s+|said\s+|"
    rf"first\s+)?{_PAPER}|this\s+{_PAPER})"
    r"\s+(?:itself\s+)?(?:is|was|were|are|will|would|has|have|had|may|might|should|came|took|entered|comes|"
    r"takes|enters|went|"
    r"becomes|became|signed|,)"
)
_ALL = re.compile(r"both|the\s+documents|the\s+two")
_SIGN = r"(?:sign|ink|conclude|signing|finali[sz]e|initial|adopt)"
_SIGNED = r"(?:signed|inked|concluded|sealed|finali[sz]ed|adopted)"
_OBJECT = re.compile(rf"\b{_SIGN}\s+(?:it|them|the\s+{_PAPER})\b")
_WANT_SIGNED = re.compile(
    rf"\b(?:the\s+{_PAPER}|it|them|one)\s+(?:\w+\s+){{0,4}}?{_SIGNED}\b"
    rf"|\b(?:may|will|could|should|might|to)\s+(?:be\s+{_SIGNED}|{_SIGN})\b|\bsigning\s+is\b"
)
_REPLACED = r"\b(?:supersed|replac|updat|amend|succeed)\w*\s+"
_PREDECESSOR = re.compile(
    rf"{_REPLACED}(?:that|the\s+one|its\s+predecessor|the\s+(?:[a-z]+\s+)?{_PAPER}|one)\s+"
    r"(?:of|from|signed\s+in|dated|dating\s+from|concluded\s+in|signed\s+on|in\s+force\s+since)\s+"
)
_PREDECESSOR_YEAR = re.compile(
    rf"{_REPLACED}(?:the|an?|its)\s+(?P<year>(?:19|20)\d\d)\s+(?:{_PAPER}|one|predecessor)\b"
)


def _deadline(scene: Scene, target: Mention) -> str | None:
    """When a proposed one is to be signed, said later in its sentence: "both want the text signed in May"."""
    if target.status != "proposed" or target.period:
        return None
    for match in _WANT_SIGNED.finditer(scene.lower):
        if scene.position(match.start()) < target.start:
            continue
        dates = scene.dates_between(match.end(), scene.clause(match.start())[1] + 1)
        if dates and dates[0].start - match.end() < 40:
            return dates[0].mention.edtf
    return None


def _added(scene: Scene, target: Mention) -> dict[str, str]:
    """The cells that the sentence's verbs fill: when it takes effect, when it was or is to be signed."""
    out: dict[str, str] = {}
    for verb in scene.verbs:
        date = next((d for d in scene.dates if d.mention.edtf and verb.end <= d.start <= verb.end + 70), None)
        if date is None:
            continue
        if verb.role == "force":
            out.setdefault("in_force", date.mention.edtf)
        elif verb.role == "sign" and (tense(scene, verb) == "future") == (target.status == "proposed"):
            out.setdefault("period", target.period or date.mention.edtf)
    return out


def _predecessor(scene: Scene) -> str | None:
    """When the instrument was signed that this one replaces."""
    match = _PREDECESSOR_YEAR.search(scene.lower)
    if match:
        return match["year"]
    match = _PREDECESSOR.search(scene.lower)
    if not match:
        return None
    date = next((d for d in scene.dates if match.end() - 1 <= d.start <= match.end() + 8), None)
    return date.mention.edtf if date else None
