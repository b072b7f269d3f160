"""Where a session took place, and who led its two sides."""

from __future__ import annotations

from collections.abc import Callable

from ...reading import PersonMention
from ...reading import gated as re
from .actors import is_official
from .draft import OTHER
from .scene import Scene
from .timing import NUMBERS
from .wording import WHERE


def place_of(scene: Scene, start: int, end: int) -> str | None:
    """The country of the session: named after it, or before it where the sentence begins with it."""
    text = scene.text
    stop = text.find(";", end)
    for match in _AFTER.finditer(text, start, stop if stop > 0 else len(text)):
        if scene.clause(match.start()) - scene.clause(end - 1) > 1:
            break
        if match["here"]:
            return _capital_of(scene)
        return scene.country(next(match.start(name) for name in ("to", "by", "host", "seat") if match[name]))
    inside = _AT_ITS.search(text[:start])
    if inside:
        return scene.country(inside.start("to"))
    for match in _BEFORE.finditer(text, 0, start):
        return scene.country(match.start("where") if match["where"] else match.start("to"))
    host = _HOSTS.search(text[:start]) or _HOSTED_IN.search(text[:start])
    return scene.country(host.start("host")) if host else None


_HOSTS = re.compile(
    r"(?P<host>L|A capital) (?:(?:will|is|was|to|also|be|has|been|again|chosen|as) )*"
    r"(?:host(?:ed|s|ing)?|play(?:ed|s)? host to|the (?:venue|host|place|scene|site) (?:of|for)) (?:the )?(?:(?:A-A|L-L"
    r"|[\w-]+) )?$"
)


# "the ministry hosted in L the D round of"
_HOSTED_IN = re.compile(
    r"\b(?:host|hosts|hosted|hosting|held|holds|hold|holding|convened|opened|took place|staged|met|meet|gathered"
    r"|sat down) (?:on D )?in (?:the )?"
    r"(?P<host>L|A capital),? (?:on D,? )?(?:for )?(?:(?:the|a|an|its|their) )?(?:(?:A-A|L-L|[\w-]+) ){0,3}$"
)
_AFTER = re.compile(
    rf"\b(?:in|at|(?:slated|scheduled|planned|set|due) for) {WHERE}"
    rf"|\bat the (?:[\w-]+ ){{1,4}}of (?:the )?(?P<seat>L)|\b(?:in|at) the (?P<here>capital|same (?:city|town|place))\b"
    rf"|\bhosted by (?:the )?(?P<by>L)"
    r"|\b(?:which|that|meeting|session|sitting|round) (?:the )?(?P<host>L) "
    r"(?:(?:will|is|was|due|set|to|also) )*host(?:s|ed)?\b"
)
_BEFORE = re.compile(rf"(?:^|[^.;]{{0,30}}\bD,? )(?:in|at) {WHERE}|(?P<where>L),? where\b[^;]*$")


# "was signed in L at a D meeting of the commission"
_AT_ITS = re.compile(rf"\bin {WHERE} (?:at|during|within|as part of) (?:a|an|the|its) (?:D )?$")


def _capital_of(scene: Scene) -> str | None:
    """ "The capital" is that of the country in which the passage before it is."""
    other: Scene | None = scene
    while other is not None:
        places = [p for p in other.at if other.text[p] == "L"]
        if places:
            return other.country(places[-1])
        other = other.before
    return None


_CHAIR = re.compile(
    r"\b(?:(?:co-)?(?:chair\w*|head\w*|presid\w*|led)|consultations? between|participation of)\b"
    r"|\b(?:conduct(?:s|ed)|h[eo]ld) (?:an? |the )?(?:[\w-]+ ){0,3}consultations?\b"
)


def chairs(scene: Scene, host: str | None, *, told: bool = False) -> tuple[PersonMention | None, PersonMention | None]:
    """Who led the two sides: the one who travelled and the one at home; nobody where the place is unknown.

    `told` is whether officials whom the sentence names can only have led them, as in consultations that were held.
    """
    told = told or bool(_CHAIR.search(scene.text) or _SAID_AT.search(scene.text))
    here = _two_sides(scene, host) if told else (None, None)
    return _told_next(scene, host) if here == (None, None) else here


