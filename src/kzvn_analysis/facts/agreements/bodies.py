"""Find institutions of the two countries: commissions, councils, centres, embassies."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from ...reading.fold import key
from .body_again import MISSIONS, find_likewise, find_taken_up
from .body_names import Body, find_body_names
from .cues import cue, cue_words
from .model import Mention
from .parties import is_bilateral, names_company
from .scene import Scene
from .status import Verdict, judge
from .tense import THOUGHT_OF
from .timing import period_of
from .verbs import Verb

_ROLES = frozenset({"open"})


def find_bodies(scene: Scene, known: dict[str, Body]) -> Iterator[Mention]:
    """Yield a mention for each institution that the sentence names, founds or wishes for.

    Parameters
    ----------
    scene
        The sentence.
    known
        The names of the institutions told of so far, by their last word; this sentence's are added.
    """
    founded = False
    bodies = list(find_body_names(scene))
    known |= {b.noun.split()[-1]: b for b in bodies if len(b.title) > len(b.noun) + 4 and _is_of_both(scene, b)}
    for body, verdict in find_taken_up(scene, bodies, known):
        mention = _mention(scene, body, verdict)
        if mention.period:
            yield mention
    for body in bodies:
        if not is_bilateral(scene, body.start, body.end):
            continue
        verdict = _judge(scene, body, founded)
        if verdict and verdict.verb is not _NAMED and not _is_of_both(scene, body):
            continue
        if verdict and (_opens_another(scene, body, verdict) or _is_object(scene, bodies, body, verdict)):
            verdict = Verdict("concluded", _NAMED) if body.need == "named" and _is_named(scene, body) else None
        if body.need == "place" and _HELPING.search(scene.lower, max(0, body.start - 40), body.start):
            continue
        if body.need == "place" and _ACTING.match(scene.lower, body.end):
            continue
        if verdict:
            founded = founded or verdict.status == "concluded" and verdict.verb is not _NAMED
            mention = _mention(scene, body, verdict)
            yield mention
            yield from find_likewise(scene, body, mention)


# "opened with the support of the embassy", "launched by the consulate": it takes part in what is founded
_HELPING = re.compile(
    r"\b(?:(?:support|help|assistance|participation|presence|representatives?|initiative|premises|staff|officials|building|request)"
    r"\s+(?:of|from)|by|with|at|near|together\s+with)\s+(?:the|its|his|their)\s+(?:[a-z']+\s+)?$"
)
# "the embassy is working to open a corner": it acts, and is there
_ACTING = re.compile(
    r"\s+(?:is|was|has been|are|were)\s+(?:also\s+)?(?:"
    r"working(?!\s+(?:in|at|here|there|since)\b)|helping|preparing|planning|trying|negotiating|ready)\b"
)
# "the centre opened a showroom", "the head of the office, bank A and bank B opened accounts": what opened is another
_NO_OBJECT = re.compile(
    r"\s*(?:\Z|[,.;:)]|(?:in|at|on|with|for|from|by|and|last|this|here|there|back|as|to|its|their|on|during|under|since|only|earlier"
    r"|officially|again|today|yesterday|between|within|near|after|before|when|where|which|two|three|four|five|ten|some|about|\d+)\b)"
)
_TRANSITIVE = frozenset({"open", "launch", "establish", "inaugurate", "create", "set up", "form", "unveil"})
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|be|been|being)\s+(?:\w+ly\s+|also\s+|first\s+|newly\s+)?$|,\s+(?:\w+ly\s+|first\s+)?$"
)


def _opens_another(scene: Scene, body: Body, verdict: Verdict) -> bool:
    verb = verdict.verb
    if verb is None or verb.base not in _TRANSITIVE or verb.start < body.end:
        return False
    active = not _PASSIVE.search(scene.lower, max(body.end - 1, verb.start - 30), verb.start)
    return active and not _NO_OBJECT.match(scene.lower, verb.end)


_STARTS = ("open", "begin", "start", "launch")
_WAS = re.compile(r"\s+(?:(?:was|were|has|had|been|is)\s+)*")
_SESSION_OF = re.compile(r"\b(?:sessions?|meetings?|sittings?|rounds?|conferences?)\s+of\s+(?:the\s+)?$")


def _is_object(scene: Scene, bodies: list[Body], body: Body, verdict: Verdict) -> bool:
    """Whether another one was founded, for its sake: "a group was formed to link the commission and the council"."""
    verb = verdict.verb
    of_session = _SESSION_OF.search(scene.lower, max(0, body.start - 30), body.start)
    if of_session and verb and verb.base in _STARTS and _WAS.fullmatch(scene.lower, body.end, verb.start):
        return True  # "the 12th session of the committee opened in Hanoi"
    if verb is None or verb.form != "past" or verb.end > body.start:
        return False
    passive = _PASSIVE.search(scene.lower, max(0, verb.start - 30), verb.start)
    return bool(passive) and any(b.end <= verb.start for b in bodies) and " to " in scene.lower[verb.end : body.start]


_NAMED = Verb(0, 0, "open", "past", "named")  # stands for the verb where being named is enough
_FOLLOWED = Verb(0, 0, "open", "past", "followed")  # … where a second institution is told after the first


_SINCE_IT = re.compile(r"\b(?:since|when|after)\s+(?:it|they|its)\b")
_WISHED = re.compile(
    r"\b(?:would like|want\w*|asked for|request\w*|propos\w+|suggest\w+|in favou?r of|call\w* for|"
    r"plans? for|discuss\w*|idea of|"
    r"proposal (?:for|of)|talks on|negotiat\w+|support\w*|look\w* forward to|welcom\w+ the (?:idea|plan|"
    r"proposal) of|consider\w*|"
    r"(?:will|would|should|(?:is|are|was|were)\s+to)\s+(?:soon\s+|also\s+|then\s+)?(?:have|get|gain)|promis\w+|need\w*)\s+"
    r"(?:to have\s+|having\s+|to see\s+)?(?:an?|its own|their own|another)\s+(?:[\w-]+\s+){0,2}$"
)
_EXPECTED = re.compile(
    r"\s+(?:is|was|are)\s+(?:expected|scheduled|planned|set|due|likely|slated|about)\s+to\s+(?:soon\s+|officially\s+)?(?:be\s+)?"
)
_PENDING = re.compile(rf"\s+{THOUGHT_OF}")
_CAME_AFTER = re.compile(r"\s+(?:had\s+|itself\s+)?follow(?:ed|ing)\b")
_WITH_ONE = re.compile(r"\b(?:with|by|to)\s+(?:an?\s+)?$|\ban?\s+$")
_ELSEWHERE = re.compile(r"\b(?:of|with)\s+(?:the\s+)?(?:eaeu|eurasian|asean|russia|china|uzbekistan|sco|cica)\b")


def _judge(scene: Scene, body: Body, founded: bool) -> Verdict | None:
    """Whether it was founded, is wished for, or is merely named where that is enough."""
    since = _SINCE_IT.search(scene.lower, body.end)
    verb = since and next((v for v in scene.verbs if since.end() <= v.start and v.role == "open"), None)
    if verb and verb.start - since.end() < 25:  # "… has had 400 graduates since it opened in 2013"
        return Verdict("concluded", verb, True)
    verdict = judge(scene, body.start, body.end, _ROLES)
    if verdict and verdict.verb and verdict.verb.role == "open":
        return verdict
    coming = _EXPECTED.match(scene.lower, body.end)
    verb = coming and next((v for v in scene.verbs if v.start == coming.end() and v.role == "open"), None)
    if verb:
        return Verdict("proposed", verb, True)
    opening = [v for v in scene.verbs if v.role == "open" and v.form == "ing" and 0 < body.start - v.end < 30]
    if opening and verdict and verdict.status == "proposed" and verdict.verb is None:
        return Verdict("proposed", opening[-1])  # "proposed opening a consulate"
    if _PENDING.match(scene.lower, body.end) or _WISHED.search(scene.lower, max(0, body.start - 90), body.start):
        return Verdict("proposed")
    low, high = scene.clause(body.start)
    if founded and body.family in MISSIONS and _CAME_AFTER.match(scene.lower, body.end):
        return Verdict("concluded", _FOLLOWED)
    followed = founded and low and _WITH_ONE.search(scene.lower, max(low, body.start - 20), body.start)
    if followed and scene.dates_between(low, high):
        return Verdict("concluded", _FOLLOWED)
    if (
        body.need == "named"
        and _is_named(scene, body)
        and not _ELSEWHERE.search(scene.lower, body.start, body.end + 30)
    ):
        return Verdict("concluded", _NAMED)
    return None


_OF_ONE_SIDE = re.compile(r"(?:the\s+)?(?:kazakh\w*|viet(?:\s+nam)?\w*)(?:'s)?\s+sub-?\s?committees?")
_BOTH_NAMED = re.compile(r"kazakh\w*-viet|viet\w*-kazakh")
_CULTURAL = re.compile(
    r"\b(?:joint|research|scientific|genetics|cultur\w*|languages?|studies|science|education\w*|abai|friendship|kazakh\w*|viet\w*|literature|"
    r"information|"
    r"ho chi minh(?! city)|training|humanitarian|traditional)\b"
)
_SCHOOL = re.compile(r"\b(?:universit|academ|institut|librar|school)")
_JOINT = re.compile(cue("joint"))


def _is_named(scene: Scene, body: Body) -> bool:
    """Whether a body that merely exists is named as the two countries' own."""
    name = scene.lower[body.start : body.end]
    if body.family == "subcommittee":
        if _OF_ONE_SIDE.fullmatch(name):
            return False
        return bool(re.search(r"\b(?:bilateral|joint|kazakh|vietnam)", scene.lower)) or " on " in name
    return "governmental" in name or bool(_BOTH_NAMED.search(name))


