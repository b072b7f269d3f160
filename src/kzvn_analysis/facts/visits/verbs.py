"""Visits told by a verb: "P arrived in L", "P flew in on D", "his colleague P returned the visit"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...reading import PersonMention
from ...reading import gated as re
from ...reading.lexicon import alternation, rows
from .actors import subject
from .arrivals import find_arrivals
from .draft import OTHER
from .on_the_spot import act, acted_there, find_acts, place_told, together
from .referents import antecedent
from .scene import Scene
from .wording import LISTS, WHERE, Wording, destination, is_one_of_several, purpose_level


def find_verbs(scene: Scene) -> Iterator[Wording]:
    """Every visit that the sentence tells by a verb."""
    if scene.people or _PRONOUN.search(scene.text):
        yield from _going(scene)
        yield from find_acts(scene)
        yield from _talking(scene)
        yield from _returning(scene)
        yield from find_arrivals(scene)
        yield from _accompanied(scene)


_PRONOUN = re.compile(r"(?<![\w'])(?:he|she|his|her|i|guest|visitor|diplomat)\b")


def moved(scene: Scene) -> Iterator[tuple[int, int, str | None, str]]:
    """Start, end, host and point of every journey to a named place, whoever goes."""
    for kind, pattern in _travel_verbs().items():
        if kind != "be":
            for match in pattern.finditer(scene.text):
                yield match.start(), match.end(), destination(scene, match.start("to")), _point(kind)
    for match in act().finditer(scene.text):
        if scene.clause(match.start("to")) == scene.clause(match.start()):
            yield match.start(), match.end(), scene.country(match.start("to")), "whole"
    for start, end, host in acted_there(scene):
        yield start, end, host, "whole"


def _point(kind: str) -> str:
    return kind if kind in ("begin", "end") else "whole"


_GOES_FURTHER = re.compile(r"[a-z]+(?:es|s) (?:D )?on (?:D )?to ")  # "from there he goes on to L": made or to come
_REGARDS = re.compile(r"(?:saw|sees?) [^.;:]{0,30}?L(?:'s| as\b| becom)")  # "sees L as a partner"
_BESIDE = re.compile(
    r"(?:P(?:(?:,| and|,? with|,? accompanied by) (?:his|her) (?:spouse|wife|husband))?"
    r"(?:,? (?:and|with) (?:a|an|the|his|her) [\w -]{0,40}(?:delegation|entourage|party|team))?,?"
    r"|(?<![\w'])i) (?:(?:myself|also|now"
    r"|currently|already|himself|herself|who) )*$"
)


def _going(scene: Scene) -> Iterator[Wording]:
    for kind, pattern in _travel_verbs().items():
        for match in pattern.finditer(scene.text):
            host = destination(scene, match.start("to"))
            beside = kind != "be" or _BESIDE.search(scene.text[: match.start()])
            if host not in OTHER or not beside or _REGARDS.match(scene.text, match.start()):
                continue
            person = subject(scene, match.start(), host, strict=True)
            if person is not None:
                level = purpose_level(scene, match.end())
                yield Wording(
                    match.start(), match.end(), f"verb-{kind}", person, host, True, level,
                    "tour" if is_one_of_several(scene, match.start("to")) else _point(kind),
                    neutral=bool(_GOES_FURTHER.match(match[0])),
                )  # fmt: skip
                yield from _likewise(scene, match.end(), f"verb-{kind}")


_LIKEWISE = re.compile(
    r",? \(?(?:(?:in|on) )?D\)?[,;]?(?: and| while)? (?:the )?(?P<who>P) to (?:the )?(?P<to>L)(?= (?:in |on )?D)"
)



def _likewise(scene: Scene, position: int, rule: str) -> Iterator[Wording]:
    """ "X came to L in D, Y to L in D": the verb is said once."""
    while match := _LIKEWISE.match(scene.text, position):
        person, host = scene.at[match.start("who")], scene.country(match.start("to"))
        if host in OTHER:
            yield Wording(match.start("who"), match.end(), rule, person, host, True)
        position = match.end()


@cache
def _travel_verbs() -> dict[str, re.Pattern]:
    """By kind, a pattern of all verbs of ``visit_verbs.tsv`` with their prepositions and the place."""
    kinds: dict[str, list[str]] = {}
    between = (
        r"(?:\w+ly |also |first |later |both |(?:on |in |back in |late |early )?D,? |home |out "
        r"|here |back |already |now |still )*+"
    )
    for verbs, preps, kind in rows("visit_verbs.tsv", LISTS):
        prep = [p for p in preps.split(" | ") if p != "-"]
        after = rf"(?:{alternation(prep)} ){'?' if '-' in preps.split(' | ') else ''}" if prep else ""
        kinds.setdefault(kind, []).append(rf"{alternation(verbs.split(' | '))} {between}{after}")
    kinds["begin"].append(
        r"(?:leave|leaves|left|leaving|depart|departs|departed|departing) (?:from )?L (?:(?:on |early |late )?D,? "
        r"|at noon )*for "
    )
    kinds["visit"].append(
        r"(?:spend|spends|spent|spending) (?:the |a |an |\w+ )?(?:\w+ )?(?:hours?|days?|nights?|weeks?|week-?end"
        r"|months?) (?:in|at|(?:among|around|touring|visiting|inspecting|studying|checking) [^.;:,P]{2,70}? (?:in"
        r"|of|at)) "
    )
    kinds["begin"].append(
        r"(?:step|steps|stepped|stepping) (?:off|down from) (?:a|an|the|his|her) [^.;:,P]{2,40}? (?:in|at) "
    )
    return {kind: re.compile(rf"(?<![\w'-])(?:{'|'.join(found)}){WHERE}") for kind, found in kinds.items()}


_TALKS = re.compile(
    rf"\b(?:after|following|during|for|concluding|concluded|ended|at|in) (?:(?!P)[\w-]+ ){{0,4}}?(?:talks"
    rf"|negotiations|consultations)"
    rf" (?:with [^;LP]{{0,60}})?in {WHERE}"
)


_TALK = re.compile("talks|negotiations|consultations")


def _talking(scene: Scene) -> Iterator[Wording]:
    """ "After two days of talks in L, P flew on", "P is expected for talks in L"."""
    for match in _TALKS.finditer(scene.text) if _TALK.search(scene.text) else ():
        host = scene.country(match.start("to"))
        person = subject(scene, match.start(), host, strict=True) or _ahead_pronoun(scene, match, host)
        if host not in OTHER or person is None or person.country != OTHER[host]:
            continue
        if not together(scene, match.start()):
            yield Wording(match.start(), match.end(), "talks-there", person, host, True)


def _ahead_pronoun(scene: Scene, match: re.Match, host: str | None) -> PersonMention | None:
    """ "After talks in L, he …"."""
    opens = not match.start() and re.match(r"(?: on D)?, (?:he|she)\b", scene.text[match.end() :])
    return antecedent(scene, host) if opens else None


_RETURNS = re.compile(
    r"(?<![\w-])(?:(?:returned|returns|repaid|repays|reciprocated|will return|will reciprocate|is to return) "
    r"(?:the|that|his|her) "
    r"(?:visit|trip|call|favou?r)|(?:paid|made|will pay|pays) a (?:return|reciprocal) visit(?! to)|"
    r"reciprocated(?: with (?:a|his own) (?:visit|trip))?)(?![\w-])"
)


_RETURN = re.compile(
    r"(?<![\w-])(?:will|would|is to|plans to|intends to|is expected to) (?:return|be back|"
    r"come back|come again) "
    r"(?:with|for|in D|on D|D)"
)


def _returning(scene: Scene) -> Iterator[Wording]:
    """ "P returned the visit in D", "will return for the festival": to where the text said before."""
    for match in _RETURNS.finditer(scene.text):
        person = subject(scene, match.start(), strict=True)
        if person is not None and person.country in OTHER:
            yield Wording(match.start(), match.end(), "returned-visit", person, OTHER[person.country])
    for match in _CAME_BACK.finditer(scene.text):
        host = place_told(scene, match.start())
        person = subject(scene, match.start(), host, his=match[0].startswith("having"))
        if host in OTHER and person is not None:
            yield Wording(match.start(), match.end(), "came-back", person, host)
    for match in _RETURN.finditer(scene.text):
        person = subject(scene, match.start(), strict=True)
        if person is not None:
            yield Wording(match.start(), match.end(), "will-return", person, None)


# "knows the place: he … came back as foreign minister in D"
_CAME_BACK = re.compile(
    r"(?<![\w-])(?:(?:came|went|flew|travelled|traveled|returned|was) (?:back|again|there again)|returned there"
    r"|(?:having|had|has) (?:already |also |first |once )?(?:come|been|travelled|flown) (?:here|there))"
    r"(?: (?:there|again))?(?: as (?:[^.,;:PDL]{3,45}?|(?:the |then )*P))? (?:in|on) (?=D)"
)
_ACCOMPANIED = re.compile(
    rf"\baccompan(?:y|ied|ies|ying) (?:the |then )*(?P<who>P)(?: on (?:a|his|her|the) [^.;:P]{{0,40}})? to {WHERE}"
)


def _accompanied(scene: Scene) -> Iterator[Wording]:
    """ "Among those accompanying X to L were …"."""
    for match in _ACCOMPANIED.finditer(scene.text):
        person, host = scene.at[match.start("who")], destination(scene, match.start("to"))
        if host in OTHER and person.country == OTHER[host]:
            yield Wording(match.start("who"), match.end(), "accompanied", person, host, True)
