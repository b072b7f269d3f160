"""Institutions that a sentence does not name in full: one told of before, the other country's like one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...reading import gated as re
from ...reading.fold import key
from .body_names import Body
from .cues import cue_words
from .model import Mention
from .scene import Scene
from .status import Verdict, judge

MISSIONS = ("embassy", "consulate")  # of one in the other, where no third country is named


def find_taken_up(scene: Scene, bodies: list[Body], known: dict[str, Body]) -> Iterator[tuple[Body, Verdict]]:
    """Yield each institution named before and founded here ("The Society was founded in 1996."), and the verdict.

    Parameters
    ----------
    scene
        The sentence.
    bodies
        The institutions that it names itself.
    known
        Those named so far, by their last word.
    """
    for match in _AGAIN.finditer(scene.lower):
        noun = match["noun"] or next(reversed(known), "")
        if noun not in known or any(b.start <= match.start() < b.end for b in bodies if len(b.title) > len(b.noun)):
            continue
        verdict = judge(scene, match.start(), match.end(), frozenset({"open"}))
        if verdict and verdict.status == "concluded" and verdict.verb and verdict.verb.role == "open":
            yield replace(known[noun], start=match.start(), end=match.end(), need="named"), verdict


_AGAIN = re.compile(
    r"\b(?:the|this)\s+(?P<noun>society|association|cent(?:re|er)|institute|council|commission|committee|"
    r"group|house|embassy|consulate|mission|department|office|corner|mechanism|federation)"
    r"(?=\s+(?:itself\s+|also\s+)?(?:was|has|had|opened|began|started|came|dates|operates)\b|,)"
    r"|^it(?=\s+(?:was|has been|opened|began|started)\s)"
)


_LIKEWISE = re.compile(
    rf",?\s+(?:(?:and\s+)?(?P<count>\d{{1,2}}|{'|'.join(cue_words('number'))})\s+years?\s+(?P<way>after|before|later|earlier)"
    r",?\s+|(?P<plain>and|while)\s+)(?P<who>(?:the\s+)?[a-z]+(?:\s+nam)?)\s+(?:had\s+)?(?:did|done)\s+(?:the\s+same|so|likewise)\s+in\s+"
)


def find_likewise(scene: Scene, body: Body, first: Mention) -> Iterator[Mention]:
    """Yield the other country's: "opened its embassy in 2008, four years after Kazakhstan did the same in Hanoi"."""
    match = _LIKEWISE.search(scene.lower, body.end) or _ITS_LIKE.search(scene.lower, body.end)
    if not match or first.status != "concluded" or body.family not in MISSIONS:
        return
    place = next((p for p in scene.places if p.start == match.end()), None)
    if place is None or place.mention.country not in ("KAZ", "VNM"):
        return
    period, told = None, match.groupdict()
    if told.get("count") and re.fullmatch(r"\d{4}.*", first.period or "") and "/" not in first.period:
        count = _COUNT.get(match["count"]) or int(match["count"])
        period = f"{int(first.period[:4]) + (-count if match['way'] in ('after', 'earlier') else count):04d}"
    elif told.get("plain") or "count" not in told:
        date = next((d for d in scene.dates if _THEN.fullmatch(scene.lower, place.end, d.start)), None)
        period = date.mention.edtf if date else None
    whose = f" of {scene.original(*match.span('who'))}" if told.get("who") else ""
    yield Mention(
        scene.sentence,
        scene.position(match.start()),
        f"{body.noun}{whose} in {scene.original(place.start, place.end)}",
        "body",
        "concluded",
        "body-likewise",
        period,
        key=(body.family, key(place.mention.name)),
        weight=20 + 10 * bool(period),
    )


# "their embassy has been here since 2008, and ours in Astana opened in 2009"
_ITS_LIKE = re.compile(
    r"(?:[,;]|,?\s+(?:and|while|but))\s+(?:ours|theirs|(?:that|the\s+one)\s+of\s+(?P<who>[a-z]+(?:\s+nam)?)|the\s+(?:kazakh\w*|viet\w*)\s+one)"
    r"\s+(?:(?:was\s+|had\s+)?(?:opened|followed|started|set\s+up)\s+)?in\s+"
)
_THEN = re.compile(r",?\s+(?:(?:was\s+)?(?:opened|followed|started|came|set\s+up)\s+)?(?:only\s+|back\s+)?in\s+|,?\s+")
_COUNT = {word: n for n, word in enumerate(cue_words("number"), start=1)}