def _is_of_both(scene: Scene, body: Body) -> bool:
    """Whether what is founded or wished for is the two countries', or one's in the other."""
    low, high = scene.clause(body.start)
    name = scene.lower[body.start : body.end]
    if names_company(scene.original(body.start, body.end)) or _FUND.search(scene.lower, body.start, low + 400):
        return False
    if body.need == "joint":
        return (
            bool(_JOINT.search(scene.lower, low, high))
            or bool(_LINE.match(scene.lower))  # of what both agreed
            or {"KAZ", "VNM"} <= {p.mention.country for p in scene.places}
        )
    if body.need != "place":
        return True
    if body.family == "centre" and (
        _COMMERCIAL.search(scene.lower, max(0, body.start - 25), body.end)
        or not _CULTURAL.search(name)
        or _OF_A_FIRM.search(scene.lower, low, high)
    ):
        return False
    countries = {p.mention.country for p in scene.places_between(low, high)} & {"KAZ", "VNM"}
    countries |= {"KAZ"} if _NAMESAKE_KAZ.search(name) else set()
    if body.family in MISSIONS and (_DATED_SINCE.search(scene.lower, body.end, high) or _has_seat(scene, body, high)):
        return True  # "the consulate has been open since 2016": of one of the two in the other
    if (
        len(countries) == 2
        or body.family in MISSIONS
        and any(p.mention.country in ("KAZ", "VNM") for p in scene.places_between(body.start - 1, body.end))
    ):
        return True
    return bool(re.search(r"kazakh|viet", name)) and bool(_SCHOOL.search(scene.lower, low, high))


