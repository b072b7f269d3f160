"""How far a sentence says that cooperation in a field has come, as its words and its cues tell it."""

from __future__ import annotations

from collections.abc import Sequence

from ...reading import gated as re
from ..progress import Clause
from .deeds import goes_on
from .goods import FIELD, is_traded, listed_among_goods, stage_of_goods
from .model import WISHES
from .wishes import names_only
from .words import SectorWord, is_trade_show

STAGE_OF = {
    "running": "operating",
    "done": "operating",
    "agreed": "agreed",
    "planned": "agreed",
    "intended": "proposed",
    "proposed": "proposed",
    "wished": "proposed",
    "urged": "proposed",
    "believed": "mentioned",
    "talked": "mentioned",
    None: "mentioned",
}
_IN_FORCE = re.compile(r"force|effect|implement")
# "a forum of 80 companies in agriculture and logistics": whose they are, not what was done.
_TRADES_OF = re.compile(
    r"\b(?:companies|enterprises|businesses|firms|entrepreneurs|representatives|businessmen|experts|participants"
    r"|delegates) (?:\w+ing )?(?:in|from|of|across) (?:the )?(?:(?:fields?|areas?|sectors?|spheres?|industries) (?:of"
    r"|such as) )?[\w,& -]*\Z"
)
# "work permits for specialists of joint ventures"
_STAFF_OF = re.compile(
    r"\b(?:specialists|staff|employees|workers|managers|heads|directors|executives) (?:of|from|at) (?:the )?\Z"
)
# "hosted the first defence policy dialogue"
_TALKS_ON = re.compile(
    r"(?: [\w-]+)? (?:dialogue|consultations?|talks|meetings?|forum|conference|session|seminar|round ?table)\b"
)
_FIRM_OF = re.compile(  # "the heads of several insurance firms"
    r" (?:company|companies|firms?|enterprises?|business(?:es)?|giants?|groups?|conglomerates?|producers?|makers?)\b"
)
_POTENTIAL = re.compile(
    r"\b(?:potential|untapped|tapped|commensurate|match(?:ed|es)?|prospects|room for|opportunit\w+)\b"
)
# "flights link the two, boosting tourism and exchanges": what it is good for, not what goes on
_RESULT = re.compile(
    r", (?:thereby |thus |while |further )?(?:boosting|promoting|facilitating|fostering|helping|encouraging|stimulating"
    r"|giving|offering|making it easier|contributing to|paving the way for|creating|opening up)\b[^.;]*\Z"
)
# "the two sides will sign an agreement on tourism": not yet concluded
_TO_SIGN = re.compile(
    r"\b(?:will|would|is to|are to|(?:expected|scheduled|due|set|slated) to) (?:\w+ "
    r")?(?:sign|conclude|ink|be (?:signed|concluded|inked))\b[^;]*\Z"
)
_TO_BE_SIGNED = re.compile(r"\b(?:will|would|is to|are to) be (?:signed|concluded|inked)\b")
# "is scheduled to visit the joint venture in …": what is looked at, not what is undertaken
_SEES = re.compile(
    r"\b(?:visit|tour|inspect|see|look at|get acquainted with|watch)(?:ed|ing|s)?\b[^.;]*\Z"
    r"|\bw(?:as|ere) shown\b[^.;]*\Z"
)
_SAW = re.compile(
    r"\b(?:visited|toured|inspected|got acquainted with|were shown|was shown) (?:an?|the|two|three|several|its|local)\b"
    r"(?:(?!\b(?:co-?operation|collaboration|ties|joint|between|which|that|where)\b)[^.;,])*\Z"
)
# "is to visit and discuss cooperation in …"
_WORK_ON = re.compile(r"\b(?:co-?operation|collaboration|partnership) in\b")
# "is expected to attend a round table on green energy": to be talked about
_TALKS_TO_COME = re.compile(
    r"\b(?:round ?table|forum|conference|seminar|workshop|talks|meetings?|discussions?|consultations) "
    r"(?:on|about|devoted to|dedicated to) (?:[\w’'-]+,? ){0,6}\Z"
)
# "scholarships for students in mining", "courses in banking, finance and trade": what is learnt
_STUDIED = re.compile(
    r"\b(?:students?|scholarships?|degrees?|courses?|majors?|disciplines|graduates|internships?)\b,? "
    r"(?:(?:in|such as)(?: the field of)?|majoring in|studying) (?:[\w-]+(?: [\w-]+)?(?:, and |, | and ))*\Z"
)
_DONATED = re.compile(r"\b(?:donat(?:ed|ions?)|gifts?) [^.;]{0,60}? (?:to|for) (?:[\w’'-]+,? ){0,6}\Z")  # who got it
_PACKED = re.compile(r"containers? (?:of|with|loaded)\b")  # how goods went, no matter of its own
_AT_HOME = re.compile(r"\b(?:at home|domestically)\b")
TWINNED = re.compile(
    r"\b(?:twinned (?:with|to|since)|(?:became|been|are) (?:an? |the )?(?:twins?|twinned|sister|partner)\b)"
)
# "agreed to speed up work on an agreement on …": the agreement is still to come
_PREPARES = re.compile(
    r"\bagreed (?:to|on|that [^,;.]{0,90}? (?:would|will|should)) (?:\w+ly )?(?:speed(?:ing)? up|accelerat\w+"
    r"|intensify\w*|complet\w+|finali[sz]\w+|continu\w+|start\w*|begin\w*|resum\w+|launch\w*|step(?:ping)? up"
    r"|expedit\w+|work\w*)(?: on)? (?:the |their |joint )?(?:work|negotiations?|talks|preparations?|drafting|process"
    r"|consultations|study)\b(?:(?! to )[^;])*\Z"
)
INITIALLED = re.compile(r"\binitial+ed\b")


