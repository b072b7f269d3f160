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
    match = _LIKEWISE.search(scene.lower, body.end)
    if not match or first.status != "concluded" or body.family not in MISSIONS:
        return
    place = next((p for p in scene.places if p.start == match.end()), None)
    if place is None:
        return
    period = None
    if match["count"] and re.fullmatch(r"\d{4}.*", first.period or "") and "/" not in first.period:
        count = _COUNT.get(match["count"]) or int(match["count"])
        period = f"{int(first.period[:4]) + (-count if match['way'] in ('after', 'earlier') else count):04d}"
    elif match["plain"]:
        date = next((d for d in scene.dates if 0 < d.start - place.end < 8), None)
        period = date.mention.edtf if date else None
    title = f"{body.noun} of {scene.original(*match.span('who'))} in {scene.original(place.start, place.end)}"
    yield Mention(
        scene.sentence,
        scene.position(match.start()),
        title,
        "body",
        "concluded",
        "body-likewise",
        period,
        key=(body.family, key(place.mention.name)),
        weight=20 + 10 * bool(period),
    )


_COUNT = {word: n for n, word in enumerate(cue_words("number"), start=1)}
