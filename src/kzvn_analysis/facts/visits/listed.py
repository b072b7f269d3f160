"""Several visits told by one noun: "the visits of P in D and P in D"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from .draft import OTHER
from .scene import Scene
from .wording import WHERE, Wording, level_of


def find_listed(scene: Scene) -> Iterator[Wording]:
    """Every visit of a list that the sentence gives with its time."""
    yield from _listed(scene)
    yield from _bracketed(scene)
    yield from _paid(scene)


_VISITS = re.compile(
    rf"(?<![\w-])(?:visits|trips)(?: to {WHERE}(?: and L)?)?[,:]? (?:made |paid )?(?:by|of) "
    # "two high guests from L: P in D and P in D"
    r"|\b(?:guests|visitors) from (?:the )?(?P<from>L)(?: in D)?(?: -|:|,) ?"
)
_ONE_OF = re.compile(
    r"(?:to (?:the )?(?P<first>L) )?(?:by |of |the |then |as well as |also )*"
    r"(?:[a-z -]{3,30}s of (?:the )?L |[a-z]{4,12}s )?"
    r"P(?: to (?:the )?(?P<to>L))?"
    r"(?:,? \(?(?:(?:in|on|from) )?(?:early |late )?(?P<on>D)\)?)?(?: and (?:in |on )?(?P<again>D))?"
    r"(?: to (?:the )?(?P<after>L))?(?:,? and,? |, |; )?(?:(?:in the opposite direction|in return),? )?"
)


def _listed(scene: Scene) -> Iterator[Wording]:
    """ "the visits of X to L in D and Y to L in D"."""
    text = scene.text
    for match in _VISITS.finditer(text):
        common = scene.country(match.start("to")) if match["to"] else None
        common = OTHER.get(scene.country(match.start("from"))) if match["from"] else common
        position = match.end()
        while one := _ONE_OF.match(text, position):
            place = next((one.start(name) for name in ("first", "to", "after") if one[name]), None)
            host = scene.country(place) if place is not None else common
            common = host if one["first"] else common  # "and to L of P in D and P in D"
            person = scene.at[text.index("P", one.start())]
            if one["on"] and person.country in OTHER and host in (None, OTHER[person.country]):
                for on in (name for name in ("on", "again") if one[name]):
                    span = (one.start(), one.start("again")) if one["again"] and on == "on" else one.span()
                    start = one.start("again") if on == "again" else span[0]
                    yield Wording(start, span[1], "visits-listed", person, host, host is not None, neutral=True)
            position = one.end()


_BRACKETED = re.compile(
    r"P \((?P<mods>(?:on )?(?:an? )?(?:[a-z]+ )?(?:visit|trip),? )?(?:in |on |from )?(?P<on>D(?:(?:,|;| and|, and) D)*)"
    r"(?P<after>,? (?:on )?(?:an? )?(?:[a-z]+ )?(?:visit|trip))?\)"
)


def _bracketed(scene: Scene) -> Iterator[Wording]:
    """ "Visits by leaders: X (2009); Y (2012)"."""
    for match in _BRACKETED.finditer(scene.text):
        if "visits" in scene.text or (scene.before and "visits" in scene.before.text):
            level = level_of(f"{match['mods'] or ''}{match['after'] or ''}")
            for on in (i for i in range(match.start("on"), match.end("on")) if scene.text[i] == "D"):
                yield Wording(on, on + 1, "visits-listed", scene.at[match.start()], None, level=level, neutral=True)


PAID = re.compile(
    rf"P(?:(?:,|,? and) P)*,? (?:both )?(?:paid|made|pay|make) (?P<mods>(?:[\w-]+ )?)visits "
    rf"to {WHERE}(?:,| -|:)? ?(?:(?:on|in) )?D"
    r"(?:(?:,|,? and)(?: again)?(?: in| on)? D)*"
)


def _paid(scene: Scene) -> Iterator[Wording]:
    """ "X and Y paid visits to L in D and D"."""
    for match in PAID.finditer(scene.text):
        span = range(match.start(), match.end())
        people = [scene.at[i] for i in span if scene.text[i] == "P"]
        dates = [i for i in span if scene.text[i] == "D"]
        if len(people) in (1, len(dates)):
            host, level = scene.country(match.start("to")), level_of(match["mods"])
            for person, date in zip(people * len(dates), dates, strict=False):
                yield Wording(date, date + 1, "visits-listed", person, host, True, level)
