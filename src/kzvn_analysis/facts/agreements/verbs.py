"""Find the verbs that tell what happened to an instrument, and whether it has happened yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ...reading import lexicon
from ..termlist import TermList

_PACKAGE = "kzvn_analysis.facts"
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the list in a sentence: local offsets, its role, and the form it has there.

    `form`: ``base`` (also the -s form) · ``past`` (also the participle) · ``ing``.
    """

    start: int
    end: int
    role: str
    form: str
    base: str


def find_verbs(text: str) -> tuple[Verb, ...]:
    """Every verb of ``agreement_verbs.tsv`` in `text` (folded, lower case), in order."""
    out = []
    for start, end, (role, form, base) in _terms().find(text):
        if form == "base" and not _is_verb(text, start, end, base):
            continue
        if form == "base" and base in _unchanging() and not _MODAL.search(text, max(0, start - 25), start):
            form = "past"
        if form == "base" and base in _PARTICIPLE_LIKE_BASE and _PERFECT.search(text, max(0, start - 25), start):
            form = "past"
        if form == "past" and base in _NOUN_PAST and not _AUXILIARY.search(text, 0, start):
            continue
        if role == "sign" and _OTHER_OBJECT.match(text, start) or role == "propose" and text.startswith(" at ", end):
            continue
        out.append(Verb(start, end, role, form, base))
    return tuple(out)


@cache
def _terms() -> TermList[tuple[str, str, str]]:
    entries = [(name, ("sign", "ing", "sign")) for name in ("signature of", "signing of", "exchange of", "conclusion of",
                                                            "adoption of", "signing ceremony of", "signing ceremony for")]
    entries += [(name, ("open", "ing", "open")) for name in ("opening of", "inauguration of", "establishment of", "creation of",
                                                             "formation of", "opening ceremony of")]
    entries += [(name, ("propose", "past", name)) for name in NEGOTIATION]
    for row in lexicon.rows("agreement_verbs.tsv", _PACKAGE):
        role, base, *irregular = row
        past, participle, ing = (*irregular, "", "", "")[:3]
        first, _, rest = base.partition(" ")
        past = past or _with(_past(first), rest)
        forms = [(base, "base"), (_with(_third(first), rest), "base"), (past, "past"), (participle or past, "past"),
                 (ing or _with(_ing(first), rest), "ing")]
        entries += [(form, (role, kind, base)) for form, kind in forms]
    return TermList(entries)


@cache
def _unchanging() -> frozenset[str]:
    """Verbs whose past looks like the base: "put pen to paper", "set up"."""
    return frozenset(r[1] for r in lexicon.rows("agreement_verbs.tsv", _PACKAGE) if len(r) > 2 and r[1] == r[2])


_PARTICIPLE_LIKE_BASE = frozenset({"become", "come into force", "come into effect", "come into being", "come back with"})
_PERFECT = re.compile(r"\b(?:has|have|had|having)\s+(?:\w+ly\s+|also\s+|already\s+|now\s+|thus\s+)?$")
_MODAL = re.compile(r"\b(?:to|will|would|may|might|can|could|should|shall|must|not)\s+(?:\w+ly\s+|also\s+|soon\s+|jointly\s+)?$")
# nouns that stand before an instrument which isn't there yet
NEGOTIATION = ("negotiations on", "negotiations for", "negotiation of", "negotiations of", "talks on", "talks about", "work on",
                "draft of", "drafting of", "discussions on", "preparation of", "preparations for", "elaboration of",
                "finalisation of", "finalization of", "proposal for", "proposals for", "proposal on", "plans for",
                "possibility of", "prospects for", "prospect of", "idea of", "proposal of", "initiative on", "need for",
                "early conclusion of", "prospects of", "consultations on", "development of a", "development of an",
                "readiness for", "interest in")  # fmt: skip
_OTHER_OBJECT = re.compile(
    r"exchang\w+\s+(?:of\s+)?(?:[\w-]+\s+(?:and\s+)?){0,4}?(?:views?|opinions?|information|experiences?|delegations?|greetings|gifts|congratulations|messages|letters|"
    r"goods|visits|ideas|toasts|remarks|students|ambassadors|experts?|know-how|assessments|contacts)\b"
    r"|conclu\w+\s+(?:of\s+)?(?:[\w'-]+\s+){0,4}?(?:visit|trip|tour|talks|meeting|day|session|stay|mission|speech|negotiations|event|forum|year|ceremony)\b"
    r"|conclu\w+\s+(?:that|by|with)\b|adopt\w*\s+(?:[\w-]+\s+){0,2}(?:approach|policy|measures|model|law|stance)\b"
    r"|(?:hand\w*\s+over|issu\w+|releas\w+)\s+(?:of\s+)?(?:[\w-]+\s+){0,3}?(?:gifts?|letters?|invitation|stamps?|visas|books?|licen[cs]es?|message|copies|reports?)\b"
    r"|approv\w+\s+of\b|seal\w*\s+off\b"
)
_NOUN_PAST = frozenset({"found"})
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|been|be|being|also|had|has|have|and|,)\s+$")
_NOUNISH = frozenset("""exchange issue release seal strike swap plan study offer review request need aim hope wish want draft
    support back table eye form present visit host tour report note award honour honor hand open launch extend grant found
    implement update upgrade float moot ask approve give fly meet pin quote publish consider propose expect sign ink adopt
    conclude establish inaugurate create institute unveil award""".split())  # fmt: skip
_BEFORE_BASE = re.compile(
    r"(?:\b(?:to|will|would|may|might|can|could|should|shall|must|not|jointly|soon|also|they|we|and|or|both|sides|parties|"
    r"countries|ministers|presidents|leaders|governments|ministries|officially|vietnam|viet nam|kazakhstan|astana|hanoi|"
    r"ha noi|who|which|then|help|let|let's)|,)\s+$"
)
_AFTER_BASE = re.compile(r"\s+(?:to|signing|concluding|establishing|setting up|opening|that|creating|an?|the)\b")


def _is_verb(text: str, start: int, end: int, base: str) -> bool:
    """Whether a base form is one, and no noun: "to sign", "plans to", not "a plan" or "studies centre"."""
    if base.partition(" ")[0] not in _NOUNISH or " " in base:
        return True
    if _BEFORE_BASE.search(text, max(0, start - 20), start):
        return True
    if base in ("visit", "tour", "host", "report", "note", "fly", "meet"):
        return False
    return bool(_AFTER_BASE.match(text, end)) and not re.search(r"\b(?:a|an|the|its|their|of|no|any|on)\s+(?:\w+\s+)?$",
                                                               text[max(0, start - 30):start])


def _with(first: str, rest: str) -> str:
    return f"{first} {rest}" if rest else first


def _third(verb: str) -> str:
    if re.search(r"(?:s|x|z|ch|sh)$", verb):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + "ed"


def _ing(verb: str) -> str:
    return verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else verb + "ing"
