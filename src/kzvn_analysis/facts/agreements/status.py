"""Tell whether an instrument is concluded or only proposed, and which verb says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .scene import Scene
from .verbs import NEGOTIATION, Verb


@dataclass(frozen=True, slots=True)
class Verdict:
    """`status` as in the table; `verb` is what says so, ``None`` where the noun phrase alone does.

    `main` is whether the verb is the clause's own ("was signed"), not a participle that hangs on the
    name ("the agreement signed in 2011").  `perfect`: "has been signed", told without a time.
    """

    status: str
    verb: Verb | None = None
    main: bool = False
    perfect: bool = False


def judge(scene: Scene, start: int, end: int, roles: frozenset[str], *, definite: bool = False) -> Verdict | None:
    """What the sentence says of the instrument or institution named at ``start:end``.

    Parameters
    ----------
    scene
        The sentence.
    start, end
        Its name, local offsets.
    roles
        The verb roles that may conclude it: ``sign`` for an instrument, ``open`` for an institution.
    definite
        Whether the name says that it exists ("the agreement on …").

    Returns
    -------
    Verdict or None
        ``None`` where the sentence neither concludes nor proposes it.
    """
    text = scene.lower
    if _UNREAL.search(text[max(0, start - 40):start]):
        return Verdict("proposed")
    if _DRAFT_AFTER.match(text, end):
        return Verdict("proposed")
    if any(v.base in NEGOTIATION and 0 <= start - v.end <= 12 for v in scene.verbs):
        return Verdict("proposed")
    low, high = scene.clause(start)
    high = max(high, scene.clause(max(start, end - 1))[1])
    hanging = _hanging(scene, end, roles)
    if hanging:
        return hanging
    left = [v for v in scene.verbs if low <= v.start and v.end <= start and v.role in roles | _DECIDING]
    right = [v for v in scene.verbs if end <= v.start < high and v.role in roles | _DECIDING]
    for verb in (*reversed(left), *right):
        verdict = _by_verb(scene, verb, roles, low, before=verb.end <= start)
        if verdict:
            return verdict
    if scene.carried and (start < 14 or not any(v.form != "ing" and v.role in ("sign", "propose", "open") for v in scene.verbs)):
        return Verdict(scene.carried.status, CARRIED, True)
    if _EXISTING.search(text, max(0, start - 45), start):
        return Verdict("concluded")
    if definite and not _WOULD_AFTER.match(text, end):
        return Verdict("concluded")
    return None


def tense(scene: Scene, verb: Verb, low: int = 0) -> str | None:
    """``past`` · ``future`` (also a wish or a denial) · ``None`` where the form doesn't tell."""
    text = scene.lower
    before = text[max(low, verb.start - 70):verb.start]
    if verb.form == "past":
        if _FUTURE_PASSIVE.search(before) or _CONDITION.search(before):
            return "future"
        return "past"
    if verb.form == "base":
        if _HAPPY_INFINITIVE.search(before):
            return "past"
        if _FUTURE.search(before):
            return "future"
        if scene.headline:
            return "past"
        return "future" if re.search(r"\b(?:will|would|to|may|should)\s[^,;]*\band\s+$", before) else None
    if _WISHED_SIGNING.search(before) or _PAPER_ON.search(before):
        return "future"
    if _SEEN_SIGNING.search(before):
        return "past"
    after = text[verb.end:verb.end + 160]
    return "past" if _HAPPENED.search(after) else None


