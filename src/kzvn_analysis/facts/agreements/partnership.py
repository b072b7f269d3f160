"""Find the strategic or comprehensive partnership of the two countries: declared, wished for, or in being."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .model import Mention
from .parties import is_bilateral, names_company
from .scene import Scene
from .status import Verdict, judge
from .timing import period_of

_ROLES = frozenset({"raise", "open", "sign"})


def find_partnership(scene: Scene) -> Iterator[Mention]:
    """Yield a mention where the sentence tells of the partnership between the two countries."""
    text = scene.lower
    match = _PARTNERSHIP.search(text)
    if not match or not is_bilateral(scene, *match.span()) or names_company(scene.text) or not _between_states(scene, match):
        return
    low, _ = scene.clause(match.start())
    lead = text[max(low, match.start() - 150):match.start()]
    verdict = judge(scene, *match.span(), _ROLES)
    if verdict and verdict.verb and verdict.verb.role == "propose" and not _ASKED.search(lead):
        verdict = None
    if verdict and verdict.verb and verdict.verb.role in _ROLES | {"propose"}:
        rule = "partnership-declared"
        if verdict.status == "proposed":
            decided = _DECIDED.search(lead)
            verdict = Verdict("concluded", verdict.verb, True) if decided else verdict
            rule = "partnership-decided" if decided else "partnership-wished"
    elif _AS_STATEMENT.search(lead) and scene.headline:
        verdict, rule = Verdict("concluded"), "partnership-declared"
    elif _WISHED.search(lead[-60:]):
        verdict, rule = Verdict("proposed"), "partnership-wished"
    elif _EXISTING.search(lead[-45:]):
        verdict, rule = Verdict("concluded"), "partnership-exists"
    else:
        return
    period = period_of(scene, *match.span(), verdict, _ROLES)
    weight = (10 if rule == "partnership-exists" else 30) + 10 * bool(period) - 15 * scene.headline
    yield Mention(scene.sentence, scene.position(match.start()), scene.original(*match.span()), "partnership", verdict.status, rule,
                  period, None, ("partnership",), weight)  # fmt: skip


_PARTNERSHIP = re.compile(
    r"\b(?:(?:comprehensive|strategic|extended|enhanced)(?:\s+and\s+|\s+)){1,3}partner(?:ship)?s?\b(?!\s+(?:program|project|memorandum))"
    r"|\bpartnership\s+(?:of\s+a\s+strategic\s+nature|at\s+(?:the|a)\s+strategic\s+level)"
)
_DECIDED = re.compile(
    r"\b(?:agreed|decided|resolved|announced (?:the|their) decision|reached (?:an )?agreement|agreement|decision)\s+(?:\w+ly\s+)?to\s+(?:\w+ly\s+)?"
    r"(?:upgrade|elevate|raise|lift|establish|bring|take|set up|declare|proclaim)\b"
)
_ASKED = re.compile(r"\b(?:propos\w+|suggest\w+|discuss\w+|consider\w*|hop\w+|want\w*|wish\w*|seek\w*|aim\w*|plan\w*|intend\w*|explor\w+|look\w* forward)\b")
_AS_STATEMENT = re.compile(r"\b(?:statement|declaration|communique)\s+on\b|\b(?:to|into)\s+(?:a\s+)?$")
_WISHED = re.compile(r"\b(?:towards?|prospects? of|idea of|possibility of|talks on|roadmap to|potential|future)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,3}$")
_EXISTING = re.compile(
    r"\b(?:framework of|within|under|implement\w*|basis of|thanks to|the|their|our|new(?:ly)?|its|vietnam's|kazakhstan's|bilateral|vietnamese|kazakh|"
    r"kazakhstan|vietnam|astana|hanoi|two countries')\s+(?:first\s+|only\s+|new\s+|newly established\s+)?$"
)
_STATES = re.compile(r"\b(?:two|both|bilateral|our|relations|relationship|ties|countries|nations|sides)\b")
_TRADE_ONLY = re.compile(r"\s+(?:in|for)\s+(?:the\s+)?(?:field\s+of\s+|area\s+of\s+)?(?!central asia|the region|asia|southeast)[a-z]")


def _between_states(scene: Scene, match: re.Match) -> bool:
    """Whether it is a matter of the two countries, not of firms, schools or a single field."""
    if _TRADE_ONLY.match(scene.lower, match.end()):
        return False
    return bool(_STATES.search(scene.lower)) or bool({"KAZ", "VNM"} & {p.mention.country for p in scene.places})
