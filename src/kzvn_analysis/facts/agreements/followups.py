"""Read what the next sentence adds: "It will enter into force …", "They mean to sign it in September"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .model import Mention
from .scene import Scene
from .status import tense

_START = re.compile(
    r"(?:it|this|both(?: documents| agreements| texts)?|the (?:new |two |latter |said |first )?(?:document|agreement|treaty|accord|pact|memorandum|protocol|paper|text|waiver|"
    r"exemption|deal|convention|regime|programme|plan)s?|this (?:agreement|treaty|document|pact|waiver|memorandum|accord|regime|exemption)|the documents?)"
    r"\s+(?:itself\s+)?(?:is|was|were|are|will|would|has|have|had|may|might|should|came|took|entered|comes|takes|enters|went|becomes|became|signed|,)"
)
_OBJECT = re.compile(r"\b(?:sign|ink|conclude|signing|signed|finalise|finalize|initial)\s+(?:it|them|the (?:document|agreement|text|treaty|memorandum|accord|pact))\b")
_PREDECESSOR = re.compile(
    r"\b(?:supersed|replac|updat|amend|succeed)\w*\s+(?:that|the one|its predecessor|the (?:[a-z]+ )?(?:agreement|text|treaty|pact|accord|document|memorandum|programme|plan)|one)\s+"
    r"(?:of|from|signed in|dated|dating from|concluded in|signed on|in force since)\s+"
)
_PREDECESSOR_YEAR = re.compile(
    r"\b(?:supersed|replac|updat|amend|succeed)\w*\s+(?:the|an?|its)\s+(?P<year>(?:19|20)\d\d)\s+(?:agreement|text|treaty|pact|accord|document|memorandum|one|programme|plan|predecessor)\b"
)


def find_followups(scene: Scene, last: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions of `last` once more, with what this sentence says of them by a pronoun.

    Parameters
    ----------
    scene
        The sentence.
    last
        What the sentence before, or this one, named.
    """
    if not last:
        return
    text = scene.lower
    target = last[-1]
    if scene.sentence is target.sentence:
        deadline = _deadline(scene, target)
        if deadline:
            yield replace(target, weight=0, rule="followup", period=deadline)
    elif (_START.match(text) or _OBJECT.search(text)):
        added = _added(scene, target)
        if added:
            for mention in last if re.match(r"both|the documents|the two", text) else [target]:
                yield replace(mention, weight=0, rule="followup", **added)
    predecessor = _predecessor(scene)
    if predecessor:
        title = f"{target.title} of {predecessor[:4]}"
        yield Mention(scene.sentence, target.start + 1, title, target.kind, "concluded", "predecessor", predecessor, None, (), 20)


_WANT_SIGNED = re.compile(
    r"\b(?:the\s+(?:text|document|agreement|treaty|memorandum|papers?|deal)|it|them|one)\s+(?:\w+\s+){0,4}?(?:signed|inked|concluded|sealed|finalised|finalized|adopted)\b"
    r"|\b(?:may|will|could|should|might|to)\s+(?:be\s+)?(?:signed?|inked|conclude[d]?|sealed?|adopt(?:ed)?)\b|\bsigning\s+is\b"
)


def _deadline(scene: Scene, target: Mention) -> str | None:
    """"…; both sides want the text signed by the year's end": when a proposed one of this sentence is to be signed."""
    if target.status != "proposed" or target.period:
        return None
    for match in _WANT_SIGNED.finditer(scene.lower):
        if scene.position(match.start()) < target.start:
            continue
        high = scene.clause(match.start())[1]
        dates = [d for d in scene.dates_between(match.end(), high + 1) if d.start - match.end() < 40]
        if dates:
            return dates[0].mention.edtf
    return None


def _added(scene: Scene, target: Mention) -> dict[str, str]:
    out: dict[str, str] = {}
    for verb in scene.verbs:
        dates = [d for d in scene.dates if d.mention.edtf and verb.end <= d.start <= verb.end + 70]
        if not dates:
            continue
        if verb.role == "force":
            out.setdefault("in_force", dates[0].mention.edtf)
        elif verb.role == "sign":
            when = tense(scene, verb)
            if (when == "future") == (target.status == "proposed") and not target.period:
                out.setdefault("period", dates[0].mention.edtf)
    return out


def _predecessor(scene: Scene) -> str | None:
    match = _PREDECESSOR_YEAR.search(scene.lower)
    if match:
        return match["year"]
    match = _PREDECESSOR.search(scene.lower)
    if not match:
        return None
    date = next((d for d in scene.dates if match.end() - 1 <= d.start <= match.end() + 8), None)
    if date and date.mention.edtf:
        return date.mention.edtf
    year = re.match(r"(?:19|20)\d\d\b", scene.lower[match.end():])
    return year[0] if year else None
