"""Missions told from where they come to: held there, hosted, received, awaited, a visit of such a group."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from ...reading.dates import edtf_bounds
from .actors import is_official
from .draft import OTHER, Draft
from .mission_drafts import mission, of_third_country
from .mission_words import is_leader, patterns
from .scene import Scene
from .wording import WHERE, purpose_level

_Found = Iterator[tuple[int, int, Draft]]


def visits(scene: Scene, rule: str) -> _Found:
    """ "A visit of A businessmen to L is planned for D"."""
    for match in _VISIT_OF.finditer(scene.text):
        host = scene.country(match.start("to"))
        sides = {scene.country(p) for p in scene.at if match.start("group") <= p < match.end("group")}
        if not sides and match["for"] and scene.filed == OTHER.get(host):
            sides = {scene.filed}  # written at home, where it needs no saying
        if host not in OTHER or sides != {OTHER[host]} or not any(p > match.end() for p in scene.dates):
            continue
        draft = mission(scene, match.start(), match.end(), host, rule, "delegation")
        if draft:
            yield match.start(), match.end(), draft


_PEOPLE = (
    r"(?:delegation|mission|group|firms|companies|enterprises|businesses|members|exporters|importers|producers|businessmen|businesspeople"
    r"|entrepreneurs|investors|farmers|experts|specialists|inspectors|scientists)"
)
_VISIT_OF = re.compile(
    rf"\b(?:visit|trip|tour) (?:of|by|(?P<for>for)) (?:an? "
    rf"|the |its )?(?P<group>[^.;:P]{{0,50}}?\b{_PEOPLE}\b(?: from (?:the )?L)?) to {WHERE}"
)


def hosted(scene: Scene, rule: str) -> _Found:
    """ "L received a business delegation from L on D", "the chamber hosted 20 A firms in L"."""
    for match in _HOSTED.finditer(scene.text) if scene.dates else ():
        sides = {scene.country(p) for p in scene.at if match.start("group") <= p < match.end("group")}
        origin = sides.pop() if len(sides) == 1 else None
        named = re.match(rf" (?:on D )?in {WHERE}", scene.text[match.end() :])
        places = [match.end() + named.start("to")] if named else [p for p in scene.at if p < match.start("group")]
        hosts = {scene.country(p) for p in places if scene.text[p] in "LA"}
        if origin not in OTHER or hosts != {OTHER[origin]} or not patterns().kind.search(match["group"]):
            continue
        if any(p < match.end() for p in scene.people):
            continue
        draft = mission(scene, match.start("did"), match.end(), OTHER[origin], rule, "delegation", "during")
        if draft:
            yield match.start("did"), match.end(), draft


_HOSTED = re.compile(
    r"\b(?P<did>received|hosted|welcomed|met with|met|held talks with|had talks with|worked with) "
    rf"(?P<group>(?:an? |the |\d+ |some \d+ |[a-z]+teen |twenty |thirty "
    rf"|a dozen )[^.;:PD]{{0,50}}?\b{_PEOPLE}\b(?: (?:from|of) (?:the )?L)?)"
)


def held(scene: Scene, rule: str) -> _Found:
    """ "A trade mission of A companies was held in L", "L is hosting a trade mission of A companies"."""
    for match in patterns().held.finditer(scene.text):
        host = scene.country(match.start("to" if match["to"] else "at"))
        told = {scene.country(p) for p in scene.at if match.start() < p < match.end() and scene.text[p] in "AL"}
        if match["at"] and OTHER.get(host) not in told:
            continue
        if host in OTHER and not of_third_country(scene, max(0, match.start() - 20), match.end()):
            draft = mission(scene, match.start(), match.end(), host, rule, "delegation")
            if draft:
                yield match.start(), match.end(), draft


def attending(scene: Scene, rule: str) -> _Found:
    """ "The participation of the A delegation in the summit, to be held in L on D"."""
    for match in _TAKES_PART.finditer(scene.text):
        host = scene.country(match.start("to"))
        if host in OTHER and scene.country(match.start("of")) == OTHER[host]:
            draft = mission(scene, match.start(), match.end(), host, rule, purpose_level(scene, 0, match["what"]))
            if draft:
                yield match.start(), match.end(), draft


_TAKES_PART = re.compile(
    rf"\b(?:participation|attendance) (?:of|by) (?:the |an? )?(?:high-level "
    rf"|high-ranking )?(?P<of>A) delegation (?:in|at) "
    rf"(?P<what>[^.;P]{{5,120}}?) in {WHERE}"
)


def calling(scene: Scene, rule: str) -> _Found:
    """ "A delegation of L University headed by P visited A National University"."""
    for match in _CALLS.finditer(scene.text) if scene.dates else ():
        person = scene.at[match.start("who")] if match["who"] else None
        guests = {scene.country(p) for p in scene.at if match.start("group") <= p < match.end("group")}
        guests = (guests | {person.country} if person else guests) - {None}
        hosts = {scene.country(p) for p in scene.at if match.start("house") <= p < match.end("house")} - {None}
        hosts = hosts or {scene.filed}  # written at the house, where it needs no saying
        origin = guests.pop() if len(guests) == 1 else None
        if origin not in OTHER or hosts != {OTHER[origin]} or person and not is_leader(person):
            continue
        if RESIDENT.search(match["group"]):
            continue
        draft = mission(scene, match.start("did"), match.end(), OTHER[origin], rule, "delegation")
        if draft:
            yield match.start("group"), match.end(), draft.but(kind="visit", visitor=person) if person else draft


# who lives there has not come
RESIDENT = re.compile(r"\b(?:delegation|group) (?:of|from) (?:the )?(?:[\w-]+ ){0,3}(?:embassy|consulate)\b")
_CALLS = re.compile(
    r"\b(?P<group>(?:a|an|the) [^.;P]{0,40}?\bdelegation (?:of|from) [^.;P]{3,90}?)"
    r"(?:,? (?:led|headed) by (?:the |its )?(?P<who>P),?)? "
    r"(?P<did>(?:has |have )?(?:visited|toured|paid a (?:working )?visit to)) "
    r"(?P<house>[^.;,P]{0,60}?\b(?:university|institute|academy|college|hospital|bank|corporation|company|holding|"
    r"headquarters|(?:head )?office|plant|factory)\b)"
)


def received(scene: Scene, rule: str) -> _Found:
    """ "Leaders of the province worked with a delegation of firms from L led by P": P came."""
    for match in _GUESTS.finditer(scene.text):
        person = scene.at[match.start("who")]
        host = OTHER.get(person.country)
        before = {scene.country(p) for p in scene.at if p < match.start("group") and scene.text[p] in "LA"}
        before_it = [scene.at[p] for p in scene.people if p < match.start()]
        if host is None or not is_leader(person) or any(p.country != host or is_official(p) for p in before_it):
            continue
        if host not in before and scene.filed != host or not {*before} <= {host, None}:
            continue
        of_house = patterns().kind.search(match["group"]) or _OF_HOUSE.search(match["group"])
        level = "delegation" if of_house else None
        draft = mission(scene, match.start(), match.end(), host, rule, level, "during")
        if draft:
            yield match.start(), match.end(), draft.but(kind="visit", visitor=person)


_OF_HOUSE = re.compile(r"\b(?:university|institute|academy|college|hospital|bank|corporation|company|holding)\b")
_GUESTS = re.compile(
    r"\b(?:(?:meeting|talks|negotiations) (?:was|were) held [^.;P]{0,80}?with|received|hosted|welcomed|met with"
    r"|worked with|(?:held|had) (?:a )?(?:(?:working |work )?(?:session|meeting|talks?|reception)s?(?: and (?:a )?)?)"
    r"{1,2}(?: on D| in L)* (?:with|for)) "
    r"(?:in L )?(?P<group>(?:the|a|an) [^.;P]{0,80}?\bdelegation\b[^.;P]{0,100}?) (?:led|headed) by (?:the |its "
    r"|mr\. )?(?P<who>P)"
)


def awaited(scene: Scene, rule: str) -> _Found:
    """ "The ministry stands ready to receive a delegation of A experts in D"."""
    for match in _AWAITS.finditer(scene.text):
        sides = {scene.country(p) for p in scene.at if match.start("group") <= p < match.end("group")}
        origin = sides.pop() if len(sides) == 1 else None
        date = scene.at[match.end() - 1]
        ahead = date.edtf and scene.published and edtf_bounds(date.edtf)[0] > edtf_bounds(scene.published)[1]
        if origin in OTHER and ahead:
            start, end = match.span()
            yield start, end, Draft(
                "mission", scene, start, rule, None, origin, OTHER[origin], "delegation", date.edtf, status="planned",
                dated=True,
            )  # fmt: skip


_AWAITS = re.compile(
    r"\bready to (?:receive|host|welcome) (?P<group>an? [^.;PLD]{0,40}\b(?:delegation|group|mission)\b[^.;PLD]{0,60}?)"
    r" (?:in|on) (?:the )?D"
)
