"""Visits: someone of one country goes to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...reading import PersonMention
from ...reading.lexicon import alternation, rows, words
from .actors import is_official, possessor, subject
from .cues import status
from .draft import OTHER, Draft
from .scene import Scene
from .timing import also_on, moved_to, when


@dataclass(frozen=True, slots=True)
class _Wording:
    """A wording of a visit: where it stands, where it leads, who goes."""

    start: int
    end: int
    rule: str
    person: PersonMention | None
    host: str | None
    explicit: bool = False
    level: str | None = None
    point: str = "whole"
    anaphoric: bool = False
    neutral: bool = False  # says neither that it was nor that it will be
    another: bool = False


def find_travel(scene: Scene) -> Iterator[Draft]:
    """Every wording of the sentence that tells of somebody's visit."""
    yield from _invitations(scene)
    found = [*_nouns(scene), *_plurals(scene), *_verbs(scene), *_acts(scene), *_arrivals(scene), *_welcomes(scene), *_visiting(scene)]
    spots = tuple(sorted({w.start for w in found}))
    for wording in found:
        draft = _draft(scene, wording, spots)
        if draft:
            yield draft
            for again in also_on(scene, wording.start, wording.end, draft.period):
                yield draft.but(period=again, point="whole", days=None)


def _draft(scene: Scene, wording: _Wording, spots: tuple[int, ...]) -> Draft | None:
    state = status(scene, wording.start, wording.end)
    if state in ("off", "wished"):
        return None
    person, host = wording.person, wording.host
    if person is not None:
        if not is_official(person) or person.country not in (None, *OTHER):
            return None
        # an unnamed prime minister who goes to the one country is the other's; a stranger with a name may be anybody's
        origin = person.country or (None if person.name else OTHER.get(host))
        host = host or (OTHER.get(origin) if person.name else None)
        if origin is None or host is None or origin == host:
            return None
    else:
        origin = OTHER.get(host)
    if state == "moved":
        time, state = moved_to(scene, wording.end), "planned"
        if time.period is None:
            return None
    else:
        time = when(scene, wording.start, wording.end, wording.point, spots)
    if wording.neutral and state == "made":
        state = None
    return Draft(
        "visit", scene, wording.start, wording.rule, person, origin, host, wording.level,
        time.period, time.point, time.days, state,
        anaphoric=wording.anaphoric, explicit_host=wording.explicit, dated=time.dated, another=wording.another,
    )  # fmt: skip


_INVITED = re.compile(
    r"\binvit\w+ (?:[^P.;]{0,40}?(?:to|for) )?(?:the )?P(?P<gap>,? (?:[\w ]{0,30} )?)to (?:pay |make |undertake |come on |come for |attend |"
    r"(?P<verb>visit|come))[^.;P]{0,90}"
)
_ACCEPTED = re.compile(r"\baccept(?:ed|s|ing)?\b|\bagreed to (?:visit|come|pay)\b|\bwould be (?:happy|glad|pleased) to (?:visit|come)\b")
_DECLINED = re.compile(r"\b(?:not|un\w+|declin\w+|yet to) [^.;]{0,20}accept|\bdeclin\w+|\bconsider\w*\b")


def _invitations(scene: Scene) -> Iterator[Draft]:
    """"X invited Y to visit L, and Y accepted": Y's visit is planned; without the second half it is none."""
    for match in _INVITED.finditer(scene.text):
        after = scene.text[match.end() :] + " " + (_next(scene).text if _next(scene) else "")
        if not _ACCEPTED.search(after) or _DECLINED.search(after):
            continue
        person = scene.at[next(i for i in range(match.start(), match.end()) if scene.text[i] == "P")]
        host = next((scene.country(i) for i in range(match.start(), match.end()) if scene.text[i] == "L"), OTHER.get(person.country))
        if not is_official(person) or host not in OTHER or person.country != OTHER[host]:
            continue
        time = when(scene, match.start(), match.end())
        yield Draft(
            "visit", scene, match.start(), "invitation-accepted", person, person.country, host, _level(match[0]),
            time.period, "whole", time.days, "planned", explicit_host=True, dated=time.dated,
        )  # fmt: skip


def _next(scene: Scene) -> Scene | None:
    after = scene.family[scene.index + 1 : scene.index + 2]
    return after[0] if after and after[0].sentence.section == scene.sentence.section else None


