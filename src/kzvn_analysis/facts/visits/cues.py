"""Words that tell whether a visit has been made, lies ahead, or is none at all."""

from __future__ import annotations

from functools import cache

from ...reading import gated as re
from ...reading.dates import edtf_bounds
from .scene import Scene
from .wording import kinds


def status(scene: Scene, start: int, end: int, *, alone: bool = False) -> str:
    """What the words around a visit say of it.

    Parameters
    ----------
    scene
    start, end
        Of the wording, in the masked text.
    alone
        Whether the words before it have no part in it: "both want to trade more, X told Y at their meeting".

    Returns
    -------
    str
        ``made`` · ``planned`` · ``moved`` to another time · ``wished``, so an invitation, a hope or a
        possibility · ``off``, cancelled
    """
    low, high = scene.clause_span(start)
    low = start if alone else low
    text = scene.text
    cues = _cues()
    near = text[max(0, low - 2) : max(high, end)]
    if cues["off"].search(near) or _off_after_aside(text, end) or _is_denied(text, low, start):
        return "off"
    if _AT_LAST.search(text, end):
        return "made"
    if cues["moved"].search(text[start:]) or cues["moved"].search(near):
        return "moved"
    low = max((m.end() for m in _NEXT_SAID.finditer(text, low, start)), default=low)
    before = _EVE_OF_FEAST.sub("", _SAYING.sub("", _NEXT_DAY.sub("", text[low:end])))
    if cues["accepted"].search(before) or cues["accepted"].search(near):
        return "planned"
    if _SCHEDULED.search(before) and not cues["wished"].search(_SCHEDULED.sub("", before)):
        return "planned"
    if _WHICH_IS_SET.match(text, end) and not cues["off"].search(text, end):
        return "planned"
    if cues["wished"].search(before) and not _TAKEN_AS_DONE.search(text[:start]):
        return "wished"
    if _SUPPOSED.search(text[low:start]) or (_ANY.search(text[:start]) and _OF_WORTH.match(text, end)):
        return "wished"
    if _FIRST_TO.search(before) or _STAYS_ON.match(text, start):
        return "made"
    ahead = (
        _HEADLINE.search(before)
        or (scene.sentence.kind == "title" and _HEADING_FOR.search(before))
        or cues["planned"].search(before)
        or _WOULD_GO.search(before)
        or cues["planned_after"].match(text[end:high].lstrip())
    )
    return "planned" if ahead else "made"


# "whose trip had been put off twice, finally came in D"
_AT_LAST = re.compile(
    r"\b(?:finally|at last|eventually) (?:came|went|arrived|visited|took place|was made|travelled|flew)\b"
)
# "invited P to L and informed that P would visit L": another thing said
_NEXT_SAID = re.compile(
    r"(?:,|\band) (?:also |further |then )?(?:said|informed|announced|noted|added|reported|told|disclosed|confirmed"
    r"|stated|revealed)(?: [^.;:,PLD]{2,30})? that "
)
# "I should also mention that X met Y": the mood is that of mentioning
_SAYING = re.compile(
    r"\b(?:(?:should|would|could|may|might|can|must|will)(?: (?:also|like|here|just|first))*(?: to)?|let me"
    r"|allow me to|want to) "
    r"(?:mention|note|recall|name|say|add|remind|stress|point|emphasi|highlight|call\b|single|tell|remember|underlin|thank)\w*"
    r"|\b(?:disclosed|announced|unveiled|revealed|outlined|presented|shared)(?: the| his| her| its)? plans? "
    r"(?:to|for|of)\b"
)
# "discussed the schedule of contacts, including the visit of P to L"
_SCHEDULED = re.compile(
    r"\bdiscuss\w* (?:the )?(?:schedule|calendar|plan|programme) of (?:[\w-]+ ){0,4}(?:contacts|visits|events"
    r"|meetings)\b"
)
# "discussed the visit of P to L, which is planned for D"
_WHICH_IS_SET = re.compile(
    r"[^;:.P]{0,120}?,? (?:which|that) (?:will|is (?:to|due|set|planned|scheduled|slated|expected)|are to) "
    r"(?:be |to |take |also |for |in )*\w|, (?:now )?(?:slated|scheduled|planned|due|set) (?:for|in|on) [LD]"
    r"|[^;:.PD]{0,120}?, to be (?:held|convened|hosted|organi[sz]ed) (?:in|on|by) [LD]"
)
_NEXT_DAY = re.compile(r"\bthe (?:very )?next (?:day|morning|afternoon|evening|leg|stop)\b")
_EVE_OF_FEAST = re.compile(r"\bon the eve of (?:the )?D\b")


