"""What the rules of travel share: a wording of a visit, where it leads, of what level it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...reading import PersonMention
from ...reading import gated as re
from ...reading.lexicon import alternation, rows
from .draft import OTHER
from .scene import Scene

LISTS = "kzvn_analysis.facts"


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording of a visit: where it stands, who goes, where it leads.

    Attributes
    ----------
    start, end : int
        In the masked text.
    rule : str
    person : PersonMention or None
    host : str or None
    explicit : bool
        The words name the place.
    level : str or None
    point : str
        What a single day would be of the visit: ``whole`` · ``begin`` · ``end``; ``tour`` where the time told is
        that of a journey to other countries too.
    anaphoric : bool
        The words point back to a visit told elsewhere.
    neutral : bool
        They say neither that it was nor that it will be.
    another : bool
        They set it apart from one told before: "his previous visit".
    event : Scene or None
        The sentence before that tells of the event, whose time it shares.
    counted : bool
        They say which of somebody's visits the one just told is: "it is his second trip this year".
    """

    start: int
    end: int
    rule: str
    person: PersonMention | None
    host: str | None
    explicit: bool = False
    level: str | None = None
    point: str = "whole"
    anaphoric: bool = False
    neutral: bool = False
    another: bool = False
    event: Scene | None = None
    counted: bool = False


_EPITHET = (
    r"(?:the )?(?:(?:central|northern|southern|eastern|western) )?(?:(?:(?:L's|A) )?(?:[\w-]+ ){0,3}(?:city|province"
    r"|town|region) of )?"
    r"(?:(?:friendly|beautiful|brotherly|fraternal|capital of|capital city of|"
    r"city of|country of|republic of|"
    r"socialist republic of) (?:the )?)*"
)
# A place to go to; the group `to` is where its name stands.
WHERE = rf"{_EPITHET}(?P<to>L|A (?:capital|city|town|resort|soil|territory)\b)"
_CITY_OF = re.compile(r"A \w+")
_FURTHER = re.compile(rf"(?: \((?:from |on )?D\))?(?:,|,? and|,? as well as) {_EPITHET}(?P<to>L)(?!'s)")


def destination(scene: Scene, place: int) -> str | None:
    """The country gone to: of "L, L and L" the first that is one of the two, else the first."""
    return scene.country(destination_place(scene, place))


def destination_place(scene: Scene, place: int) -> int:
    """Where the country gone to stands: of "L (D), L (D) and L" the first that is one of the two, else the first."""
    first, end = place, place + (1 if scene.text[place] == "L" else len(_CITY_OF.match(scene.text, place)[0]))
    while scene.country(place) not in OTHER and (further := _FURTHER.match(scene.text, end)):
        place, end = further.start("to"), further.end()
    return place if scene.country(place) in OTHER else first


def is_one_of_several(scene: Scene, place: int) -> bool:
    """Whether the place gone to is one of a list of countries, so that the time told is that of the whole tour."""
    end = place + 1
    while further := _FURTHER.match(scene.text, end):
        if scene.country(further.start("to")) != scene.country(place):
            return True
        end = further.end()
    return False


def level_of(mods: str) -> str | None:
    """The level that the words before "visit" state."""
    for wording, level in rows("visit_levels.tsv", LISTS):
        if re.search(rf"(?<![\w-]){re.escape(wording)}(?![\w-])", mods):
            return level
    return None


_PURPOSE = re.compile(
    r"\b(?:for|to attend|attend\w*|to (?:co-)?chair|tak(?:e|es|ing) part in|took part in|participat\w+ in|"
    r"on the occasion of|to join|to address|"
    r"in connection with|on the (?:sidelines|margins|fringes) of) (?P<what>[^.;]{1,90})"
)
_PURPOSE_REACH = 60
_OF_ANOTHER = re.compile(r"[,;] .*P|\b(?:trip|visit)s? (?:of|by) [^.;]*P")


def purpose_level(scene: Scene, position: int, what: str | None = None) -> str | None:
    """``summit`` for who came to a meeting of many countries, ``talks`` for who came to consult.

    Parameters
    ----------
    scene
    position
        Where to begin to look for the purpose.
    what
        The purpose, where it is known.
    """
    if what is not None:
        found = _purposes()[0].search(what)
        return _purposes()[1][found[0].removesuffix("s")] if found else None
    match = _PURPOSE.search(scene.text, position, scene.clause_span(position)[1] + 90)
    if not match or match.start() - position > _PURPOSE_REACH:
        return None
    if _OF_ANOTHER.search(scene.text, position, match.start()):
        return None  # what somebody else came for
    found = _purposes()[0].search(match["what"])
    return _purposes()[1][found[0].removesuffix("s")] if found else None


@cache
def _purposes() -> tuple[re.Pattern, dict[str, str | None]]:
    levels = {
        wording.removesuffix("s"): (rest[0] if rest else None) or None
        for wording, *rest in rows("visit_purposes.tsv", LISTS)
    }
    return re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(w) for w in levels)})s?(?![\w-])"), levels


def leads_business(scene: Scene, person: PersonMention) -> bool:
    """Whether the person heads a mission of business or experts: "a trade mission led by X", "X, heading one"."""
    place = next((p for p in scene.people if scene.at[p] == person), 0)
    led = _LED_BY.search(scene.text, 0, place) or _HEADING.search(scene.text, place)
    return bool(led) and bool(re.search(rf"(?<![\w-]){kinds('mission_words.tsv')['kind']}(?![\w-])", led[0]))


_LED_BY = re.compile(r"[^.;,P]{0,40}\b(?:delegation|mission)[^.;P]{0,60} (?:led|headed) by (?:(?:the|its|their) )?$")


_HEADING = re.compile(
    r"\b(?:at the head of|heading|leading|heads|leads|headed|led) (?:a|an) "
    r"[^.;,P]{0,60}?\b(?:delegation|mission)\b(?: of [^.;,P]{0,40})?"
)


@cache
def kinds(name: str) -> dict[str, str]:
    """The wordings of a two-column list by kind, each kind as one alternation."""
    found: dict[str, list[str]] = {}
    for wording, kind in rows(name, LISTS):
        found.setdefault(kind, []).append(wording)
    return {kind: alternation(wordings) for kind, wordings in found.items()}
