"""Meetings: officials of the two countries meet, there or here or in a third country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...reading import PersonMention
from ...reading.lexicon import alternation, rows
from .actors import antecedent, is_governed, is_official
from .cues import is_remote, status
from .draft import OTHER, Draft
from .scene import Scene
from .timing import When, moved_to, when
from .travel import journeys
from .wording import WHERE, purpose_level


def find_meetings(scene: Scene) -> Iterator[Draft]:
    """Every wording of the sentence that tells of two officials' meeting."""
    if not scene.people:
        return
    seen: set[tuple[str, str]] = set()
    for start, end, one, two, host, rule in _wordings(scene):
        pair = tuple(sorted((one.key, two.key)))
        if pair in seen or {one.country, two.country} != set(OTHER):
            continue
        if not (is_official(one) and is_official(two)) or is_remote(scene, start, end):
            continue
        draft = _draft(scene, start, end, one, two, host, rule)
        if draft:
            seen.add(pair)
            yield draft


def _draft(
    scene: Scene, start: int, end: int, one: PersonMention, two: PersonMention, host: str | None, rule: str
) -> Draft | None:
    state = status(scene, start, end)
    if state in ("off", "wished"):
        return None
    others = tuple(sorted({start, *(j[0] for j in journeys(scene))}))
    time = when(scene, start, end, "during", others) if state != "moved" else moved_to(scene, end)
    if state == "moved":
        if time.period is None:
            return None
        state = "planned"
    place = _place(scene, start, end)
    if place is None and host is None:
        place, day = _margins(scene)
        if day and not time.dated:
            time = When(day, "during", None, True)
    host = place or host
    visitor, counterpart = (two, one) if one.country == host else (one, two)
    level = "talks" if rule == "consultations" else purpose_level(scene, end)
    return Draft(
        "meeting", scene, start, rule, visitor, visitor.country, host, level, time.period, time.point, None, state,
        counterpart, explicit_host=place is not None, dated=time.dated,
    )  # fmt: skip


_GAP = r"[^PL;]{0,50}?"
_DET = r"(?:the |his |her |then |visiting |and |also )*"


@cache
def _patterns() -> dict[str, re.Pattern]:
    forms: dict[str, list[str]] = {}
    for wording, kind in rows("meeting_words.tsv", "kzvn_analysis.facts"):
        forms.setdefault(kind, []).append(wording)
    met, receive, received, talks, acted = (
        alternation(forms[k]) for k in ("meet", "receive", "received", "talks", "together")
    )
    where = r"(?:(?:in|at) (?:the )?[^P;,]{0,40}?L[^P;]{0,30}?)?"
    return {
        # X met Y; X held talks in L with Y
        "met": re.compile(rf"P{{X}}(?<![\w-]){met}(?P<gap> (?:with )?{_GAP}{where}){_DET}P".replace("{X}", "(?P<lead>[^P;]{0,70}?)")),
        # X received Y
        "received": re.compile(rf"P(?P<lead>[^P;]{{0,60}}?)(?<![\w-]){receive} (?:{_GAP}{where}|[^P;]{{0,120}}?(?:delegation|mission)[^P;]{{0,120}}?(?:led|headed) by ){_DET}P"),
        # Y was received by X
        "received-by": re.compile(rf"P(?P<lead>[^P;]{{0,60}}?)(?<![\w-]){received} [^P;]{{0,30}}?by {_DET}P"),
        # X and Y met; X and Y signed in L
        "together": re.compile(rf"P(?: of L)?,? and {_DET}(?:L's |A )?P(?: of L)?,?(?P<lead> [^P;]{{0,60}}?)(?<![\w-])(?:{met}|{acted}|{talks})(?![\w-])"),
        # talks between X and Y
        "between": re.compile(rf"(?<![\w-]){talks} [^P;]{{0,70}}?(?:between|of) {_DET}P(?: of L)?,? (?:and|with) {_DET}P"),
        # during a meeting with Y, X said; X said at a meeting with Y
        "meeting-with": re.compile(rf"(?<![\w-]){talks} (?:[^P;L]{{0,30}}?)with {_DET}P"),
        # X's meeting with Y
    }  # fmt: skip