# "P said during the meeting of the commission in L that …": a minister who speaks there heads a side
_SAID_AT = re.compile(
    r"P(?: of L)? (?:said|stated|noted|announced|reported|told [^.;:P]{2,40}|proposed|declared|stressed) (?:this )?"
    r"(?:at|during|in the course of) (?:the|a) "
    # "At the meeting of the commission in L, P and P expressed …"
    r"|\A\W*(?:at|during) (?:the|a) [^;P]{10,160}?, [^;P]{0,40}P(?: of L)? and [^;P]{0,40}P(?: of L)?"
    r" (?:jointly |both |also )*(?:express|agree|discuss|review|stress|confirm|affirm|emphasi[sz]|note|undert"
    r"|pledg|consider)"
)


_IT_WAS_LED = re.compile(
    r"(?:it|they|the (?:[\w-]+ ){0,3}?(?:meeting|session|sitting|event|commission|committee|round|consultations?"
    r"|igc))\b"
    r"[^P;]{0,40}?"
    r"\b(?:co-)?(?:chaired|headed|led|presided)"
    r"|(?:the )?(?:co-?chair\w*|delegations) (?:of|were|was|on|for|from)\b"
    r"|L(?:'s side)? (?:will be|was|is|is to be) represented by"
    r"|the A (?:delegation|side|part|team)(?: of the \w+)? (?:was|is|will be|were) (?:co-)?(?:led|headed|chaired)"
    r"|the (?:delegation|side|team) (?:of|from) (?:the )?L (?:was|is|will be) (?:led|headed)"
    r"|the (?:A|guests'|visiting) (?:delegation|side|part|team) (?:was|is|will be|were) (?:led|headed|chaired"
    r"|represented) by"
    r"|[^;]{0,10}P[^;]{0,80}\b(?:(?:co-)?chaired|led|headed|represented) "
    r"(?:it\b|(?<=represented )L\b|the (?:A |[\w-]+ )?"
    r"(?:meeting|session|sitting|event|side|delegation|part of))"
)


def days_told_next(scene: Scene) -> int | None:
    """ "The two-day session was co-chaired by X and Y", said in the next sentence."""
    after = scene.family[scene.index + 1 : scene.index + 2]
    lasts = _LASTED.match(after[0].text) if after and _is_next(scene, after[0]) else None
    return NUMBERS.get(lasts[1]) or int(lasts[1]) if lasts else None


_LASTED = re.compile(rf"\W*the ({'|'.join(NUMBERS)}|\d)-day (?:meeting|session|sitting|event)\b")


def _is_next(scene: Scene, after: Scene) -> bool:
    return after.sentence.section == scene.sentence.section and bool(_IT_WAS_LED.match(after.text))


def _told_next(
    scene: Scene, host: str | None
) -> tuple[PersonMention | None, PersonMention | None]:
    """ "It was co-chaired by X and Y", said in the next sentence."""
    after = scene.family[scene.index + 1 : scene.index + 2]
    if not after or not _is_next(scene, after[0]):
        return None, None
    return _two_sides(after[0], host, is_head)


def is_head(person: PersonMention) -> bool:
    """Whether somebody can head a side, of whom the text says so."""
    return person.office not in ("ambassador", "spouse", "spokesman", None)


def _two_sides(
    scene: Scene, host: str | None, fits: Callable[[PersonMention], bool] = is_official
) -> tuple[PersonMention | None, PersonMention | None]:
    if host not in OTHER:
        return None, None
    people = [scene.at[p] for p in scene.people]
    guests = [p for p in people if p.country == OTHER[host] and fits(p)]
    hosts = [p for p in people if p.country == host and fits(p)]
    return (guests[0] if len(guests) == 1 else None), (hosts[0] if len(hosts) == 1 else None)
