"""Visits told by what somebody does on the spot: "P attended the forum in L", "the gala in L was opened by P"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...reading import gated as re
from ...reading import place_named
from ...reading.lexicon import alternation, words
from .actors import subject
from .attending import HAPPENS, find_attending
from .draft import OTHER
from .scene import Scene
from .wording import LISTS, WHERE, Wording, purpose_level


def find_acts(scene: Scene) -> Iterator[Wording]:
    """Every visit that the sentence tells by an act or by somebody's presence."""
    yield from _acting(scene)
    yield from find_attending(scene)
    yield from _being_there(scene)


def acted_there(scene: Scene) -> Iterator[tuple[int, int, str]]:
    """Start, end and country of everything done "there", so at the place named last."""
    for match in _there().finditer(scene.text) if "there" in scene.text else ():
        host = place_told(scene, match.start())
        if host in OTHER:
            yield match.start(), match.end(), host


def place_told(scene: Scene, position: int) -> str | None:
    """The country of the place that "there" means: the last one before it in the sentence, else in the one before."""
    for other, end in ((scene, position), (scene.before, None)):
        places = [p for p in other.at if other.text[p] == "L" and (end is None or p < end)] if other else []
        stood = [p for p in places if not other.text.startswith("'s", p + 1)]  # not "the capital of L's neighbour"
        if stood:
            return other.country(stood[-1])
    return None


@cache
def _there() -> re.Pattern:
    forms = alternation(form for row in words("visit_acts.tsv", LISTS) for form in row.split(" | "))
    return re.compile(rf"(?<![\w-]){forms} (?:[^.;:,P]{{2,60}}? |P )?there(?=[,.;]|$| (?:on|in|last|and|earlier|to) )")


_IS_THERE = re.compile(
    r"(?:(?P<who>P),?|(?<![\w'])(?:he|she)) (?:(?:who|himself|herself|also) )*"
    r"(?P<is>was|is|will be|has been|had been) (?:(?:last|also|again|now|both|just|still|in fact) )*"
    r"there\b(?! (?:is|are|was|were|will|has|had|have)\b)"
)


_IN_HEADLINE = re.compile(r"\W*(?P<who>P) in (?P<to>L)(?:[,:;] .*)?")
# "a bust in L, where he stayed in D"
_WHERE_WAS = re.compile(
    r"(?P<to>L), where (?:(?P<who>P)|he|she) (?:(?:had|has|once|also|first|briefly) )*(?P<is>been|stayed|spent|came"
    r"|arrived|was on)\b"
)


def _being_there(scene: Scene) -> Iterator[Wording]:
    """ "It was signed in L when P was there", "P, who was there in D"; "P inspected a farm there"."""
    for match in _IS_THERE.finditer(scene.text) if "there" in scene.text else ():
        host = place_told(scene, match.start())
        person = scene.at[match.start("who")] if match["who"] else subject(scene, match.start("is"), host)
        if host in OTHER and person is not None and person.country == OTHER[host]:
            yield Wording(match.start("is"), match.end(), "was-there", person, host)
    headline = _IN_HEADLINE.fullmatch(scene.text) if scene.sentence.kind == "title" else None
    if headline and scene.country(headline.start("to")) == OTHER.get(scene.country(headline.start("who"))):
        person, host = scene.at[headline.start("who")], scene.country(headline.start("to"))
        yield Wording(headline.start("who"), headline.end("to"), "in-headline", person, host, True)
    for match in _WHERE_WAS.finditer(scene.text) if ", where " in scene.text else ():
        host = scene.country(match.start("to"))
        person = scene.at[match.start("who")] if match["who"] else subject(scene, match.start("is"), host)
        if host in OTHER and person is not None and person.country == OTHER[host]:
            yield Wording(match.start("is"), match.end(), "was-there", person, host, True)
    for start, end, host in acted_there(scene):
        person = subject(scene, start, host, strict=True)
        if person is not None:
            yield Wording(start, end, "acted-there", person, host)