def _wordings(scene: Scene) -> Iterator[tuple[int, int, PersonMention, PersonMention, str | None, str]]:
    """Start and end of the wording, the two people (host's or first-named first), the host's country, the rule."""
    text, at = scene.text, scene.at
    patterns = _patterns()
    for rule in ("received-by", "received", "together", "between", "met"):
        for match in patterns[rule].finditer(text):
            ends = [i for i in range(match.start(), match.end()) if text[i] == "P"]
            one, two = at[ends[0]], at[ends[-1]]
            start = match.end("lead") if "lead" in match.groupdict() else match.start()
            if rule in ("met", "received") and is_governed(scene, ends[0]) and not _is_subject(match["lead"]):
                continue
            if rule == "received":
                yield start, match.end(), one, two, one.country, rule
            elif rule == "received-by":
                yield start, match.end(), two, one, two.country, rule
            elif rule == "together" and _needs_place(match) and _place(scene, start, match.end()) is None:
                continue
            elif rule == "met" and _GUESTS.search(text, start, ends[-1]):
                yield start, match.end(), one, two, one.country, "received"
            else:
                yield start, match.end(), one, two, None, "consultations" if "consult" in match[0] else rule
    for match in patterns["meeting-with"].finditer(text):
        two = at[match.end() - 1]
        other = next((at[p] for p in scene.people if at[p].country == OTHER.get(two.country)), None)
        if other is None and re.search(r"\b(?:he|she)\b", text[match.end() :]):
            other = antecedent(scene, two.country)
            other = other if other and other.country == OTHER.get(two.country) else None
        if other is not None:
            yield match.start(), match.end(), other, two, None, "meeting-with"


# "met with the A delegation led by Y": a delegation is on a journey
_GUESTS = re.compile(r"\b(?:A|visiting) [^P;]{0,30}(?:delegation|mission|guests?)[^P;]{0,30}(?:headed|led) by (?:the )?$|\bdelegation [^P;]{0,40}(?:headed|led) by (?:the )?$")


def _is_subject(lead: str) -> bool:
    return bool(re.match(r",? who\b", lead))


def _needs_place(match: re.Match) -> bool:
    """Signing the same paper is a meeting only where a place shows that they sat together."""
    return not re.search(r"\b(?:met|meet|meets|talks|conversed|sat down|conferred|consult|meeting)\b", match[0])


def _margins(scene: Scene) -> tuple[str | None, str | None]:
    """Country and day of a gathering in a third country, on whose sidelines the sentence before has people meet."""
    other = scene.before
    if other is None or other.sentence.paragraph != scene.sentence.paragraph or not _SIDELINES.search(other.text):
        return None, None
    countries = [other.country(i) for i in other.at if other.text[i] == "L" and other.country(i) not in OTHER]
    days = [other.at[i].edtf for i in other.dates if other.at[i].precision == "day"]
    return (countries[0] if countries else None), (days[0] if len(days) == 1 else None)


_SIDELINES = re.compile(r"\b(?:sidelines?|margins?|fringes?|summit|general assembly|forum|conference)\b")
_AT = re.compile(rf"\b(?:in|at|outside|near) (?:the (?:[\w'-]+ ){{1,5}}(?:in|of) )?{WHERE}")


def _place(scene: Scene, start: int, end: int) -> str | None:
    """The country where it happened, if the sentence tells."""
    best: tuple[int, str] | None = None
    for match in _AT.finditer(scene.text):
        place = match.start("to")
        country = scene.country(place)
        crossed = abs(scene.clause(place) - scene.clause(start))
        inside = start <= place < end
        cost = (0 if inside else min(abs(match.start() - end), abs(start - place))) + 25 * crossed
        if country and cost < 90 and (best is None or cost < best[0]):
            best = (cost, country)
    return best[1] if best else None
