"""Who did whatever it was at a named place on a named day was there: "P … in L on D", "in L on D, P …"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import PersonMention
from ...reading import gated as re
from .actors import is_official
from .draft import OTHER
from .on_the_spot import together
from .referents import is_governed
from .scene import Scene
from .wording import WHERE, Wording, purpose_level


def find_presence(scene: Scene) -> Iterator[Wording]:
    """Every visit shown by no more than that somebody did something there and then."""
    if not scene.dates or not scene.people:
        return
    for pattern in _DID:
        for match in pattern.finditer(scene.text):
            host = scene.country(match.start("to"))
            reported = _SAYS.search(scene.text[: match.start()]) or _NO_DEED.search(match["did"])
            if not reported and _is_there(scene, match.start("who"), host) and not _ends_in_aside(match["did"]):
                yield _presence(scene, match, host)
    for pattern in _FRAMED:
        match = pattern.match(scene.text)
        host = scene.country(match.start("to")) if match else None
        if match and _is_there(scene, match.start("who"), host):
            yield _presence(scene, match, host)


def _ends_in_aside(did: str) -> bool:
    """Whether place and day are those of a thing: "welcomed the accord signed in L on D"."""
    return bool(_PARTICIPLE.search(did)) and not _PASSIVE.search(did)


_PARTICIPLE = re.compile(r"[a-z] (?:[a-z]+ed|held|built|shot|made|found|won|seen|known) $")
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being|has|have|had)\b")


def both_present(scene: Scene) -> Iterator[tuple[int, int, PersonMention, PersonMention, str]]:
    """Start, end, host's official, guest and host of every clause that sets one of each side in a place on a day."""
    if len(scene.people) < 2 or not scene.dates:
        return
    for match in _BY_BOTH.finditer(scene.text):
        host, pair = scene.country(match.start("to")), [scene.at[match.start(name)] for name in ("one", "two")]
        if host in OTHER and {p.country for p in pair} == set(OTHER):
            pair.sort(key=lambda p: p.country != host)
            yield match.start(), match.end(), *pair, host
    for pattern in _PLACED:
        for match in pattern.finditer(scene.text):
            host = scene.country(match.start("to"))
            low, high = scene.clause_span(match.start())
            inside = [p for p in scene.people if low <= p < high]
            abroad = host is not None and host not in OTHER and _SIDE_BY_SIDE.search(scene.text, low, match.start())
            if abroad and not _TOLD_OF.search(scene.text, low, high) and _of_a_day(scene, match):
                one, two = (scene.at[abroad.start(name)] for name in ("one", "two"))
                if {one.country, two.country} == set(OTHER) and is_official(one) and is_official(two):
                    yield low, high, one, two, host
            if host not in OTHER or _TOLD_OF.search(scene.text, low, high) or not _of_a_day(scene, match):
                continue
            acting = [p for p in inside if is_official(scene.at[p]) and not _IS_TOPIC.search(scene.text[:p])]
            home = [scene.at[p] for p in acting if scene.country(p) == host and not scene.text.startswith("'s", p + 1)]
            away = [scene.at[p] for p in acting if scene.country(p) == OTHER[host]]
            owned = any(scene.text.startswith("'s", p + 1) for p in inside)
            if home and away and not owned and len({p.key for p in away}) == 1:
                yield low, high, home[0], away[0], host


_SIDE_BY_SIDE = re.compile(
    r"(?P<one>P)(?: of (?:the )?L)?,? and (?:the |his |her |A |L's )*(?P<two>P)(?: of (?:the )?L)? [a-z]"
)
_BY_BOTH = re.compile(
    rf"\b(?:signed|exchanged|initial\w+|inked|unveiled|launched"
    rf"|opened) (?:on D )?in {WHERE},? (?:on D )?by (?:the )?(?P<one>P)"
    r"(?: of (?:the )?L)?,? and (?:the |his |her |A |L's )*(?P<two>P)"
)


def _presence(scene: Scene, match: re.Match, host: str) -> Wording:
    person = scene.at[match.start("who")]
    pair = _PAIR.search(scene.text[: match.start("who")])
    if pair and scene.country(pair.start()) == person.country and is_official(scene.at[pair.start()]):
        person = scene.at[pair.start()]
    level = purpose_level(scene, match.start())
    return Wording(match.start(), match.end(), "presence-placed", person, host, True, level)


