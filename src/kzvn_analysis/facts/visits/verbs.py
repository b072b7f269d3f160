"""Visits told by a verb: "P arrived in L", "P attended the forum in L", "P flew in on D"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...reading.lexicon import alternation, rows, words
from .actors import subject
from .draft import OTHER
from .scene import Scene
from .wording import LISTS, WHERE, Wording, destination, purpose_level


def find_verbs(scene: Scene) -> Iterator[Wording]:
    """Every visit that the sentence tells by a verb."""
    if scene.people or _PRONOUN.search(scene.text):
        yield from _going(scene)
        yield from _acting(scene)
        yield from _attending(scene)
        yield from _arriving(scene)


_PRONOUN = re.compile(r"(?<![\w'])(?:he|she|i)\b")


def moved(scene: Scene) -> Iterator[tuple[int, int, str | None, str]]:
    """Start, end, host and point of every journey to a named place, whoever goes."""
    for kind, pattern in _travel_verbs().items():
        if kind != "be":
            for match in pattern.finditer(scene.text):
                yield match.start(), match.end(), destination(scene, match.start("to")), _point(kind)
    for match in _act().finditer(scene.text):
        if scene.clause(match.start("to")) == scene.clause(match.start()):
            yield match.start(), match.end(), scene.country(match.start("to")), "whole"


def _point(kind: str) -> str:
    return kind if kind in ("begin", "end") else "whole"


_GOES_ON = re.compile(r"\band will be in \w*$")
_BESIDE = re.compile(r"P,? (?:(?:also|now|currently|already|himself|herself|who) )*$")


def _going(scene: Scene) -> Iterator[Wording]:
    for kind, pattern in _travel_verbs().items():
        for match in pattern.finditer(scene.text):
            host = destination(scene, match.start("to"))
            beside = kind != "be" or _BESIDE.search(scene.text[: match.start()]) or _GOES_ON.search(
                scene.text[: match.end()]
            )
            if host not in OTHER or not beside:
                continue
            person = subject(scene, match.start(), host, strict=True)
            if person is not None:
                level = purpose_level(scene, match.end())
                yield Wording(
                    match.start(), match.end(), f"verb-{kind}", person, host, True, level, _point(kind)
                )


@cache
def _travel_verbs() -> dict[str, re.Pattern]:
    """By kind, a pattern of all verbs of ``visit_verbs.tsv`` with their prepositions and the place."""
    kinds: dict[str, list[str]] = {}
    between = (
        r"(?:\w+ly |also |first |later |both |(?:on |in |back in |late |early )?D,? |home |out "
        r"|here |back )*+"
    )
    for verbs, preps, kind in rows("visit_verbs.tsv", LISTS):
        prep = [p for p in preps.split(" | ") if p != "-"]
        after = rf"(?:{alternation(prep)} ){'?' if '-' in preps.split(' | ') else ''}" if prep else ""
        kinds.setdefault(kind, []).append(rf"{alternation(verbs.split(' | '))} {between}{after}")
    kinds["visit"].append(
        r"(?:spend|spends|spent|spending) (?:the |a |an |\w+ )?(?:\w+ )?(?:hours?|days?|nights?|weeks?|week-?end|months?) (?:in|at) "
    )
    return {kind: re.compile(rf"(?<![\w'-])(?:{'|'.join(found)}){WHERE}") for kind, found in kinds.items()}


@cache
def _act() -> re.Pattern:
    forms = alternation(form for row in words("visit_acts.tsv", LISTS) for form in row.split(" | "))
    return re.compile(
        rf"(?<![\w-]){forms} (?P<what>[^.;:P]{{2,100}}?) (?:in|outside|near|at|outside of) {WHERE}"
    )


_TALKED_OF = re.compile(
    r"(?<!,)(?<! is)(?<! was)(?<! were)(?<! are)(?<! be)(?<! been)(?<! while)(?<! also)(?<!ly) $"
)
_AGREED = re.compile(
    r"\b(?:agree|decid|pledg|promis|vow|intend|want|plan|offer|propos|wish|hop|need|allow|task|order|commit\w*|ready|seek|"
    r"like)\w* to $"
)
_FROM_AFAR = re.compile(r"open|launch|plant|sign|break|inaugurate|hold")
_RETURN = re.compile(
    r"(?<![\w-])(?:will|would|is to|plans to|intends to|is expected to) (?:return|be back|"
    r"come back|come again) "
    r"(?:with|for|in D|on D|D)"
)


def _acting(scene: Scene) -> Iterator[Wording]:
    """ "X attended the parade in L", "toured a farm outside L", "will return for the festival"."""
    for match in _act().finditer(scene.text):
        host = scene.country(match.start("to"))
        if _TALKED_OF.search(scene.text[: match.start()]) and scene.text[match.start() :].split(" ")[
            0
        ].endswith("ing"):
            continue  # "discussed opening a trade house in L"
        if _AGREED.search(scene.text[: match.start()]) and _FROM_AFAR.match(match[0]):
            continue  # "agreed to open a consulate in L"
        if host in OTHER and scene.clause(match.start("to")) == scene.clause(match.start()):
            person = subject(scene, match.start(), host, strict=True)
            if person is not None and not _together(scene, match.start()):
                level = purpose_level(scene, match.start())
                yield Wording(match.start(), match.end(), "acted-there", person, host, True, level)
    for match in _RETURN.finditer(scene.text):
        person = subject(scene, match.start(), strict=True)
        if person is not None:
            yield Wording(match.start(), match.end(), "will-return", person, None)


_ACTED_ON = re.compile(
    r"(?<![\w-])(?:was|were|is|are|being|been|be) (?:\w+ly |also |jointly )?(?:opened|attended|inaugurated|unveiled|addressed|"
    r"launched|toured|joined|co-chaired|chaired)\b[^P.;]{0,40}? by (?P<who>(?:(?:the |his |her |A )*P(?:,? and |, )?)+)"
)
_PRESENCE = re.compile(
    r"(?:(?P<of>P)(?:'s|') |\b(?:his|her) |\bthe )(?:[\w-]+ )?(?:attendance|participation|presence)(?: (?:of|by) (?:the )?(?P<by>P))?"
    rf" (?:at|in) (?P<what>[^.;:P]{{2,140}}?) (?:in|outside|near) {WHERE}"
)


def _attending(scene: Scene) -> Iterator[Wording]:
    """ "The forum in L was opened by P", "the attendance of P at the summit in L"."""
    for match in _ACTED_ON.finditer(scene.text):
        place, event = _place_of_event(scene, match.start(), match.end())
        host = place and event.country(place)
        for who in range(match.start("who"), match.end("who")):
            if scene.text[who] == "P" and host in OTHER and scene.country(who) == OTHER[host]:
                yield Wording(
                    match.start(), match.end(), "acted-on", scene.at[who], host, event is scene,
                    event=None if event is scene else event,
                )  # fmt: skip
    for match in _PRESENCE.finditer(scene.text):
        who, host = match["of"] and match.start("of") or match["by"] and match.start("by"), scene.country(match.start("to"))
        person = scene.at[who] if who else subject(scene, match.start(), host, his=True)
        if person is not None and host in OTHER:
            level = purpose_level(scene, match.start(), match["what"])
            yield Wording(match.start(), match.end(), "presence", person, host, True, level, neutral=True)


_IN = re.compile(rf"\b(?:in|at) {WHERE}")
_SOMETHING_TOLD = re.compile(
    r"\bthe (?:[\w-]+ ){0,2}(?:week|days|event|exhibition|forum|festival|fair|ceremony|conference|seminar|session|meeting|"
    r"concert|summit|programme|program|opening)\b"
)


def _place_of_event(scene: Scene, start: int, end: int) -> tuple[int | None, Scene]:
    """Where something takes place that the sentence tells of, and in which sentence that is said."""
    low = scene.clause_span(start)[0]
    found = [m.start("to") for m in _IN.finditer(scene.text, low)]
    if found:
        return min(found, key=lambda p: min(abs(p - start), abs(p - end))), scene
    other = scene.before
    if (
        other is None
        or other.sentence.paragraph != scene.sentence.paragraph
        or not _SOMETHING_TOLD.search(scene.text[low:start])
    ):
        return None, scene
    found = [m.start("to") for m in _IN.finditer(other.text)]
    return (found[0] if len({other.country(p) for p in found}) == 1 else None), other


_PAIR = re.compile(r"(P)(?: of L)?,? and (?:the |his |her )*(?:L's |A )?(P)[^P;]{0,40}$")


def _together(scene: Scene, position: int) -> bool:
    """Whether officials of both countries act side by side: a meeting."""
    pair = _PAIR.search(scene.text[:position])
    return bool(pair) and scene.country(pair.start(1)) != scene.country(pair.start(2))


_WHEN_CAME = re.compile(
    r"\b(?:visit|trip)\b[^.;]{0,80} (?P<on>D),? when (?:the |then )*(?P<who>P) "
    r"(?:came|did|visited|arrived|travelled|traveled|went|flew)\b"
)
_FLEW_IN = re.compile(
    r"(?<![\w-])(?:flew in|flies in|jetted in|arrived|landed|came)(?: (?:on|last|this|"
    r"early|late))? D\b(?! (?:in|at|to) )"
    r"|(?<![\w-])(?:flew|flies) in(?= )"
)


def _arriving(scene: Scene) -> Iterator[Wording]:
    """ "X flew in on Monday", "the visit was in D, when X came": where, the passage before tells."""
    for match in _WHEN_CAME.finditer(scene.text):
        yield Wording(match.start("on"), match.end(), "came-when", scene.at[match.start("who")], None)
    for match in _FLEW_IN.finditer(scene.text):
        person = subject(scene, match.start(), strict=True)
        host = OTHER.get(person.country) if person else None
        near = [s for s in (scene, scene.before, scene.before and scene.before.before) if s]
        if host and any(s.text[p] == "L" and s.country(p) == host for s in near for p in s.at):
            level = purpose_level(scene, match.end())
            yield Wording(match.start(), match.end(), "flew-in", person, host, level=level, point="begin")
