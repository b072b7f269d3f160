"""Visits told from where the guest comes to: who is awaited, sent, here, flown in, come with a group."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import PersonMention
from ...reading import gated as re
from .actors import subject
from .draft import OTHER
from .referents import antecedent, envoy_country, is_governed
from .scene import Scene
from .wording import WHERE, Wording, destination, purpose_level


def find_arrivals(scene: Scene) -> Iterator[Wording]:
    """Every visit that the sentence tells as an arrival, though its place may be told elsewhere."""
    yield from _arriving(scene)
    yield from _awaited(scene)
    yield from _sent(scene)
    yield from _named(scene)
    yield from _taken(scene)
    yield from _among_hosts(scene)
    yield from _hosted(scene)
    yield from _visited(scene)


# "In D we expect the P of your parliament": an ambassador speaks
_WE_AWAIT = re.compile(
    r"(?<![\w'])we (?:(?:are|will be|also|now|very much) )*(?P<did>expect|expecting|await|awaiting|receive"
    r"|receiving|welcome"
    r"|welcoming|host|hosting) (?:the |a visit (?:by|of|from) (?:the )?|an? [a-z]+ visit (?:by|of|from) (?:the )?)?"
    r"(?P<who>P)(?! to (?!come|visit|pay|arrive))"
)


def _awaited(scene: Scene) -> Iterator[Wording]:
    for match in _WE_AWAIT.finditer(scene.text) if scene.dates else ():
        person, host = scene.at[match.start("who")], envoy_country(scene)
        if host in OTHER and person.country == OTHER[host]:
            yield Wording(match.start("did"), match.end(), "awaited", person, host, True)


# "L sent its P to the session in L on D"
_SENT = re.compile(
    rf"\b(?P<did>sent|sends|will send|is sending|dispatched|is to send) (?:the |its |his |her |their )?(?P<who>P),? "
    rf"(?:to (?:attend |join )?(?:the |a |an )?(?P<what>[^.;:P]{{2,100}}?) (?:in|at) |to ){WHERE}"
)


def _sent(scene: Scene) -> Iterator[Wording]:
    for match in _SENT.finditer(scene.text):
        person, host = scene.at[match.start("who")], destination(scene, match.start("to"))
        if host in OTHER and person.country == OTHER[host]:
            level = purpose_level(scene, match.start(), match["what"]) if match["what"] else None
            yield Wording(match.start("did"), match.end(), "sent", person, host, True, level)


_WHEN_CAME = re.compile(
    r"\b(?:visit|trip)\b[^.;]{0,80} (?P<on>D),? when (?:the |then )*(?P<who>P) "
    r"(?:came|did|visited|arrived|travelled|traveled|went|flew)\b"
)
_HERE = re.compile(
    r"(?P<who>P),? (?:(?:who|also|has|had|already|himself|herself|just|recently) )*"
    r"(?P<did>was|is|been|came|arrived|visited|travelled|flew) (?:(?:also|in|over|back|again) )*here\b"
)
_OUR = re.compile(r"\bour $")


# "We held a forum in L.  Our P came with representatives of 30 firms": where and when, the sentence before tells
_CAME_WITH = re.compile(
    r"(?P<who>P),? (?:also |who |personally )*(?P<did>came|flew in|arrived|travelled) (?:with|at the head of"
    r"|together with) "
)
# "A forum was held in L on D.  The A delegation of 40 firms was led by P"
_THEIR_HEAD = re.compile(
    r"\bthe (?:A )?(?P<did>delegation|mission)\b[^.;P]{0,60}?(?: (?:was|is|were)|,)? (?:led|headed) by (?:the "
    r"|its )?(?P<who>P)"
)
_HEADS_THEM = re.compile(
    r"(?P<who>P),? (?:who |is |was )*(?:leading|heading|leads|heads|led|headed) the (?P<did>A delegation"
    r"|A mission)"
)
_BUSINESS = re.compile(r"[^.;:]{0,60}\b(?:firms|companies|enterprises|business\w*|producers)\b")
_OF_BUSINESS = re.compile(r"\b(?:business|trade|investment) (?:forum|conference|fair|exhibition|seminar)\b")
_GATHERED = re.compile(
    r"\b(?:forum|conference|exhibition|fair|festival|road ?show|presentation|summit|congress|seminar|expo|opening"
    r"|ceremony)\b"
)


def _came_to_event(scene: Scene, match: re.Match) -> Iterator[Wording]:
    """Who came to what the sentence before tells of."""
    person = scene.at[match.start("who")]
    host = OTHER.get(person.country)
    event = _gathering_before(scene, host, far="who " in match[0])
    if host and event:
        trade = event is not scene.before and _OF_BUSINESS.search(event.text)
        level = "delegation" if trade or _BUSINESS.match(scene.text, match.start("did")) else None
        yield Wording(match.start("did"), match.end(), "came-with", person, host, True, level, event=event)


def _gathering_before(scene: Scene, host: str | None, *, far: bool) -> Scene | None:
    """The sentence that tells of a gathering in a country: the one before, or the nearest that gives its day."""

    def is_there(other: Scene) -> bool:
        return any(other.text[p] == "L" and other.country(p) == host for p in other.at)

    if _GATHERED.search(scene.before.text) and is_there(scene.before):
        return scene.before
    for other in reversed(scene.family[: scene.index]) if far else ():
        if other.sentence.section == scene.sentence.section and other.dates and _GATHERED_IN.search(other.text):
            return other if is_there(other) else None
    return None


_GATHERED_IN = re.compile(rf"{_GATHERED.pattern}[^.;]{{0,30}} in (?:the )?L\b")
_FLEW_IN = re.compile(
    r"(?<![\w-])(?:flew in|flies in|jetted in|arrived|landed|came)(?: (?:on|last|this|"
    r"early|late))? D\b(?! (?:in|at|to) )"
    r"|(?<![\w-])(?:flew|flies) in(?= )"
)


def _arriving(scene: Scene) -> Iterator[Wording]:
    """ "X flew in on Monday", "the visit was in D, when X came": where, the passage before tells."""
    for match in _WHEN_CAME.finditer(scene.text):
        yield Wording(match.start("on"), match.end(), "came-when", scene.at[match.start("who")], None)
    for match in _HERE.finditer(scene.text) if "here" in scene.text else ():
        person = scene.at[match.start("who")]
        country = person.country or (envoy_country(scene) if _OUR.search(scene.text[: match.start()]) else None)
        if country in OTHER and scene.filed != country:
            level = purpose_level(scene, match.end())
            yield Wording(match.start("did"), match.end(), "was-here", person, OTHER[country], level=level)
    for match in _CAME_WITH.finditer(scene.text) if scene.before else ():
        yield from _came_to_event(scene, match)
    for pattern in (_THEIR_HEAD, _HEADS_THEM) if scene.before else ():
        for match in pattern.finditer(scene.text):
            yield from _came_to_event(scene, match)
    for match in _FLEW_IN.finditer(scene.text):
        person = subject(scene, match.start(), strict=True)
        host = OTHER.get(person.country) if person else None
        near = [s for s in (scene, scene.before, scene.before and scene.before.before) if s]
        if host and any(s.text[p] == "L" and s.country(p) == host for s in near for p in s.at):
            level = purpose_level(scene, match.end())
            yield Wording(match.start(), match.end(), "flew-in", person, host, level=level, point="begin")


# "the arrival of P in L", "P's presence in L"
_ARRIVAL = re.compile(
    rf"\b(?:the )?(?P<did>arrival|presence|coming|appearance"
    rf"|landing) (?:on D )?of (?:the )?(?P<of>P)(?: of (?:the )?L)? (?:on D )?"
    rf"(?:in|to|at|on) {WHERE}"
)


def _named(scene: Scene) -> Iterator[Wording]:
    for match in _ARRIVAL.finditer(scene.text):
        person, host = scene.at[match.start("of")], scene.country(match.start("to"))
        if host in OTHER and person.country == OTHER[host] and scene.dates:
            point = "whole" if match["did"] == "presence" else "begin"
            yield Wording(match.start("did"), match.end(), "arrival", person, host, True, point=point)


# "P was greeted at the airport in L", "P is hosted by L"
_IS_HOSTED = (
    re.compile(
        rf"(?P<who>P)(?: of (?:the )?L)?,? (?P<did>(?:was|is|were|are|is being|has been) (?:[a-z]+ly |also )?"
        rf"(?:greeted|welcomed|hosted|feted|received|met))(?! by (?:the )?P)(?: [a-z][\w -]{{0,60}}?)? "
        rf"(?:in|at|by) {WHERE}(?!'s [a-z])(?=[ ,.;])"
    ),
    re.compile(
        rf"(?P<who>P)(?: of (?:the )?L)?,? (?P<did>will be (?:greeted|welcomed|hosted|received)) (?:in|by) {WHERE}"
    ),
)
# "L will receive P", "L expects P on D"
_HOSTS = re.compile(
    r"(?<!of )(?<!from )(?<!in )(?<!at )(?<!to )(?P<to>L|A capital) (?:(?:also|now|again|soon) )*(?P<did>expects"
    r"|awaits|is expecting|is awaiting"
    r"|(?:will|is to|is about to|is getting ready to|is preparing to|gets ready to|prepares to"
    r") (?:receive|host|welcome|greet|see))"
    r" (?:the )?(?P<who>P)(?! to )"
)


# "L was visited by P in D", "L played host to P", "L had P as its guest"
_WAS_VISITED = re.compile(
    r"(?P<to>L|A capital) (?:(?P<did>(?:was|has been|will be|is to be) (?:visited|toured) (?:(?:in|on) D )?by"
    r"|(?:played|plays|will play|is to play) host (?:(?:in|on) D )?to) (?:the |L's )?(?P<who>P)"
    r"|(?P<had>(?:had|has|will have)) (?:the |L's )?(?P<guest>P) as (?:a|its|her|their) guest\b)"
)


def _visited(scene: Scene) -> Iterator[Wording]:
    for match in _WAS_VISITED.finditer(scene.text):
        place = match.start("who" if match["who"] else "guest")
        person, host = scene.at[place], scene.country(match.start("to"))
        if host in OTHER and person.country == OTHER[host]:
            yield Wording(match.start("did" if match["did"] else "had"), match.end(), "visited-by", person, host, True)


def _hosted(scene: Scene) -> Iterator[Wording]:
    if not scene.dates:
        return
    for pattern in (*_IS_HOSTED, _HOSTS):
        for match in pattern.finditer(scene.text):
            person, host = scene.at[match.start("who")], scene.country(match.start("to"))
            awaited = pattern is _HOSTS
            governed = not awaited and is_governed(scene, match.start("who"))
            if host in OTHER and person.country == OTHER[host] and not governed:
                rule = "awaited" if awaited else "hosted"
                yield Wording(match.start("did"), match.end(), rule, person, host, True)


# "a tour that takes him to L on D, L on D and L on D"
_TAKES = re.compile(
    r"\b(?P<did>takes?|took|taking|will take|is to take|brings?|brought|will bring) (?:him|her"
    r"|(?P<who>P)) (?:first |then |also )?to "
)
_STOP = re.compile(r"(?:the )?(?P<to>L)(?:,? (?:(?:on|in|from) )?D)?(?:, (?:and |then )?| and (?:then )?)?")


def _taken(scene: Scene) -> Iterator[Wording]:
    for match in _TAKES.finditer(scene.text):
        position = match.end()
        while stop := _STOP.match(scene.text, position):
            position, host = stop.end(), scene.country(stop.start("to"))
            if host not in OTHER:
                continue
            person = scene.at[match.start("who")] if match["who"] else _last_before(scene, match.start(), host)
            if person is not None and person.country == OTHER[host]:
                yield Wording(stop.start("to"), stop.end(), "taken", person, host, True)


def _last_before(scene: Scene, position: int, host: str) -> PersonMention | None:
    before = [p for p in scene.people if p < position and scene.country(p) == OTHER[host]]
    return scene.at[before[-1]] if before else antecedent(scene, host)


# "P told his hosts as he walked round a farm in L"
_HIS_HOSTS = re.compile(
    r"(?P<who>P),? (?P<did>told|thanked|assured|asked|showed|promised|reminded|invited) (?:his|her) (?:A )?hosts\b"
)


def _among_hosts(scene: Scene) -> Iterator[Wording]:
    for match in _HIS_HOSTS.finditer(scene.text):
        person = scene.at[match.start("who")]
        host = OTHER.get(person.country)
        there = [p for p in scene.at if scene.text[p] in "LA" and scene.country(p) == host]
        if host and (there or scene.filed == host):
            yield Wording(match.start("did"), match.end(), "among-hosts", person, host, True)