WHERE = (
    r"(?:the )?(?:(?:friendly|beautiful|brotherly|fraternal|capital of|capital city of|city of|country of|republic of|"
    r"socialist republic of) (?:the )?)*(?P<to>L|A capital)"
)

# --- nouns: "a state visit to L", "P's three-day trip" --------------------------------------------------------------

_TO = re.compile(
    r"(?:,? (?:made |paid |undertaken )?(?:by|of) (?:the |then |a )?P(?: and [^.;,P]{0,40})?)?"
    r"(?:,? (?:on|in|from|during|between)? ?D)?(?:,? (?:made |paid )?(?:by|of) (?:the |then |a )?P)?,?"
    rf" (?:to|in|of|around|across) {WHERE}"
)
_BY = re.compile(
    r"(?: (?:to|in|of) (?:the )?(?:L|A capital))?(?:,? (?:on|in|from) D)?,? (?:made |paid |undertaken )?(?:by|of|from) "
    r"(?:the |then |a |an )?P(?!')"
)
_ANOTHER = re.compile(r"\b(?:previous|earlier|last|past|earliest|second|third|return|next|future)\b")
_HERE = re.compile(r" here\b")
_IS_VERB = re.compile(r"\b(?:to|will|would|shall|can|could|may|might|should|must|they|we|you|who|and|not) $")
_OBJECT = re.compile(r"(?:ing|s|ed)? (?:the |both |our )?[LPA]")


def _nouns(scene: Scene) -> Iterator[_Wording]:
    text = scene.text
    for match in _visit_noun().finditer(text):
        start, end = match.span()
        if match[0].endswith("s") and _PAID.search(text):
            continue
        if not match["mods"] and (_IS_VERB.search(text[:start]) or _OBJECT.match(text, end)):
            continue
        to = _TO.match(text, end)
        place = to.start("to") if to else _inside(match)
        host = scene.country(place) if place is not None else None
        if host is not None and host not in OTHER:
            continue
        by = _BY.match(text, end)
        anaphoric = neutral = False
        if by:
            person, neutral = scene.at[by.end() - 1], True
        else:
            person = possessor(scene, start, host)
            neutral = person is not None
            if person is None:
                person, anaphoric = _performer(scene, match, host)
            if person is None and not anaphoric:
                continue
        if host is None and person is not None and _HERE.match(text, end):
            host = OTHER.get(person.country)
        last = max(end, to.end() if to else end, by.end() if by else end)
        level = _level(match["mods"]) or _said_after(text[last:]) or purpose_level(scene, last)
        yield _Wording(
            start, last, "visit-noun", person, host, place is not None, level, anaphoric=anaphoric, neutral=neutral,
            another=bool(_ANOTHER.search(match["mods"])),
        )  # fmt: skip


def _inside(match: re.Match) -> int | None:
    """The place within "a Vietnam visit"."""
    inner = re.search("[LA] $", match["mods"])
    return match.start() + inner.start() if inner else None


_MAKES = re.compile(
    r"\b(?:pay|paid|pays|paying|make|made|makes|making|undert(?:ake|ook|aken|akes|aking)|beg(?:in|an|un|ins|inning)|"
    r"start(?:s|ed|ing)?|conclud(?:e|ed|es|ing)|complet(?:e|ed|es|ing)|finish(?:ed|es|ing)?|end(?:s|ed|ing)?|"
    r"w(?:i|ou)nd(?:s|ing)?(?: up)?|wrap(?:s|ped|ping)?(?: up)?|kick(?:s|ed|ing)? off|embark(?:s|ed|ing)? on|"
    r"conduct(?:s|ed|ing)?|continu(?:e|ed|es|ing)|carr(?:y|ied) out|perform(?:ed|s)?|plann(?:ed|ing)|plans?|schedul(?:ed|es|ing)|"
    r"ha[ds]|have|on|for|in|during|as part of|within|(?:with)?in the framework of|in the course of|after|following|with|to|cap(?:s|ped|ping)?) "
    r"(?:(?:a|an|his|her|the|this|another|yet another|their) )?$"
)
_POINTS_BACK = re.compile(r"\b(?:the|this|that) $")
_PERFORMS = re.compile(r"\b(?:made|paid|make|makes|pay|undertook|repeat\w*) (?:the|this|that) $")