def _acting(scene: Scene) -> Iterator[Wording]:
    """ "X attended the parade in L", "toured a farm outside L"."""
    for match in act().finditer(scene.text):
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
            if person is not None and not together(scene, match.start()):
                level = purpose_level(scene, match.start())
                if level is None and match["what"] and match[0].startswith(("spoke", "speak", "address")):
                    level = purpose_level(scene, match.start(), match["what"])
                yield Wording(match.start(), match.end(), "acted-there", person, host, True, level)
    for match in _event_named().finditer(scene.text) if _EVENT_WORD.search(scene.text) else ():
        place = scene.at[match.start("to")] if match["to"] else place_named(match["city"].title())
        if place and place.kind == "city" and place.country in OTHER:
            person = subject(scene, match.start(), place.country, strict=True)
            if person is not None:
                level = purpose_level(scene, match.start(), match[0])
                yield Wording(match.start(), match.end(), "acted-there", person, place.country, True, level)


@cache
def act() -> re.Pattern:
    """Something done somewhere; the group `to` is where."""
    forms = alternation(form for row in words("visit_acts.tsv", LISTS) for form in row.split(" | "))
    return re.compile(
        rf"(?<![\w-])(?:{forms} (?P<what>(?:[^.;:P]|of (?:the )?P){{2,100}}?) (?:in|outside|near|at|outside of)"
        rf"|(?:visit|tour|inspect)(?:s|ed|ing)? (?P<of>(?:the |a |an )?[^.;:,PLA]{{2,40}}? of)"
        rf"|{_WORKED} (?:the )?(?:[\w-]+ ){{0,3}}(?:leaders?|authorities|administration|officials|leadership"
        rf"|management|representatives)(?: of)?) {WHERE}"
    )
_WORKED = r"(?:met|worked|(?:had|held) (?:a )?(?:working sessions?|work sessions?|meetings?|talks)) with"
_TALKED_OF = re.compile(
    r"(?<!,)(?<! is)(?<! was)(?<! were)(?<! are)(?<! be)(?<! been)(?<! while)(?<! also)(?<!ly) $"
)
_AGREED = re.compile(
    r"\b(?:agree|decid|pledg|promis|vow|intend|want|plan|offer|propos|wish|hop|need|allow|task|order|commit\w*|ready|seek|"
    r"like)\w* to $"
)
_FROM_AFAR = re.compile(r"open|launch|plant|sign|break|inaugurate|hold")
_NESTED = re.compile(r" (?:with|on|about|for|to|from|by|into|of|over) ")
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
        HAPPENS.search(match["what"], 0, nested.start())
        or match[0].startswith("sign") and re.match(r",? (?:on )?D", scene.text[match.end() :])
    )


_EVENT = (
    r"(?:forum|summit|conference|congress|exhibition|expo|fair|festival|dialogue|marathon|week|symposium|parade|celebrations?)"
)


_EVENT_WORD = re.compile(_EVENT)


@cache
def _event_named() -> re.Pattern:
    """ "addressed the L international forum"."""
    forms = alternation(form for row in words("visit_acts.tsv", LISTS) for form in row.split(" | "))
    return re.compile(
        rf"(?<![\w-]){forms} (?:the )?(?:(?:[\w-]+|D) ){{0,2}}?(?:(?P<to>L)|(?P<city>[a-z]+)) (?:[\w-]+ ){{0,3}}?"
        rf"{_EVENT}(?![\w-])"
    )


_PAIR = re.compile(r"(P)(?: of L)?,? and (?:the |his |her )*(?:L's |A )?(P)[^P;]{0,110}$")


def together(scene: Scene, position: int) -> bool:
    """Whether officials of both countries act side by side: a meeting."""
    pair = _PAIR.search(scene.text[:position])
    return bool(pair) and scene.country(pair.start(1)) != scene.country(pair.start(2))