CARRIED = Verb(0, 0, "sign", "past", "carried")  # stands for the verb in the lead of a list
_DECIDING = frozenset({"initial", "propose", "exist", "force", "end"})
_BE = r"(?:(?:be|been|have|has|had|soon|also|then|jointly|officially|formally|finally|once|yet|mutually|both|even|ever|actually)\s+)*"
_FUTURE = re.compile(rf"\b(?:will|would|may|might|can|could|should|shall|must|to|not|never|cannot|won't|let|let's|help|yet)\s+{_BE}$")
_FUTURE_PASSIVE = re.compile(
    rf"\b(?:will|would|may|might|can|could|should|shall|must|to be|to have|not|never|yet to be|not yet|being|need to be|is not|"
    rf"hasn't|haven't|hopes|no agreement)\s+{_BE}$"
)
_CONDITION = re.compile(r"\b(?:if|once|until|unless|when|wants?|hopes? (?:to see|for)|expected|planned|to see|to get|to have)\s+(?:[\w' -]{0,40})?$")
_HAPPY_INFINITIVE = re.compile(r"\b(?:managed|gathered|met|sat down|came together|reunited|paused|came|travelled|flew in|lined up|assembled) to\s+$")
_SEEN_SIGNING = re.compile(
    r"\b(?:witness\w*|attend\w*|after|following|upon|since|saw|see|oversaw|with|by|hail\w*|welcom\w*|applaud\w*|not\w*|presided over|"
    r"ceremony of|ceremony for|culminat\w+ in|result\w* in|led to|marked by|ended with|concluded with|includ\w+|through|"
    r"celebrat\w+|congratulat\w+ \w+ on|at|thanks to|participat\w+ in|took part in|brought|crowned by|completed|highlight\w*|and)"
    r"\s+(?:the\s+|a\s+|its\s+|their\s+)?(?:(?:official|formal|ceremonial|successful|recent|joint|historic|subsequent)\s+)*$"
)
_WISHED_SIGNING = re.compile(
    r"\b(?:propos\w*|importance|need|prospects?|possib\w+|accelerat\w+|expedit\w+|speed\w*|promot\w+|towards?|look\w* forward|"
    r"consider\w*|discuss\w*|support\w*|favou?r\w*|plan\w*|prepar\w+|work\w* on|aim\w*|call\w*|early|suggest\w*|ahead of|until|"
    r"before|pending|agreed on|agree on|study\w*|stud(?:y|ied)|advocat\w+|interest\w* in|hope\w*|readiness|ready|urg\w+|"
    r"recommend\w*|necessity|continue|push\w*|initiat\w+|idea|intention|back\w*|negotiat\w+|explor\w+|complet\w+|feasib\w+|"
    r"mull\w*|weigh\w*|think\w* about|for the|delay\w*|postpon\w+|expect\w*|await\w*|anticipat\w+)\b[^.;]{0,45}$"
)
_PAPER_ON = re.compile(r"\b(?:agreement|memorandum|mou|protocol|arrangement|understanding|notes)\s+(?:on|for|about)\s+(?:the\s+)?$")
_HAPPENED = re.compile(r"\b(?:was|were|has|have|marked|became|opened|took place|laid|gave|helped|came|created|crowned|followed)\b")
_UNREAL = re.compile(
    r"\b(?:draft|drafts of|proposed|planned|future|prospective|envisaged|upcoming|forthcoming|possible|potential|would-be|eventual|"
    r"the text of|in favour of|in need of|no|lack of|absence of|without)\s+(?:an?\s+|the\s+|such an?\s+)?(?:[\w-]+\s+){0,2}$"
)
_DRAFT_AFTER = re.compile(
    r"[\s,(]*(?:whose (?:draft|text)|a draft of which|is missing|are missing|is lacking|is still missing|would\b|could\b|should\b|"
    r"remains? (?:to be|under|unsigned|a draft|on)|(?:is|are) (?:still )?(?:on the|under (?:negotiation|discussion|consideration|preparation|way)|"
    r"in the (?:pipeline|works|making)|next|"
    r"being (?:negotiated|drafted|prepared|finali[sz]ed|discussed|considered|worked|elaborated|developed|drawn|studied|polished|coordinated|agreed)|pending|awaiting|at the draft|close to|nearing|almost ready|ready)|"
    r"(?:is|are) (?:now |still |currently )?(?:expected|planned|due|set|scheduled|slated|supposed|to be))"
)
_WOULD_AFTER = re.compile(r"\s*(?:will|would|could|may|might|should|can)\b(?! (?:enter|come|take|become))")
_EXISTING = re.compile(
    r"\b(?:under|pursuant to|implementation of|implementing|implement|on the strength of|in accordance with|in line with|thanks to|"
    r"on the basis of|based on|within the framework of|in the framework of|existing|current|provisions of|parties to|as part of|"
    r"ratified|ratification of|ratify|through|guided by|by virtue of)\s+(?:an?\s+|the\s+|their\s+|its\s+|our\s+)?(?:[\w-]+\s+){0,2}$"
)
_GAP = re.compile(
    r"^[\s,(]*(?:(?:which|that|it)\s+)?(?:(?:was|were|is|are|has|have|had|been|being|be|will|would|may|might|shall|to|recently|already|"
    r"first|officially|formally|both|all|expected|planned|due|still|currently|now|also|not|yet|previously|scheduled|soon|jointly|they|earlier|"
    r"reportedly|set|likely|slated|supposed|hoped|finally|just|the two sides|the sides|the two countries|the parties|"
    r"the two governments|we|both sides|in|on|last|that|year|month|week|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|\d{1,4},?)[\s,]*)*$"
)
_PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:been\s+)?(?:\w+ly\s+|also\s+|already\s+|been\s+)*$")
_PRESENT = re.compile(r"\b(?:is|are)\s+(?:\w+ly\s+|also\s+|now\s+|still\s+|not\s+)*$")


def _hanging(scene: Scene, end: int, roles: frozenset[str]) -> Verdict | None:
    """The verb that follows the name at once: "…, signed in 2011," or "… is to be signed"."""
    for verb in scene.verbs:
        if verb.start < end or verb.role not in roles | {"initial", "propose", "force", "end", "exist"}:
            continue
        gap = scene.lower[end:verb.start]
        if len(gap) > 70 or not _GAP.match(gap):
            return None
        main = bool(re.search(r"\b(?:was|were|is|are|has|have|will|would|may|might|to)\b", gap)) and not re.match(
            r"[\s,(]*(?:which|that)\b", gap
        )
        if verb.role == "propose" and verb.form != "past":
            return None
        found = _by_verb(scene, verb, roles, 0, before=False)
        return found and Verdict(found.status, verb, main, found.perfect)
    return None


def _by_verb(scene: Scene, verb: Verb, roles: frozenset[str], low: int, *, before: bool) -> Verdict | None:
    lead = scene.lower[max(low, verb.start - 45):verb.start]
    perfect = bool(_PERFECT.search(lead))
    if verb.role in roles:
        when = tense(scene, verb, low)
        if when == "past":
            return Verdict("concluded", verb, True, perfect)
        return Verdict("proposed", verb, True) if when == "future" else None
    if verb.role == "initial":
        return Verdict("proposed", verb, True)
    if verb.role == "propose":
        return Verdict("proposed", verb, True, perfect)
    if verb.role in ("exist", "force", "end"):
        return Verdict("concluded", verb, False, perfect)
    return None