def _performer(scene: Scene, match: re.Match, host: str | None) -> tuple[PersonMention | None, bool]:
    """Who pays the visit, and whether the words only point back to a visit told elsewhere."""
    before = scene.text[: match.start()]
    points_back = bool(_POINTS_BACK.search(before)) and not _PERFORMS.search(before)
    made = _MAKES.search(before)
    if made:
        person = subject(scene, made.start(), host)
        if person is not None:
            return person, points_back
    return None, points_back


_ONE = re.compile(r" (?:was|is|being|had been|will be) (?:a|an) ([\w-]+(?: [\w-]+)?) (?:one|visit|trip)\b")


def _said_after(rest: str) -> str | None:
    """"whose visit was a state one"."""
    match = _ONE.match(rest)
    return _level(match[1]) if match else None


_PURPOSE = re.compile(
    r"\b(?:for|to attend|attend\w*|tak(?:e|es|ing) part in|took part in|participat\w+ in|on the occasion of|to join|to address|"
    r"in connection with) (?P<what>[^.;]{1,90})"
)


def purpose_level(scene: Scene, position: int) -> str | None:
    """``summit`` for who came to a meeting of many countries, ``talks`` for who came to consult."""
    match = _PURPOSE.search(scene.text, position, scene.clause_span(position)[1] + 90)
    if not match or match.start() - position > 60:
        return None
    for wording, level in rows("visit_purposes.tsv", "kzvn_analysis.facts"):
        if re.search(rf"\b{re.escape(wording)}s?\b", match["what"]):
            return level or None
    return None


def _level(mods: str) -> str | None:
    for wording, level in rows("visit_levels.tsv", "kzvn_analysis.facts"):
        if re.search(rf"\b{re.escape(wording)}\b", mods):
            return level
    return None


@cache
def _visit_noun() -> re.Pattern:
    mods = [*words("visit_modifiers.txt", "kzvn_analysis.facts"), *words("visit_levels.tsv", "kzvn_analysis.facts")]
    number = r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|several)[- ]day"
    return re.compile(
        rf"(?<![\w-])(?P<mods>(?:(?:{alternation(mods)}|{number}|D|L|A)(?:,? and |,? ))*+)"
        rf"(?:visit|trip|tour|journey|sojourn|voyage|stay|stopover|stop-over)(?:(?=s to {WHERE.replace('?P<to>', '?:')})s)?\b"
        r"(?!-| (?:visa|ban|card|document|guide|operator|program|package|agenc)\w*)"
    )


# --- verbs: "P arrived in L" ----------------------------------------------------------------------------------------

_BESIDE = re.compile(r"P,? (?:(?:also|now|currently|already|himself|herself|who) )*$")


def _verbs(scene: Scene) -> Iterator[_Wording]:
    for kind, pattern in _travel_verbs().items():
        for match in pattern.finditer(scene.text):
            host = scene.country(match.start("to"))
            if host not in OTHER or (kind == "be" and not _BESIDE.search(scene.text[: match.start()])):
                continue
            person = subject(scene, match.start(), host, strict=True)
            if person is not None:
                point = kind if kind in ("begin", "end") else "whole"
                level = purpose_level(scene, match.end())
                yield _Wording(match.start(), match.end(), f"verb-{kind}", person, host, True, level, point)


def journeys(scene: Scene) -> Iterator[tuple[int, int, str | None, str | None, str]]:
    """Start, end, host, level and point of every journey to a named place, whoever goes."""
    text = scene.text
    for kind, pattern in _travel_verbs().items():
        if kind != "be":
            for match in pattern.finditer(text):
                yield match.start(), match.end(), scene.country(match.start("to")), None, kind if kind in ("begin", "end") else "whole"
    for match in _visit_noun().finditer(text):
        to, made = _TO.match(text, match.end()), _MAKES.search(text[: match.start()])
        if to and made:
            yield made.start(), to.end(), scene.country(to.start("to")), _level(match["mods"]), "whole"


_WHEN_CAME = re.compile(r"\b(?:visit|trip)\b[^.;]{0,80} (?P<on>D),? when (?:the |then )*(?P<who>P) (?:came|did|visited|arrived|travelled|traveled|went|flew)\b")
_FLEW_IN = re.compile(r"(?<![\w-])(?:flew in|flies in|jetted in|arrived|landed|came)(?: (?:on|last|this|early|late))? D\b(?! (?:in|at|to) )|(?<![\w-])(?:flew|flies) in(?= )")


