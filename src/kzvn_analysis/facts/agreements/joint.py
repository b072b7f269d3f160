"""Tell whether a programme or plan is a paper of the two countries: each has its own programmes, too."""

from __future__ import annotations

from ...reading import gated as re
from .names import Name
from .scene import Scene
from .status import CARRIED, Verdict
from .titles import INSTITUTION, pair_of


def is_signed_by_both(scene: Scene, verdict: Verdict) -> bool:
    verb = verdict.verb
    if verb is CARRIED:  # a line in a list of what both have signed
        return True
    if verb is None:
        return False
    low, high = scene.clause(verb.start)
    if verb.base in _AGREEING:  # each of the two adopts programmes of its own
        return bool(_BOTH.search(scene.lower, low, verb.start))
    if verb.base not in _SIGNING:
        return False
    pair = pair_of(scene.original(low, verb.start))
    both = pair and INSTITUTION.search(pair["a"]) and INSTITUTION.search(pair["b"])
    return bool(both or _TWO.search(scene.lower, low, high))


# "the co-chairs signed a roadmap": one country's own programmes and plans are not signed by two
_SIGNING = frozenset({"sign", "ink", "initial", "conclude", "countersign"})


_AGREEING = frozenset({"adopt", "approve", "endorse", "agree on", "agree a", "agree the text"})
_BOTH = re.compile(
    r"\b(?:(?:the\s+)?(?:two|both)\s+[a-z]+s|sides|parties|co-?chairs|(?:kazakhstan|astana)\s+and\s+(?:viet\s?nam|ha\s?noi)"
    r"|(?:viet\s?nam|ha\s?noi)\s+and\s+(?:kazakhstan|astana))\s+(?:[a-z]+\s+){0,3}$"
)
_TWO = re.compile(
    r"\b(?:two|both|sides|parties|co-?chair(?:s|men|persons)?|they|we|ministers|ministries|delegations|leaders|heads|"
    r"counterparts?|jointly|between|with|witness\w*)\b"
)


def is_joint(scene: Scene, name: Name, verdict: Verdict) -> bool:
    """Whether a programme or plan is visibly one of the two countries'."""
    if (
        verdict.verb is None
        and verdict.status == "concluded"
        and not _UNDER.search(scene.lower, max(0, name.start - 60), name.start)
    ):
        return False
    phrase = scene.lower[name.start : name.end]
    if verdict.status == "proposed" and _SUGGESTED.search(scene.lower, 0, name.start):
        return True
    if _TOGETHER.search(scene.lower, 0, name.start):
        return True
    if name.head.singular in (
        "programme",
        "program",
        "roadmap",
        "road map",
        "comprehensive plan",
        "work plan",
    ):
        return bool(_JOINT.search(phrase))
    return bool(_JOINT.search(scene.lower)) or {"KAZ", "VNM"} <= {p.mention.country for p in scene.places}


def is_of_both(scene: Scene, name: Name, verdict: Verdict) -> bool:
    """Whether a plan that was approved says itself that it is the two's: "the plan of bilateral contacts for 2018"."""
    approved = verdict.status == "concluded" and verdict.verb is not None and verdict.verb.role == "sign"
    return approved and bool(_OF_BOTH.search(scene.lower, name.head.end, name.end))


_OF_BOTH = re.compile(r"\b(?:bilateral|joint|mutual|two|both)\b")
_JOINT = re.compile(
    r"\b(?:(?:agreements|arrangements|accords|understandings)\s+reached|cooperation|co-operation|joint|exchanges?|between|two|both|sides|parties|bilateral|mutual|"
    r"intergovernmental|ministries|"
    r"kazakhstan-vietnam\w*|vietnam-kazakhstan\w*|kazakh-vietnamese|vietnamese-kazakh)\b"
)




# "suggested drawing up a road map", "agreed to adopt an action plan": what one proposes to the other
_SUGGESTED = re.compile(
    r"\b(?:suggest|propos|offered|agreed|resolved)\w*\b[^.;]{0,40}?\b(?:draw\w*\s+up|work\w*\s+out|develop|adopt|elaborat|prepar|"
    r"approv|sign|conclud|draft)\w*\s+(?:an?|the|such\s+an?)\s+(?:[\w-]+\s+){0,2}$"
)
# "the following documents were signed: …", "signed an agreement on A, a memorandum on B and a programme of C"
_TOGETHER = re.compile(
    r"\b(?:documents|agreements|papers|following)\b[^:]{0,60}:"
    r"|\b(?:signed|inked|exchanged)\b[^.,;]{0,120}\b(?:agreement|treaty|memorand\w+)\b[^.]{0,200},"
)


_UNDER = re.compile(
    r"\b(?:under|framework of|in (?:accordance|keeping|line) with|pursuant to|implement\w*(?: of)?|as part of)\b"
)
