"""Find sister provinces and twin cities: pairs of a Vietnamese and a Kazakh place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...reading.fold import key
from .model import Mention
from .scene import Located, Scene
from .status import Verdict, judge, tense
from .timing import in_force_of, period_of

_ROLES = frozenset({"sign", "open"})
_TWIN = re.compile(
    r"\b(?:sister(?:hood)?[\s-](?:provinces?|cit(?:y|ies)|towns?|regions?|ports?|relations?(?:hips?)?|ties|states?|localit(?:y|ies))|sisterhood|sisters|twin(?:ned|ning)?"
    r"[\s-](?:cit(?:y|ies)|towns?|provinces?|regions?|relations?|ties|with)|twinn(?:ed|ing)|twins|partner[\s-](?:cit(?:y|ies)|regions?|provinces?)|"
    r"(?:friendship|friendly)(?:\s+and\s+[\w-]*cooperation|\s+cooperation)?\s+(?:pacts?|agreements?|accords?|treat(?:y|ies)|memorand\w+|relations?(?:hips?)?|ties|deal)|"
    r"brother(?:hood|ly)?[\s-](?:cit(?:y|ies)|provinces?))\b"
)
_DOCUMENT = re.compile(r"\b(?:agreements?|pacts?|accords?|memorand(?:um|a|ums)|mous?|protocols?|letters? of intent|documents?|treat(?:y|ies))\b")
_LOCAL_PAPER = re.compile(r"\b(?:memorand(?:um|a|ums)|mous?|agreements?|pacts?|accords?|documents?|plans?|programmes?)\b[^.;]{0,90}\b(?:between|with|cooperation)\b")
_JOINED = re.compile(
    r"^[^;:]{0,60}?(?:\b(?:and|with|to|between)\b|[-/,&])[^;:]{0,50}$"
)
_BECAME = re.compile(r"\b(?:have|has|became|become|becomes|were|was|are|is|been|signed|made|making|makes|established|forged|linked|paired|teamed|matched|sealed|sign|inked|with)\b")
_WISH = re.compile(
    r"\b(?:would like|want\w*|wish\w*|hop\w+|propos\w+|suggest\w*|plan\w*|intend\w*|aim\w*|consider\w*|will|would|may|might|could|should|to become|"
    r"to be|to establish|to sign|discuss\w*|study|studying|explor\w+|negotiat\w+|towards?|prepar\w+|draft\w*|possib\w+|prospects?|offer\w*|agreed to|ready to|expected|"
    r"call\w* for|seek\w*|interest\w* in|support\w*|yet to|promot\w+|advocat\w+)\b"
)
_LIST_BREAK = re.compile(r";|,?\s+(?:while|whereas)\s|,\s+and\s|,\s+(?=[A-Z])")


def find_twinning(scene: Scene, *, about_twins: bool = False) -> Iterator[Mention]:
    """Yield a mention for each pair of places that the sentence twins.

    Parameters
    ----------
    scene
        The sentence.
    about_twins
        Whether the sentences before it speak of twinned places, so that a bare pair is one more.
    """
    local = [p for p in scene.places if p.mention.kind in ("city", "region") and p.mention.country in ("KAZ", "VNM")]
    if len({p.mention.country for p in local}) < 2:
        return
    twin = _TWIN.search(scene.lower)
    if not twin and not about_twins and not _local_paper(scene, local):
        return
    for pair in _pairs(scene, local):
        mention = _mention(scene, pair, bool(twin), about_twins)
        if mention:
            yield mention


def speaks_of_twins(scene: Scene) -> bool:
    """Whether the sentence is about twinned places, or about the first of a kind of such couples."""
    return bool(_TWIN.search(scene.lower))


def _local_paper(scene: Scene, local: list[Located]) -> bool:
    """A document between a province or city of each side: "a memorandum of cooperation between Hanoi and Astana"."""
    match = re.search(r"\bbetween\s+(?:the\s+)?(?:(?:cities|provinces|city|people's committee|akimat|authorities|administrations?)\s+(?:of\s+)?(?:the\s+)?)?", scene.lower)
    if not match or not _DOCUMENT.search(scene.lower[max(0, match.start() - 60):match.start()]):
        return False
    return any(p.start == match.end() for p in local)


def _pairs(scene: Scene, local: list[Located]) -> Iterator[tuple[Located, Located]]:
    """Neighbours of different countries, each place used once: "A and B; C with D"."""
    i = 0
    while i < len(local) - 1:
        a, b = local[i], local[i + 1]
        between = scene.text[a.end:b.start]
        if a.mention.country != b.mention.country and len(between) < 90 and ";" not in between:
            yield a, b
            i += 2
        else:
            i += 1


def _mention(scene: Scene, pair: tuple[Located, Located], twin: bool, about: bool) -> Mention | None:
    a, b = pair
    text = scene.lower
    low, high = scene.clause(a.start)
    high = max(high, scene.clause(b.start)[1])
    between = text[a.end:b.start]
    clause = text[low:high]
    if any(p.mention.country not in ("KAZ", "VNM", None) for p in scene.places_between(low, high)):
        return None
    if re.search(r"\b(?:flights?|route|train|airlines?|flew|visit(?:ed)? to|travel\w*|airport)\b", clause) and not _TWIN.search(clause):
        return None
    if re.search(r"\b(?:from|via|to|in)\s+$", text[max(0, a.start - 6):a.start]) and " to " in f" {between} ":
        return None
    if re.search(r"\b(?:in|at)\s+(?:the\s+)?(?:city of\s+)?$", between) or re.search(r"\b(?:in|at)\s+$", text[max(0, a.start - 5):a.start]) and "and" not in between:
        return None
    verdict = judge(scene, a.start, b.end, frozenset({"sign"}))
    if verdict is None or verdict.verb is None or verdict.verb.role != "sign":
        verdict = judge(scene, a.start, b.end, _ROLES)
    word = _TWIN.search(text, low, high)
    if verdict is None or verdict.verb is None or verdict.verb.role not in ("sign", "open", "initial"):
        lead, tail = text[low:a.start], text[b.end:high]
        if _WISH.search(between) or _WISH.search(tail[:70]) and (twin or about) or _WISH.search(lead[-80:]) and not scene.headline:
            verdict = Verdict("proposed")
        elif _BECAME.search(clause) or re.fullmatch(r"\s*[-/&]\s*|\s+and\s+|\s+with\s+", between) or scene.headline:
            verdict = Verdict("concluded") if verdict is None or verdict.status == "concluded" else verdict
        else:
            return None
    if verdict.status == "proposed" and verdict.verb and verdict.verb.role == "sign" and tense(scene, verdict.verb, low) is None:
        verdict = Verdict("concluded", verdict.verb, True)
    period = period_of(scene, a.start, b.end, verdict, _ROLES)
    if verdict.verb is None and verdict.status == "concluded":
        period = _plain_date(scene, low, high)
    names = [scene.original(p.start, p.end) for p in pair]
    title = f"{_label(scene, word)}{names[0]} – {names[1]}"
    pair_key = tuple(sorted(key(p.mention.name) for p in pair))
    weight = 20 + 10 * bool(period) + 5 * bool(verdict.verb) - 15 * scene.headline + 5 * twin
    return Mention(scene.sentence, scene.position(a.start), title, "twinning", verdict.status, "twin-pair", period,
                   in_force_of(scene, a.start, b.end), pair_key, weight)


def _plain_date(scene: Scene, low: int, high: int) -> str | None:
    """"Hue and Turkistan have been twinned since 2016"."""
    for date in scene.dates_between(low, high + 1):
        if date.mention.edtf and "/" not in date.mention.edtf and not any(
            v.role in ("event", "report") and low <= v.start < date.start for v in scene.verbs
        ):
            return date.mention.edtf
    return None


def _label(scene: Scene, word: re.Match | None) -> str:
    if word is None:
        return ""
    label = scene.original(*word.span())
    return f"{label}: " if len(label) < 60 else ""