def _arrivals(scene: Scene) -> Iterator[_Wording]:
    """"X flew in on Monday": where, the passage before tells."""
    for match in _WHEN_CAME.finditer(scene.text):
        yield _Wording(match.start("on"), match.end(), "came-when", scene.at[match.start("who")], None)
    for match in _FLEW_IN.finditer(scene.text):
        person = subject(scene, match.start(), strict=True)
        host = OTHER.get(person.country) if person else None
        near = [s for s in (scene, scene.before, scene.before and scene.before.before) if s]
        if host and any(s.text[p] == "L" and s.country(p) == host for s in near for p in s.at):
            yield _Wording(match.start(), match.end(), "flew-in", person, host, level=purpose_level(scene, match.end()), point="begin")


_RETURN = re.compile(r"(?<![\w-])(?:will|would|is to|plans to|intends to|is expected to) (?:return|be back|come back|come again) (?:with|for|in D|on D|D)")
_ACT = re.compile(
    rf"(?<![\w-])(?:attend|sign|co-chair|chair|toured?|tours|touring|visit|inspect|open|inaugurat|address|unveil|launch|plant|laid|lay|lays|spoke at|speak at|speaks at|"
    rf"took part in|takes? part in|taking part in|participat\w+ in|watched|joined|broke ground (?:for|on))(?:s|ed|es|d|ing|e)? "
    rf"(?P<what>[^.;:P]{{2,100}}?) (?:in|outside|near|at|outside of) {WHERE}"
)


def _acts(scene: Scene) -> Iterator[_Wording]:
    """"X attended the parade in L", "toured a farm outside L", "will return for the festival"."""
    for match in _ACT.finditer(scene.text):
        host = scene.country(match.start("to"))
        if host in OTHER and scene.clause(match.start("to")) == scene.clause(match.start()):
            person = subject(scene, match.start(), host, strict=True)
            if person is not None and not _together(scene, match.start()):
                level = purpose_level(scene, match.start())
                yield _Wording(match.start(), match.end(), "acted-there", person, host, True, level)
    for match in _RETURN.finditer(scene.text):
        person = subject(scene, match.start(), strict=True)
        if person is not None:
            yield _Wording(match.start(), match.end(), "will-return", person, None)


def _together(scene: Scene, position: int) -> bool:
    """Whether officials of both countries act side by side: a meeting."""
    pair = re.search(r"(P)(?: of L)?,? and (?:the |his |her )*(?:L's |A )?(P)[^P;]{0,40}$", scene.text[:position])
    return bool(pair) and scene.country(pair.start(1)) != scene.country(pair.start(2))


_CEREMONY = re.compile(r"(?:welcom\w+|meeting|greeting) ceremony (?:was held )?(?:for|in hono\w+ of|of) (?:the )?P(?=[^;]{0,60} (?:in|at) (?:the )?(?P<to>L|A capital))?")
_WELCOME = re.compile(
    r"(?:(?P<where>L) (?:\w+ly |also |has |have |will |is to )*)?(?<![\w-])(?:welcom\w+|greet(?:s|ed)|waved? to|cheer(?:ed|s)|host(?:s|ed)|"
    r"lined the streets for|lined the streets to greet|receiv(?:es|ed)) (?:the )?P(?P<rest>[^P;]{0,60}? (?:to|in|at) (?:the )?(?P<to>L|A capital))?"
)