_PAIR = re.compile(r"P(?: of (?:the )?L)?,? and (?:(?!P)[\w'-]+ ){0,3}$")


def _is_there(scene: Scene, place: int, host: str | None) -> bool:
    """Whether who stands at `place` comes from the other country and is no object or topic."""
    return (
        host in OTHER
        and scene.country(place) == OTHER[host]
        and not is_governed(scene, place)
        and not together(scene, place + 1)
        and not _meets(scene, place, host)
    )


def _meets(scene: Scene, place: int, host: str) -> bool:
    """Whether an official of the host is told of in the same clause: a meeting."""
    low, high = scene.clause_span(place)
    return any(low <= p < high and scene.country(p) == host and is_official(scene.at[p]) for p in scene.people)


def _of_a_day(scene: Scene, match: re.Match) -> bool:
    days = [p for p in scene.dates if match.start() <= p < match.end()]
    return any(scene.at[p].precision in ("day", "range") for p in days)


_WHERE_AND_WHEN = (
    rf"(?:in|near|outside) {WHERE},? (?:(?:early|late) )?(?:on )?D",
    rf"on D,? (?:in|near|outside) {WHERE}",
    rf"at (?:the |an? )?(?:[a-z'-]+ ){{1,5}}?of {WHERE},?(?: L,)? on D",
)
_PLACED = tuple(re.compile(rf"\b{told}") for told in _WHERE_AND_WHEN)
# Words with which another thing, another time or somebody's words begin.
_TURN = (
    r"(?:that|would|to|about|whether|if|which|who|whom|whose|because|regarding|concerning|for|against|than|since|before|after|when"
    r"|where|until|while|and|but|or|by|from|opening|building|holding|launching|construction|creation|establishment|planned|plans)\b"
)
_DID = tuple(
    re.compile(rf"(?P<who>P)(?: of (?:the )?L)?,? (?P<did>(?:(?!{_TURN})[a-z0-9LA'$%-]+ ){{1,10}}?){told}")
    for told in _WHERE_AND_WHEN
)
_FRAMED = (
    # "in L on D, P saw", "speaking in L on D, P said"
    re.compile(
        rf"(?:\W*"
        rf"|\W*[a-z]+ing (?:(?!{_TURN})[a-z0-9'-]+ ){{0,6}}?){_WHERE_AND_WHEN[0]},? (?:the )?(?P<who>P)(?= [a-z]|,)"
    ),
    # "at a dinner given for him in L on D, P said"
    re.compile(
        rf"\W*(?:at|over|during) (?:a|an"
        rf"|the) [^.;:,PLD]{{2,60}}? {_WHERE_AND_WHEN[0]},? (?:the )?(?P<who>P)(?= [a-z]|,)"
    ),
)
_NO_DEED = re.compile(
    r"\b(?:born|died|buried|lived|graduated|studied|elected|appointed|named|represented|quoted|invited|awaited|missed|cancelled|not"
    r"|never|may|might|could|hopes?|hoped|wants?|wanted|watched|sent|phoned|telephoned|wrote|congratulated|thanked|praised"
    r"|ambassador|consul|decree|absentia|mourn\w*|comment\w*|critici[sz]ed|reads?|hailed"
    r"|(?<!was )(?<!were )welcomed|condemned"
    r"|deplored|regretted|followed|approved|ordered|demanded|backed|supported|defended|blamed|described|recalled|released|pardoned"
    r"|dismissed|delay|absence)\b|n't\b|(?<!\bin) on (?:the|an?|its|their)\b"
)
_TOLD_OF = re.compile(
    r"\b(?:that|said|says|told|according|telephone|phone|letters?|message|telegram|congratulat\w+|thank\w*|invit\w+|succeed\w*"
    r"|succeeded|replac\w+|appoint\w+|born|on behalf|video\w*|online|virtual\w*|ambassador|instruct\w*|report\w*|if"
    r"|may|might"
    r"|could|would|propos\w+|since|prais\w+|quot\w+|cited|critici\w+|remember\w*|mourn\w*|session|consultations?|commission|committee|forthcoming|upcoming|held)\b"
)
_IS_TOPIC = re.compile(r"\b(?:of|about|after|like|than|for|on|to|from|under|as) (?:the |his |her |A |L's )*$")
_SAYS = re.compile(r"\b(?:that|if|whether|because|unless) (?:the |his |her |A |L's )*$")
