"""Find the strategic or comprehensive partnership of the two countries: declared, wished for, or in being."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from .cues import cue, cue_words
from .model import Mention
from .parties import is_bilateral, names_company
from .scene import Scene
from .status import Verdict, judge
from .timing import period_of

_ROLES = frozenset({"raise", "open", "sign"})


def find_partnership(scene: Scene) -> Iterator[Mention]:
    """Yield a mention where the sentence tells of the partnership between the two countries."""
    match = _PARTNERSHIP.search(scene.lower)
    if not match or not is_bilateral(scene, *match.span()) or names_company(scene.text):
        return
    if not scene.carried and not _between_states(scene, match) and not _by_its_years(scene, match):
        return
    verdict, rule = _judge(scene, match)
    if verdict is None:
        return
    roles = _ROLES - {"sign"} if rule == "partnership-exists" else _ROLES  # what is signed then is another paper
    told = _by_its_years(scene, match) or _since(scene, match, rule)
    period = told or period_of(scene, *match.span(), verdict, roles)
    yield Mention(
        scene.sentence,
        scene.position(match.start()),
        scene.original(*match.span()),
        "partnership",
        verdict.status,
        rule,
        period,
        key=("partnership",),
        weight=(10 if rule == "partnership-exists" else 30) + 10 * bool(period) - 15 * scene.headline,
    )


_PARTNERSHIP = re.compile(
    r"\b(?:(?:comprehensive|strategic|extended|enhanced)(?:\s+and\s+|\s+)){1,3}partner(?:ship)?s?\b"
    r"(?!\s+(?:program|project|memorandum))"
    r"|\bpartnership\s+(?:of\s+a\s+strategic\s+nature|at\s+(?:the|a)\s+strategic\s+level)"
)
# "agreed to elevate the ties to …" is how the two sides announce that it is done
_DECIDED = re.compile(
    r"\b(?:agreed|decided|resolved|announced\s+(?:the|their)\s+decision|agreement|"
    r"decision)\s+(?:\w+ly\s+)?to\s+(?:\w+ly\s+)?"
    r"(?:upgrade|elevate|raise|lift|establish|bring|take|set\s+up|declare|proclaim|adopt|issue)\b"
)
_ASKED = re.compile(cue("asked"))
_SINCE = re.compile(r"\s+(?:of\s+each\s+other\s+|to\s+each\s+other\s+)?since\s+(?:as\s+early\s+as\s+)?")
_WISHED = re.compile(
    r"\b(?:towards?|prospects?\s+of|idea\s+of|possibility\s+of|talks\s+on|roadmap\s+to|potential|future)\s+"
    r"(?:an?\s+|the\s+)?(?:\w+\s+){0,3}$"
)
_EXISTING = re.compile(
    r"\b(?:within|under|implement\w*|basis\s+of|thanks\s+to|the|their|our|new(?:ly)?|its|bilateral|"
    r"vietnam(?:'s|ese)?|kazakh(?:stan)?(?:'s)?|"
    r"astana|hanoi|two\s+countries')\s+(?:first\s+|only\s+|new\s+|newly\s+established\s+)?$"
)
# "discussed the development of the Kazakh-Vietnamese strategic partnership"
_THEIRS = re.compile(
    r"\b(?:development|strengthening|deepening|expansion|consolidation)\s+of\s+(?:the\s+|their\s+)?"
    r"(?:kazakh\w*\s*-\s*viet\w*|viet\w*\s*-\s*kazakh\w*|bilateral)\s+$"
)
_STATES = re.compile(r"\b(?:two|both|bilateral|our|relations|relationship|ties|countries|nations|sides)\b")
_ONE_FIELD = re.compile(
    r"\s+(?:in|for)\s+(?:the\s+)?(?:field\s+of\s+|area\s+of\s+)?(?!(?:near|coming|last|past|summer|spring|region|world|january|february|march|april|m_y|june|july|august|"
    r"september|october|november|december|early|late|mid|20|the\s+(?:near|coming|last|past|summer|spring))\b|central\s+asia|the\s+region|asia|"
    r"southeast|the\s+world)[a-z]"
)


_YEARS_OF = re.compile(
    r"\s+(?:of|since)\s+(?:the\s+)?(?:(?:establishment|launch|proclamation|setting\s+up|signing)\s+of\s+)?"
    r"(?:the\s+|their\s+|our\s+|its\s+|an?\s+)?(?:(?:two\s+countries'?|bilateral|kazakh\w*(?:\s*-\s*viet\w*)?|"
    r"viet\w*(?:\s+nam)?(?:\s*-\s*kazakh\w*)?)(?:\s+|'s\s+|'\s+))?"
)
_OLD = re.compile(
    rf",?\s+(?:which|that)\s+(?:is|turns|will\s+be|has\s+turned)\s+(?P<count>\d{{1,2}}|{'|'.join(cue_words('number'))})"
    r"(?:\s+years?)?(?:\s+old)?\s+(?P<when>this|next)\s+year"
)
_COUNT = {word: n for n, word in enumerate(cue_words("number"), start=1)}


def _by_its_years(scene: Scene, match: re.Match) -> str | None:
    """The year it began: "the fifth anniversary of …", "…, which is ten years old this year"."""
    for date in scene.dates:
        if date.mention.kind == "anniversary" and _YEARS_OF.fullmatch(scene.lower, date.end, match.start()):
            return date.mention.edtf
    old, published = _OLD.match(scene.lower, match.end()), scene.reading.published.edtf
    if not old or not published:
        return None
    count = _COUNT.get(old["count"]) or int(old["count"])
    return f"{int(published[:4]) + (old['when'] == 'next') - count:04d}"


def _since(scene: Scene, match: re.Match, rule: str) -> str | None:
    """ "They have been strategic partners since 2023"."""
    since = _SINCE.match(scene.lower, match.end())
    if rule != "partnership-since" or not since:
        return None
    date = next((d for d in scene.dates if match.end() < d.start <= since.end() + 4), None)
    return date.mention.edtf if date else None


def _between_states(scene: Scene, match: re.Match) -> bool:
    """Whether it is a matter of the two countries, not of firms, schools or a single field."""
    if _ONE_FIELD.match(scene.lower, match.end()):
        return False
    return bool(_STATES.search(scene.lower)) or bool({"KAZ", "VNM"} & {p.mention.country for p in scene.places})


def _judge(scene: Scene, match: re.Match) -> tuple[Verdict | None, str]:
    start = match.start()
    if _by_its_years(scene, match):
        return Verdict("concluded"), "partnership-years"
    since = _SINCE.match(scene.lower, match.end())
    if since and any(0 <= d.start - since.end() < 6 for d in scene.dates):
        return Verdict("concluded"), "partnership-since"
    low = max(scene.clause(start)[0], start - 150)
    if _THEIRS.search(scene.lower, low, start):
        return Verdict("concluded"), "partnership-exists"
    verdict = judge(scene, *match.span(), _ROLES)
    verb = verdict.verb if verdict else None
    asked = bool(_ASKED.search(scene.lower, low, start))
    if verdict and verb and (verb.role in _ROLES or verb.role == "propose" and asked):
        if verdict.status == "concluded":
            return verdict, "partnership-declared"
        if _DECIDED.search(scene.lower, low, start):
            return Verdict("concluded", verb, True), "partnership-decided"
        return verdict, "partnership-wished"
    if _WISHED.search(scene.lower, max(low, start - 60), start):
        return Verdict("proposed"), "partnership-wished"
    if _EXISTING.search(scene.lower, max(low, start - 45), start):
        return Verdict("concluded"), "partnership-exists"
    return None, ""