_SEATED = re.compile(
    r"\s+(?:(?:has|had|was|been|itself|officially)\s+){0,2}[a-z]+(?:\s+(?:its|their)\s+doors)?\s+in\s+(?:the\s+)?"
)


def _has_seat(scene: Scene, body: Body, high: int) -> bool:
    """ "Our embassy opened in Hanoi in 2008": it stands in one of the two, so it is the other's."""
    return any(
        p.mention.country in ("KAZ", "VNM") and _SEATED.fullmatch(scene.lower, body.end, p.start)
        for p in scene.places_between(body.end, high)
    )


_DATED_SINCE = re.compile(r"\bsince\s+(?:early\s+|late\s+|mid-)?(?:[a-z_]+\s+)?(?:19|20)\d\d\b")
_COMMERCIAL = re.compile(
    r"\b(?:trade|trading|business|shopping|service|logistics?|distribution|wholesale|call|data|fitness|medical|sales|"
    r"convention|exhibition|press|diagnostic|entertainment)\s+(?:and\s+\w+\s+)?cent(?:re|er)"
)
_FUND = re.compile(r"\bfund\s+(?:of|worth)\s+(?:[a-z]+\s+){0,3}(?:us)?\$")  # of banks or firms, an undertaking
_OF_A_FIRM = re.compile(r"\b(?:company|companies|firms?|investors?|corporations?|enterprises?|restaurants?)\b")
_NAMESAKE_KAZ = re.compile(r"\b(?:abai|abay|al-farabi|auezov|zhambyl|valikhanov)\b")
_LINE = re.compile(r"\s*(?:[-*\u2022\u00b7]|\(?\d{1,2}[.)])\s")


def _mention(scene: Scene, body: Body, verdict: Verdict) -> Mention:
    period, rule = None, "body-opened" if verdict.status == "concluded" else "body-proposed"
    if verdict.verb is _NAMED:
        rule = "body-named"
    elif verdict.verb is _FOLLOWED:
        low, high = scene.clause(body.start)
        period = next((d.mention.edtf for d in scene.dates_between(low, high + 1)), None)
    else:
        period = period_of(scene, body.start, body.end, verdict, _ROLES)
    weight = (5 if rule == "body-named" else 25) + 10 * bool(period) - 15 * scene.headline
    start = scene.position(body.start)
    ident = _identity(scene, body)
    return Mention(scene.sentence, start, body.title, "body", verdict.status, rule, period, key=ident, weight=weight)


_TELLING = frozenset(cue_words("telling"))


def _identity(scene: Scene, body: Body) -> tuple[str, ...]:
    """What tells one institution of a family from another; empty where its name does."""
    if body.family == "commission":
        return ("commission",)
    name = key(body.title)
    if body.family in ("embassy", "consulate", "office"):
        return (
            body.family,
            *sorted({key(p.mention.name) for p in scene.places if key(p.mention.name) in name}),
        )
    if body.family in ("council", "friendship", "subcommittee"):
        return (body.family, *sorted(_TELLING & set(re.findall(r"[a-z]+", name))))
    return ()
