"""Visits told by a verb: "P arrived in L", "P attended the forum in L", "P flew in on D"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...reading import PersonMention, place_named
from ...reading.lexicon import alternation, rows, words
from .actors import antecedent, subject
from .draft import OTHER
from .scene import Scene
from .wording import LISTS, WHERE, Wording, destination, purpose_level


def find_verbs(scene: Scene) -> Iterator[Wording]:
    """Every visit that the sentence tells by a verb."""
    if scene.people or _PRONOUN.search(scene.text):
        yield from _going(scene)
        yield from _acting(scene)
        yield from _attending(scene)
        yield from _talking(scene)
        yield from _returning(scene)
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
_BESIDE = re.compile(r"(?:P,?|(?<![\w'])i) (?:(?:myself|also|now|currently|already|himself|herself|who) )*$")


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
        rf"(?<![\w-])(?:{forms} (?P<what>[^.;:P]{{2,100}}?) (?:in|outside|near|at|outside of)"
        rf"|(?:visit|tour|inspect)(?:s|ed|ing)? (?P<of>(?:the |a |an )?[^.;:,PLA]{{2,40}}? of)) {WHERE}"
    )


_TALKED_OF = re.compile(
    r"(?<!,)(?<! is)(?<! was)(?<! were)(?<! are)(?<! be)(?<! been)(?<! while)(?<! also)(?<!ly) $"
)
_NESTED = re.compile(r" (?:with|on|about|for|to|from|by|into|of|over) ")
_HAPPENS = re.compile(
    r"\b(?:forum|summit|conference|congress|exhibition|expo|fair|festival|ceremony|seminar|workshop|meeting|session|talks|opening|"
    r"signing|launch|celebrations?|parade|days?|week|concert|gala|reception|consultations?|assembly|games|tournament|symposium|"
    r"round ?table|presentation|premiere|inauguration|groundbreaking|ground-breaking|monument|memorial|statue|bust|plaque|"
    r"mausoleum|flowers|wreath|trees?|centre|center|pavilion|museum|university|park|campus|event|dialogue|panel)s?\b"
)
_UNDER_WAY = re.compile(
    r"\b(?:project|construction|building|plant|factory|house|consulate|embassy|office|school|road|railway|line|flight|situation|work|"
    r"company|bank|market)s?$"
)
_GOES_ROUND = re.compile(r"visit|tour|inspect|attend")


def _is_on_the_spot(scene: Scene, match: re.Match) -> bool:
    """Whether the place is that of the act and not of what it is about: "signed a decree on a consulate in L"."""
    nested = _NESTED.search(match["what"]) if match["what"] else None
    if not nested or _GOES_ROUND.match(match[0]):
        return True
    if _UNDER_WAY.search(match["what"]):
        return False
    return bool(
        _HAPPENS.search(match["what"], 0, nested.start())
        or match[0].startswith("sign") and re.match(r",? (?:on )?D", scene.text[match.end() :])
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
        if not _is_on_the_spot(scene, match):
            continue
        if host in OTHER and scene.clause(match.start("to")) == scene.clause(match.start()):
            person = subject(scene, match.start(), host, strict=True)
            if person is not None and not _together(scene, match.start()):
                level = purpose_level(scene, match.start())
                yield Wording(match.start(), match.end(), "acted-there", person, host, True, level)
    for match in _event_named().finditer(scene.text):
        place = scene.at[match.start("to")] if match["to"] else place_named(match["city"].title())
        if place and place.kind == "city" and place.country in OTHER:
            person = subject(scene, match.start(), place.country, strict=True)
            if person is not None:
                level = purpose_level(scene, match.start(), match[0])
                yield Wording(match.start(), match.end(), "acted-there", person, place.country, True, level)
    for match in _RETURN.finditer(scene.text):
        person = subject(scene, match.start(), strict=True)
        if person is not None:
            yield Wording(match.start(), match.end(), "will-return", person, None)


_ACTED_ON = re.compile(
    r"(?<![\w-])(?:was|were|is|are|being|been|be) (?:\w+ly |also |jointly )?"
    r"(?P<how>opened|attended|inaugurated|unveiled|addressed|launched|toured|joined|co-chaired|chaired)\b[^P.;]{0,40}? by "
    r"(?P<who>(?:(?:the |his |her |A )*P(?:,? and |, )?)+)"
)
_IN_PERSON = frozenset({"attended", "addressed", "toured", "joined", "co-chaired", "chaired"})
_PRESENCE = re.compile(
    r"(?:(?P<of>P)(?:'s|') |\b(?:his|her) |\bthe )(?:[\w-]+ )?(?:attendance|participation|presence)(?: (?:of|by) (?:the )?(?P<by>P))?"
    rf" (?:at|in) (?P<what>[^.;:P]{{2,140}}?) (?:in|outside|near) {WHERE}"
)


def _attending(scene: Scene) -> Iterator[Wording]:
    """ "The forum in L was opened by P", "the attendance of P at the summit in L"."""
    for match in _ACTED_ON.finditer(scene.text):
        place, event = _place_of_event(scene, match.start(), match.end(), sure=match["how"] in _IN_PERSON)
        host = place and event.country(place)
        for who in range(match.start("who"), match.end("who")):
            if scene.text[who] == "P" and host in OTHER and scene.country(who) == OTHER[host]:
                yield Wording(
                    match.start(), match.end(), "acted-on", scene.at[who], host, event is scene,
                    event=None if event is scene else event,
                )  # fmt: skip
    for match in _PRESENCE.finditer(scene.text):
        host = scene.country(match.start("to"))
        who = next((match.start(name) for name in ("of", "by") if match[name]), None)
        person = scene.at[who] if who is not None else subject(scene, match.start(), host, his=True)
        if person is not None and host in OTHER:
            level = purpose_level(scene, match.start(), match["what"])
            yield Wording(match.start(), match.end(), "presence", person, host, True, level, neutral=True)


_TALKS = re.compile(
    rf"\b(?:after|following|during|for|concluding|concluded|ended|at|in) (?:(?!P)[\w-]+ ){{0,4}}?(?:talks|negotiations|consultations)"
    rf" (?:with [^;LP]{{0,60}})?in {WHERE}"
)


def _talking(scene: Scene) -> Iterator[Wording]:
    """ "After two days of talks in L, P flew on", "P is expected for talks in L"."""
    for match in _TALKS.finditer(scene.text):
        host = scene.country(match.start("to"))
        person = subject(scene, match.start(), host, strict=True) or _ahead_pronoun(scene, match, host)
        if host in OTHER and person is not None and person.country == OTHER[host]:
            yield Wording(match.start(), match.end(), "talks-there", person, host, True)


def _ahead_pronoun(scene: Scene, match: re.Match, host: str | None) -> PersonMention | None:
    """ "After talks in L, he …"."""
    opens = not match.start() and re.match(r"(?: on D)?, (?:he|she)\b", scene.text[match.end() :])
    return antecedent(scene, host) if opens else None


_RETURNS = re.compile(
    r"(?<![\w-])(?:(?:returned|returns|repaid|repays|reciprocated|will return|will reciprocate|is to return) (?:the|that|his|her) "
    r"(?:visit|trip|call|favou?r)|(?:paid|made|will pay|pays) a (?:return|reciprocal) visit(?! to)|"
    r"reciprocated(?: with (?:a|his own) (?:visit|trip))?)(?![\w-])"
)


def _returning(scene: Scene) -> Iterator[Wording]:
    """ "His colleague P returned the visit in D": to where the visit told before came from."""
    for match in _RETURNS.finditer(scene.text):
        person = subject(scene, match.start(), strict=True)
        if person is not None and person.country in OTHER:
            yield Wording(match.start(), match.end(), "returned-visit", person, OTHER[person.country])


_EVENT = (
    r"(?:forum|summit|conference|congress|exhibition|expo|fair|festival|dialogue|marathon|week|symposium|parade|celebrations?)"
)


@cache
def _event_named() -> re.Pattern:
    """ "addressed the L international forum"."""
    forms = alternation(form for row in words("visit_acts.tsv", LISTS) for form in row.split(" | "))
    return re.compile(
        rf"(?<![\w-]){forms} (?:the )?(?:(?:[\w-]+|D) ){{0,2}}?(?:(?P<to>L)|(?P<city>[a-z]+)) (?:[\w-]+ ){{0,3}}?"
        rf"{_EVENT}(?![\w-])"
    )


_IN = re.compile(rf"\b(?:in|at) {WHERE}")
_SOMETHING_TOLD = re.compile(
    r"\bthe (?:[\w-]+ ){0,2}(?:week|days|event|exhibition|forum|festival|fair|ceremony|conference|seminar|session|meeting|"
    r"concert|summit|programme|program|opening)\b"
)


def _place_of_event(scene: Scene, start: int, end: int, *, sure: bool) -> tuple[int | None, Scene]:
    """Where something takes place that the sentence tells of, and in which sentence that is said.

    `sure` is whether the verb can only mean an event.
    """
    low = scene.clause_span(start)[0]
    found = [m.start("to") for m in _IN.finditer(scene.text, low)]
    if found:
        return min(found, key=lambda p: min(abs(p - start), abs(p - end))), scene
    other = scene.before
    if (
        other is None
        or other.sentence.paragraph != scene.sentence.paragraph
        or not (sure and "the " in scene.text[low:start] or _SOMETHING_TOLD.search(scene.text[low:start]))
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