def _is_outcome(small: str, clause: Clause, word: SectorWord) -> bool:
    """Whether a sector word is what something is good for: "the new link will boost tourism", "trade is to grow"."""
    match = _OUTCOME.search(small, clause.start, word.start)
    return bool(match and not _DOERS.search(small, clause.start, match.start())) or bool(
        word.sector in ("trade", "tourism") and _FORECAST.search(small, word.end, clause.end)
    )


_OUTCOME = re.compile(
    r"\b(?:will|would|(?:is|are) (?:set|expected|likely|bound) to|aim(?:s|ed|ing) to) (?:also |further |significantly "
    r"|greatly )?(?:enhance|boost|contribute|help|facilitate|promote|accelerate|spur|serve|strengthen|transform"
    r"|stimulate|benefit|pave|allow|create|give|bring|foster|deepen)\b[^.;]*\Z"
)
_DOERS = re.compile(
    r"\b(?:sides|parties|countries|nations|localities|ministries|governments|provinces|cities|regions|they|we"
    r"|universities|companies|presidents|leaders|he|she|who|which|agreements?|memorandum|plan)\b[^,;]{0,40}\Z"
)
_FORECAST = re.compile(
    r"\b(?:is|are) (?:expected|forecast|projected|likely|set) to (?:soon )?"
    r"(?:grow|rise|increase|reach|exceed|hit|double|pass|surpass|top|cross|climb|near|approach)\b"
)
# "a council has been set up to promote cooperation in agriculture": what it is for, no more
_MEANT_FOR = re.compile(
    r"\b(?:to|for|aimed at|with a view to) (?:further )?(?:promot|boost|develop|strengthen|expand|support|deepen|"
    r"enhanc|increas|foster|facilitat)\w* [^;]{0,60}?\b(?:co-?operation|collaboration|ties|relations|partnership|links|"
    r"contacts)\b(?: \w+){0,3} in [^;]*\Z"
)


def _in_force(small: str, clauses: Sequence[Clause], after: int) -> bool:
    """Whether what stands before `after` is told later in the sentence to be in force or carried out."""
    later = (cue for clause in clauses for cue in clause.cues if cue.start >= after and cue.kind == "running")
    return any(_IN_FORCE.search(small, cue.start, cue.end) for cue in later)


def stage_of(
    word: SectorWord, kind: str | None, small: str, clause: Clause, clauses: Sequence[Clause]
) -> str | None:
    """What the clause shows of a sector word; ``None`` where it shows nothing."""
    said = small[clause.start : clause.end]
    if _AT_HOME.search(said) or small.startswith("exhibition", word.start) and is_trade_show(small, word.start):
        return None
    if _STAFF_OF.search(small, clause.start, word.start) or kind in WISHES and _PACKED.match(small, word.start):
        return None
    at_work = kind == "running" and word.start < clause.cues[0].start  # "a software firm has had engineers in … since"
    if kind not in WISHES and not at_work and _FIRM_OF.match(small, word.end) and not FIELD.search(said):
        return None
    if kind == "negated":
        return "mentioned" if word.kind == "field" and _POTENTIAL.search(said) else None
    if kind in ("done", "running", "planned") and _RESULT.search(small, clause.start, word.start):
        return "mentioned" if kind == "planned" else None
    if listed_among_goods(word, kind, small, clause):
        return None
    if kind in ("done", "running") and word.kind == "field" and _TALKS_ON.match(small, word.end):
        return "mentioned"
    if kind in ("done", "running") and _TRADES_OF.search(small, clause.start, word.start):
        return "mentioned"
    if is_traded(word, small, clause):
        return stage_of_goods(word, kind, small, clause)
    if word.sector == "regions" and word.kind == "work" and TWINNED.search(said):
        return "proposed" if kind in WISHES else "operating"
    if kind in ("agreed", None) and _in_force(small, clauses, word.end):
        return "operating"
    if goes_on(word, kind, small, clause):
        return "operating"
    if kind == "urged" and word.kind == "field" and word.sector != "trade":
        return "mentioned"  # "the two sides should tap their potential in mining": the field is named, no more
    if kind in ("planned", "done", "intended") and (seen := _SEES.search(small, clause.start, word.start)):
        return "mentioned" if _WORK_ON.search(seen[0]) else None
    if kind is None and _SAW.search(small, clause.start, word.start):
        return None
    if kind in ("planned", "intended") and _TALKS_TO_COME.search(small, clause.start, word.start):
        return "mentioned"
    if kind in ("planned", "intended") and _is_outcome(small, clause, word):
        return "mentioned"
    if kind in ("done", "running", "planned") and _MEANT_FOR.search(small, clause.start, word.start):
        return "mentioned"
    if _DONATED.search(small, clause.start, word.start):
        return None
    if word.sector != "education" and _STUDIED.search(small, clause.start, word.start):
        return None
    if names_only(word, kind, small, clause):
        return "mentioned"
    if kind == "agreed" and (
        _PREPARES.search(small, clause.start, word.start) or INITIALLED.search(small, clause.start, word.start)
    ):
        return "proposed"
    if kind in ("planned", "agreed") and (
        _TO_SIGN.search(small, clause.start, word.start) or _TO_BE_SIGNED.search(small, word.end)
    ):
        return "proposed"
    return STAGE_OF[kind]
