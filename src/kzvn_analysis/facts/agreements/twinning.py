"""Find sister provinces and twin cities: pairs of a Vietnamese and a Kazakh place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from ...reading import Span
from ...reading import gated as re
from ...reading.fold import key
from .cues import cue
from .force import in_force_of
from .model import Mention
from .scene import Located, Scene
from .status import Verdict, judge, judge_list
from .tense import tense
from .timing import period_of
from .twin_words import FRIENDLY_PAPER, PAPER, PLACE, TWIN, speaks_of_twins

_OWN = ("KAZ", "VNM")
_ROLES = frozenset({"sign", "open"})


def find_twinning(scene: Scene, *, about_twins: bool = False) -> Iterator[Mention]:
    """Yield a mention for each pair of places that the sentence twins.

    Parameters
    ----------
    scene
        The sentence.
    about_twins
        Whether the sentences before it speak of twinned places, so that a bare pair is one more.
    """
    local = [p for p in scene.places if p.mention.kind in ("city", "region") and p.mention.country in _OWN]
    if len({p.mention.country for p in local}) == 1 and speaks_of_twins(scene):
        local = sorted([*local, *_meant(scene, local[0].mention.country)], key=lambda p: p.start)
    pairs = list(_pairs(scene, local)) or list(_pairs(scene, _both_meant(scene)))
    if not speaks_of_twins(scene) and not about_twins and not _local_paper(scene, local):
        pairs = [pair for pair in pairs if _sign_together(scene, *pair)]
    if not speaks_of_twins(scene) and not about_twins and not _CITY.search(scene.lower):
        # "Astana and Hanoi signed": the two states
        pairs = [pair for pair in pairs if not all(p.mention.name in _CAPITALS for p in pair)]
    for pair in pairs:
        verdict = _judge(scene, *pair, about=about_twins or speaks_of_twins(scene))
        if verdict and _sign_together(scene, *pair):  # the verb behind them is their own, not a participle
            yield replace(_mention(scene, *pair, replace(verdict, main=True)), rule="twin-signed")
        elif verdict:
            yield _mention(scene, *pair, verdict)


_THE_TWO = re.compile(
    r"\b(?P<the>the(?:\s+two)?|both)\s+(?P<who>(?:local\s+)?(?:cities|provinces|regions|localities|municipalities|sides|parties))\b"
)


def _both_meant(scene: Scene) -> list[Located]:
    """ "The two regions" that sign a paper on their friendship: the two that the passage is about."""
    match = _THE_TWO.search(scene.lower)
    if not match or not speaks_of_twins(scene) or "instrument" not in scene.families:
        return []
    reading, section = scene.reading, scene.sentence.section
    first = next(s.start for s in reading.sentences if s.section == section)
    told = [
        p
        for p in reading.within(reading.places, Span(first, scene.sentence.start))
        if p.kind in ("city", "region") and p.country in _OWN
    ]
    least = 2 if match["who"] in ("sides", "parties") else 1
    pair = []
    for country, (start, end) in zip(_OWN, (match.span("the"), match.span("who")), strict=True):
        own = Counter(p.name for p in told if p.country == country and p.name not in _CAPITALS)
        if not own or own.most_common(1)[0][1] < least:
            return []
        name = own.most_common(1)[0][0]
        pair.append(Located(start, end, next(p for p in told if p.name == name)))
    return pair


_CAPITALS = ("Astana", "Hanoi", "Nur-Sultan")  # where the guests were received, mostly


_BETWEEN_PLACES = re.compile(
    r"\bbetween\s+(?:the\s+)?(?:(?:cities|provinces|regions|city|province|people's committees?|akimats?|"
    r"authorities|administrations?)"
    r"\s+(?:of\s+)?(?:the\s+)?)?"
)
_HAS_PAPER = re.compile(rf"\b{PAPER}\b")
_WISH = re.compile(cue("asked"))
_JOINED = re.compile(cue("twinned"))
# what a sentence after one on twin places must say, if it does not name the bond itself
_LIKEWISE = re.compile(
    r"\b(?:paired|teamed|matched|linked|joined|sealed|follow\w*|"
    r"did\s+(?:so|the\s+same|likewise)|sign\w*|became|since)\b"
)
_BARE_PAIR = re.compile(r"\s*[-/&]\s*|\s+and\s+|\s+with\s+")
_TRAVEL = re.compile(r"\b(?:flights?|routes?|trains?|airlines?|flew|visit(?:ed)? to|travel\w*|airport)\b")
_YEARS_OF = re.compile(r"\byears\s+of\b|\banniversary\b")
_GOES = re.compile(r"\b(?:lea(?:ve|ves|ving)|left|depart\w*|arriv\w*|travel\w*|visit(?:s|ed|ing)?|flew|fly)\b")
_VENUE = re.compile(r"\b(?:in|at)\s+(?:the\s+)?(?:city of\s+)?$")
_FROM = re.compile(r"\b(?:from|via|to|in)\s+$")


_THE_CITY = re.compile(r"\b(?:the|his|her|their|its)\s+(?:city|province|region|municipality|locality|town)\b")


def _meant(scene: Scene, country: str | None) -> Iterator[Located]:
    """ "The city" that is to be twinned with a place of `country`: the other country's, last told of."""
    match = _THE_CITY.search(scene.lower)
    if not match:
        return
    reading, section = scene.reading, scene.sentence.section
    first = next(s.start for s in reading.sentences if s.section == section)
    told = [
        p
        for p in reading.within(reading.places, Span(first, scene.sentence.start))
        if p.kind in ("city", "region") and p.country in _OWN and p.country != country
    ]
    if told:
        often = max(told, key=lambda p: (sum(q.name == p.name for q in told), p.start))
        yield Located(match.start(), match.end(), often)


