"""Tell whether a verb of the agreement rules speaks of what has happened or of what is to come."""

from __future__ import annotations

from ...reading import gated as re
from .cues import cue
from .scene import Scene
from .verbs import Verb


def tense(scene: Scene, verb: Verb, low: int = 0) -> str | None:
    """``past`` · ``future`` (also a wish or a denial) · ``None`` where the form doesn't tell.

    Parameters
    ----------
    scene
        The sentence.
    verb
        One of its verbs.
    low
        Where the verb's clause begins.
    """
    text, left = scene.lower, max(low, verb.start - 90)
    if scene.carried and scene.carried.acts and verb.form != "ing" and _LINE_HEAD.fullmatch(text, 0, verb.start):
        return "future"  # also "- set up a group", whose past looks the same
    if verb.form == "past":
        if _THIRD_TO_HAVE.search(text, left, verb.start):
            return "past"
        if verb.base == "set up" and _SUBJUNCTIVE.search(text, low, verb.start):
            return "future"  # its past looks the same
        denied = _FUTURE_PASSIVE.search(text, left, verb.start) or _CONDITION.search(text, left, verb.start)
        return "future" if denied else "past"
    if verb.form == "base":
        if _HAPPY_INFINITIVE.search(text, left, verb.start):
            return "past"
        if _FUTURE.search(text, left, verb.start) or _COORDINATED.search(text, left, verb.start):
            return "future"
        if _SUBJUNCTIVE.search(text, low, verb.start):
            return "future"
        return "past" if scene.headline else None
    if _WILL_END.search(text, left, verb.start) or _TO_WITNESS.search(text, low, verb.start):
        return "future"
    if _ALLOWED.search(text, left, verb.start):
        return "future"
    if text.endswith(" by ", low, verb.start):  # "agreed to work more closely, by setting up a group"
        return "future" if _AGREED.search(text, low, verb.start) else "past"
    if _AND_DOING.search(text, low, verb.start) and _PROPOSED_DOING.search(text, 0, verb.start):
        return "future"  # "proposed establishing A, which is …, and opening B"
    if _SURELY.search(text, left, verb.start):
        return "past"
    if _WISHED.search(text, left, verb.start) or PAPER_ON.search(text, left, verb.start):
        return "future"
    if _WITNESSED.search(text, left, verb.start):
        return "past"
    if _BESIDES.search(text, left, verb.start):  # "to organise A in addition to opening B": as for A
        return "future" if _TO_DO.search(text, low, verb.start) else None
    if _AND_THE.search(text, left, verb.start):  # "support A, and the signing of B": as for A
        return "future" if _WISH.search(text, low, verb.start) else "past"
    if _CLOSED_BY_YEAR.match(text, verb.end) and _is_past(scene, verb):
        return "past"
    return "past" if _HAPPENED.search(text, verb.end, verb.end + 160) else None


# said of what is only thought about, also when somebody is reported to have said so ("was under consideration")
_IT_IS = r"(?:was|were|is|are|has\s+been)\s+(?:still\s+|now\s+|also\s+|already\s+)?"
THOUGHT_OF = (
    _IT_IS + r"(?:under\s+(?:consideration|discussion|study|negotiation|preparation)"
    r"|being\s+(?:considered|discussed|studied|examined|explored|negotiated|prepared|drafted|finali[sz]ed|weighed|worked)"
    r"|on\s+the\s+(?:table|agenda|drawing\s+board)\b|in\s+the\s+pipeline\b)"
)
PENDING = (
    rf"(?:{THOUGHT_OF}|{_IT_IS}"
    r"(?:to\s+be\b|due\s+to\b|expected\s+to\b|(?:almost|nearly|all\s+but)\s+ready\b|on\s+the\s+list\b))"
)
# "the visit will be concluded on September 19 with the opening of …"
_WILL_END = re.compile(
    r"\b(?:will|is\s+to|are\s+to|is\s+(?:expected|scheduled|due)\s+to)\s+[^.;]{3,60}\b(?:with|by|include)\s+(?:the\s+)?$"
)
# "the leaders will then proceed to the palace to witness the exchange of …"
_TO_WITNESS = re.compile(
    r"\b(?:will|(?:is|are|plans?)\s+to|(?:expected|scheduled|due|set)\s+to)\s+(?:[^.;]{3,70}\s)?(?:witness|attend|oversee)"
    r"\s+(?:the\s+|an?\s+)?(?:(?:official|formal)\s+)?$"
)
_ALLOWED = re.compile(
    r"\b(?:approv|authori[sz]|permit)(?:ed|es|ing)\s+(?:the\s+)?$"
)  # "a decree approved the signing of …"
_AGREED = re.compile(r"\b(?:agree\w*|reached|discuss\w*|propos\w*|suggest\w*|will|would|should|could|may|wish\w*|to)\b")
_AND_DOING = re.compile(r"(?:,\s+|\band\s+|\bas\s+well\s+as\s+)(?:and\s+)?$")
_PROPOSED_DOING = re.compile(r"\b(?:propos|suggest|recommend)\w*\s+(?:\w+ly\s+)?\w{3,}ing\b[^.;]*$")
_BESIDES = re.compile(r"\b(?:in\s+addition\s+to|as\s+well\s+as|besides|along\s+with|apart\s+from)\s+(?:the\s+)?$")
_TO_DO = re.compile(
    cue("wished")
    + r"|\b(?:to|on)\s+(?:organi[sz]|hold|develop|arrang|stag|expand|increas|boost|creat|launch)(?:e|ing)?\b"
)
# "from the first agreement to the setting up of the committee in 1997"
_CLOSED_BY_YEAR = re.compile(r"(?:\s+of)?\s+(?:the|an?)\s+(?:[\w-]+\s+){1,8}?in\s+(?P<year>(?:19|20)\d\d)\b")