def _welcomes(scene: Scene) -> Iterator[_Wording]:
    """"Hanoi welcomed X", "people in Almaty greeted X": whom a place receives is there."""
    text = scene.text
    for match in _CEREMONY.finditer(text):
        person = scene.at[match.end() - 1]
        place = match.start("to") if match["to"] else next((i for i in scene.at if text[i] == "L" and re.search(r"\b(?:in|at) (?:the )?$", text[:i])), None)
        if place is not None and subject(scene, match.start()) is None and scene.country(place) == OTHER.get(person.country):
            yield _Wording(match.start(), match.end(), "welcomed", person, scene.country(place), True)
    for match in _WELCOME.finditer(text):
        place = match.end("rest") - 1 if match["to"] else match.start("where") if match["where"] else None
        if match["to"]:
            place = match.start("to")
        person = scene.at[next(i for i in range(match.start(), match.end()) if text[i] == "P")]
        if not match["where"] and subject(scene, match.start()) is not None:
            continue  # somebody receives somebody: a meeting
        if place is None and scene.dates and not any(scene.at[p].country != person.country for p in scene.people):
            place = next((i for i in scene.at if text[i] == "L" and re.search(r"\b(?:in|of|at) (?:the )?$", text[:i])), None)
        if place is None or scene.country(place) != OTHER.get(person.country):
            continue
        yield _Wording(match.start(), match.end(), "welcomed", person, scene.country(place), True)


def _visiting(scene: Scene) -> Iterator[_Wording]:
    """"He met the visiting President of Kazakhstan"."""
    for place in scene.people:
        person = scene.at[place]
        if person.text.lower().startswith("visiting ") or scene.text[max(0, place - 9) : place] == "visiting ":
            yield _Wording(place, place + 1, "visiting", person, None, neutral=True)


_VISITS = re.compile(rf"(?<![\w-])(?:visits|trips)(?: to {WHERE})?,? (?:made |paid )?(?:by|of) ")
_PAID = re.compile(
    rf"P(?:(?:,|,? and) P)*,? (?:both )?(?:paid|made|pay|make) (?P<mods>(?:[\w-]+ )?)visits to {WHERE},? (?:(?:on|in) )?D"
    r"(?:(?:,|,? and)(?: again)?(?: in| on)? D)*"
)
_BRACKETED = re.compile(r"P \((?:in |on )?(?P<on>D)\)")
_ONE_OF = re.compile(r"(?:to (?:the )?(?P<first>L) )?(?:by |of |the |then |as well as |also )*P(?: to (?:the )?(?P<to>L))?(?:,? \(?(?:(?:in|on|from) )?(?:early |late )?(?P<on>D)\)?)?(?: to (?:the )?(?P<after>L))?(?:,? and |, |; )?")


def _plurals(scene: Scene) -> Iterator[_Wording]:
    """"the visits of X to L in D and Y to L in D"."""
    text = scene.text
    for match in _VISITS.finditer(text):
        common = scene.country(match.start("to")) if match["to"] else None
        position = match.end()
        while one := _ONE_OF.match(text, position):
            place = next((one.start(name) for name in ("first", "to", "after") if one[name]), None)
            host = scene.country(place) if place is not None else common
            person = scene.at[next(i for i in range(one.start(), one.end()) if text[i] == "P")]
            if one["on"] and person.country in OTHER and host in (None, OTHER[person.country]):
                yield _Wording(one.start(), one.end(), "visits-listed", person, host, host is not None, neutral=True)
            position = one.end()
    told = text + (scene.before.text if scene.before else "")
    if re.search(r"\bvisits\b", told):
        for match in _BRACKETED.finditer(text):
            yield _Wording(match.start("on"), match.end("on"), "visits-listed", scene.at[match.start()], None, neutral=True)
    for match in _PAID.finditer(text):
        people = [scene.at[i] for i in range(match.start(), match.end()) if text[i] == "P"]
        dates = [i for i in range(match.start(), match.end()) if text[i] == "D"]
        if len(people) == len(dates):
            for person, date in zip(people, dates, strict=True):
                host = scene.country(match.start("to"))
                yield _Wording(date, date + 1, "visits-listed", person, host, True, _level(match["mods"]))


@cache
def _travel_verbs() -> dict[str, re.Pattern]:
    kinds: dict[str, list[str]] = {}
    between = r"(?:\w+ly |also |first |later |both |(?:on |in |back in |late |early )?D,? |home |out |here |back )*+"
    for verbs, preps, kind in rows("visit_verbs.tsv", "kzvn_analysis.facts"):
        prep = [p for p in preps.split(" | ") if p != "-"]
        after = rf"(?:{alternation(prep)} ){'?' if '-' in preps.split(' | ') else ''}" if prep else ""
        kinds.setdefault(kind, []).append(rf"{alternation(verbs.split(' | '))} {between}{after}")
    return {kind: re.compile(rf"(?<![\w'-])(?:{'|'.join(found)}){WHERE}") for kind, found in kinds.items()}