def _local_paper(scene: Scene, local: list[Located]) -> bool:
    """Whether it is of a paper between two places: "a memorandum of cooperation between Hanoi and Astana"."""
    match = _BETWEEN_PLACES.search(scene.lower)
    if not match or not _HAS_PAPER.search(scene.lower, max(0, match.start() - 60), match.start()):
        return False
    return any(p.start == match.end() and not _OF_ITS_OWN.match(scene.text, p.end) for p in local)


# "between Saigon Delta Port and …", "between Almaty's library and …": what stands in the place
_OF_ITS_OWN = re.compile(r"'s\s|\s+(?!City|Province|Region|Oblast|Municipality|Town|Akimat|People)[A-Z]")


_KINDS = r"(?:cit(?:y|ies)|towns?|provinces?|regions?|districts?|ports?)"
_RULERS = (
    r"(?:leaders?|authorit(?:y|ies)|governments?|administrations?|"
    r"(?:provincial\s+|municipal\s+)?people's\s+(?:committees?|councils?)|"
    r"akimats?|mayors?|governors?|akims?|delegations?)"
)
_CITY = re.compile(rf"\b(?:{_KINDS}|{_RULERS})\b")
_OF_PLACE = (
    rf"(?:the\s+)?(?:{_RULERS}\s+(?:of\s+|from\s+)?(?:the\s+)?)?"
    rf"(?:(?:kazakh(?:stan)?|viet\s?nam(?:ese)?)(?:'s)?\s+)?(?:{_KINDS}\s+(?:of\s+)?)?"
)
_PLACE_ENDS = rf"(?:'s)?(?:\s+{_KINDS})?(?:\s+{_RULERS})?"
_SUBJECT = re.compile(rf"(?:(?:[^,;]{{3,40}},|on\s+\w+\s+\d{{1,2}}|in\s+(?:\w+\s+)?\d{{4}})\s+)?{_OF_PLACE}")
_AND_PLACE = re.compile(rf"{_PLACE_ENDS}\s+and\s+{_OF_PLACE}")
_WITH_PLACE = re.compile(rf".*\bwith\s+{_OF_PLACE}")
_SIGNS = re.compile(
    rf"{_PLACE_ENDS}(?:\s+on\s+\w+\s+\d{{1,2}})?\s+(?:held\s+talks\s+and\s+)?(?:witnessed\s+the\s+)?(?:(?:have|has|had|also|then|today|jointly|yesterday|agreed|plan|plans|intend|are|is|will|to)\s+)*"
)


def _sign_together(scene: Scene, a: Located, b: Located) -> bool:
    """Whether two places sign a paper with each other: "A and B signed …", "A signed a memorandum with B"."""
    text, low = scene.lower, scene.clause(a.start)[0]
    if not _SUBJECT.fullmatch(text, low, a.start) or not _FRIENDLY.search(text, a.end):
        return False
    if _AND_PLACE.fullmatch(text, a.end, b.start):
        return any(v.role == "sign" and _SIGNS.fullmatch(text, b.end, v.start) for v in scene.verbs)
    signed = next((v for v in scene.verbs if v.role == "sign" and _SIGNS.fullmatch(text, a.end, v.start)), None)
    return signed is not None and bool(_WITH_PLACE.fullmatch(text, signed.end, b.start))


_FRIENDLY = re.compile(rf"\b(?:{PAPER}|minutes?|friend\w+|exchanges|co-?operation)\b")


def _pairs(scene: Scene, local: list[Located]) -> Iterator[tuple[Located, Located]]:
    """Neighbours of different countries, each place used once: "A and B; C with D"."""
    i = 0
    while i < len(local) - 1:
        a, b = local[i], local[i + 1]
        if a.mention.country != b.mention.country and b.start - a.end < 90 and ";" not in scene.text[a.end : b.start]:
            yield a, b
            i += 2
        else:
            i += 1