def _is_past(scene: Scene, verb: Verb) -> bool:
    year = _CLOSED_BY_YEAR.match(scene.lower, verb.end)["year"]
    return year < (scene.reading.published.edtf or "")[:4]


_LINE_HEAD = re.compile(r"\s*(?:[-*\u2022\u00b7]|\(?\w{1,2}[.)])?\s*(?:to\s+)?(?:\w+ly\s+)?")
_BETWEEN = (
    r"(?:(?:be|been|have|has|had|soon|also|then|jointly|officially|formally|finally|once|yet|mutually|both|even|"
    r"ever|actually)\s+)*"
)
_FUTURE = re.compile(
    r"\b(?:will|would|may|might|can|could|should|shall|must|to|not|never|cannot|won't|let|let's|help|yet)\s+"
    + _BETWEEN
    + "$"
)
_FUTURE_PASSIVE = re.compile(
    r"\b(?:will|would|may|might|can|could|should|shall|must|to be|to have|not|never|yet to be|being|"
    r"need to be|hasn't|haven't|hopes|"
    r"no agreement)\s+" + _BETWEEN + "$"
)
_COORDINATED = re.compile(r"\b(?:will|would|to|may|should)\s[^,;]*\band\s+$")
_SUBJUNCTIVE = re.compile(  # "suggested that the two sides open consulates"
    r"\b(?:suggest|propos|recommend|request|urg|demand|insist|advis)\w*\s+(?:that\s+)?(?:the|both|they|we|kazakh\w*|viet\w*|"
    r"two|ministr\w+|governments?)\b"
)
_CONDITION = re.compile(
    r"\b(?:if|once|until(?!\s+(?:the\s+end\s+of\s+)?\d)|unless|wants?|hopes? (?:to see|for)|expected|planned|to see|"
    r"to get|to have)\s+(?:[\w' -]{0,70})?$|\bwhen\s+(?:[\w' -]{0,40}\s)?(?:is|are)\s+$"
)
# "managed to sign", "the first city to sign": infinitives of what was done
_HAPPY_INFINITIVE = re.compile(
    r"\bheld\s+an?\s+(?:\w+\s+)?(?:ceremony|meeting)\s+(?:in\s+[\w ]{3,25}?\s+)?to\s+$"
    r"|\b(?:managed|gathered|met|sat down|came together|reunited|paused|came|travelled|flew in|lined up|"
    r"assembled) to\s+$"
    r"|\b(?:first|only|latest|last)\s+(?:[\w-]+\s+){0,6}to\s+$"
)
_THIRD_TO_HAVE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|only|latest|last)\s+(?:[\w'-]+\s+){0,6}to\s+have\s+(?:been\s+)?$"
)
_WISHED = re.compile(cue("wished") + r"[^.;]{0,45}$")
_WISH = re.compile(cue("wished"))
_AND_THE = re.compile(r"\band\s+(?:of\s+)?(?:the\s+)?$")
PAPER_ON = re.compile(
    r"\b(?:agreement|memorandum|mou|protocol|arrangement|understanding|notes|decree|resolution|order|decision)\s+(?:on|for|"
    r"about)\s+(?:the\s+)?$"
)
_WITNESSED = re.compile(
    cue("witnessed") + r"\s+(?:(?:today|yesterday|on\s+\w+day|on\s+\w+\s+\d{1,2})\s+)?"
    r"(?:the\s+|an?\s+|its\s+|their\s+)?"
    r"(?:(?:official|formal|ceremonial|successful|recent|joint|historic|subsequent)\s+)*$"
)
_SURELY = re.compile(
    r"\b(?:witnessed|welcomed|welcomes|attended|hailed|praised|saw|oversaw|applauded|noted|culminated in|"
    r"resulted in|led to|since)\s+(?:the\s+)?(?:(?:official|formal|recent|successful|subsequent)\s+)*$"
)
_HAPPENED = re.compile(cue("happened"))
