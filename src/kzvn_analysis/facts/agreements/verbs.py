"""Find the verbs that tell what happened to an instrument, and whether it has happened yet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ...reading import gated as re
from ...reading import lexicon
from ..termlist import TermList
from .cues import PACKAGE, cue, cue_words

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
        if form == "past" and base == "found" and not _AUXILIARY.search(text, 0, start):
            continue
        topic = form == "ing" and text.startswith("exchange of", start)
        if topic and _TOPIC_OF.search(text, max(0, start - 40), start):
            continue  # "a protocol on the exchange of data": what it is about
        if base in NEGOTIATION and _ON_A_DAY.match(text, end):  # "the talks on June 12"
            continue
        attribute = role == "sign" and form == "past" and _ATTRIBUTE.search(text, max(0, start - 12), start)
        if attribute and ":" not in text[end:]:
            continue  # "on the basis of the signed treaty": one that is there
        if role == "sign" and _OTHER_OBJECT.match(text, start) or role == "propose" and text.startswith(" at ", end):
            continue
        out.append(Verb(start, end, role, form, base))
    return tuple(out)


@cache
def _terms() -> TermList[tuple[str, str, str]]:
    entries = [(name, ("sign", "ing", "sign")) for name in cue_words("signing")]
    entries += [(name, ("open", "ing", "open")) for name in cue_words("opening")]
    entries += [(name, ("raise", "ing", "raise")) for name in cue_words("raising")]
    entries += [(name, ("propose", "past", name)) for name in cue_words("negotiation")]
    for row in lexicon.rows("agreement_verbs.tsv", PACKAGE):
        role, base, *irregular = row
        past, participle, ing = (*irregular, "", "", "")[:3]
        first, _, rest = base.partition(" ")
        past = past or _with(_past(first), rest)
        forms = {
            base: "base",
            _with(_third(first), rest): "base",
            past: "past",
            participle or past: "past",
            ing or _with(_ing(first), rest): "ing",
        }
        forms[base] = "base"  # where it is the past too, the words before it decide
        entries += [(form, (role, kind, base)) for form, kind in forms.items()]
    return TermList(entries)


@cache
def _unchanging() -> frozenset[str]:
    """Verbs whose past looks like the base: "put pen to paper", "set up"."""
    return frozenset(r[1] for r in lexicon.rows("agreement_verbs.tsv", PACKAGE) if len(r) > 2 and r[1] == r[2])


NEGOTIATION = frozenset(cue_words("negotiation"))
_ON_A_DAY = re.compile(
    r"\s+(?:\d|\w+day\b|(?:january|february|march|april|m_y|june|july|august|september|october|november|december)\b|"
    r"(?:the\s+)?(?:same\s+day|sidelines|margins|occasion|eve|spot|morning|afternoon|evening)\b)"
)
_TOPIC_OF = re.compile(
    r"\b(?:agreements?|memorand\w+|mous?|protocols?|arrangements?|accords?|pacts?|treaty|treaties|plans?|programmes?|"
    r"programs?|understanding|cooperation)\s+(?:on|for|in)\s+(?:the\s+)?(?:mutual\s+|automatic\s+)?$"
)
_ATTRIBUTE = re.compile(r"\b(?:the|already|these|those|all)\s+$")
_NOUNISH = frozenset(cue_words("nounish"))
_PARTICIPLE_LIKE_BASE = frozenset(
    {"become", "come into force", "come into effect", "come into being", "come back with"}
)
_PERFECT = re.compile(r"\b(?:has|have|had|having)\s+(?:\w+ly\s+|also\s+|already\s+|now\s+|thus\s+)?$")
_MODAL = re.compile(
    r"\b(?:to|will|would|may|might|can|could|should|shall|must|not)\s+(?:\w+ly\s+|also\s+|soon\s+|jointly\s+)?$"
)
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|been|be|being|also|had|has|have|and|,)\s+$")
_SOME_WORDS = r"\w*\s+(?:of\s+)?(?:[\w'-]+\s+){0,4}?"
_OTHER_OBJECT = re.compile(
    r"exchang\w*\s+(?:diplomatic\s+)?notes\s+on\s+(?:the\s+)?(?:entry|completion|ratification)\b"
    rf"|exchang{_SOME_WORDS}{cue('exchanged')}"
    rf"|conclu{_SOME_WORDS}{cue('wound_up')}|conclu\w+\s+(?:that|by|with(?!\s+(?:kazakh|viet)))\b"
    rf"|(?:hand\w*\s+over|issu|releas){_SOME_WORDS}{cue('handed_on')}"
    r"|adopt\w*\s+(?:[\w-]+\s+){0,2}(?:approach|policy|measures|model|law|stance)\b"
    r"|approv\w+\s+of\b|seal\w*\s+off\b"
)
_BEFORE_BASE = re.compile("(?:" + cue("before_verb") + r"|,)\s+$")
_AFTER_BASE = re.compile(r"\s+(?:to|signing|concluding|establishing|setting up|opening|that|creating|an?|the)\b")
_AFTER_ARTICLE = re.compile(r"\b(?:a|an|the|its|their|of|no|any|on)\s+(?:\w+\s+)?$")


def _is_verb(text: str, start: int, end: int, base: str) -> bool:
    """Whether a base form is one, and no noun: "to sign", "plans to", not "a plan" or "studies centre"."""
    if " " in base or base not in _NOUNISH:
        return True
    if _BEFORE_BASE.search(text, max(0, start - 20), start):
        return True
    if base in ("visit", "tour", "host", "report", "note", "fly", "meet"):
        return False
    return bool(_AFTER_BASE.match(text, end)) and not _AFTER_ARTICLE.search(text, max(0, start - 30), start)


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