def _is_denied(text: str, low: int, start: int) -> bool:
    """Whether a word of denial governs what stands at `start`: "will not attend", "had no information on a visit"."""
    denied = _DENIED.search(text[low:start])
    return bool(denied) and not _ONLY.search(denied[0])


_DENIED = re.compile(
    r"(?:\b(?:not|never|cannot|without|instead of|rather than|no longer|nor|neither)\b|n't\b)(?: \w+){0,3} $"
    r"|(?<!there is )\bno (?:(?:confirmation|information|news|word|agreement|decision|date|plan)s? [^.;:P]{0,40}|"
    r"(?:[\w-]+ ){0,2}|(?:[\w-]+ ){0,2}P (?:ha[sd] (?:ever |yet )?|ever |yet ))$"
)
_ONLY = re.compile(r"\bnot (?:only|just|least)\b")
# "if P visits L", "should P come to L", "whether P will go"
_SUPPOSED = re.compile(
    r"\b(?:readiness|willingness|desire|eagerness|wish|intention)\b(?: (?:of|by) [^.;:P]{1,40})? to [^.;:]{0,40}$"
    r"|^\W*should |\b(?:if|unless|whether|in case|provided)\b[^,;]*$"
)
# "a visit by P to L would give ties a push": nobody says that it will be
_ANY = re.compile(r"\b(?:an?|any|such|another) (?:[\w-]+ )*$")
_OF_WORTH = re.compile(
    r"(?: (?:on|in) D)?(?:, (?:if|should|were|once|provided) [^,.;]{2,50})?,? (?:would|could|might|may)\b"
    r"(?! (?:also )?(?:take place|begin|start|last|be (?:held|paid|made|his\b|her\b|on\b)))"
)
_WOULD_GO = re.compile(
    r"\bwould (?!(?:also |therefore |only |certainly )*(?:name|call\b|say|mention|note|recall|give|make sense|help"
    r"|like|allow|enable"
    r"|need|prefer|benefit|boost|mean|create|open up|contribute|become|facilitate|promote|support|welcome|appreciate"
    r"|consider"
    r"|be (?:happy|glad|pleased|useful|welcome|good|important)))"
)
# "hoped to build on the results of the visit of …": that visit was made, whatever is hoped
_TAKEN_AS_DONE = re.compile(
    r"\b(?:during|after|following|since|(?:outcomes?|results?|success|fruits|spirit|significance|wake|importance) of"
    r"|(?:reached|signed|achieved|made|agreed|concluded|adopted|issued|set) (?:at|in|on|during)) "
    r"(?:(?:the|his|her|this|that|recent|a|an|P's|most) )*$"
)
_ASIDE = re.compile(
    r"[^,;:P]{0,30},? (?:which|that|planned|originally|initially|first|scheduled|expected|due|set|being"
    r" prepared)\b[^,;:P]{0,80},"
)


def _off_after_aside(text: str, end: int) -> bool:
    """ "The visit, which was being prepared for D, did not take place"."""
    aside = _ASIDE.match(text, end)
    return bool(aside) and bool(_cues()["off"].match(text[aside.end() :].lstrip()))


# "the first leader to visit"; "Minister to visit Hanoi"
_FIRST_TO = re.compile(
    r"\b(?:first|second|third|last|latest|only|highest)\b[^.;,]{0,60} to (?:have "
    r")?(?:visit|pa[iy]d?|ma[dk]e|set foot|come|travel)"
)
# "will stay in L until D": so they are there
_STAYS_ON = re.compile(r"(?:stay|remain)(?:s|ing)? [^.;:P]{0,30}\b(?:until|till|through)\b")
_HEADLINE = re.compile(
    r"(?:P|(?<!led a )(?<!led the )(?<!leading a )delegation|mission|leader|official|lawmaker|businesse)s? "
    r"to (?:visit|pay|make|"
    r"arrive|travel|start|begin|lead|tour|attend)\b"
)


_HEADING_FOR = re.compile(r"P (?:heading|headed|bound) (?:to|for)\b")


def was_earlier(scene: Scene, period: str | None) -> bool:
    """Whether a time lies before the clipping came out, so that nobody can still wish for what was then."""
    return bool(period and scene.published) and edtf_bounds(period)[1] < edtf_bounds(scene.published)[0]


def is_remote(scene: Scene, start: int, end: int, *, reach: int = 10_000) -> bool:
    """Whether a meeting was held by telephone, letter or screen, as said at most `reach` letters before it or later."""
    low, high = scene.clause_span(start)
    return bool(_cues()["remote"].search(scene.text[max(low, start - reach) : max(high, end)]))


@cache
def _cues() -> dict[str, re.Pattern]:
    """The cues of ``visit_cues.tsv`` by kind, each as one pattern."""
    return {kind: re.compile(rf"(?<![\w-]){words}(?!\w)") for kind, words in kinds("visit_cues.tsv").items()}