def _is_no_pair(scene: Scene, a: Located, b: Located) -> bool:
    """Whether the two only stand side by side: a route, a venue, a third country's affair."""
    text, (low, high) = scene.lower, scene.clause(a.start)
    if any(p.mention.country not in (*_OWN, None) for p in scene.places_between(low, high)):
        return True
    if _TRAVEL.search(text, low, high) and not TWIN.search(text, low, high):
        return True
    led = max(low, a.start - 45)  # "open a direct route between A and B, and sister-city ties between C and D"
    if _TRAVEL.search(text, led, a.start) and not TWIN.search(text, led, b.start):
        return True
    between = text[a.end : b.start]
    if _GOES.search(between) and not TWIN.search(between):
        return True
    if _FROM.search(text, max(0, a.start - 6), a.start) and " to " in f" {between} ":
        return True
    venue = _VENUE.search(text, max(0, a.start - 13), a.start)
    return bool(_VENUE.search(between) or venue and "and" not in between)


def _judge(scene: Scene, a: Located, b: Located, *, about: bool) -> Verdict | None:
    """What is said of the pair; ``None`` where it is none."""
    if _is_no_pair(scene, a, b):
        return None
    text, low = scene.lower, scene.clause(a.start)[0]
    high = max(scene.clause(a.start)[1], scene.clause(b.start)[1])
    if _TWINNED_WITH.fullmatch(text, a.end, b.start):
        return Verdict("concluded")
    verdict = judge(scene, a.start, b.end, frozenset({"sign"}))
    if verdict is None or verdict.verb is None or verdict.verb.role != "sign":
        verdict = judge(scene, a.start, b.end, _ROLES) or judge_list(scene, a.start)
    if verdict and verdict.verb and verdict.verb.role in (*_ROLES, "initial"):
        # a bare present ("they sign") is neither wish nor past for `tense`; here it is the news
        present = (
            verdict.status == "proposed" and verdict.verb.role == "sign" and tense(scene, verdict.verb, low) is None
        )
        return Verdict("concluded", verdict.verb, True) if present else verdict
    between = text[a.end : b.start]
    if _WISH.search(between) or about and _WISH.search(text, b.end, min(high, b.end + 70)):
        return Verdict("proposed")
    if _WISH.search(text, max(low, a.start - 80), a.start) and not scene.headline:
        return Verdict("proposed")
    joined = (_JOINED if speaks_of_twins(scene) or not about else _LIKEWISE).search(text, low, high)
    if joined or _BARE_PAIR.fullmatch(between) or scene.headline:
        return verdict if verdict and verdict.status == "proposed" else Verdict("concluded")
    return None


# "will visit Hue, twinned with Turkistan since 2024", "became a twin of Turkistan last year"
_TWINNED_WITH = re.compile(
    rf"(?:,?\s+(?:(?:which|that)\s+)?(?:(?:has|have)\s+been\s+|is\s+|was\s+)?(?:twinned|paired)\s+with\s+"
    rf"|,?\s+became\s+(?:an?\s+|the\s+)?(?:twin|sister|partner)(?:\s+{PLACE})?\s+(?:of|to)\s+)(?:the\s+)?(?:{PLACE}\s+of\s+)?(?:kazakhstan's\s+)?"
)
_SINCE = re.compile(
    r"(?:'s)?(?:\s+(?:region|province|city))?,?\s+(?:(?:since|in|from|as\s+of)\s+)?(?:early\s+|late\s+)?"
)


def _mention(scene: Scene, a: Located, b: Located, verdict: Verdict) -> Mention:
    low, high = scene.clause(a.start)[0], scene.clause(b.start)[1]
    period = period_of(scene, a.start, b.end, verdict, _ROLES)
    if verdict.verb is None and verdict.status == "concluded":
        behind = next(
            (d for d in scene.dates if d.start > b.end and _SINCE.fullmatch(scene.lower, b.end, d.start)), None
        )
        period = behind.mention.edtf if behind else _plain_date(scene, low, high)
    word = TWIN.search(scene.lower, low, high) or FRIENDLY_PAPER.search(scene.lower, low, high)
    label = f"{scene.original(*word.span())}: " if word else ""
    title = f"{label}{_name(a)} – {_name(b)}"
    return Mention(
        scene.sentence,
        scene.position(a.start),
        title,
        "twinning",
        verdict.status,
        "twin-pair",
        period,
        in_force_of(scene, a.start, b.end),
        key=tuple(sorted(key(p.mention.name) for p in (a, b))),
        weight=20 + 10 * bool(period) + 5 * bool(verdict.verb) + 5 * bool(word) - 15 * scene.headline,
    )


def _name(place: Located) -> str:
    """As the article writes it, also where this sentence has only "the city"."""
    return re.sub(r"\s+", " ", place.mention.text)


def _plain_date(scene: Scene, low: int, high: int) -> str | None:
    """ "Hue and Turkistan have been twinned since 2016": a date that no visit or report lays claim to."""
    if _YEARS_OF.search(scene.lower, low, high):  # "celebrate ten years of twinning this year"
        return None
    for date in scene.dates_between(low, high + 1):
        claimed = any(v.role in ("event", "report") and low <= v.start < date.start for v in scene.verbs)
        if date.mention.edtf and "/" not in date.mention.edtf and not claimed:
            return date.mention.edtf
    return None
